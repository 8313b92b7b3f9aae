"""What the requests say about the whole directory: the facts behind `activity.json`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from generator.model.pulse import Pulse
from generator.model.request import RequestSummary
from generator.model.review import Review

RESPONSES = ("a day", "three days", "a week", "two weeks")
"""Within what time a mentor usually answers; the words are in sentences: "usually answers within a day"."""


@dataclass(frozen=True, slots=True)
class MentorActivity:
    """What a mentor's requests and words to the bot add up to.

    `active` mentees now and `pending` requests that wait for an answer. `paused_until` is the last day of
    a pause. `capacity` was said on `capacity_said`, and counts unless the file was confirmed later.
    `confirmed` is the day of the last sign of life: a `/confirm`, any other command, or any comment in a request of theirs. `response` is one of `RESPONSES`, or None before three
    answers. `last_asked` is the day of the newest request,
    `unanswered` how many the mentor left without an answer since their last sign of life.
    """

    active: int = 0
    pending: int = 0
    paused_until: date | None = None
    capacity: int | None = None
    capacity_said: date | None = None
    confirmed: date | None = None
    completed: int = 0
    response: str | None = None
    last_asked: date | None = None
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """All requests by number, and mentors by handle.

    `built` is when the threads were read, `swept` when the daily sweep last ran; None when it never did.
    `unreadable` are the issues that could not be read or judged, by number. `pulse` is what all requests of the last
    year add up to, or None in a file that an earlier version wrote. `availability_issue` is the number of the newest
    one, where that isn't the one in the settings any more. `reviews` are those that both sides agreed to show.
    """

    built: datetime
    swept: datetime | None = None
    requests: tuple[RequestSummary, ...] = ()
    mentors: Mapping[str, MentorActivity] = field(default_factory=lambda: MappingProxyType({}))
    unreadable: tuple[int, ...] = ()
    pulse: Pulse | None = None
    availability_issue: int | None = None
    reviews: tuple[Review, ...] = ()
