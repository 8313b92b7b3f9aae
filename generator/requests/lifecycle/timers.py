"""What happens to a request by itself when its time has come, and when that is.

Every wait has an end. A wait for a mentor counts from when they were notified; where the bot came late by
less than a day and a half, from when it should have told them, so that a lost or doubled run changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from generator.model.directory import Days
from generator.model.request import Person
from generator.model.request_kind import KIND
from generator.model.request_state import STATE
from generator.requests.lifecycle import program_spots
from generator.requests.lifecycle.bot_memory import TIME, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import end_of
from generator.requests.lifecycle.state import RequestState, moved
from generator.requests.lifecycle.waiting_list import (
    FROM_OFFER,
    NOBODY_FREE,
    back_on_list,
    list_cause,
    list_ends,
    offer_ends,
    stays_open,
)

LATE = timedelta(hours=36)
_CADENCE_DAYS = {"weekly": 7, "monthly": 30, "quarterly": 91}
_SHORTEST_CHECK_IN = 14
MENTOR = "mentor"
_NOBODY = Person(0, "")
MOST_QUESTIONS = 2
"""How often people are asked in a state before the request waits for a word of theirs."""
_MOST_RINGS = 20
UNREACHED = "unreached"
"""The cause where a mentor without an account was asked through the coordinators, and no answer came back."""
LEFT = "left"
"""The cause where the mentor's profile was taken out before they answered."""
_UNDECIDED = ("waiting", "question", "talking", "waitlisted")


@dataclass(frozen=True, slots=True)
class Timer:
    """When the present state changes by itself, and into what; "asked" means only that people are asked, "freed" that the spot is free."""

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


def is_overdue(request: RequestState, context: RequestContext, at: datetime) -> bool:
    """Whether the mentor who is asked has not answered by the time of the second reminder."""
    days = context.directory.settings.requests.days
    if request.state != "waiting" or not request.mentor or new_request_key(request) not in request.memory.notices:
        return False
    return at >= waiting_since(request, at) + timedelta(days=days.second_reminder)


def has_left(handle: str, context: RequestContext) -> bool:
    """Whether a mentor's profile is gone; one with an error in it is not."""
    return bool(handle) and handle not in context.directory.mentors and handle not in context.directory.unread


def timer_of(request: RequestState, context: RequestContext, now: datetime) -> Timer | None:
    """Return what would happen next by itself, or None where nothing will."""
    days = context.directory.settings.requests.days
    if request.state in _UNDECIDED and has_left(request.mentor, context):
        # A file may be renamed, and whoever leaves may still answer: a day is time for both.
        return Timer(max(now, silent_since(request) + timedelta(days=1)), "declined", LEFT)
    if request.state in _TIMERS:
        return _TIMERS[request.state](request, context, days, now)
    wait = STATE[request.state].wait
    if wait is None:
        return None
    return Timer(request.since + timedelta(days=wait.times * getattr(days, wait.days)), "expired", wait.cause)


