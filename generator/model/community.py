"""What a community lists beside its people and programs: events, communities elsewhere, and links worth following."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something to come to, on the clock of its own time zone; `date` is the first day of one that repeats.

    `id` never changes, so that calendars know the event again. `not_on` are the days on which it does not take place.
    """

    id: str
    title: str
    date: datetime.date
    at: str
    minutes: int
    timezone: str
    kind: str = "other"
    every: str = ""
    until: datetime.date | None = None
    not_on: tuple[datetime.date, ...] = ()
    url: str = ""
    place: str = ""
    about: str = ""
    program: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Community:
    """A community elsewhere that is worth joining."""

    name: str
    url: str
    kind: str
    about: str
    skills: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class SharedResource:
    """A link that the community recommends; minutes and cost are what its author said."""

    title: str
    url: str
    kind: str
    about: str
    audience: str = "both"
    skills: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    minutes: int | None = None
    cost: str = ""
