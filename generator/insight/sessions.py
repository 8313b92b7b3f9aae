"""When office hours take place: a mentor's own words about a week become moments, right across daylight saving.

Every second week is counted from the first day that is written. Every month means the same weekday of the same week
of the month: the fourth Friday, or the last one where the first day was the fifth.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory
from generator.model.mentor import WEEKDAYS, Mentor, OfficeHour

DAYS_AHEAD = 28
_WEEKS = {"week": 1, "two-weeks": 2}


@dataclass(frozen=True, slots=True)
class Session:
    """One office hour: whose, from when in UTC, and how it was written."""

    handle: str
    starts: datetime
    hour: OfficeHour

    @property
    def ends(self) -> datetime:
        """When it ends, in UTC."""
        return self.starts + timedelta(minutes=self.hour.minutes)


def sessions_of(
    directory: Directory, statuses: Mapping[str, AvailabilityStatus], now: datetime, days: int = DAYS_AHEAD
) -> tuple[Session, ...]:
    """Return the office hours of mentors who are there, that have not ended at a moment, over so many days; soonest first."""
    found = [
        Session(handle, starts, hour)
        for handle, mentor in directory.mentors.items()
        if takes_place(mentor, statuses[handle])
        for hour in mentor.office_hours
        for starts in moments(hour, mentor.timezone, (now - timedelta(days=1)).date(), days + 2)
    ]
    inside = (one for one in found if now < one.ends and one.starts < now + timedelta(days=days))
    return tuple(sorted(inside, key=lambda one: (one.starts, one.handle)))


def takes_place(mentor: Mentor, status: AvailabilityStatus) -> bool:
    """Tell whether a mentor's office hours are shown: they are listed and neither paused nor long unheard of."""
    return mentor.offer_to_mentor and status.listed and status.availability not in ("paused", "stale")


def moments(hour: OfficeHour, zone: str, start: date, days: int) -> Iterator[datetime]:
    """Yield when an office hour begins, in UTC, on the days from `start` in the mentor's own calendar.

    Nothing comes from one of which nobody knows the weeks. A time that the clocks skip is an hour later.
    """
    at = time.fromisoformat(hour.at)
    place = ZoneInfo(zone)
    for ahead in range(days):
        day = start + timedelta(days=ahead)
        if is_on(hour, day):
            yield datetime.combine(day, at, place).astimezone(UTC)


def is_on(hour: OfficeHour, day: date) -> bool:
    """Tell whether an office hour takes place on a day."""
    if WEEKDAYS[day.weekday()] != hour.day or (hour.first and day < hour.first):
        return False
    if hour.every == "week":
        return True
    return hour.first is not None and is_repeated(hour.every, hour.first, day)


def is_repeated(every: str, first: date, day: date) -> bool:
    """Tell whether what takes place on a first day, and then every so often, takes place on a later day."""
    if every in _WEEKS:
        return (day - first).days % (7 * _WEEKS[every]) == 0
    return day == _same_week(first, day)


def week_of_month(first: date) -> int:
    """Return which of its weekday a day is in its month, from 1; -1 for a fifth, which not every month has."""
    place = (first.day - 1) // 7 + 1
    return -1 if place == 5 else place


def _same_week(first: date, day: date) -> date:
    """Return the day of this month that is the same weekday of the same week as `first`."""
    place = week_of_month(first)
    if place > 0:
        beginning = day.replace(day=1)
        return beginning + timedelta(days=(first.weekday() - beginning.weekday()) % 7 + 7 * (place - 1))
    ending = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return ending - timedelta(days=(ending.weekday() - first.weekday()) % 7)
