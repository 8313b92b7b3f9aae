"""What a community has reached together, and whom mentees thanked: counts with their days, and names in the alphabet's order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.activity import Activity
from generator.model.request_kind import KIND
from generator.model.review import Review

STEPS = (1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000)
"""The counts that are worth a line."""
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Milestone:
    """So many completed mentorships, and the day of the one that made them so many."""

    count: int
    on: date


def milestones_of(activity: Activity) -> tuple[Milestone, ...]:
    """Return what was reached, the newest first. Questions and interviews are no mentorships."""
    completed = sorted(
        request.since.date()
        for request in activity.requests
        if request.state == "completed" and not KIND[request.kind].one_off
    )
    return tuple(Milestone(step, completed[step - 1]) for step in reversed(STEPS) if step <= len(completed))


def thanked_since(reviews: Iterable[Review], today: date) -> frozenset[str]:
    """Return the handles of the mentors whom someone thanked, or whose help someone described, within a year."""
    return frozenset(one.mentor for one in reviews if (one.thanks or one.words) and today - one.at <= YEAR)
