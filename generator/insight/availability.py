"""Turn a mentor's file, what their requests add up to, and today's date into whether they can be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.activity import Activity, MentorActivity
from generator.model.availability import AVAILABILITY
from generator.model.directory import Directory, Freshness, Limits
from generator.model.mentor import Mentor

MOST_WAITING = Limits().waiting_for_each_mentor


@dataclass(frozen=True, slots=True)
class RequestLoad:
    """How many mentees a mentor has now, how many wait, and what they told the bot about themselves.

    `paused_until` is the last day of a pause. `capacity` was said on the day `capacity_said`. `confirmed`
    is the day of their last word that the profile is still right. None where nothing was said.
    """

    active: int = 0
    pending: int = 0
    paused_until: date | None = None
    capacity: int | None = None
    capacity_said: date | None = None
    confirmed: date | None = None


NO_LOAD = RequestLoad()


@dataclass(frozen=True, slots=True)
class AvailabilityStatus:
    """Whether a mentor can be asked today: one of `AVAILABILITIES`, and the open spots behind it.

    `until` is the last day of a pause, or None. `places` is how many mentees the mentor takes at once,
    by the file or by what they said since; `confirmed` the later day on which either was confirmed.
    """

    availability: str
    openings: int
    active: int = 0
    pending: int = 0
    until: date | None = None
    places: int = 0
    confirmed: date | None = None

    @property
    def can_be_asked(self) -> bool:
        """People can open a request: there is a spot, and the mentor is there to answer."""
        return AVAILABILITY[self.availability].can_be_asked

    @property
    def listed(self) -> bool:
        """The mentor appears in lists, searches and feeds."""
        return AVAILABILITY[self.availability].listed


def availability_statuses(
    directory: Directory, today: date, activity: Activity | None = None
) -> dict[str, AvailabilityStatus]:
    """Decide everyone's standing, by handle, with the community's own days and limits."""
    loads = request_loads(activity) if activity else {}
    freshness, most = directory.settings.freshness, directory.settings.requests.limits.waiting_for_each_mentor
    return {
        handle: availability_status(mentor, today, freshness, loads.get(handle, NO_LOAD), most)
        for handle, mentor in directory.mentors.items()
    }


def request_loads(activity: Activity) -> Mapping[str, RequestLoad]:
    """Return the load of everyone whom a request or a word to the bot concerns, by handle."""
    return {handle: request_load(known) for handle, known in activity.mentors.items()}


def request_load(known: MentorActivity) -> RequestLoad:
    """Return what a mentor's activity means for who can be asked."""
    return RequestLoad(
        known.active, known.pending, known.paused_until, known.capacity, known.capacity_said, known.confirmed
    )


def availability_status(
    mentor: Mentor, today: date, freshness: Freshness, load: RequestLoad = NO_LOAD, most_waiting: int = MOST_WAITING
) -> AvailabilityStatus:
    """Decide a mentor's standing; the strongest reason not to ask wins.

    A profile that was never confirmed counts as fresh: its file says nothing about its age. Who has
    `most_waiting` requests to answer has a waiting list even with spots open.
    """
    places, confirmed = _places(mentor, load), _confirmed(mentor, load)
    openings = max(0, places - load.active)
    unconfirmed = (today - confirmed).days if confirmed else 0
    paused = load.paused_until is not None and load.paused_until >= today
    if not mentor.offer_to_mentor or unconfirmed > freshness.hidden_after_days:
        availability = "hidden"
    elif paused:
        availability = "paused"
    elif unconfirmed > freshness.stale_after_days:
        availability = "stale"
    elif places == 0:
        availability = "closed"
    elif openings == 0 or load.pending >= most_waiting:
        availability = "waitlist"
    elif load.active or load.pending:
        availability = "limited"
    else:
        availability = "open"
    until = load.paused_until if paused else None
    return AvailabilityStatus(availability, openings, load.active, load.pending, until, places, confirmed)


def _places(mentor: Mentor, load: RequestLoad) -> int:
    """Take the number said to the bot, unless the file was confirmed on that day or later: the file's owner had both in view."""
    if load.capacity is None:
        return mentor.capacity
    newer = load.capacity_said and mentor.last_confirmed and mentor.last_confirmed >= load.capacity_said
    return mentor.capacity if newer else load.capacity


def _confirmed(mentor: Mentor, load: RequestLoad) -> date | None:
    if mentor.last_confirmed and load.confirmed:
        return max(mentor.last_confirmed, load.confirmed)
    return load.confirmed or mentor.last_confirmed
