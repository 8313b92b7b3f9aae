"""Which hours two people share in the next four weeks, in real time zones.

A week of free time is a number with a bit for each of its 10,080 minutes, so that shared minutes are
counted in a microsecond. Each day is judged by the clocks at its noon in UTC; the hour in which clocks
change is not looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from generator.model.mentor import Window

DAYS = 28
_WEEK = 7 * 24 * 60
_WHOLE_WEEK = (1 << _WEEK) - 1


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A person's week in UTC, from a day on until clocks change; today is day 0.

    Bit n of `minutes` is the nth minute after the midnight before Monday.
    """

    from_day: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Shared:
    """How many minutes a week two people share, from a day on."""

    from_day: int
    minutes: int


def free_time(windows: Sequence[Window], zone: str | None, today: date) -> tuple[FreeTime, ...] | None:
    """Return someone's free time over the next 28 days, a part for each stretch between changes of their clock.

    None where no windows or no zone are stated, or nobody knows the zone. Windows that overlap count once.
    """
    clock = offsets(zone, today) if zone and windows else None
    if clock is None:
        return None
    local = 0
    for window in windows:
        local |= ((1 << (window.end - window.start)) - 1) << (window.weekday * 1440 + window.start)
    return tuple(FreeTime(from_day, _earlier(local, offset)) for from_day, offset in clock)


@lru_cache(maxsize=4096)
def offsets(zone: str, today: date) -> tuple[tuple[int, int], ...] | None:
    """Return the minutes a zone is ahead of UTC, with the day from which on; None for a zone nobody knows."""
    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return None
    found: list[tuple[int, int]] = []
    noon = datetime.combine(today, time(12), UTC)
    for day in range(DAYS):
        ahead = (noon + timedelta(days=day)).astimezone(place).utcoffset() or timedelta()
        minutes = ahead // timedelta(minutes=1)
        if not found or found[-1][1] != minutes:
            found.append((day, minutes))
    return tuple(found)


def _earlier(minutes: int, by: int) -> int:
    """Turn a week back: what falls out at its beginning comes in at its end."""
    by %= _WEEK
    return (minutes >> by) | (minutes << (_WEEK - by)) & _WHOLE_WEEK


def shared_time(one: tuple[FreeTime, ...], other: tuple[FreeTime, ...]) -> list[Shared]:
    """Return the minutes a week that two people share, a part for each stretch with another number."""
    shared: list[Shared] = []
    for day in sorted({free.from_day for free in one + other}):
        minutes = (_on(one, day) & _on(other, day)).bit_count()
        if not shared or shared[-1].minutes != minutes:
            shared.append(Shared(day, minutes))
    return shared


def _on(week: tuple[FreeTime, ...], day: int) -> int:
    return next(free.minutes for free in reversed(week) if free.from_day <= day)


def weekly_hours(one: tuple[FreeTime, ...], other: tuple[FreeTime, ...]) -> float:
    """Return the hours a week that two people share, as the mean of the 28 days."""
    if len(one) == len(other) == 1:
        return (one[0].minutes & other[0].minutes).bit_count() * DAYS / (DAYS * 60)
    parts = shared_time(one, other)
    ends = [part.from_day for part in parts[1:]] + [DAYS]
    return sum(part.minutes * (end - part.from_day) for part, end in zip(parts, ends, strict=True)) / (DAYS * 60)
