"""Turn runs in the browser into medians, tables and verdicts: pure."""

from collections.abc import Mapping, Sequence
from math import ceil
from statistics import median

from benchmarks.finder.browser import Measured
from benchmarks.finder.folder import Load
from benchmarks.finder.site_page import WITHOUT
from benchmarks.table import Target, markdown_table, number

IN_WORKER, IN_PAGE = "Lodestar, in its worker", "Lodestar, in the page"
BYTES_EACH = 45
MOST_MILLISECONDS = {10_000: 8, 100_000: 80}
LONG_TASK = 50
"""Milliseconds; from here on browsers call a task long, and below they tell of none."""

FROZEN = 200
"""Milliseconds; what browsers' makers call a good answer to a touch (Interaction to Next Paint) takes no longer."""


def percentile(times: Sequence[float], percent: float) -> float:
    """Return the smallest of the times that this many percent do not exceed."""
    return sorted(times)[max(0, ceil(len(times) * percent / 100) - 1)]


def middle(runs: Sequence[Measured], what: str, percent: float) -> float | None:
    """Take the percentile of each run and the median of these; None where nothing was asked."""
    found = [percentile(times, percent) for run in runs for name, times in run.times if name == what and times]
    return median(found) if found else None


def bytes_table(loads: Sequence[Load], size: int) -> str:
    """Draw what a browser loads, and how it compares with our index."""
    base = loads[0].zipped
    cells = [
        (
            one.contender, _kilobytes(one.raw), _kilobytes(one.zipped), f"{number(one.zipped / size)} B", f"{number(one.zipped / base)} x",
            _kilobytes(one.code) if one.code else "",
        )
        for one in loads
    ]  # fmt: skip
    return markdown_table(("loads", "as it is", "gzipped", "each mentor", "against ours", "code, gzipped"), cells)


def words_table(found: Mapping[str, Sequence[Measured]]) -> str:
    """Draw how soon each contender is ready and how fast it answers words, with ratios to our worker."""
    base = _good(found[IN_WORKER])
    cells = []
    for contender, all_runs in found.items():
        runs = _good(all_runs)
        if not runs:
            cells.append((contender, all_runs[0].trouble or "not run", *("",) * 7))
            continue
        middles = [middle(runs, "words", percent) or 0 for percent in (50, 95)]
        ratios = (
            [
                f"{number(value / (middle(base, 'words', percent) or value))} x"
                for value, percent in zip(middles, (50, 95), strict=True)
            ]
            if base
            else ["", ""]
        )
        asked = max(len(times) for run in runs for name, times in run.times if name == "words")
        memory = [run.megabytes for run in runs if run.megabytes]
        cells.append(
            (
                contender, _milliseconds(median(run.ready for run in runs)), _milliseconds(middles[0]), ratios[0], _milliseconds(middles[1]), ratios[1],
                f"{max(run.found for run in runs)} of {asked}", _task(max(max(run.at_opening, run.while_asked) for run in runs)),
                f"{max(memory):.0f} MB" if memory else "",
            )
        )  # fmt: skip
    head = ("contender", "ready", "p50", "against ours", "p95", "against ours", "found some", "longest task", "memory")
    return markdown_table(head, cells)


_KINDS = (
    ("words", "words typed, counts and 24 cards"),
    ("filters", "filters, counts and 24 cards"),
    ("matches", "goals stated: filters, counts, rank, 24 cards with reasons"),
    ("changed goals", "the same, other goals each time: everybody scored anew"),
    ("changed goals of everybody", "other goals each time and no filter"),
)


def ours_table(found: Mapping[str, Sequence[Measured]]) -> str:
    """Draw what each kind of question costs us, in the worker and in the page."""
    cells = []
    for contender in (IN_WORKER, IN_PAGE):
        runs = _good(found[contender])
        for what, words in _KINDS:
            values = [middle(runs, what, percent) for percent in (50, 95, 100)]
            if None not in values:
                cells.append((f"{contender}: {words}", *(_milliseconds(value or 0) for value in values)))
        parts = dict.fromkeys(name for run in runs for name, _ in run.parts)
        for part in parts:
            spent = median(time for run in runs for name, time in run.parts if name == part)
            cells.append((f"{contender}: getting ready, {part}", _milliseconds(spent), "", ""))
    return markdown_table(("ours", "p50", "p95", "longest"), cells)


def targets_of(
    size: int, loads: Sequence[Load], found: Mapping[str, Sequence[Measured]], tasks: Sequence[tuple[str, float]]
) -> list[Target]:
    """Compare what was measured with the targets of this size; other sizes have none."""
    if size not in MOST_MILLISECONDS:
        return []
    targets = (
        [Target(f"directory data for each of {size:,} mentors", loads[0].zipped / size, BYTES_EACH, " B")]
        if size == 10_000
        else []
    )
    for what, words in _KINDS[2:4]:
        p95 = middle(_good(found[IN_WORKER]), what, 95)
        if p95 is not None:
            targets.append(Target(f"{size:,} mentors, {words}, p95", p95, MOST_MILLISECONDS[size], " ms"))
    if size == max(MOST_MILLISECONDS):
        targets += [
            Target(f"{size:,} mentors, longest task of the page, {what}", task, FROZEN, " ms")
            for what, task in tasks
            if what != WITHOUT
        ]
    return targets


def tasks_table(tasks: Sequence[tuple[str, float]]) -> str:
    """Draw for how long the site's own page stands still at most, by what a person does."""
    return markdown_table(("the site's own page", "longest task"), [(what, _task(task)) for what, task in tasks])


def _good(runs: Sequence[Measured]) -> list[Measured]:
    return [run for run in runs if not run.trouble]


def _kilobytes(size: float) -> str:
    return f"{number(size / 1000)} KB"


def _milliseconds(time: float) -> str:
    return f"{number(time)} ms"


def _task(time: float) -> str:
    return f"{time:.0f} ms" if time else f"under {LONG_TASK} ms"
