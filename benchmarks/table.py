"""Turn measured runs into medians, ratios and verdicts, and these into tables: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measure import Run


@dataclass(frozen=True, slots=True)
class Target:
    """Something that must be reached: what is measured, in which unit, and the most it may be."""

    what: str
    measured: float
    most: float
    unit: str = ""

    @property
    def reached(self) -> bool:
        """The measured value is not above the most."""
        return self.measured <= self.most

    @property
    def verdict(self) -> str:
        """Say "reached", or by how much the target was missed."""
        return "reached" if self.reached else f"missed by {number(self.measured - self.most)}{self.unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """The middle of several runs of one contender."""

    name: str
    seconds: float
    processor: float
    megabytes: float
    runs: int


def rows_of(found: Mapping[str, Sequence[Run]]) -> list[Row]:
    """Take the median of each contender's times, and the largest of its memory peaks."""
    return [
        Row(
            name,
            median(run.seconds for run in runs),
            median(run.processor for run in runs),
            max(run.megabytes for run in runs),
            len(runs),
        )
        for name, runs in found.items()
        if runs
    ]


def ratio(rows: Sequence[Row], name: str, other: str) -> float:
    """Divide one contender's time by another's; below 1 the first is faster."""
    seconds = {row.name: row.seconds for row in rows}
    return seconds[name] / seconds[other]


def number(value: float) -> str:
    """Write a number with three digits that mean something: 1,234 or 12.3 or 0.0123."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def measured_table(rows: Sequence[Row], first: str) -> str:
    """Draw a table of contenders with their ratio to the first one."""
    base = next(row.seconds for row in rows if row.name == first)
    cells = [
        (
            row.name,
            f"{number(row.seconds)} s",
            f"{number(row.seconds / base)} x",
            f"{number(row.processor)} s",
            f"{row.megabytes:.0f} MB",
            str(row.runs),
        )
        for row in rows
    ]
    return markdown_table(("contender", "median", f"against {first}", "processor", "memory", "runs"), cells)


def target_table(targets: Sequence[Target]) -> str:
    """Draw a table of targets and whether they were reached."""
    cells = [
        (target.what, number(target.measured) + target.unit, number(target.most) + target.unit, target.verdict)
        for target in targets
    ]
    return markdown_table(("what", "measured", "at most", "verdict"), cells)


def markdown_table(head: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """Draw a table that reads well as text and as Markdown: first column left, the others right."""
    widths = [max(len(row[column]) for row in (head, *cells)) for column in range(len(head))]
    rule = [f"{'-' * (widths[0] + 2)}", *(f"{'-' * (width + 1)}:" for width in widths[1:])]
    lines = [_line(head, widths), f"|{'|'.join(rule)}|", *(_line(row, widths) for row in cells)]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.ljust(width) if not at else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
