"""What needs a person, and whether the bot is awake, to the hour."""

from datetime import UTC, datetime, timedelta

import pytest

from generator.insight.attention import Attention, attention, open_requests, sweep_is_late
from generator.model.activity import Activity
from generator.model.directory import Days
from generator.model.request import RequestSummary

NOW = datetime(2026, 11, 21, 2, 28, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def _request(
    state: str = "waiting",
    since: timedelta = timedelta(0),
    mentor: str = "ada",
    kind: str = "mentorship",
    **more: object,
) -> RequestSummary:
    return RequestSummary(1, kind, state, mentor, "grace", NOW - since, NOW - since, **more)


@pytest.mark.parametrize(
    ("request_", "need"),
    [
        (_request("held"), "held"),
        (_request("incomplete", timedelta(days=9)), None),
        (_request(since=timedelta(days=7)), None),
        (_request(since=timedelta(days=7) + SECOND), "unanswered"),
        (_request(since=timedelta(days=14), mentor=""), None),
        (_request(since=timedelta(days=14) + SECOND, mentor=""), "unclaimed"),
        (_request(since=timedelta(days=9), kind="application", mentor=""), None),
        (_request("held", kind="application", mentor=""), "held"),
        (_request("active", timedelta(days=99)), None),
        (_request(due=NOW - timedelta(hours=48)), None),
        (_request(due=NOW - timedelta(hours=48) - SECOND), "forgotten"),
        (_request("held", due=NOW - timedelta(hours=49)), "forgotten"),
    ],
)
def test_each_request_is_looked_at_when_its_time_has_come(request_: RequestSummary, need: str | None) -> None:
    """A request needs a coordinator from the second on that the community's days say, and for one reason only."""
    expected = Attention(**{need: (request_,)}) if need else Attention()
    assert attention([request_], Days(), NOW) == expected


def test_the_longest_waiting_comes_first() -> None:
    """Whoever has waited longest stands first, whatever order the requests came in."""
    days = (8, 10, 9)
    found = attention([_request(since=timedelta(days=one)) for one in days], Days(), NOW).unanswered
    assert [(NOW - request.since).days for request in found] == [10, 9, 8]


def test_a_self_test_asks_nobody() -> None:
    """What only tests whether mentions arrive is no open request, and what has ended is none either."""
    waiting = _request()
    activity = Activity(NOW, NOW, (_request(kind="self-test"), waiting, _request("completed")))
    assert open_requests(activity) == (waiting,)


@pytest.mark.parametrize(
    ("swept", "waited", "late"),
    [
        (timedelta(hours=48), timedelta(days=9), False),
        (timedelta(hours=48) + SECOND, None, True),
        (None, None, False),
        (None, timedelta(hours=48), False),
        (None, timedelta(hours=48) + SECOND, True),
    ],
)
def test_a_sweep_is_late_after_two_days(swept: timedelta | None, waited: timedelta | None, late: bool) -> None:
    """The alarm is raised after 48 hours and not before, and never where the first request has yet to wait so long."""
    requests = () if waited is None else (_request(since=waited),)
    assert sweep_is_late(Activity(NOW, None if swept is None else NOW - swept, requests), NOW) is late
