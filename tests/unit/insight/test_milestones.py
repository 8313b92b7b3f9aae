"""Milestones and thanks: what a community reached, and whom mentees thanked within a year."""

from datetime import date, timedelta

from generator.insight.milestones import YEAR, milestones_of, thanked_since
from generator.model.activity import Activity
from generator.model.request import RequestSummary
from generator.model.review import Review
from tests.fakes.memory_forge import utc


def completed(number: int, day: int, kind: str = "mentorship", state: str = "completed") -> RequestSummary:
    """A request that was completed on a day."""
    return RequestSummary(number, kind, state, "ada", "mia", utc(day - 30), utc(day))


def test_milestones_are_reached_by_mentorships_alone() -> None:
    """The fifth completed mentorship is a milestone on its own day; answered questions and ended ones are none."""
    requests = (
        *(completed(number, number) for number in range(1, 6)),
        completed(6, 0, "quick-question"),
        completed(7, 0, state="ended"),
    )
    reached = milestones_of(Activity(utc(9), requests=requests[::-1]))
    assert [(one.count, one.on) for one in reached] == [(5, utc(5).date()), (1, utc(1).date())]
    assert milestones_of(Activity(utc(9))) == ()


def test_thanked_this_year_are_those_whom_someone_wrote_about() -> None:
    """A review with words thanks its mentor for a year; stars alone, or an older one, name nobody."""
    today = date(2026, 11, 21)
    reviews = [
        Review(1, 2, "ada", today, thanks="Thank you!"),
        Review(3, 4, "bela", today, stars=5),
        Review(5, 6, "chen", today - YEAR - timedelta(1), words="It was good."),
        Review(7, 8, "dora", today - YEAR, words="It was good."),
    ]
    assert thanked_since(reviews, today) == {"ada", "dora"}
