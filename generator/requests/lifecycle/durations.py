"""Lengths of time as people write them: 30d, 2 weeks, a date; and the days on which they begin and end."""

import re
from datetime import UTC, date, datetime, time, timedelta

from generator.text.timestamps import YEARS

_LENGTH = re.compile(r"(\d{1,3})\s*(d|days?|w|weeks?|m|months?)?")
_DAYS = {"d": 1, "w": 7, "m": 30}


def last_day(words: str, today: date, otherwise: int) -> date | None:
    """Return the last day of a stretch that begins today: "30d", "2 weeks", "1 month", "2027-01-31", or nothing said.

    None means that the words say something else, or a day that has passed.
    """
    text = words.strip().lower().removeprefix("until ").removeprefix("for ")
    if not text:
        return today + timedelta(days=otherwise)
    try:
        day = date.fromisoformat(text)
        return day if day >= today else None
    except ValueError:
        pass
    length = _LENGTH.fullmatch(text)
    if not length or not int(length[1]):
        return None
    return today + timedelta(days=int(length[1]) * _DAYS[(length[2] or "d")[0]])


def start_of(day: date) -> datetime:
    """Return the midnight before a day."""
    return datetime.combine(day, time(), UTC)


def end_of(day: date) -> datetime:
    """Return the midnight after a day; a program may be written to end on the last day there is."""
    return start_of(min(day, date(YEARS[-1], 12, 31))) + timedelta(days=1)
