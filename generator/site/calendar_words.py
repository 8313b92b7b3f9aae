"""A mentor's free hours as a strip of seven days and as lines of text; the browser moves both to the visitor's time."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.model.mentor import WEEKDAYS, OfficeHour, Window
from generator.site.templating import template
from generator.text.catalogue import _, cache_by_language
from generator.text.counting import listed, minutes
from generator.text.dates import clock, short_weekday, weekday
from generator.text.labels import choice

_week = template("week.html")
_office_hours = template("office_hours.html")
TALL = 96
"""The height of a day in the strip; an hour is a 24th of it."""


class _Bar(NamedTuple):
    top: str
    height: str


class _Day(NamedTuple):
    name: str
    bars: tuple[_Bar, ...]


class _Line(NamedTuple):
    words: str
    url: str | None


class _Hours(NamedTuple):
    days: str
    times: str


@cache_by_language
def week_strip(windows: tuple[Window, ...]) -> Markup:
    """Return the strip and its lines in the mentor's own time."""
    ordered = sorted(windows, key=lambda window: (window.weekday, window.start))
    days = [_Day(short_weekday(number), _bars(ordered, number)) for number in range(7)]
    return _week(days=days, lines=list(_lines(ordered)), tall=TALL)


def _bars(windows: Iterable[Window], day: int) -> tuple[_Bar, ...]:
    scale = TALL / 1440
    return tuple(
        _Bar(f"{one.start * scale:g}", f"{(one.end - one.start) * scale:g}") for one in windows if one.weekday == day
    )


def _lines(windows: Iterable[Window]) -> list[_Hours]:
    """Join the days that have the same hours: "Tuesday and Thursday", "18:00–20:00"."""
    days: dict[int, list[str]] = {}
    for window in windows:
        days.setdefault(window.weekday, []).append(f"{clock(window.start)}–{clock(window.end)}")
    same: dict[str, list[str]] = {}
    for number, times in days.items():
        same.setdefault(", ".join(times), []).append(weekday(number))
    return [_Hours(listed(names), times) for times, names in same.items()]


def office_hours(hours: tuple[OfficeHour, ...]) -> Markup:
    """Return a list of the regular open hours: "Friday 17:00 · 45 minutes · Every week"."""
    return _office_hours(hours=[_Line(_line(hour), hour.url) for hour in hours])


def _line(hour: OfficeHour) -> str:
    return _(
        "{day} {time} · {length} · {frequency}",
        day=weekday(WEEKDAYS.index(hour.day)),
        time=hour.at,
        length=minutes(hour.minutes),
        frequency=choice("office_hours.every", hour.every),
    )


@lru_cache(maxsize=4096)
def window_text(window: Window) -> str:
    """Write free hours as a file does: "Tue 18:00-20:00"."""
    return f"{WEEKDAYS[window.weekday].capitalize()} {clock(window.start)}-{clock(window.end)}"
