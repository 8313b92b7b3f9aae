"""The waits for a yes: until when a mentor is asked, a mentee's answer is awaited, and two people talk.

A wait for a mentor counts from when they were notified; where the bot came late by less than a day and a half, from
when it should have told them, so that a lost or doubled run changes nothing.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from generator.model.directory import Days
from generator.requests.lifecycle import program_spots
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import end_of
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timer import LATE, MOST_QUESTIONS, Timer, asked_since, silent_since
from generator.requests.lifecycle.waiting_list import (
    LIST_GOES_ON,
    NOBODY_FREE,
    list_cause,
    list_ends,
    offer_ends,
    stays_open,
)

UNREACHED = "unreached"
"""The cause where a mentor without an account was asked through the coordinators, and no answer came back."""
LEFT = "left"
"""The cause where the mentor's profile was taken out before they answered."""


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


def turn_key(request: RequestState) -> str:
    """Return the key of the newest notice that asks who is next."""
    return f"turn-{request.questions}:{request.event_id}"


def _waiting(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    if request.offered:
        return Timer(offer_ends(waiting_since(request, now), days), "waiting", LIST_GOES_ON)
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


def _ended(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer | None:
    """Where nobody else is free, a no or a silence is no end: the request goes to the waiting list, unless others were named to the mentee."""
    named = f"{request.state}:{request.event_id}:{request.round}" in request.memory.notices
    ended = request.state == "declined" or request.cause == "silence"
    goes_on = ended and not named and stays_open(request, context)
    return Timer(request.since, "waiting", NOBODY_FREE) if goes_on else None


BEFORE_YES: Mapping[str, Callable[[RequestState, RequestContext, Days, datetime], Timer | None]] = {
    "waiting": _waiting,
    "question": _question,
    "talking": _talking,
    "waitlisted": _waitlisted,
    "declined": _ended,
    "expired": _ended,
}
"""What comes next by itself while nobody has said yes, by state."""
