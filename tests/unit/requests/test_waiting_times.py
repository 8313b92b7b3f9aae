"""How long people waited lately: with those who found nobody, and never from a few."""

from datetime import UTC, datetime, timedelta

from generator.model.request import RequestSummary
from generator.requests.stats.waiting_times import WaitingTimes, waiting_times

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def _request(number: int, days: int | None, skill: str = "python", ago: int = 10) -> RequestSummary:
    """Someone found a mentor after so many days, or nobody; it was decided some days ago."""
    at = NOW - timedelta(days=ago)
    sent = at - timedelta(days=days or 14)
    state, matched = ("active", at) if days is not None else ("expired", None)
    return RequestSummary(
        number, "mentorship", state, "ada", "mia", sent, at, sent_at=sent, matched_at=matched, skills=(skill,)
    )


def test_no_figure_comes_from_fewer_than_five() -> None:
    """Four people who found a mentor are too few, however many found none."""
    few = [*(_request(one, 3) for one in range(4)), *(_request(one, None) for one in range(4, 40))]
    assert waiting_times(few, NOW) is None
    assert waiting_times([*few, _request(50, 9)], NOW) == WaitingTimes(asked=41, matched=5, days=3)


def test_who_found_nobody_is_counted_and_old_requests_are_not() -> None:
    """A figure of those alone who found a mentor would promise too much; what is older than 90 days says nothing any more."""
    found = [_request(one, days) for one, days in enumerate((1, 2, 8, 20, 30))]
    assert waiting_times([*found, _request(8, None), _request(9, None, ago=91)], NOW) == WaitingTimes(6, 5, 8)


def test_who_wants_the_same_comes_first() -> None:
    """Where enough wanted the same their figure counts, otherwise everyone's."""
    python = [_request(one, 2) for one in range(5)]
    rust = [_request(one, 40, "rust") for one in range(10, 15)]
    assert waiting_times([*python, *rust], NOW, frozenset({"rust"})) == WaitingTimes(5, 5, 40)
    assert waiting_times([*python, *rust[:2]], NOW, frozenset({"rust"})) == WaitingTimes(7, 7, 2)
