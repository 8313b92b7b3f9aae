"""Turn numbers into bars: places and sizes for an SVG picture that a template draws in the page's own colours.

Decision 0036 says why the pictures are drawn here and by no charting library.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH, HEIGHT = 360, 190
_TOP, _BOTTOM, _GAP = 24, 26, 0.22
_LEAST = 2
"""A part that is there is seen: it is at least so high."""


class Bar(NamedTuple):
    """A rectangle in the units of the picture, and which of the series it belongs to, from 0."""

    x: float
    y: float
    width: float
    height: float
    series: int


class Column(NamedTuple):
    """What is written at one column: its label below and its number above, with their places."""

    x: float
    label: str
    value: str
    value_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of columns, and the same as rows of a table: the label, then a number for each series."""

    title: str
    note: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    base: float = HEIGHT - _BOTTOM
    strong: int = -1


def columns(
    title: str, note: str, series: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]], strong: int = -1
) -> Chart:
    """Stack the numbers of each row above each other, the first series at the bottom; `strong` is a column to mark."""
    highest = max([sum(values) for _label, values in rows], default=0) or 1
    step = WIDTH / max(1, len(rows))
    base, room = HEIGHT - _BOTTOM, HEIGHT - _BOTTOM - _TOP
    bars: list[Bar] = []
    marks: list[Column] = []
    for place, (label, values) in enumerate(rows):
        y, left = float(base), place * step + step * _GAP / 2
        for number, value in enumerate(values):
            if value:
                height = max(_LEAST, room * value / highest)
                y -= height
                bars.append(Bar(round(left, 1), round(y, 1), round(step * (1 - _GAP), 1), round(height - 1, 1), number))
        marks.append(Column(round(place * step + step / 2, 1), label, str(sum(values)), round(y - 7, 1)))
    table = tuple((label, tuple(values)) for label, values in rows)
    return Chart(title, note, tuple(series), tuple(bars), tuple(marks), table, base, strong)
