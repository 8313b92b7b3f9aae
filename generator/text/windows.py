"""Weekly windows as people write them: "Tuesdays 6pm-8pm" is "Tue 18:00-20:00", "mon+wed 18-20" are two windows."""

import re
from unicodedata import combining, normalize

from generator.model.mentor import WEEKDAYS
from generator.text.catalogue import cache_by_language, spoken_tag
from generator.text.month_names import weekday_numbers

_DAYS = tuple(day.capitalize() for day in WEEKDAYS)
_SHORT = {"tues": 1, "thur": 3, "thurs": 3, "weds": 2}
_GROUPS = {
    "weekdays": (0, 1, 2, 3, 4), "weekday": (0, 1, 2, 3, 4), "workdays": (0, 1, 2, 3, 4), "weekends": (5, 6), "weekend": (5, 6),
    "daily": (0, 1, 2, 3, 4, 5, 6), "every day": (0, 1, 2, 3, 4, 5, 6), "everyday": (0, 1, 2, 3, 4, 5, 6),
}  # fmt: skip
_TIME = r"(?P<{0}h>\d{{1,2}})(?:[:.h](?P<{0}m>\d{{2}})?)?\s*(?P<{0}half>[ap]\.?m\.?)?"
_TO = r"\s*(?:-|–|—|~|to|until|till|bis|à|a|até)\s*"
_HOURS = re.compile(
    r"(?:\b(?:from|between|at|von|de) |@ ?)?"
    + _TIME.format("f")
    + _TO.replace("|till", "|till|and")
    + _TIME.format("t")
    + r"(?:\s*(?:uhr|hrs?|h|o'clock))?"
)
_BETWEEN_DAYS = re.compile(r"\s*(?:,|/|\+|&|;|\band\b|\bund\b|\by\b|\be\b|\bet\b)\s*")
_BETWEEN_WINDOWS = re.compile(r"\s*(?:,|;|/|\band\b)\s*")
_LONGEST = 80
_NIGHT = 8 * 60
"""Minutes; a longer window over midnight is two hours in the wrong order."""
_MORNING = 8
"""A bare hour up to this one may be of the evening."""


def read_windows(text: str) -> tuple[str, ...]:
    """Return the windows that a text stands for, written as in a profile, or none where that isn't clear.

    A window over midnight is two. Hours without a.m. or p.m. are those of a clock with 24, unless the other end says
    which half of the day is meant: "6-8pm". "7-9" may be either, and days without hours are no window: both are not read.
    """
    plain = " ".join(text.lower().replace("\N{NO-BREAK SPACE}", " ").split()).strip(" .,;")
    hours = list(_HOURS.finditer(plain)) if len(text) <= _LONGEST else []
    if len(hours) > 1:
        each = [read_windows(part) for part in _BETWEEN_WINDOWS.split(plain)]
        return tuple(window for windows in each for window in windows) if all(each) and len(each) > 1 else ()
    if not hours:
        return ()
    found = hours[0]
    days = _days(f"{plain[: found.start()]} {plain[found.end() :]}")
    period = _period(found)
    if not days or period is None:
        return ()
    start, end = period
    if end > start:
        return tuple(_written(day, start, end) for day in days)
    if end + 1440 - start > _NIGHT:
        return ()
    over = [(_written(day, start, 1440), _written((day + 1) % 7, 0, end) if end else "") for day in days]
    return tuple(window for pair in over for window in pair if window)


def _written(day: int, start: int, end: int) -> str:
    return f"{_DAYS[day]} {start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def _period(found: re.Match[str]) -> tuple[int, int] | None:
    """Return the first and last minute of the day, or None for hours that no clock has."""
    halves = [(found[name] or "").replace(".", "") for name in ("fhalf", "thalf")]
    start_hour, end_hour = int(found["fh"]), int(found["th"])
    if halves[1] and not halves[0]:
        # The first hour is in the same half, or in the one before: "6-8pm", but "11-1pm".
        halves[0] = halves[1] if start_hour % 12 < end_hour % 12 else {"am": "pm", "pm": "am"}[halves[1]]
    if not any(halves) and 0 < start_hour <= _MORNING and end_hour <= 12 and not (found["fm"] or found["fh"][0] == "0"):
        return None
    start = _minutes(start_hour, found["fm"], halves[0])
    end = _minutes(end_hour, found["tm"], halves[1])
    if start is None or end is None or start == end or start == 1440:
        return None
    return start, end


def _minutes(hour: int, minute: str | None, half: str) -> int | None:
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    minutes = hour * 60 + int(minute or 0)
    return minutes if int(minute or 0) < 60 and minutes <= 1440 else None


def _days(text: str) -> tuple[int, ...]:
    text = " ".join(text.strip(" :,.()").split())
    if text in _GROUPS:
        return _GROUPS[text]
    found: list[int] = []
    for part in _BETWEEN_DAYS.split(text):
        ends = [_day(end) for end in re.split(r"\s*(?:-|–|—|\bto\b|\bbis\b)\s*", part)]
        if part in _GROUPS:
            found += _GROUPS[part]
        elif None in ends or len(ends) > 2:
            return ()
        else:
            first, last = ends[0] or 0, ends[-1] or 0
            found += [day % 7 for day in range(first, (last if last >= first else last + 7) + 1)]
    return tuple(dict.fromkeys(found))


def _day(word: str) -> int | None:
    word = "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    word = re.sub(r"^(?:on|every|each|am|le|les|los|el|as|jeden|immer) ", "", word.strip(" :,.()"))
    known = _day_names()
    return next((known[one] for one in (word, word.removesuffix("s"), word.removesuffix(".")) if one in known), None)


@cache_by_language
def _day_names() -> dict[str, int]:
    own = weekday_numbers(spoken_tag().replace("-", "_"), short=True)
    return {**own, **weekday_numbers("en", short=True), **_SHORT}
