"""Turn a mentor's file, what their requests add up to, and today's date into whether they can be asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.model.activity import Activity, MentorActivity
from generator.model.availability import AVAILABILITY
from generator.model.directory import Directory, Freshness, Limits
from generator.model.mentor import Mentor

MOST_WAITING = Limits().waiting_for_each_mentor


NO_ACTIVITY = MentorActivity()


@dataclass(frozen=True, slots=True)
class AvailabilityStatus:
    """Whether a mentor can be asked today: one of `AVAILABILITIES`, and the open spots behind it.

    `until` is the last day of a pause, or None, and `then` the availability from the day after it. `places` is how many mentees the mentor takes at once,
    by the file or by what they said since; `confirmed` the later day on which either was confirmed. `unanswered` is
    how many requests they left without an answer since anything was heard of them.
    """

    availability: str
    openings: int
    active: int = 0
    pending: int = 0
    until: date | None = None
    places: int = 0
    confirmed: date | None = None
    unanswered: int = 0
    then: str = ""

    @property
    def after_pause(self) -> "AvailabilityStatus | None":
        """What this is as soon as the pause is over; None where there is no pause, or it isn't known."""
        return replace(self, availability=self.then, until=None, then="") if self.until and self.then else None

    @property
    def doubtful(self) -> bool:
        """They have not answered lately."""
        return self.unanswered > 0

    @property
    def never_heard_from(self) -> bool:
        """Nobody has ever heard from them, and still people ask them: one left without an answer, or two waiting."""
        return self.confirmed is None and (self.unanswered > 0 or self.pending > 1)

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
    known: Mapping[str, MentorActivity] = activity.mentors if activity else {}
    freshness, most = directory.settings.freshness, directory.settings.requests.limits.waiting_for_each_mentor
    return {
        handle: availability_status(mentor, today, freshness, known.get(handle, NO_ACTIVITY), most)
        for handle, mentor in directory.mentors.items()
    }


class StatusesOnDemand(Mapping[str, AvailabilityStatus]):
    """Everyone's standing as `availability_statuses` decides it, each when it is asked for, before any request is known."""

    def __init__(self, directory: Directory, today: date) -> None:
        """Decide nothing yet."""
        self._mentors, self._today, self._settings = directory.mentors, today, directory.settings
        self._known: dict[str, AvailabilityStatus] = {}

    def __getitem__(self, handle: str) -> AvailabilityStatus:
        """Decide someone's standing, once."""
        if handle not in self._known:
            most = self._settings.requests.limits.waiting_for_each_mentor
            self._known[handle] = availability_status(
                self._mentors[handle], self._today, self._settings.freshness, NO_ACTIVITY, most
            )
        return self._known[handle]

    def __contains__(self, handle: object) -> bool:
        """Whether there is such a mentor."""
        return handle in self._mentors

    def __iter__(self) -> Iterator[str]:
        """Yield every handle, in the directory's order."""
        return iter(self._mentors)

    def __len__(self) -> int:
        """Count the mentors."""
        return len(self._mentors)


def availability_status(
    mentor: Mentor,
    today: date,
    freshness: Freshness,
    load: MentorActivity = NO_ACTIVITY,
    most_waiting: int = MOST_WAITING,
) -> AvailabilityStatus:
    """Decide a mentor's standing; the strongest reason not to ask wins.

    A profile that was never confirmed counts as fresh: its file says nothing about its age. Who has
    `most_waiting` requests to answer has a waiting list even with spots open, and who left one without an answer
    has one as soon as another waits.
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
    else:
        availability = _by_load(places, load, most_waiting)
    until = load.paused_until if paused else None
    then = _by_load(places, load, most_waiting) if availability == "paused" else ""
    return AvailabilityStatus(
        availability, openings, load.active, load.pending, until, places, confirmed, load.unanswered, then
    )


def _by_load(places: int, load: MentorActivity, most_waiting: int) -> str:
    if places == 0:
        return "closed"
    if load.active >= places or load.pending >= (1 if load.unanswered else most_waiting):
        return "waitlist"
    return "limited" if load.active or load.pending else "open"


def _places(mentor: Mentor, load: MentorActivity) -> int:
    """Take the number said to the bot, unless the file was confirmed on that day or later: the file's owner had both in view."""
    if load.capacity is None:
        return mentor.capacity
    newer = load.capacity_said and mentor.last_confirmed and mentor.last_confirmed >= load.capacity_said
    return mentor.capacity if newer else load.capacity


def _confirmed(mentor: Mentor, load: MentorActivity) -> date | None:
    if mentor.last_confirmed and load.confirmed:
        return max(mentor.last_confirmed, load.confirmed)
    return load.confirmed or mentor.last_confirmed
