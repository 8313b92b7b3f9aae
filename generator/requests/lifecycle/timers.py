"""What happens to a request by itself when its time has come, and when that is.

Every wait has an end. A wait for a mentor counts from when they were told; where the bot came late by
less than a day and a half, from when it should have told them, so that a lost or doubled run changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from generator.model.directory import Days
from generator.model.request import Person
from generator.requests.lifecycle.bot_memory import TIME, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved

LATE = timedelta(hours=36)
_CADENCE_DAYS = {"weekly": 7, "monthly": 30, "quarterly": 91}
_SHORTEST_CHECK_IN = 14


_NOBODY = Person(0, "")
_MOST_RINGS = 20


@dataclass(frozen=True, slots=True)
class Timer:
    """When the present state changes by itself, and into what; "asked" means only that both are asked after the trial."""

    at: datetime
    state: str
    cause: str = ""


def told_key(course: RequestState) -> str:
    """Return the key of the notice that tells the present mentor, or everybody of an open request."""
    return f"told:{course.round}"


def waiting_since(course: RequestState, now: datetime) -> datetime:
    """Return when a wait for an answer began to count; a mentor nobody told yet loses no time."""
    sent = course.ledger.notices.get(told_key(course))
    if sent is None:
        return now if now - course.since > LATE and not course.mute else course.since
    return sent.at if sent.at - course.since > LATE else course.since


def timer_of(course: RequestState, registry: RequestContext, now: datetime) -> Timer | None:
    """Return what would happen next by itself, or None where nothing will."""
    days = registry.directory.settings.requests.days
    return _TIMERS[course.state](course, registry, days, now) if course.state in _TIMERS else None


def _incomplete(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(course.since + timedelta(days=days.expiry), "expired", "incomplete")


def _held(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(course.since + timedelta(days=2 * days.expiry), "expired", "held")


def _waiting(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    # Who could not be told, as in a locked conversation, was not silent.
    told = course.mentor and told_key(course) in course.ledger.notices
    return Timer(waiting_since(course, now) + timedelta(days=days.expiry), "expired", "silence" if told else "nobody")


def _question(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(course.since + timedelta(days=days.expiry), "expired", "question")


def _waitlisted(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(course.since + timedelta(days=days.waitlist), "expired", "waitlist")


def _accepted(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    """Without a mentor, an accepted application waits for its program, a year where nobody knows how long that lasts."""
    if course.mentor:
        return Timer(course.since + timedelta(days=days.first_contact), "ended", "no-contact")
    program = registry.directory.programs.get(course.asked.program) if course.asked else None
    last = program.last_day if program else None
    at = datetime.combine(last, time(), UTC) + timedelta(days=1) if last else course.since + timedelta(days=366)
    return Timer(max(at, course.since + timedelta(days=1)), "ended", "program")


def trial_days(course: RequestState, registry: RequestContext) -> int:
    """Return how long a trial lasts: as the mentor's file says, or as the directory does."""
    mentor = registry.directory.mentors.get(course.mentor)
    stated = mentor.expectations.trial_days if mentor else None
    return registry.directory.settings.requests.days.trial if stated is None else stated


def _trial(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    """After the trial both are asked; silence for two more weeks means that it goes on, and check-ins take over."""
    length = trial_days(course, registry)
    over = course.since + timedelta(days=length)
    if not length:
        return Timer(over, "active")
    if not course.trial_asked:
        return Timer(over, "asked")
    return Timer(over + timedelta(days=days.expiry), "active")


def check_in_days(course: RequestState, registry: RequestContext) -> int:
    """Return after how many silent days both are asked: two of the mentor's cadences, or as the directory says."""
    if course.one_off:
        return _SHORTEST_CHECK_IN
    mentor = registry.directory.mentors.get(course.mentor)
    cadences = [_CADENCE_DAYS[one] for one in mentor.cadence if one in _CADENCE_DAYS] if mentor else []
    return (
        max(_SHORTEST_CHECK_IN, 2 * min(cadences)) if cadences else registry.directory.settings.requests.days.check_in
    )


def silent_since(course: RequestState) -> datetime:
    """Return when the present silence began."""
    return max(course.since, course.last_word or course.since)


def _active(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    if course.kind == "self-test":
        return Timer(course.since + timedelta(days=days.second_reminder), "ended", "untested")
    at = silent_since(course) + timedelta(days=check_in_days(course, registry) + 2 * days.expiry)
    return Timer(at, "completed", "quiet") if course.one_off else Timer(at, "ended", "silence")


def _on_break(course: RequestState, registry: RequestContext, days: Days, now: datetime) -> Timer:
    day = course.until or course.since.date()
    return Timer(datetime.combine(day, time(), UTC) + timedelta(days=1), "active")


_TIMERS: dict[str, Callable[[RequestState, RequestContext, Days, datetime], Timer]] = {
    "incomplete": _incomplete,
    "held": _held,
    "waiting": _waiting,
    "question": _question,
    "waitlisted": _waitlisted,
    "accepted": _accepted,
    "trial": _trial,
    "active": _active,
    "on-break": _on_break,
}


def advance_to(
    course: RequestState, registry: RequestContext, moment: datetime, now: datetime, known: datetime | None = None
) -> RequestState:
    """Let everything happen that was due before a moment; `now` is when the bot looks.

    Until `known` the ledger tells what happened, so no timer rings that it does not tell of: who changes
    the days of the settings, or leaves the directory, changes nothing that has been.
    """
    if known and moment <= known:
        return course
    for _ in range(_MOST_RINGS):
        timer = timer_of(course, registry, now)
        if timer is None or timer.at > moment:
            break
        course = fire_timer(
            course, Event(TIME, timer.at, _NOBODY, course.state, TIME, f"{timer.state} {timer.cause}".strip())
        )
    return course


def due_of(course: RequestState, registry: RequestContext, now: datetime) -> datetime | None:
    """Return when the present state ends by itself, or None where it does not."""
    timer = timer_of(course, registry, now)
    return timer.at if timer else None


def fire_timer(course: RequestState, said: Event) -> RequestState:
    """Let a timer ring, now or as the ledger tells; one that belongs to another state than this rings no more."""
    if course.state != said.role:
        return course
    state, _, cause = said.words.partition(" ")
    course = replace(course, effective=(*course.effective, said))
    if state == "asked":
        return replace(course, trial_asked=True)
    if said.role == "on-break":
        return moved(course, state, said.at, "break-over", last_word=said.at)
    if (state, cause) == ("expired", "silence"):
        course = replace(course, silent=(*course.silent, (course.mentor, said.at)))
    return moved(course, state, said.at, TIME, cause=cause)
