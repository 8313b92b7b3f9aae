"""What happens to a request by itself when its time has come, and when that is.

Every wait has an end. A wait for a mentor counts from when they were notified; where the bot came late by
less than a day and a half, from when it should have told them, so that a lost or doubled run changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from generator.model.directory import Days
from generator.model.request import Person
from generator.model.request_state import STATE
from generator.requests.lifecycle.bot_memory import TIME, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved
from generator.text.timestamps import YEARS

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


def new_request_key(request: RequestState) -> str:
    """Return the key of the notice that notifies the present mentor, or everyone of an open request."""
    return f"told:{request.round}"


def waiting_since(request: RequestState, now: datetime) -> datetime:
    """Return when a wait for an answer began to count; a mentor nobody told yet loses no time."""
    sent = request.memory.notices.get(new_request_key(request))
    if sent is None:
        return now if now - request.since > LATE and not request.mute else request.since
    return sent.at if sent.at - request.since > LATE else request.since


def timer_of(request: RequestState, context: RequestContext, now: datetime) -> Timer | None:
    """Return what would happen next by itself, or None where nothing will."""
    days = context.directory.settings.requests.days
    if request.state in _TIMERS:
        return _TIMERS[request.state](request, context, days, now)
    wait = STATE[request.state].wait
    if wait is None:
        return None
    return Timer(request.since + timedelta(days=wait.times * getattr(days, wait.days)), "expired", wait.cause)


def _waiting(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    # Who could not be notified, as in a locked conversation, was not silent.
    told = request.mentor and new_request_key(request) in request.memory.notices
    return Timer(waiting_since(request, now) + timedelta(days=days.expiry), "expired", "silence" if told else "nobody")


def _accepted(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    """Without a mentor, an accepted application waits for its program, a year where nobody knows how long that lasts."""
    if request.mentor:
        return Timer(request.since + timedelta(days=days.first_contact), "ended", "no-contact")
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    last = program.last_day if program else None
    at = _end_of(last) if last else request.since + timedelta(days=366)
    return Timer(max(at, request.since + timedelta(days=1)), "ended", "program")


def trial_days(request: RequestState, context: RequestContext) -> int:
    """Return how long a trial lasts: as the mentor's file says, or as the directory does."""
    mentor = context.directory.mentors.get(request.mentor)
    stated = mentor.expectations.trial_days if mentor else None
    return context.directory.settings.requests.days.trial if stated is None else stated


def _trial(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    """After the trial both are asked; silence for two more weeks means that it goes on, and check-ins take over."""
    length = trial_days(request, context)
    over = request.since + timedelta(days=length)
    if not length:
        return Timer(over, "active")
    if not request.trial_asked:
        return Timer(over, "asked")
    return Timer(over + timedelta(days=days.expiry), "active")


def check_in_days(request: RequestState, context: RequestContext) -> int:
    """Return after how many silent days both are asked: two of the mentor's cadences, or as the directory says."""
    if request.one_off:
        return _SHORTEST_CHECK_IN
    mentor = context.directory.mentors.get(request.mentor)
    cadences = [_CADENCE_DAYS[one] for one in mentor.cadence if one in _CADENCE_DAYS] if mentor else []
    return max(_SHORTEST_CHECK_IN, 2 * min(cadences)) if cadences else context.directory.settings.requests.days.check_in


def silent_since(request: RequestState) -> datetime:
    """Return when the present silence began."""
    return max(request.since, request.last_word or request.since)


def _active(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    if request.kind == "self-test":
        return Timer(request.since + timedelta(days=days.second_reminder), "ended", "untested")
    at = silent_since(request) + timedelta(days=check_in_days(request, context) + 2 * days.expiry)
    return Timer(at, "completed", "quiet") if request.one_off else Timer(at, "ended", "silence")


def _on_break(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(_end_of(request.until or request.since.date()), "active")


def _end_of(day: date) -> datetime:
    """Return the midnight after a day; a program may be written to end on the last day there is."""
    return datetime.combine(min(day, date(YEARS[-1], 12, 31)), time(), UTC) + timedelta(days=1)


_TIMERS: dict[str, Callable[[RequestState, RequestContext, Days, datetime], Timer]] = {
    "waiting": _waiting,
    "accepted": _accepted,
    "trial": _trial,
    "active": _active,
    "on-break": _on_break,
}


def advance_to(
    request: RequestState, context: RequestContext, moment: datetime, now: datetime, known: datetime | None = None
) -> RequestState:
    """Let everything happen that was due before a moment; `now` is when the bot looks.

    Until `known` the ledger tells what happened, so no timer rings that it does not tell of: who changes
    the days of the settings, or leaves the directory, changes nothing that has been.
    """
    if known and moment <= known:
        return request
    for _ in range(_MOST_RINGS):
        timer = timer_of(request, context, now)
        if timer is None or timer.at > moment:
            break
        request = fire_timer(
            request, Event(TIME, timer.at, _NOBODY, request.state, TIME, f"{timer.state} {timer.cause}".strip())
        )
    return request


def due_of(request: RequestState, context: RequestContext, now: datetime) -> datetime | None:
    """Return when the present state ends by itself, or None where it does not."""
    timer = timer_of(request, context, now)
    return timer.at if timer else None


def fire_timer(request: RequestState, event: Event) -> RequestState:
    """Let a timer ring, now or as the ledger tells; one that belongs to another state than this rings no more."""
    if request.state != event.role:
        return request
    state, _, cause = event.words.partition(" ")
    request = replace(request, effective=(*request.effective, event))
    if state == "asked":
        return replace(request, trial_asked=True)
    if event.role == "on-break":
        return moved(request, state, event.at, "break-over", last_word=event.at)
    if (state, cause) == ("expired", "silence"):
        request = replace(request, silent=(*request.silent, (request.mentor, event.at)))
    return moved(request, state, event.at, TIME, cause=cause)
