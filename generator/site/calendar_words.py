"""A mentor's free hours as a strip of seven days and as lines of text; the browser moves both to the visitor's time."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.sessions import is_on
from generator.model.mentor import WEEKDAYS, OfficeHour, Window
from generator.site.templating import compile_flat_template, concat, template
from generator.text.catalogue import _, cache_by_language
from generator.text.counting import listed, minutes
from generator.text.dates import clock, day_and_month, short_weekday, weekday
from generator.text.labels import choice

_week = compile_flat_template("week.html", "days", "lines")
_day = template("week_day.html")
_line = compile_flat_template("week_line.html", "days", "times")
_office_hours = template("office_hours.html")
TALL = 96
"""The height of a day in the strip; an hour is a 24th of it."""


class _Bar(NamedTuple):
    top: str
    height: str


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
    by_day: dict[int, tuple[Window, ...]] = {}
    for window in ordered:
        by_day[window.weekday] = (*by_day.get(window.weekday, ()), window)
    days = concat(_cell(number, by_day.get(number, ())) for number in range(7))
    return _week(days=days, lines=concat(_line(days=one.days, times=one.times) for one in _lines(ordered)))


@cache_by_language
def _cell(number: int, windows: tuple[Window, ...]) -> Markup:
    """Return one day of the strip; the same hours of a day look the same on every profile."""
    scale = TALL / 1440
    bars = [_Bar(f"{one.start * scale:g}", f"{(one.end - one.start) * scale:g}") for one in windows]
    return _day(name=short_weekday(number), bars=bars, tall=TALL)


def _lines(windows: Iterable[Window]) -> list[_Hours]:
    """Join the days that have the same hours: "Tuesday and Thursday", "18:00–20:00"."""
    days: dict[int, list[str]] = {}
    for window in windows:
        days.setdefault(window.weekday, []).append(f"{clock(window.start)}–{clock(window.end)}")
    same: dict[str, list[str]] = {}
    for number, times in days.items():
        same.setdefault(", ".join(times), []).append(weekday(number))
    return [_Hours(listed(names), times) for times, names in same.items()]


def office_hours(hours: tuple[OfficeHour, ...], today: date, calendar: str = "") -> Markup:
    """Return a list of the regular open hours: "Friday 17:00 · 45 minutes · Every week"; `calendar` is a path, or empty."""
    return _office_hours(hours=[_Line(_office_hour(hour, today), hour.url) for hour in hours], calendar=calendar)


def _office_hour(hour: OfficeHour, today: date) -> str:
    words = _words(hour)
    coming = next((day for ahead in range(_AHEAD) if is_on(hour, day := today + timedelta(days=ahead))), None)
    if coming is None or (hour.every == "week" and not (hour.first and hour.first > today)):
        return words
    return _("{words} · next on {day}", words=words, day=day_and_month(coming))


_AHEAD = 63
"""Days in which an hour of every month comes at least once."""


def _words(hour: OfficeHour) -> str:
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
