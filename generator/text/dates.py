"""Days, times and time zones as people write them, in the spoken language."""

import re
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.text.catalogue import _, cache_by_language, locale

_ENGLISH = {
    "yMMMMd": "d MMMM y", "yMMMd": "d MMM y", "MMMMd": "d MMMM", "MMMd": "d MMM",
    "MMMMEEEEd": "EEEE d MMMM", "yMMMMEEEEd": "EEEE d MMMM y",
}  # fmt: skip
"""The day comes first in the house's English; every other language has the order that Babel knows."""


_SAME_YEAR = 300
"""Up to so many days away, nobody asks which year is meant."""
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(on: date | datetime) -> str:
    """Write a day: "21 November 2026"."""
    return _formatted(on.date() if isinstance(on, datetime) else on, "yMMMMd")


def short_day(on: date, today: date) -> str:
    """Write a day in little room: "12 Dec", with the year when it is not this year."""
    return _formatted(on, "MMMd" if on.year == today.year else "yMMMd")


def day_and_month(on: date) -> str:
    """Write a day without its year: "29 March"."""
    return _formatted(on, "MMMMd")


def day_in_year(on: date | datetime, today: date) -> str:
    """Write a day as people say it: "Friday 5 December", with the year where it is most of a year away."""
    on = on.date() if isinstance(on, datetime) else on
    return _formatted(on, "MMMMEEEEd" if abs((on - today).days) <= _SAME_YEAR else "yMMMMEEEEd")


def day_ahead(on: date | datetime, today: date) -> str:
    """Write a day to come, with how far away it is: "Friday 5 December, in two weeks"."""
    on = on.date() if isinstance(on, datetime) else on
    left = (on - today).days
    if left < 0:
        return day_in_year(on, today)
    return _("{day}, {span}", day=day_in_year(on, today), span=_span_ahead(left))


def span(days: int) -> str:
    """Write a time span in the largest unit that is nearly true: "nine days", "two weeks", "four months"."""
    return _span(max(1, days), False)


def _span_ahead(days: int) -> str:
    if days < 2:
        return _("tomorrow") if days else _("today")
    return _span(days, True)


@cache_by_language
def _span(days: int, ahead: bool) -> str:
    """Write days as days below two weeks, but for a week, and then in weeks or months."""
    from babel.dates import format_timedelta

    largest = (1 if days == 7 else 100) if days < 14 else 1.7
    return _in_words(
        format_timedelta(
            timedelta(days=days), granularity="day", threshold=largest, add_direction=ahead, locale=locale()
        )
    )


def _in_words(text: str) -> str:
    """Write the numbers up to nine as words, in the house's English; other languages bend them."""
    if locale().language != "en":
        return text
    return re.sub(r"\b[1-9]\b", lambda digit: _NUMBERS[int(digit[0]) - 1], text)


@cache_by_language
def _formatted(on: date, parts: str) -> str:
    """Write the named parts of a date in the order of the language."""
    from babel.dates import format_date, format_skeleton

    if locale().language == "en":
        return format_date(on, _ENGLISH[parts], locale=locale())
    return (
        format_date(on, "long", locale=locale()) if parts == "yMMMMd" else format_skeleton(parts, on, locale=locale())
    )


def moment(at: datetime) -> str:
    """Write a time in UTC: "21 November 2026, 02:28 UTC"."""
    return _("{day}, {time} UTC", day=day(at), time=f"{at:%H:%M}")


def clock_and_day(at: datetime, zone: str) -> str:
    """Write a moment as a clock there shows it: "Friday 27 November, 17:00"."""
    there = at.astimezone(ZoneInfo(zone))
    return _("{day}, {time}", day=_formatted(there.date(), "MMMMEEEEd"), time=f"{there:%H:%M}")


@cache
def clock(minutes: int) -> str:
    """Write minutes since midnight as a time of day; the end of a day is 24:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@cache_by_language
def weekday(number: int) -> str:
    """Name a day of the week, 0 being Monday."""
    from babel.dates import get_day_names

    return str(get_day_names("wide", "stand-alone", locale=locale())[number])


@cache_by_language
def short_weekday(number: int) -> str:
    """Name a day of the week in little room: "Mon", 0 being Monday."""
    from babel.dates import get_day_names

    return str(get_day_names("abbreviated", "stand-alone", locale=locale())[number])


@cache_by_language
def weekdays() -> tuple[str, ...]:
    """Name the days of the week, Monday first."""
    return tuple(map(weekday, range(7)))


@cache_by_language
def month(number: int) -> str:
    """Name a month of the year, 1 being January."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", "stand-alone", locale=locale())[number])


@cache_by_language
def month_name(on: date) -> str:
    """Name the month of a day in little room: "Nov"."""
    from babel.dates import get_month_names

    return str(get_month_names("abbreviated", "stand-alone", locale=locale())[on.month])


@cache_by_language
def city_of(zone: str) -> str:
    """Name the city of a time zone, as the spoken language does."""
    if locale().language == "en":
        return zone.rpartition("/")[2].replace("_", " ")
    from babel.dates import get_timezone_location

    return str(get_timezone_location(zone, locale=locale(), return_city=True))


def time_zone(zone: str, at: datetime) -> str:
    """Name a time zone with its distance from UTC at a moment: "Asia/Kolkata (UTC+5:30 now)"."""
    name, distance = zone.replace("_", " "), _distance(zone, at)
    return _("{zone} ({distance} now)", zone=name, distance=distance) if distance else name


@lru_cache(maxsize=1024)
def _distance(zone: str, at: datetime) -> str:
    """Write how far a zone's clock is from UTC, or nothing for UTC itself and for zones nobody knows."""
    try:
        offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    return (
        ""
        if zone in ("UTC", "Etc/UTC")
        else f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    )
