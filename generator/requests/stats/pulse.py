"""Count how a community is doing from all of its requests: how many, how soon, and what became of them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from statistics import median

from generator.model.pulse import FEWEST, WAITS, Month, Pulse
from generator.model.request_state import ACTIVE_STATES, PENDING_STATES
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.turns import MENTOR

WINDOW = timedelta(days=365)
_LONG_AGO = timedelta(days=60)
_BEGUN = ACTIVE_STATES - {"accepted"} | {"completed"}
_LASTS = ACTIVE_STATES | {"completed"}
_NEWS = frozenset({"update", "goal"})


def pulse_of(requests: Iterable[RequestState], now: datetime) -> Pulse:
    """Count the requests that were sent within a year before a moment."""
    since = (now - WINDOW).date()
    found = [one for one in requests if one.sent_at and one.sent_at.date() >= since and one.state != "removed"]
    asked = [one for one in found if one.calls]
    waits = [_days(_first_call(one), at) for one in asked if (at := first_answer(one))]
    matched = [(one, at) for one in found if (at := matched_at(one))]
    mentorships = [(one, at) for one, at in matched if not one.one_off]
    old = [one for one, at in mentorships if now - at >= _LONG_AGO]
    return Pulse(
        since=since,
        sent=len(found),
        asked=len(asked),
        answered=len(waits),
        unanswered=sum(_is_unanswered(one) for one in asked),
        waits=_by_span(waits),
        usual_wait=_middle(waits),
        matched=len(matched),
        usual_match=_middle([_days(one.sent_at or at, at) for one, at in matched]),
        mentorships=len(mentorships),
        begun=sum(one.state in _BEGUN or _has(one, {"started"}) for one, _at in mentorships),
        old=len(old),
        lasting=sum(one.state in _LASTS for one in old),
        completed=sum(one.state == "completed" for one, _at in mentorships),
        ended=sum(one.state == "ended" for one, _at in mentorships),
        checked_in=sum(_has(one, _NEWS) for one, _at in mentorships),
        months=tuple(_months(found, now.date())),
    )


def first_answer(request: RequestState) -> datetime | None:
    """Return when a mentor first wrote in a request, whatever it was; None while none has."""
    answers = [event.at for event in request.effective if event.role == MENTOR]
    answers += [at for _mentor, at in request.heard]
    answers += [request.answered_at] if request.answered_at else []
    return min(answers, default=None)


def matched_at(request: RequestState) -> datetime | None:
    """Return when a request led to a mentor; None where it did not, or not any more before anything began."""
    if request.state not in _LASTS | {"ended"}:
        return None
    accepted = [event.at for event in request.effective if event.command == "accept"]
    return max(accepted, default=request.answered_at)


def _is_unanswered(request: RequestState) -> bool:
    return first_answer(request) is None and request.state not in PENDING_STATES


def _first_call(request: RequestState) -> datetime:
    return min(at for _round, _mentor, at in request.calls)


def _has(request: RequestState, commands: Iterable[str]) -> bool:
    return any(event.command in commands for event in request.effective)


def _days(start: datetime, end: datetime) -> float:
    return max(0.0, (end - start).total_seconds() / 86400)


def _by_span(waits: Iterable[float]) -> tuple[int, ...]:
    """Count whole days by `WAITS`; an answer on the next day, but within 24 hours, came on the same day."""
    counts = Counter(bisect_left(WAITS, int(days)) for days in waits)
    return tuple(counts[span] for span in range(len(WAITS) + 1))


def _middle(values: list[float]) -> float | None:
    return round(median(values), 2) if len(values) >= FEWEST else None


def _months(requests: list[RequestState], today: date) -> Iterator[Month]:
    """Yield the months from the first that has a request, the oldest first."""
    became: Counter[tuple[date, str]] = Counter()
    for request in requests:
        if request.sent_at:
            became[request.sent_at.date().replace(day=1), _became(request)] += 1
    first = min((month for month, _what in became), default=None)
    while first and first <= today:
        yield Month(first, *(became[first, what] for what in ("yes", "no", "unanswered", "open")))
        first = (first + timedelta(days=32)).replace(day=1)


def _became(request: RequestState) -> str:
    if matched_at(request):
        return "yes"
    if request.state in PENDING_STATES:
        return "open"
    return "no" if first_answer(request) or not request.calls else "unanswered"
