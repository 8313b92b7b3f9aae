"""Turn a mentor's file, their running requests and today's date into whether they can be asked."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.directory import Freshness
from generator.model.mentor import Mentor

AVAILABILITIES = ("open", "limited", "waitlist", "closed", "paused", "stale", "hidden")
"""From "ask now" to "not shown", in the order in which lists show mentors."""


@dataclass(frozen=True, slots=True)
class Load:
    """How many mentees a mentor has now, how many wait, and until when they paused; None when not paused."""

    active: int = 0
    pending: int = 0
    paused_until: date | None = None


NO_LOAD = Load()


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a mentor can be asked today: one of `AVAILABILITIES`, and the open places behind it.

    `until` is the last day of a pause, or None.
    """

    availability: str
    openings: int
    active: int = 0
    pending: int = 0
    until: date | None = None

    @property
    def can_be_asked(self) -> bool:
        """A request may be opened: there is room, and somebody is there to answer."""
        return self.availability in ("open", "limited")

    @property
    def listed(self) -> bool:
        """The mentor appears in lists, searches and feeds."""
        return self.availability != "hidden"


def standing(mentor: Mentor, today: date, freshness: Freshness, load: Load = NO_LOAD) -> Standing:
    """Decide a mentor's standing; the strongest reason not to ask wins.

    A profile that was never confirmed counts as fresh: its file says nothing about its age.
    """
    openings = max(0, mentor.capacity - load.active)
    paused = load.paused_until is not None and load.paused_until >= today
    if not mentor.offer_to_mentor or _unconfirmed_for(mentor, today, freshness.hidden_after_days):
        availability = "hidden"
    elif paused:
        availability = "paused"
    elif _unconfirmed_for(mentor, today, freshness.stale_after_days):
        availability = "stale"
    elif mentor.capacity == 0:
        availability = "closed"
    elif openings == 0:
        availability = "waitlist"
    elif load.active or load.pending:
        availability = "limited"
    else:
        availability = "open"
    until = load.paused_until if paused else None
    return Standing(availability, openings, load.active, load.pending, until)


def _unconfirmed_for(mentor: Mentor, today: date, days: int) -> bool:
    confirmed = mentor.last_confirmed
    return confirmed is not None and today - confirmed > timedelta(days=days)
