"""A mentor's week as people read it: free times as a small table, office hours as lines."""

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.model.mentor import WEEKDAYS, OfficeHour, Window
from generator.site.templating import template
from generator.text.catalogue import _, cache_by_language
from generator.text.counting import minutes
from generator.text.dates import clock, weekday
from generator.text.labels import choice

_windows = template("windows.html")
_office_hours = template("office_hours.html")


class _Line(NamedTuple):
    words: str
    url: str | None


@cache_by_language
def weekly_windows(windows: tuple[Window, ...]) -> Markup:
    """Return a table with one row a weekday, Monday first, in the mentor's own time."""
    days: dict[int, list[str]] = {}
    for window in sorted(windows, key=lambda window: (window.weekday, window.start)):
        days.setdefault(window.weekday, []).append(f"{clock(window.start)}–{clock(window.end)}")
    return _windows(days=[(weekday(number), ", ".join(times)) for number, times in days.items()])


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
