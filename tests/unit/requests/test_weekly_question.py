"""The weekly question: whom it asks, when, and how many at once."""

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest

from generator.insight.availability import availability_statuses
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Freshness, Settings
from generator.requests.lifecycle.bot_memory import SentNotice
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.weekly_question import KEY, is_due, weekly_questions
from tests.fakes.small_site import VOCABULARIES, person

MONDAY = datetime(2026, 11, 23, 6, 17, tzinfo=UTC)
SETTINGS = Settings("Town", "story/town", "https://example.org/conduct")


def _context(*mentors, activity: Activity | None = None, **others: object) -> RequestContext:
    directory = Directory(SETTINGS, VOCABULARIES, MappingProxyType({one.handle: one for one in mentors}))
    statuses = availability_statuses(directory, MONDAY.date(), activity)
    return RequestContext(directory, statuses, forms=None, now=MONDAY, **others)


def _silent(login: str, days: int):
    return person(login, last_confirmed=MONDAY.date() - timedelta(days=days))


@pytest.mark.parametrize(
    ("mentor", "load", "asked"),
    [
        (_silent("ada", 179), MentorActivity(), False),
        (_silent("ada", 180), MentorActivity(), True),
        (_silent("ada", 900), MentorActivity(), True),
        (_silent("ada", 900), MentorActivity(confirmed=date(2026, 11, 1)), False),
        (_silent("ada", 900), MentorActivity(paused_until=date(2026, 12, 1)), False),
        (person("ada", offer_to_mentor=False, last_confirmed=date(2020, 1, 1)), MentorActivity(), False),
        (person("ada", last_confirmed=None), MentorActivity(), False),
    ],
)
def test_only_who_was_silent_for_long_is_asked(mentor, load: MentorActivity, asked: bool) -> None:
    """Half a year without any sign of life asks a mentor; a break, a comment or a later day does not."""
    context = _context(mentor, activity=Activity(MONDAY, mentors={"ada": load}))
    assert asked == bool(weekly_questions({}, context))


def test_nobody_is_asked_twice_about_the_same_silence() -> None:
    """Who was asked is not asked again until there was a sign of life after it and another long silence."""
    asked = {f"{KEY}2026-09-07": SentNotice(MONDAY - timedelta(days=77), ("ada",))}
    assert weekly_questions(asked, _context(_silent("ada", 260))) == ()
    long_ago = {f"{KEY}2026-01-05": SentNotice(MONDAY - timedelta(days=322), ("ada",))}
    assert ["ada"] == [one.handle for one in weekly_questions(long_ago, _context(_silent("ada", 200)))]


def test_one_comment_a_week_and_forty_people_in_it() -> None:
    """There is one question a week, on Mondays, and the longest silences come first."""
    assert is_due({}, MONDAY)
    assert not is_due({}, MONDAY + timedelta(days=1))
    assert not is_due({f"{KEY}2026-11-23": SentNotice(MONDAY)}, MONDAY + timedelta(hours=9))
    assert is_due({f"{KEY}2026-11-16": SentNotice(MONDAY - timedelta(days=7))}, MONDAY)
    crowd = [_silent(f"m{number}", 200 + number) for number in range(60)]
    found = weekly_questions({}, _context(*crowd))
    assert [f"m{number}" for number in range(59, 19, -1)] == [one.handle for one in found]


def test_a_login_that_someone_took_over_is_not_called() -> None:
    """Whose login belongs to someone else now is left out."""
    context = _context(_silent("ada", 200), reassigned_logins=frozenset({"ada"}))
    assert weekly_questions({}, context) == ()


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ({}, (180, 180, 210, 300)),
        ({"stale_after_days": 180, "hidden_after_days": 365}, (180, 150, 180, 365)),
        ({"stale_after_days": 320}, (180, 180, 320, 410)),
        ({"ask_after_days": 365}, (365, 365, 395, 485)),
        ({"stale_after_days": 10}, (180, 1, 10, 300)),
    ],
)
def test_settings_of_before_leave_time_to_answer(stated: dict[str, int], days: tuple[int, ...]) -> None:
    """Whatever days a community states, the question comes 30 days before a profile is marked, where there are as many."""
    found = Freshness.of(stated)
    assert days == (found.ask_after_days, found.asks_after, found.stale_after_days, found.hidden_after_days)
