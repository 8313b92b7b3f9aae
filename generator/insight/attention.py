"""Who has to do something: whether the bot is awake, and which requests have waited too long for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.model.activity import Activity
from generator.model.directory import Days
from generator.model.request import RequestSummary

LATE_AFTER = timedelta(hours=48)
"""The daily sweep may come late, and be missed once; after this it has stopped."""

LATELY = timedelta(days=30)


def open_requests(activity: Activity) -> tuple[RequestSummary, ...]:
    """Return what someone asked for and has not ended; a self-test asks nobody for anything."""
    return tuple(request for request in activity.requests if request.open and request.kind != "self-test")


def ended_lately(activity: Activity, now: datetime) -> tuple[RequestSummary, ...]:
    """Return what ended in the last thirty days, the newest first; without what was removed and without self-tests."""
    ended = (one for one in activity.requests if not one.open and one.state != "removed" and one.kind != "self-test")
    return tuple(
        sorted(
            (one for one in ended if now - one.since <= LATELY), key=lambda one: (one.since, one.number), reverse=True
        )
    )


def sweep_is_late(activity: Activity, now: datetime) -> bool:
    """Tell whether the daily sweep has stopped; one that never ran is late once a request has waited for it."""
    if activity.swept:
        return now - activity.swept > LATE_AFTER
    return any(now - request.opened > LATE_AFTER for request in open_requests(activity))


@dataclass(frozen=True, slots=True)
class Attention:
    """Requests that need a coordinator, the longest waiting first in each group; a request is in one group.

    `held` ones must be read before anyone is asked. `forgotten` should have changed by themselves two
    days ago. `unclaimed` are on the waiting list for longer than a request waits that names a mentor.
    `unanswered` wait for a mentor who did not answer by the second reminder's.
    """

    held: tuple[RequestSummary, ...] = ()
    forgotten: tuple[RequestSummary, ...] = ()
    unclaimed: tuple[RequestSummary, ...] = ()
    unanswered: tuple[RequestSummary, ...] = ()


def attention(requests: Iterable[RequestSummary], days: Days, now: datetime) -> Attention:
    """Sort out what needs a coordinator."""
    found: dict[str, list[RequestSummary]] = {"held": [], "forgotten": [], "unclaimed": [], "unanswered": []}
    for request in sorted(requests, key=lambda one: (one.since, one.number)):
        need = _need(request, days, now)
        if need:
            found[need].append(request)
    return Attention(**{need: tuple(some) for need, some in found.items()})


def _need(request: RequestSummary, days: Days, now: datetime) -> str:
    if request.due and now - request.due > LATE_AFTER:
        return "forgotten"
    if request.state == "held":
        return "held"
    if request.state != "waiting" or request.kind == "application":
        return ""
    if request.mentor:
        return "unanswered" if now - request.since > timedelta(days=days.second_reminder) else ""
    return "unclaimed" if now - request.opened > timedelta(days=days.expiry) else ""
