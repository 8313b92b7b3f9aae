"""What happens to a request by itself when its time has come, and when that is.

Every wait has an end. `before_yes` and `after_yes` know when; here the clock runs, and the states change.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from generator.model.request import Person
from generator.model.request_state import STATE
from generator.requests.lifecycle import program_spots
from generator.requests.lifecycle.after_yes import AFTER_YES
from generator.requests.lifecycle.before_yes import BEFORE_YES, LEFT, has_left
from generator.requests.lifecycle.bot_memory import TIME, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.rhythm import finish_of
from generator.requests.lifecycle.state import RequestState, moved
from generator.requests.lifecycle.timer import MOST_QUESTIONS, Timer, silent_since
from generator.requests.lifecycle.waiting_list import (
    LIST_GOES_ON,
    back_on_list,
    cause_now,
)

MENTOR = "mentor"
_NOBODY = Person(0, "")
_MOST_RINGS = 20
_UNDECIDED = ("waiting", "question", "talking", "waitlisted")
_TIMERS = {**BEFORE_YES, **AFTER_YES}


def timer_of(request: RequestState, context: RequestContext, now: datetime) -> Timer | None:
    """Return what would happen next by itself, or None where nothing will."""
    days = context.directory.settings.requests.days
    if request.state in _UNDECIDED and has_left(request.mentor, context):
        # A file may be renamed, and whoever leaves may still answer: a day is time for both.
        return Timer(max(now, silent_since(request) + timedelta(days=1)), "declined", LEFT)
    if request.state in _TIMERS:
        timer, finish = _TIMERS[request.state](request, context, days, now), finish_of(request)
        if request.state in ("trial", "active") and finish and request.mentorship.asked_to_finish != finish[1]:
            at_the_end = Timer(max(finish[0], request.since), "asked", f"finish {finish[1]}")
            return timer if timer and timer.at < at_the_end.at else at_the_end
        return timer
    wait = STATE[request.state].wait
    if wait is None:
        return None
    return Timer(request.since + timedelta(days=wait.times * getattr(days, wait.days)), "expired", wait.cause)


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
    if state == "asked" and cause.startswith("finish "):
        about_the_end = replace(request.mentorship, asked_to_finish=cause.removeprefix("finish "))
        return replace(request, mentorship=about_the_end, questions=1, asked_on=event.at)
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
        cause = cause_now(cause)
        if cause == LIST_GOES_ON:
            request = replace(request, let_pass=(*request.let_pass, (request.mentor, event.at)))
        return back_on_list(request, event.at, TIME, cause if state == "waiting" else LIST_GOES_ON)
    if event.role == "on-break":
        return moved(request, state, event.at, "break-over", last_word=event.at)
    if (state, cause) == ("expired", "silence"):
        request = replace(request, silent=(*request.silent, (request.mentor, event.at)))
    if program_spots.stays_in_program(request, event.role, state):
        return program_spots.back_in_program(request, event.at)
    if state == "undecided":
        request = replace(request, undecided_in=request.round)
    return moved(request, state, event.at, TIME, cause=cause)
