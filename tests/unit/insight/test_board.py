"""What needs a coordinator today, and what of it everyone may see."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from generator.insight.availability import AvailabilityStatus
from generator.insight.board import ABOUT_MENTORS, KINDS, PullRequest, board_rows
from generator.model.activity import Activity
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor
from generator.model.program import Program
from generator.model.request import RequestSummary
from generator.model.vocabulary import Vocabularies

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SETTINGS = Settings(name="Town", repository="story/town", private_contact="https://example.org/conduct")
DIRECTORY = Directory(SETTINGS, Vocabularies())


def _days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def _request(number: int, state: str, days: float, mentor: str = "ada", **more: object) -> RequestSummary:
    at = _days_ago(days)
    return RequestSummary(number, "mentorship", state, mentor, "mia", at, at, **more)  # type: ignore[arg-type]


def _rows(*requests: RequestSummary, **more: object) -> list[tuple[str, int | None]]:
    found = board_rows(Activity(NOW, NOW, requests), DIRECTORY, {}, NOW, **more)  # type: ignore[arg-type]
    return [(row.why, row.issue) for row in found]


def test_the_oldest_comes_first_whatever_it_is() -> None:
    """Held requests, waits and pull requests are one list, sorted by how long they have waited."""
    rows = _rows(
        _request(2, "held", 3),
        _request(3, "waiting", 9),
        _request(4, "waiting", 15, mentor=""),
        pulls=[PullRequest(9, _days_ago(20))],
    )
    assert [("pull-request", 9), ("unclaimed", 4), ("unanswered", 3), ("held", 2)] == rows


def test_what_runs_by_itself_is_not_on_the_board() -> None:
    """Nobody needs to look at what waits as it should, runs, or has ended well."""
    running = [
        _request(number, state, 2) for number, state in enumerate(("waiting", "accepted", "active", "completed"), 2)
    ]
    assert [] == _rows(*running)


def test_a_call_for_help_is_on_the_board_in_every_open_state() -> None:
    """Whoever asks for a coordinator is seen, also where the request itself needs nobody."""
    assert [("help", 2)] == _rows(_request(2, "active", 90, needs=(("help", _days_ago(1)),)))
    assert [] == _rows(_request(2, "active", 90, needs=(("something-new", _days_ago(1)),)))


def test_a_mentor_who_let_the_newest_request_expire_is_checked_on() -> None:
    """An answer after it, or two months, take the mentor off the board."""
    silent = _request(2, "expired", 10)
    assert [("mentor-silent", 2)] == _rows(silent)
    assert [] == _rows(silent, _request(3, "accepted", 5))
    assert [] == _rows(_request(2, "expired", 61))


def test_who_nobody_confirmed_is_checked_on_from_the_day_it_shows() -> None:
    """A stale profile counts from its last confirmation, and appears when people can no longer ask."""
    stale = AvailabilityStatus("stale", 1, 0, 0, confirmed=_days_ago(200).date())
    (row,) = board_rows(Activity(NOW), DIRECTORY, {"ada": stale}, NOW)
    assert ("mentor-stale", "ada", None) == (row.why, row.mentor, row.issue)
    assert timedelta(days=210) == row.shown - row.since


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_public_title_names_nobody(kind: object) -> None:
    """Only the sentence for coordinators has names in it."""
    assert "{" not in kind.title  # type: ignore[attr-defined]
    assert ABOUT_MENTORS < KINDS.keys()


def test_what_waits_for_a_mentor_without_github_is_passed_on() -> None:
    """Such a request is on the board from its first day, an expired one is nobody's silence, and a coordinator asks."""
    greta = Mentor("Greta", None, "H", ("python",), ("en",), "Europe/London", "1h", 1, file_name="greta")
    directory = replace(DIRECTORY, mentors=MappingProxyType({"greta": greta}))
    requests = (_request(2, "waiting", 0.1, "greta"), _request(3, "expired", 1, "greta"), _request(4, "expired", 1))
    stale = {"greta": AvailabilityStatus("stale", 1, confirmed=_days_ago(200).date())}
    rows = board_rows(Activity(NOW, NOW, requests), directory, stale, NOW)
    assert [
        ("mentor-to-ask", "/for HANDLE confirm"), ("mentor-silent", "/pause 30d"), ("pass-on", "/for HANDLE accept")
    ] == [(row.why, row.do) for row in rows]  # fmt: skip
    assert "greta" not in {row.mentor for row in rows if row.why == "mentor-silent"}


def test_applications_wait_for_a_decision_and_then_for_a_mentor() -> None:
    """Who applied waits for a yes or a no; who is in a program that runs, and has no mentor, waits for one."""
    program = Program("spring", "Spring", "course", "Town", starts=_days_ago(3).date(), duration_weeks=9)
    applied = _request(2, "held", 3, mentor="")
    inside = _request(3, "accepted", 9, mentor="")
    both = [replace(one, kind="application", program="spring") for one in (applied, inside)]
    found = board_rows(Activity(NOW, NOW, tuple(both)), replace(DIRECTORY, programs={"spring": program}), {}, NOW)
    assert [("no-mentor", 3), ("application", 2)] == [(row.why, row.issue) for row in found]
