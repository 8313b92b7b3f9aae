"""Lengths of time as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.requests.lifecycle.durations import last_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", 30), ("30d", 30), ("30 d", 30), ("1 day", 1), ("3 days", 3), ("2w", 14), ("2 weeks", 14), ("a week", None), ("1 month", 30), ("6 months", 180),
        ("10", 10), ("for 3 weeks", 21), ("until 2026-12-31", 40), ("2026-12-31", 40), ("2026-11-21", 0), ("2026-11-20", None), ("0", None), ("0d", None),
        ("-3", None), ("soon", None), ("3 years", None), ("9999", None), ("2026-13-01", None), ("3 weeks or so", None), ("３ weeks", 21),
    ],
)  # fmt: skip
def test_a_length_or_a_date_is_understood(words: str, days: int | None) -> None:
    """Days, weeks, months and dates are understood, nothing said is the usual length, and anything else is nothing."""
    assert last_day(words, TODAY, 30) == (None if days is None else TODAY + timedelta(days=days))


@given(st.text(max_size=30), st.dates(date(1, 1, 1), date(9000, 1, 1)))
def test_no_words_break_it(words: str, today: date) -> None:
    """Any words give a day that is not over, or nothing."""
    day = last_day(words, today, 30)
    assert day is None or day >= today
