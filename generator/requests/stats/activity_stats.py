"""Add up all requests: what each mentor has and stated, and what is still open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from generator.model.activity import RESPONSES, Activity, MentorActivity
from generator.model.directory import Days, Directory
from generator.model.request_kind import KIND
from generator.model.request_state import IDLE_STATES, PENDING_STATES
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.silence import Silence, Silences, in_order_of_time, is_newcomer
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import in_force, pause_end, stated_capacity
from generator.requests.stats.pulse import pulse_of

_RESPONSE_DAYS = (1, 3, 7, 14)
_FEWEST_ANSWERS = 3
"""From how many answers on a usual time is shown."""


def activity_of(
    requests: Iterable[RequestState],
    statements: Sequence[Event],
    directory: Directory,
    now: datetime,
    swept: datetime | None,
) -> Activity:
    """Add everything up; `statements` are those of the availability issue."""
    sent = sorted(
        (request for request in requests if request.sent_at and KIND[request.kind].mentoring),
        key=lambda one: one.number,
    )
    by_mentor: dict[str, list[RequestState]] = defaultdict(list)
    stated: dict[str, list[Event]] = defaultdict(list)
    for request in sent:
        for handle in request.mentors:
            by_mentor[handle].append(request)
        for event in request.statements:
            stated[event.by.handle].append(event)
    for event in statements:
        stated[event.by.handle].append(event)
    handles = sorted(handle for handle in {*by_mentor, *stated} if handle in directory.mentors)
    mentors = {handle: mentor_activity(handle, by_mentor[handle], stated[handle], directory) for handle in handles}
    summaries = tuple(request.summary() for request in sent)
    return Activity(now, swept, summaries, mentors, pulse=pulse_of(sent, now))


def unanswered_of(handle: str, requests: Iterable[RequestState], statements: Iterable[Event], days: Days) -> Silences:
    """Return the newest requests a mentor left unanswered with no word of theirs since."""
    ends: list[Silence] = []
    requests = list(requests)
    for request in requests:
        memory = request.memory
        newcomer = is_newcomer(memory.created, memory.took_part, request.sent_at, days)
        changed = memory.changed.get(handle)
        ends.extend(
            Silence(request.number, at, request.mentee.id, newcomer, changed)
            for who, at in request.silent
            if who == handle
        )
    newest = last_sign(handle, requests, statements)
    return Silences(in_order_of_time(one for one in ends if newest is None or one.at > newest), newest)


def last_sign(handle: str, requests: Iterable[RequestState], statements: Iterable[Event]) -> datetime | None:
    """Return when a mentor last gave a sign of life: a comment in a request of theirs, a command, or a statement."""
    signs = [event.at for event in statements if _is_word_of(event, handle)]
    for request in requests:
        signs.extend(at for who, at in (*request.spoke, *request.heard) if who == handle)
        signs.extend(event.at for event in request.statements if _is_word_of(event, handle))
    return max(signs, default=None)


def _is_word_of(event: Event, handle: str) -> bool:
    """Whether a statement about a mentor is their own, and so a sign of life."""
    return event.by.handle == handle and event.role != "coordinator"


def mentor_activity(
    handle: str, requests: Sequence[RequestState], statements: Sequence[Event], directory: Directory
) -> MentorActivity:
    """Add up one mentor's requests and what they said about their own availability; `requests` are those they were asked in."""
    everything, requests = requests, [request for request in requests if request.mentor == handle]
    newest = in_force(statements)
    capacity, sign = newest.get((handle, "capacity")), last_sign(handle, everything, statements)
    return MentorActivity(
        active=sum(request.takes_spot for request in requests),
        pending=sum(request.state in PENDING_STATES and request.state not in IDLE_STATES for request in requests),
        paused_until=_paused_until(handle, everything, statements, directory),
        capacity=stated_capacity(capacity) or 0 if capacity else None,
        capacity_said=capacity.at.date() if capacity else None,
        confirmed=sign.date() if sign else None,
        completed=sum(request.state == "completed" for request in requests),
        response=_response(requests),
        unanswered=_unanswered(handle, everything, statements, directory),
        last_asked=max((request.asked_at.date() for request in requests if request.asked_at), default=None),
    )


def _unanswered(
    handle: str, requests: Sequence[RequestState], statements: Sequence[Event], directory: Directory
) -> int:
    """Count the requests that a mentor left without an answer since their last sign of life, open ones from the second reminder on.

    What waits for a mentor without an account may still wait for a coordinator.
    """
    days = directory.settings.requests.days
    if not directory.login_of(handle):
        return 0
    sign = last_sign(handle, requests, statements)
    waiting = (one for one in requests if one.overdue and one.mentor == handle and one.asked_at)
    overdue = sum(1 for one in waiting if sign is None or (one.asked_at and sign < one.asked_at))
    passed = (at for one in requests for who, at in one.let_pass if who == handle)
    overdue += sum(1 for at in passed if sign is None or at > sign)
    return overdue + len(unanswered_of(handle, requests, statements, days).ends)


def _paused_until(
    handle: str, requests: Sequence[RequestState], statements: Sequence[Event], directory: Directory
) -> date | None:
    """A pause that was said, or the one that follows requests without an answer; the later end counts."""
    event = in_force(statements).get((handle, "pause"))
    until = pause_end(event) if event else None
    days = directory.settings.requests.days
    unanswered = unanswered_of(handle, requests, statements, days)
    mentor = directory.mentors.get(handle)
    length = unanswered.paused_days(mentor.last_confirmed if mentor else None, days)
    if length:
        after = unanswered.ends[-1].at.date() + timedelta(days=length)
        until = max(until, after) if until else after
    return until


def _response(requests: Sequence[RequestState]) -> str | None:
    taken = [
        (request.answered_at - request.asked_at).total_seconds() / 86400
        for request in requests
        if request.answered_at and request.asked_at
    ]
    if len(taken) < _FEWEST_ANSWERS:
        return None
    usual = median(taken)
    return next((word for word, days in zip(RESPONSES, _RESPONSE_DAYS, strict=True) if usual <= days), None)
