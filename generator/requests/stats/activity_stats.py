"""Add up all requests: what each mentor has and stated, and what is still open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from generator.model.activity import RESPONSES, Activity, MentorActivity
from generator.model.directory import Directory
from generator.model.request_kind import KIND
from generator.model.request_state import ACTIVE_STATES, PENDING_STATES
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import in_force, pause_end, stated_capacity

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
    return Activity(now, swept, tuple(request.summary() for request in sent), mentors)


def unanswered_of(
    requests: Iterable[RequestState], statements: Sequence[Event]
) -> Mapping[str, tuple[tuple[int, datetime], ...]]:
    """Return, by handle, the newest requests a mentor left unanswered with no word of theirs since, oldest first."""
    found: dict[str, list[tuple[int, datetime]]] = defaultdict(list)
    spoke: dict[str, list[datetime]] = defaultdict(list)
    for request in requests:
        for handle, at in request.silent:
            found[handle].append((request.number, at))
        for handle, at in request.spoke:
            spoke[handle].append(at)
        for event in request.statements:
            spoke[event.by.handle].append(event.at)
    for event in statements:
        spoke[event.by.handle].append(event.at)
    newest = {handle: max(times) for handle, times in spoke.items()}
    kept = {
        handle: tuple(
            sorted(
                (one for one in ends if handle not in newest or one[1] > newest[handle]),
                key=lambda one: (one[1], one[0]),
            )
        )
        for handle, ends in found.items()
    }
    return {handle: ends for handle, ends in kept.items() if ends}


def mentor_activity(
    handle: str, requests: Sequence[RequestState], statements: Sequence[Event], directory: Directory
) -> MentorActivity:
    """Add up one mentor's requests and what they said about their own availability; `requests` are those they were asked in."""
    everything, requests = requests, [request for request in requests if request.mentor == handle]
    newest = in_force(statements)
    capacity, confirm = newest.get((handle, "capacity")), newest.get((handle, "confirm"))
    return MentorActivity(
        active=sum(request.state in ACTIVE_STATES and KIND[request.kind].takes_spot for request in requests),
        pending=sum(request.state in PENDING_STATES for request in requests),
        paused_until=_paused_until(handle, everything, statements, directory),
        capacity=stated_capacity(capacity) or 0 if capacity else None,
        capacity_said=capacity.at.date() if capacity else None,
        confirmed=confirm.at.date() if confirm else None,
        completed=sum(request.state == "completed" for request in requests),
        response=_response(requests),
        last_asked=max((request.asked_at.date() for request in requests if request.asked_at), default=None),
    )


def _paused_until(
    handle: str, requests: Sequence[RequestState], statements: Sequence[Event], directory: Directory
) -> date | None:
    """A pause that was said, or the one that follows two requests in a row without an answer; the later end counts."""
    event = in_force(statements).get((handle, "pause"))
    until = pause_end(event) if event else None
    silent = unanswered_of(requests, statements).get(handle, ())
    if len(silent) >= 2:
        after = silent[-1][1].date() + timedelta(days=directory.settings.requests.days.pause_after_silence)
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