def _waiting(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    if request.offered:
        return Timer(offer_ends(waiting_since(request, now), days), "waiting", FROM_OFFER)
    if not request.mentor:
        return Timer(list_ends(request, days), "expired", list_cause(request))
    # Who could not be notified, as in a locked conversation, was not silent.
    told = request.mentor and new_request_key(request) in request.memory.notices
    cause = "offer" if request.kind == "offer" else "silence" if told else "nobody"
    if request.mentor and not context.has_account(request.mentor, request.memory.ids):
        # Whether the question reached them, only a coordinator knows.
        cause = UNREACHED
    return Timer(waiting_since(request, now) + timedelta(days=days.expiry), "expired", cause)


def _question(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(request.since + timedelta(days=days.expiry), "undecided", "question")


def _ended(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer | None:
    """Where nobody else is free, a no or a silence is no end: the request goes to the waiting list, unless others were named to the mentee."""
    named = f"{request.state}:{request.event_id}:{request.round}" in request.memory.notices
    ended = request.state == "declined" or request.cause == "silence"
    goes_on = ended and not named and stays_open(request, context)
    return Timer(request.since, "waiting", NOBODY_FREE) if goes_on else None


def turn_key(request: RequestState) -> str:
    """Return the key of the newest notice that asks who is next."""
    return f"turn-{request.questions}:{request.event_id}"


def asked_since(key: str, at: datetime, request: RequestState, now: datetime) -> datetime:
    """Return when people were asked something: from the day of the comment where the bot was late with it."""
    sent = request.memory.notices.get(key)
    if sent is None:
        return now if now - at > LATE and not request.mute else at
    return sent.at if sent.at - at > LATE else at


def _talking(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    """Twice someone is asked who is next; after that others are suggested, and it waits for a word."""
    start = silent_since(request)
    if request.asked_on:
        start = max(start, asked_since(turn_key(request), request.asked_on, request, now))
    # Whoever was asked twice without deciding is not asked again with this mentor, however often they write.
    enough = request.questions >= MOST_QUESTIONS or request.undecided_in == request.round
    return Timer(start + timedelta(days=days.conversation), "undecided" if enough else "asked")


def _waitlisted(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    """On the day that was named, or when the list has lasted long enough, both are asked; a program's just ends."""
    if program_spots.is_on_program_list(request):
        return Timer(program_spots.program_list_ends(request, context), "expired", program_spots.ON_LIST)
    at = end_of(request.until - timedelta(days=1)) if request.until else request.since + timedelta(days=days.waitlist)
    return Timer(at, "talking", "waitlist")


def _accepted(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    """Without a mentor, an accepted application waits for its program, a year where nobody knows how long that lasts."""
    if request.mentor:
        start = silent_since(request)
        third = max(1, days.first_contact // 3)
        if request.questions < MOST_QUESTIONS:
            return Timer(start + timedelta(days=2 * third), "asked")
        asked = asked_since(contact_key(request), request.asked_on or start, request, now)
        at = max(start, asked) + timedelta(days=third)
        # Who has talked here since the yes is in touch.
        return Timer(at, first_state(request) if request.both_wrote else "quiet")
    return Timer(program_spots.program_ends(request, context), "ended", "program")


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


def first_state(request: RequestState) -> str:
    """Return where a mentorship begins: on trial, where its kind has one."""
    return "trial" if KIND[request.kind].has_trial else "active"


def contact_key(request: RequestState) -> str:
    """Return the key of the newest notice that asks whether the two are in touch."""
    return f"contact-{request.questions}:{request.event_id}"


def check_in_key(request: RequestState) -> str:
    """Return the key of the newest check-in."""
    return f"check-in-{request.questions}:{request.asked_on or request.since:%Y%m%d}"


def next_check_in(request: RequestState, context: RequestContext) -> datetime:
    """Return the day of the next check-in: by the calendar, and later where they wrote within half of its time."""
    length = timedelta(days=check_in_days(request, context))
    earliest = max(request.since + length, silent_since(request) + length / 2)
    if request.asked_on:
        earliest = max(earliest, request.asked_on + length / 2)
    periods = -((request.since - earliest) // length)
    return request.since + periods * length


def _active(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    if request.kind == "self-test":
        return Timer(request.since + timedelta(days=days.second_reminder), "ended", "untested")
    if request.one_off:
        start = max(silent_since(request), request.asked_on or request.since)
        length = days.expiry if request.questions else check_in_days(request, context)
        at = start + timedelta(days=length)
        return Timer(at, "asked") if request.questions < MOST_QUESTIONS else Timer(at, "completed", "quiet")
    if request.questions < MOST_QUESTIONS:
        return Timer(next_check_in(request, context), "asked")
    asked = asked_since(check_in_key(request), request.asked_on or request.since, request, now)
    return Timer(asked + timedelta(days=days.expiry), "quiet")


def _quiet(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer | None:
    """The spot is given back after a while; nothing else happens by itself."""
    return None if request.spot_free else Timer(request.since + timedelta(days=days.quiet_spot), "freed")


def _on_break(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    return Timer(end_of(request.until or request.since.date()), "active")


_TIMERS: dict[str, Callable[[RequestState, RequestContext, Days, datetime], Timer | None]] = {
    "waiting": _waiting,
    "question": _question,
    "talking": _talking,
    "waitlisted": _waitlisted,
    "quiet": _quiet,
    "accepted": _accepted,
    "trial": _trial,
    "active": _active,
    "on-break": _on_break,
    "declined": _ended,
    "expired": _ended,
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
    if timer is not None and request.state == "accepted" and timer.state == "asked":
        # What is named to people is the day until which they should be in touch.
        third = max(1, context.directory.settings.requests.days.first_contact // 3)
        return timer.at + timedelta(days=third)
    return timer.at if timer else None


def fire_timer(request: RequestState, event: Event) -> RequestState:
    """Let a timer ring, now or as the ledger tells; one that belongs to another state than this rings no more."""
    if request.state != event.role:
        return request
    state, _, cause = event.words.partition(" ")
    request = replace(request, effective=(*request.effective, event))
    if state == "asked":
        # Whoever said yes has a date for the first talk already: once that is near, one question is enough.
        count = MOST_QUESTIONS if event.role == "accepted" else request.questions + 1
        asked = replace(request, questions=count, asked_on=event.at)
        return replace(asked, trial_asked=True) if event.role == "trial" else asked
    if state == "freed":
        return replace(request, spot_free=True)
    if state == "quiet":
        return moved(request, state, event.at, TIME, cause=cause, resumes=(request.state, request.event_id))
    if (state, cause) == ("talking", "waitlist"):
        return moved(request, state, event.at, TIME, cause=cause, turn=MENTOR, questions=1, asked_on=event.at)
    if state == "waiting" or (state == "undecided" and request.offered):
        if cause == FROM_OFFER:
            request = replace(request, let_pass=(*request.let_pass, (request.mentor, event.at)))
        return back_on_list(request, event.at, TIME, cause if state == "waiting" else FROM_OFFER)
    if event.role == "on-break":
        return moved(request, state, event.at, "break-over", last_word=event.at)
    if (state, cause) == ("expired", "silence"):
        request = replace(request, silent=(*request.silent, (request.mentor, event.at)))
    if program_spots.stays_in_program(request, event.role, state):
        return program_spots.back_in_program(request, event.at)
    if state == "undecided":
        request = replace(request, undecided_in=request.round)
    return moved(request, state, event.at, TIME, cause=cause)
