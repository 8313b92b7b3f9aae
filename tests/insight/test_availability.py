"""Whether a mentor can be asked follows from their file, their load and the date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.insight.availability import Load, standing
from generator.model.directory import Freshness
from generator.model.mentor import Mentor

TODAY = date(2026, 11, 21)
ADA = Mentor("Ada", "ada", "H", ("python",), ("en",), "Europe/London", "1h", 2, last_confirmed=TODAY)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("changes", "load", "availability", "openings"),
    [
        ({}, Load(), "open", 2),
        ({}, Load(active=1), "limited", 1),
        ({}, Load(pending=1), "limited", 2),
        ({}, Load(active=2), "waitlist", 0),
        ({}, Load(active=3), "waitlist", 0),
        ({"capacity": 0}, Load(), "closed", 0),
        ({"offer_to_mentor": False}, Load(), "hidden", 2),
        ({}, Load(paused_until=TODAY), "paused", 2),
        ({}, Load(paused_until=_ago(1)), "open", 2),
        ({"last_confirmed": None}, Load(), "open", 2),
        ({"last_confirmed": _ago(180)}, Load(), "open", 2),
        ({"last_confirmed": _ago(181)}, Load(), "stale", 2),
        ({"last_confirmed": _ago(365)}, Load(), "stale", 2),
        ({"last_confirmed": _ago(366)}, Load(), "hidden", 2),
        ({"last_confirmed": _ago(181)}, Load(paused_until=TODAY), "paused", 2),
    ],
)
def test_the_strongest_reason_not_to_ask_wins(changes: dict, load: Load, availability: str, openings: int) -> None:
    """Each combination of profile and load has the standing that a mentee should see, on its very first and last day."""
    seen = standing(replace(ADA, **changes), TODAY, Freshness(), load)
    assert (seen.availability, seen.openings) == (availability, openings)


def test_only_open_and_limited_mentors_can_be_asked() -> None:
    """A request can be opened only where there is room and somebody to answer."""
    asked = {standing(replace(ADA, capacity=capacity), TODAY, Freshness(), Load(active=1)).can_be_asked for capacity in (2, 3)}
    refused = {standing(replace(ADA, capacity=capacity), TODAY, Freshness(), Load(active=1)).can_be_asked for capacity in (0, 1)}
    assert (asked, refused) == ({True}, {False})


def test_a_pause_says_until_when() -> None:
    """The last day of a pause travels with the standing, and only while the pause lasts."""
    assert standing(ADA, TODAY, Freshness(), Load(paused_until=TODAY)).until == TODAY
    assert standing(ADA, TODAY, Freshness(), Load(paused_until=_ago(1))).until is None
