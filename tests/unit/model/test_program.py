"""A program's state follows from its dates."""

from datetime import date

import pytest

from generator.model.program import Program

DATES = {"opens": date(2026, 11, 1), "closes": date(2027, 1, 15), "starts": date(2027, 2, 1), "ends": date(2027, 4, 25)}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-10-31", "upcoming"), ("2026-11-01", "open"), ("2027-01-15", "open"), ("2027-01-16", "closed"),
        ("2027-01-31", "closed"), ("2027-02-01", "running"), ("2027-04-25", "running"), ("2027-04-26", "closed"),
        ("2027-10-22", "closed"), ("2027-10-23", "archived"),
    ],
)  # fmt: skip
def test_each_date_is_the_first_or_last_day_of_its_state(day: str, state: str) -> None:
    """Opening, closing, starting and ending days themselves count as open, open, running and running."""
    assert Program("p", "P", "career", "O", **DATES).state(date.fromisoformat(day)) == state


def test_a_program_without_dates_is_open() -> None:
    """A rolling program takes applications at any time."""
    assert Program("p", "P", "career", "O").state(date(2026, 11, 21)) == "open"


def test_the_end_may_be_counted_in_weeks() -> None:
    """Twelve weeks from a Monday end on a Sunday."""
    assert Program("p", "P", "career", "O", starts=date(2027, 2, 1), duration_weeks=12).last_day == date(2027, 4, 25)
