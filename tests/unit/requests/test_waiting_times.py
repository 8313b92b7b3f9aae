"""How long people waited lately: with those who found nobody, and never from a few."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.app.load import load_readable
from generator.model.learner import Want
from generator.model.request import Asked, Person, RequestSummary
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.bot_memory import BotMemory
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.notices import doors
from generator.requests.replies.notices.asking import waitlisted
from generator.requests.stats.waiting_times import WaitingTimes, waiting_times
from generator.text.languages import language_tag
from tests.fakes.request_community import write_community

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


def test_who_waits_for_one_mentor_is_told_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody else is free, the comment of a mentor's own waitlist says how long people waited lately."""
    monkeypatch.setattr(doors, "fitting_mentors", lambda *_asked: ())
    directory, _ = load_readable(write_community(tmp_path), NOW)
    context = RequestIndex(directory, forms_of(directory, language_tag), NOW).context(2)
    asked = Asked("mentorship", "ada", skills=(Want("python"),))
    request = RequestState(
        2, Person(1, "mia"), "mentorship", "waitlisted", NOW, NOW, "form", BotMemory(), asked=asked, mentor="ada"
    )
    lately = replace(context, other_requests=tuple(_request(one, 4) for one in range(10, 15)))
    assert "Lately" not in waitlisted(request, context).body
    assert "Lately, 5 of 5 people found a mentor, half of them within four days." in waitlisted(request, lately).body
