"""Whether a mentor can be asked follows from their file, their load and the date."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest

from generator.insight.availability import availability_status, availability_statuses
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Freshness, Limits, RequestSettings, Settings
from generator.model.mentor import Mentor
from generator.model.vocabulary import Vocabularies

TODAY = date(2026, 11, 21)
ADA = Mentor("Ada", "ada", "H", ("python",), ("en",), "Europe/London", "1h", 2, last_confirmed=TODAY)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("changes", "load", "availability", "openings"),
    [
        ({}, MentorActivity(), "open", 2),
        ({}, MentorActivity(active=1), "limited", 1),
        ({}, MentorActivity(pending=1), "limited", 2),
        ({}, MentorActivity(active=2), "waitlist", 0),
        ({}, MentorActivity(active=3), "waitlist", 0),
        ({"capacity": 0}, MentorActivity(), "closed", 0),
        ({"offer_to_mentor": False}, MentorActivity(), "hidden", 2),
        ({}, MentorActivity(paused_until=TODAY), "paused", 2),
        ({}, MentorActivity(paused_until=_ago(1)), "open", 2),
        ({"last_confirmed": None}, MentorActivity(), "open", 2),
        ({"last_confirmed": _ago(210)}, MentorActivity(), "open", 2),
        ({"last_confirmed": _ago(211)}, MentorActivity(), "stale", 2),
        ({"last_confirmed": _ago(300)}, MentorActivity(), "stale", 2),
        ({"last_confirmed": _ago(301)}, MentorActivity(), "hidden", 2),
        ({"last_confirmed": _ago(211)}, MentorActivity(paused_until=TODAY), "paused", 2),
        ({}, MentorActivity(pending=4), "limited", 2),
        ({}, MentorActivity(pending=5), "waitlist", 2),
        ({"last_confirmed": _ago(211)}, MentorActivity(confirmed=_ago(210)), "open", 2),
        ({"last_confirmed": _ago(301)}, MentorActivity(confirmed=_ago(300)), "stale", 2),
        ({"last_confirmed": _ago(1)}, MentorActivity(confirmed=_ago(400)), "open", 2),
        ({"last_confirmed": None}, MentorActivity(confirmed=_ago(211)), "stale", 2),
        ({"last_confirmed": _ago(2)}, MentorActivity(active=1, capacity=4, capacity_said=_ago(1)), "limited", 3),
        ({"last_confirmed": _ago(2)}, MentorActivity(capacity=4, capacity_said=_ago(2)), "open", 2),
        ({"last_confirmed": None}, MentorActivity(capacity=4, capacity_said=_ago(900)), "open", 4),
        ({}, MentorActivity(capacity=0), "closed", 0),
        ({"capacity": 0}, MentorActivity(capacity=1, capacity_said=_ago(-1)), "open", 1),
        ({}, MentorActivity(active=2, capacity=1), "waitlist", 0),
    ],
)
def test_the_strongest_reason_not_to_ask_wins(
    changes: dict, load: MentorActivity, availability: str, openings: int
) -> None:
    """Each combination of profile and load has the standing that a mentee should see, on its very first and last day."""
    seen = availability_status(replace(ADA, **changes), TODAY, Freshness(), load)
    assert (seen.availability, seen.openings) == (availability, openings)


def test_only_open_and_limited_mentors_can_be_asked() -> None:
    """A request can be opened only where there is room and somebody to answer."""
    asked = {
        availability_status(replace(ADA, capacity=capacity), TODAY, Freshness(), MentorActivity(active=1)).can_be_asked
        for capacity in (2, 3)
    }
    refused = {
        availability_status(replace(ADA, capacity=capacity), TODAY, Freshness(), MentorActivity(active=1)).can_be_asked
        for capacity in (0, 1)
    }
    assert (asked, refused) == ({True}, {False})


def test_a_pause_says_until_when() -> None:
    """The last day of a pause travels with the standing, and only while the pause lasts."""
    assert availability_status(ADA, TODAY, Freshness(), MentorActivity(paused_until=TODAY)).until == TODAY
    assert availability_status(ADA, TODAY, Freshness(), MentorActivity(paused_until=_ago(1))).until is None


def test_a_standing_says_what_it_counted_with() -> None:
    """Places and the day of the last confirmation are those that counted, whoever said them where."""
    seen = availability_status(
        ADA, TODAY, Freshness(), MentorActivity(capacity=3, capacity_said=_ago(-1), confirmed=_ago(-1))
    )
    assert (seen.places, seen.confirmed) == (3, _ago(-1))
    assert (
        availability_status(ADA, TODAY, Freshness()).places,
        availability_status(ADA, TODAY, Freshness()).confirmed,
    ) == (2, TODAY)


def test_everybody_is_judged_by_the_communitys_own_limits() -> None:
    """The whole directory is judged with its own settings, by what is known of each, and the rest as idle."""
    settings = Settings(
        "T", "a/b", "https://example.org", requests=RequestSettings(limits=Limits(waiting_for_each_mentor=2))
    )
    mentors = {"ada": ADA, "bob": replace(ADA, github="bob"), "eve": replace(ADA, github="eve")}
    known = {"ada": MentorActivity(pending=1), "bob": MentorActivity(pending=2, paused_until=_ago(1), completed=4)}
    activity = Activity(datetime(2026, 11, 21, tzinfo=UTC), mentors=known)
    directory = Directory(settings, Vocabularies(), MappingProxyType(mentors))
    seen = availability_statuses(directory, TODAY, activity)
    assert {handle: one.availability for handle, one in seen.items()} == {
        "ada": "limited",
        "bob": "waitlist",
        "eve": "open",
    }
    assert {one.availability for one in availability_statuses(directory, TODAY).values()} == {"open"}
