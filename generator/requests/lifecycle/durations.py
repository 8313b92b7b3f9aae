"""Lengths of time as people write them: 30d, 2 weeks, a date."""

import re
from datetime import date, timedelta

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
