"""How long people waited for a mentor lately, said honestly: with those who found none, and never from a few."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from generator.model.request import RequestSummary

FEWEST = 5
"""From so many people on a figure is given; with fewer, one could tell who is meant."""
_LATELY = timedelta(days=90)
_CAME_TO_NOTHING = frozenset({"expired", "declined"})
_KINDS = frozenset({"mentorship", "quick-question", "interview", "group"})


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """Of `asked` people whose requests were decided lately, `matched` found a mentor, half of them within `days`."""

    asked: int
    matched: int
    days: int


def waiting_times(
    requests: Iterable[RequestSummary], now: datetime, wants: frozenset[str] = frozenset()
) -> WaitingTimes | None:
    """Return how it went for who wanted some of the same; where these are too few, for everyone; None for very few."""
    decided = [one for one in requests if one.kind in _KINDS and one.sent_at and _is_late(one, now)]
    same = _counted([one for one in decided if one.wants & wants])
    return same or _counted(decided)


def _is_late(request: RequestSummary, now: datetime) -> bool:
    """Whether it was decided lately that a mentor was found, or that none was."""
    at = request.matched_at or (request.since if request.state in _CAME_TO_NOTHING else None)
    return at is not None and now - _LATELY < at <= now


def _counted(decided: list[RequestSummary]) -> WaitingTimes | None:
    waits = [(one.matched_at - one.sent_at).days for one in decided if one.matched_at and one.sent_at]
    if len(waits) < FEWEST:
        return None
    return WaitingTimes(len(decided), len(waits), max(1, round(median(waits))))
