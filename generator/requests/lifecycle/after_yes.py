"""The clock of a mentorship after the yes: the first talk, the trial, the check-ins, and what becomes of a quiet one."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from generator.model.directory import Days
from generator.model.mentorship import FREQUENCIES
from generator.model.request_kind import KIND
from generator.requests.lifecycle import program_spots
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import end_of
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timer import MOST_QUESTIONS, Timer, asked_since, silent_since

_SHORTEST_CHECK_IN = 14


def first_state(request: RequestState) -> str:
    """Return where a mentorship begins: on trial, where its kind has one."""
    return "trial" if KIND[request.kind].has_trial else "active"


def contact_key(request: RequestState) -> str:
    """Return the key of the newest notice that asks whether the two are in touch."""
    return f"contact-{request.questions}:{request.event_id}"


def trial_days(request: RequestState, context: RequestContext) -> int:
    """Return how long a trial lasts: as the two agreed, as the mentor's file says, or as the directory does."""
    if request.mentorship.agreement.trial is not None:
        return request.mentorship.agreement.trial
    mentor = context.directory.mentors.get(request.mentor)
    stated = mentor.expectations.trial_days if mentor else None
    return context.directory.settings.requests.days.trial if stated is None else stated


def check_in_days(request: RequestState, context: RequestContext) -> int:
    """Return after how many silent days both are asked: two of the cadences they agreed on or the mentor named, or as the directory says."""
    if request.one_off:
        return _SHORTEST_CHECK_IN
    agreed = FREQUENCIES.get(request.mentorship.agreement.frequency)
    if agreed:
        return max(_SHORTEST_CHECK_IN, 2 * agreed)
    mentor = context.directory.mentors.get(request.mentor)
    cadences = [days for one in mentor.cadence if (days := FREQUENCIES.get(one))] if mentor else []
    return max(_SHORTEST_CHECK_IN, 2 * min(cadences)) if cadences else context.directory.settings.requests.days.check_in


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


def _trial(request: RequestState, context: RequestContext, days: Days, now: datetime) -> Timer:
    """After the trial both are asked; silence for two more weeks means that it goes on, and check-ins take over."""
    length = trial_days(request, context)
    over = request.since + timedelta(days=length)
    if not length:
        return Timer(over, "active")
    if not request.trial_asked:
        return Timer(over, "asked")
    return Timer(over + timedelta(days=days.expiry), "active")


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


AFTER_YES: Mapping[str, Callable[[RequestState, RequestContext, Days, datetime], Timer | None]] = {
    "accepted": _accepted,
    "trial": _trial,
    "active": _active,
    "quiet": _quiet,
    "on-break": _on_break,
}
"""What comes next by itself once a mentor has said yes, by state."""
