"""When events take place: their days on the clock of their own time zone become moments, right across daylight saving."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.insight.sessions import DAYS_AHEAD, is_repeated
from generator.model.community import Event
from generator.model.directory import Directory

_LONGEST = timedelta(days=3)
"""No event takes longer than the schema allows."""
_FAR = 366 * 2
"""Days within which the next time of an event that repeats is looked for: every month has one."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event at one of its times; `starts` is in UTC."""

    event: Event
    starts: datetime

    @property
    def ends(self) -> datetime:
        """When it ends, in UTC."""
        return self.starts + timedelta(minutes=self.event.minutes)


def days_of(event: Event, start: date, end: date) -> Iterator[date]:
    """Yield the days on which an event begins, from `start` to `end`, in its own calendar."""
    last = min(end, event.until or end)
    if not event.every:
        if start <= event.date <= end:
            yield event.date
        return
    day = max(start, event.date)
    while day <= last:
        if is_repeated(event.every, event.date, day) and day not in event.not_on:
            yield day
        day += timedelta(days=1)


def start_on(event: Event, day: date) -> datetime:
    """Return when an event begins on one of its days, in UTC. A time that the clocks skip is an hour later."""
    return datetime.combine(day, time.fromisoformat(event.at), ZoneInfo(event.timezone)).astimezone(UTC)


def gatherings_of(event: Event, now: datetime, days: int) -> tuple[Gathering, ...]:
    """Return the times of an event that have not ended at a moment, over so many days; soonest first."""
    start, end = (now - _LONGEST).date(), (now + timedelta(days=days + 2)).date()
    found = (Gathering(event, start_on(event, day)) for day in days_of(event, start, end))
    return tuple(one for one in found if now < one.ends and one.starts < now + timedelta(days=days))


def coming_events(directory: Directory, now: datetime, days: int = DAYS_AHEAD) -> tuple[Gathering, ...]:
    """Return all events of the next days and the first time of those that come later; soonest first."""
    found: list[Gathering] = []
    for event in directory.events:
        found += gatherings_of(event, now, days) or _later(event, now)
    return tuple(sorted(found, key=lambda one: (one.starts, one.event.id)))


def _later(event: Event, now: datetime) -> tuple[Gathering, ...]:
    if not event.every:
        gathering = Gathering(event, start_on(event, event.date))
        return (gathering,) if now < gathering.ends else ()
    ahead = max(0, (event.date - now.date()).days) + _FAR
    return gatherings_of(event, now, ahead)[:1]


def past_events(directory: Directory, now: datetime) -> tuple[Gathering, ...]:
    """Return the last time of every event that is over for good; latest first."""
    found = (
        _last(event, now)
        for event in directory.events
        if not (gatherings_of(event, now, DAYS_AHEAD) or _later(event, now))
    )
    return tuple(sorted((one for one in found if one), key=lambda one: (one.starts, one.event.id), reverse=True))


def _last(event: Event, now: datetime) -> Gathering | None:
    end = min(event.until or now.date(), now.date())
    for back in range((end - event.date).days + 1):
        day = end - timedelta(days=back)
        for found in days_of(event, day, day):
            return Gathering(event, start_on(event, found))
    return None
