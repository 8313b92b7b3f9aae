"""Rules on dates, hours, time zones and languages, which must be real ones."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import langcodes

from generator.profiles.rules.context import RuleContext
from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.text.closest import closest


@cache
def zone_names() -> frozenset[str]:
    """Every time zone of the tz database, from the tzdata package, so that all machines agree."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def timezone_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A time zone is not in the world's list.

    Hours in common are computed from it. Zones are written as Region/City, like Europe/Berlin or
    America/Sao_Paulo, so that summer time is known too.
    """
    zone = fields.get("timezone")
    if zone is None or zone in zone_names():
        return
    meant = find_zone(zone) or _closest_zone(zone)
    help = f"did you mean {quoted(meant)}?" if meant else "write it as Region/City, like Europe/Berlin"
    yield Violation(("timezone",), f"{quoted(zone)} is not a time zone", help)


def find_zone(text: str) -> str | None:
    """Return the time zone that a name or its city stands for: "sao paulo" is America/Sao_Paulo."""
    wanted = _zone_word(text)
    return _zones_by_name().get(wanted) or _zones_by_city().get(wanted)


def _closest_zone(text: str) -> str | None:
    """Return the zone that was probably meant."""
    wanted, whole, cities = _zone_word(text), _zones_by_name(), _zones_by_city()
    by_city = cities.get(wanted.rpartition("/")[2])
    near = whole.get(closest(wanted, list(whole), 0.8) or "")
    return by_city or near or cities.get(closest(wanted.rpartition("/")[2], list(cities), 0.8) or "")


def _zone_word(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.strip().lower().replace(" ", "_"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _zones_by_name() -> dict[str, str]:
    return {name.lower(): name for name in zone_names()}


@cache
def _zones_by_city() -> dict[str, str]:
    return {name.rpartition("/")[2].lower(): name for name in sorted(zone_names(), reverse=True) if "/" in name}


@lru_cache(maxsize=4096)
def _language_is_real(tag: str) -> bool:
    return langcodes.tag_is_valid(tag)


def language_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A language tag stands for no language.

    Languages are written as codes (BCP 47), so that their names can be shown in any language: en for
    English, pt-BR for Brazilian Portuguese.
    """
    for position, tag in enumerate(fields.get("languages", ())):
        if not _language_is_real(tag):
            yield Violation(
                ("languages", position),
                f"{quoted(tag)} is not the code of a language",
                "look the language up at the IANA registry or on its Wikipedia page; English is en, German de, Chinese zh",
            )


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | None:
    """Read a date like 2026-11-01; None when the calendar has no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


DATE_FIELDS: tuple[FieldPath, ...] = (
    ("last_confirmed",),
    ("learning", "until"),
    ("opens",),
    ("closes",),
    ("starts",),
    ("ends",),
    ("reviewed",),
)


def date_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A date is not in the calendar.

    There is no 30 February and no month 13. Dates are written year-month-day.
    """
    for path in DATE_FIELDS:
        text = _value_at(fields, path)
        if text is not None and parse_date(text) is None:
            yield Violation(
                path, f"{quoted(text)} is not a day of the calendar", "write year-month-day, like 2026-11-01"
            )


def confirmation_is_past(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A date says that something was confirmed or reviewed in the future.

    It tells people how fresh a text is, so it can be today at the latest.
    """
    for name in ("last_confirmed", "reviewed"):
        day = parse_date(fields[name]) if name in fields else None
        if day and day > context.today + timedelta(days=1):  # it may be tomorrow already where the person lives
            yield Violation(
                (name,), f"{quoted(name)} lies in the future", f"write today's date: {name}: {context.today}"
            )


def _value_at(fields: dict[str, Any], path: FieldPath) -> str | None:
    value: object = fields
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


_WINDOW = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})")


@lru_cache(maxsize=4096)
def parse_window(text: str) -> tuple[int, int, int] | None:
    """Read "Tue 18:00-20:00" as weekday (Monday 0), first and last minute of the day; None for impossible hours."""
    found = _WINDOW.fullmatch(text)
    if not found:
        return None
    day, *clock = found.groups()
    start_hour, start_minute, end_hour, end_minute = map(int, clock)
    start, end = start_hour * 60 + start_minute, end_hour * 60 + end_minute
    if start_minute > 59 or end_minute > 59 or start > 1439 or end > 1440:
        return None
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(day), start, end


def window_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """A weekly window has hours that no clock shows, or ends before it begins.

    Hours go from 00:00 to 24:00 of one day. A window over midnight is written as two: Fri 22:00-24:00
    and Sat 00:00-01:00.
    """
    for position, text in enumerate(fields.get("windows", ())):
        window = parse_window(text)
        if window is None:
            yield Violation(
                ("windows", position),
                f"{quoted(text)} has hours that no clock shows",
                "write hours from 00:00 to 24:00",
            )
        elif window[2] <= window[1]:
            yield Violation(
                ("windows", position),
                f"the window {quoted(text)} ends before it begins",
                "write the earlier hour first; a window over midnight is written as two",
            )


def windows_do_not_overlap(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Two weekly windows share some time.

    The shared time counts once. Join the two into one window.
    """
    windows = fields.get("windows", ())
    read = [(position, window) for position, text in enumerate(windows) if (window := parse_window(text))]
    for index, (position, (day, start, end)) in enumerate(read):
        for earlier, (other_day, other_start, other_end) in read[:index]:
            if day == other_day and start < other_end and other_start < end:
                yield Violation(
                    ("windows", position),
                    f"{quoted(windows[position])} overlaps with {quoted(windows[earlier])}",
                    "join them into one window",
                    severity="hint",
                )
                break


def office_hour_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Office hours begin at a time that no clock shows.

    Hours go from 00:00 to 23:59, in quotes: at: "17:00".
    """
    for position, hour in enumerate(fields.get("office_hours", ())):
        at = hour.get("at") if isinstance(hour, dict) else None
        if at is not None and not ("00:00" <= at <= "23:59" and at[3:] <= "59"):
            yield Violation(
                ("office_hours", position, "at"), f"{quoted(at)} is not a time of the day", 'write it like at: "17:00"'
            )


def dates_are_in_order(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """The dates of a program are not in order.

    Applications open before they close, a program starts before it ends, and applications close before
    it ends.
    """
    for earlier, later in (("opens", "closes"), ("starts", "ends"), ("closes", "ends"), ("opens", "starts")):
        first, second = (parse_date(fields[name]) if name in fields else None for name in (earlier, later))
        if first and second and second < first:
            yield Violation(
                (later,),
                f"{quoted(field_name((later,)))} ({second}) is before {quoted(earlier)} ({first})",
                "swap or correct the two dates",
            )
