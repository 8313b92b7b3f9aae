"""Rules on dates, hours, time zones and languages, which must be real ones."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from generator.model.mentor import WEEKDAYS
from generator.profiles.rules.context import RuleContext
from generator.profiles.violation import FieldPath, Violation, quoted
from generator.text.catalogue import _
from generator.text.counting import either
from generator.text.dates import weekday
from generator.text.time_zones import near_zone, unclear, zone_names, zones_meant


def timezone_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a time zone that doesn't exist."""
    zone = fields.get("timezone")
    if zone is not None and zone not in zone_names():
        yield Violation(("timezone",), _("{zone} is not a time zone", zone=quoted(zone)), _zone_help(zone))


def timezone_is_clear(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a time zone without summer time whose name most people use for one that has it."""
    zone = fields.get("timezone", "")
    others = unclear(zone)
    if others:
        yield Violation(
            ("timezone",),
            _("{zone} has no summer time", zone=quoted(zone)),
            _("if you change your clock twice a year, write a city near you, like {zones}", zones=_some(others[:2])),
            severity="hint",
        )


def _zone_help(text: str) -> str:
    meant = zones_meant(text)
    if meant:
        return _("it has several meanings; write a city near you, like {zones}", zones=_some(meant))
    near = near_zone(text)
    return _("did you mean {word}?", word=quoted(near)) if near else _("write it as Region/City, like Europe/Berlin")


def _some(zones: Iterable[str]) -> str:
    """Name a few zones, each of another clock first."""
    return either([quoted(zone) for zone in tuple(zones)[:3]])


_COMMON = frozenset({
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu",
    "fa", "fi", "fil", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "ig", "is", "it", "ja",
    "jv", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lb", "lo", "lt", "lv", "mg", "mk", "ml", "mn", "mr", "ms", "mt",
    "my", "ne", "nl", "no", "nb", "nn", "or", "pa", "pl", "ps", "pt", "pt-BR", "pt-PT", "ro", "ru", "rw", "si", "sk",
    "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl", "tr", "tt", "ug", "uk", "ur", "uz", "vi",
    "xh", "yo", "zh", "zh-Hans", "zh-Hant", "zu",
})  # fmt: skip
"""The codes that nearly everyone writes, so that no table of all eight thousand is needed for them."""


@lru_cache(maxsize=4096)
def _language_is_real(tag: str) -> bool:
    if tag in _COMMON:
        return True
    import langcodes  # its tables take longer to load than a profile to check

    return bool(langcodes.tag_is_valid(tag))


def language_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find codes that no language has."""
    for position, tag in enumerate(fields.get("languages", ())):
        if not _language_is_real(tag):
            yield Violation(
                ("languages", position),
                _("{code} is not the code of a language", code=quoted(tag)),
                _("you can find the code on the language's Wikipedia page; English is en, German de, Chinese zh"),
            )


def languages_differ(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a language that is listed twice with other capital letters; exact repetitions are the schema's matter."""
    tags = fields.get("languages", ())
    if len(tags) == len({tag.lower() for tag in tags}):
        return
    first: dict[str, str] = {}
    for position, tag in enumerate(tags):
        known = first.setdefault(tag.lower(), tag)
        if known != tag:
            yield Violation(
                ("languages", position),
                _("{value} is the same language as {known}", value=quoted(tag), known=quoted(known)),
                _("delete one of the two"),
                severity="hint",
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
    ("date",),
    ("until",),
    ("requests", "memory_signed_since"),
)


def date_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find dates that are not in the calendar."""
    for path in DATE_FIELDS:
        text = _value_at(fields, path)
        if text is not None and parse_date(text) is None:
            yield Violation(
                path, _("the date {date} doesn't exist", date=quoted(text)), _("write year-month-day, like 2026-11-01")
            )


def confirmation_is_past(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find dates of a confirmation or review that are in the future."""
    for name in ("last_confirmed", "reviewed"):
        day = parse_date(fields[name]) if name in fields else None
        if day and day > context.today + timedelta(days=1):  # it may be tomorrow already where the person lives
            yield Violation(
                (name,),
                _("{field} is in the future", field=quoted(name)),
                _("write today's date: {line}", line=f"{name}: {context.today}"),
            )


def _value_at(fields: dict[str, Any], path: FieldPath) -> str | None:
    value: object = fields
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


_DAYS = tuple(day.capitalize() for day in WEEKDAYS)
_WINDOW = re.compile(f"({'|'.join(_DAYS)}) " + r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})")


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
    return _DAYS.index(day), start, end


def window_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find weekly windows with impossible hours, or that end before they begin."""
    for position, text in enumerate(fields.get("windows", ())):
        window = parse_window(text)
        if window is None:
            yield Violation(
                ("windows", position),
                _("{window} has hours that don't exist", window=quoted(text)),
                _("write hours from 00:00 to 24:00"),
            )
        elif window[2] <= window[1]:
            yield Violation(
                ("windows", position),
                _("the window {window} ends before it begins", window=quoted(text)),
                _("write the earlier hour first; write a window over midnight as two"),
            )


def windows_do_not_overlap(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find weekly windows that overlap."""
    windows = fields.get("windows", ())
    read = [(position, window) for position, text in enumerate(windows) if (window := parse_window(text))]
    for index, (position, (day, start, end)) in enumerate(read):
        for earlier, (other_day, other_start, other_end) in read[:index]:
            if day == other_day and start < other_end and other_start < end:
                yield Violation(
                    ("windows", position),
                    _(
                        "{window} overlaps with {earlier}",
                        window=quoted(windows[position]),
                        earlier=quoted(windows[earlier]),
                    ),
                    _("join them into one window"),
                    severity="hint",
                )
                break


def office_hour_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find office hours at an impossible time."""
    for position, hour in enumerate(fields.get("office_hours", ())):
        at = hour.get("at") if isinstance(hour, dict) else None
        if at is not None and not ("00:00" <= at <= "23:59" and at[3:] <= "59"):
            yield Violation(
                ("office_hours", position, "at"),
                _("the time {time} doesn't exist", time=quoted(at)),
                _("write it like this: {line}", line='at: "17:00"'),
            )


def office_hour_has_its_weeks(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find office hours of which nobody can say in which weeks they are, or whose first day is another weekday."""
    for position, hour in enumerate(fields.get("office_hours", ())):
        if not isinstance(hour, dict) or hour.get("day") not in WEEKDAYS:
            continue
        first = parse_date(hour["first"]) if isinstance(hour.get("first"), str) else None
        if isinstance(hour.get("first"), str) and first is None:
            yield Violation(
                ("office_hours", position, "first"),
                _("the date {date} doesn't exist", date=quoted(hour["first"])),
                _("write year-month-day, like 2026-11-01"),
            )
        elif "first" not in hour and hour.get("every") in ("two-weeks", "month"):
            example = _next(hour["day"], context.today).isoformat()
            yield Violation(
                ("office_hours", position, "every"),
                _("nobody can tell in which weeks this office hour is, so calendars leave it out"),
                _("add a day on which it takes place: {line}", line=f"first: {example}"),
                severity="hint",
            )
        elif first and WEEKDAYS[first.weekday()] != hour["day"]:
            yield Violation(
                ("office_hours", position, "first"),
                _("{first} is a {weekday}", first=quoted(hour["first"]), weekday=weekday(first.weekday())),
                _(
                    "write a {weekday}, like {day}",
                    weekday=weekday(WEEKDAYS.index(hour["day"])),
                    day=_next(hour["day"], first),
                ),
            )


def _next(weekday_name: str, after: date) -> date:
    """Return the next day of the week from a day on."""
    return after + timedelta(days=(WEEKDAYS.index(weekday_name) - after.weekday()) % 7)


def dates_are_in_order(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find dates of a program that are not in order."""
    for earlier, later in (("opens", "closes"), ("starts", "ends"), ("closes", "ends"), ("opens", "starts")):
        first, second = (parse_date(fields[name]) if name in fields else None for name in (earlier, later))
        if first and second and second < first:
            yield Violation(
                (later,),
                _(
                    "{later} ({second}) is before {earlier} ({first})",
                    later=quoted(later),
                    second=second,
                    earlier=quoted(earlier),
                    first=first,
                ),
                _("swap or correct the two dates"),
            )
