"""A mentor as their file says it: checked, typed, nothing derived."""

from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COMMITMENT_MINUTES = {"15m": 15, "30m": 30, "1h": 60, "2h": 120}
"""Minutes a month behind each choice of `commitment`."""
MOST_DAYS_SEEKING = 90
"""How long someone who looks for a mentor is shown, at most: it is personal, and old wishes help nobody."""


@dataclass(frozen=True, slots=True)
class Window:
    """A weekly window of free time in the mentor's own time zone; minutes count from midnight.

    `weekday` is 0 for Monday; `end` is after `start` and at most 1440.
    """

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Style:
    """Two axes of how someone mentors; None where not stated."""

    structure: str | None = None
    guidance: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where someone says they live: a country's ISO 3166 code and perhaps a city; empty where not stated."""

    country: str = ""
    city: str = ""

    @property
    def city_id(self) -> str:
        """The city's name in addresses and filters, with its country: there is a Cambridge in many."""
        return f"{self.country}/{self.city}" if self.city else ""


@dataclass(frozen=True, slots=True)
class Calls:
    """How someone handles calls; None where not stated."""

    spontaneous: bool | None = None
    screen_sharing: bool | None = None
    recording: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeHour:
    """A regular open hour anyone may drop into, in the mentor's own time zone.

    `first` is a day on which it takes place, from which every second week or the week of the month is counted.
    """

    day: str
    at: str
    minutes: int
    every: str
    url: str | None = None
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the mentor promises and asks for; None where not stated."""

    reply_within_days: int | None = None
    trial_days: int | None = None
    preparation: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a request goes: an issue, the mentor's own https link, or the community's private repository."""

    mode: str = "issue"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Learning:
    """What someone who looks for a mentor wants to learn."""

    skills: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    stage: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Mentor:
    """One person of the directory. Lists keep the order of the file; commitment is one of `COMMITMENT_MINUTES`.

    `github` is None for someone without an account there: they are listed, never mentioned, and never assigned. An
    account that has the same name as their handle is someone else's. `github` equals `file_name`, but for capital letters.
    Who offers no mentoring may have no skills, no capacity and an empty commitment.
    """

    name: str
    github: str | None
    headline: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    timezone: str
    commitment: str
    capacity: int
    offer_to_mentor: bool = True
    seeking_mentor: bool = False
    can_introduce: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    career_paths: tuple[str, ...] = ()
    years_experience: int | None = None
    background: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    can_help_with: tuple[str, ...] = ()
    cannot_help_with: tuple[str, ...] = ()
    stage: str | None = None
    stages_supported: tuple[str, ...] = ()
    style: Style = Style()
    approach: str = ""
    bio: str = ""
    values: str = ""
    relationship_types: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    cadence: tuple[str, ...] = ()
    calls: Calls = Calls()
    group_size: int = 0
    location: Location = Location()
    windows: tuple[Window, ...] = ()
    constraints: str = ""
    office_hours: tuple[OfficeHour, ...] = ()
    expectations: Expectations = Expectations()
    roadmaps: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    contact: Contact = Contact()
    scheduling: str = ""
    links: tuple[tuple[str, str], ...] = ()
    affiliations: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
    pronouns: str = ""
    search_engines: bool = False
    last_confirmed: date | None = None
    learning: Learning | None = None
    file_name: str = ""

    @property
    def handle(self) -> str:
        """The one spelling that pages, links and comparisons use: the file's name in lower case."""
        return (self.github or self.file_name).lower()

    @property
    def is_example(self) -> bool:
        """Lodestar's own examples have no days in them, so that they never get old."""
        return self.handle.startswith("example-")

    def last_day_seeking(self, today: date, confirmed: date | None) -> date | None:
        """Return the last day on which others see that this person looks for a mentor; None when they don't, or it has passed.

        It is the day in the file, and at most `MOST_DAYS_SEEKING` after the profile was last confirmed, or from today where it never
        was. Without any day nobody is shown, but for the examples.
        """
        if not self.seeking_mentor or self.learning is None:
            return None
        until, most = self.learning.until, timedelta(days=MOST_DAYS_SEEKING)
        if confirmed:
            until = min(until or confirmed + most, confirmed + most)
        elif self.is_example:
            until = until or today + most
        elif until and until > today + most:
            return None
        return until if until and until >= today else None
