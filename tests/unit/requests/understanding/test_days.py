"""The days that replies name."""

from datetime import date

import pytest

from generator.requests.understanding.days import named_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("not before March", "en", date(2027, 3, 1)),
        ("from 2027-02-05 on", "en", date(2027, 2, 5)),
        ("until 3 January", "en", date(2027, 1, 3)),
        ("before January 16th", "en", date(2027, 1, 16)),
        ("in two months", "en", date(2027, 1, 20)),
        ("next month works", "en", date(2026, 12, 1)),
        ("I may be able to", "en", None),
        ("two hours a week", "en", None),
        ("once a week", "en", None),
        ("nicht vor Mai", "de", date(2027, 5, 1)),
        ("ab dem 12.03. wieder", "de", date(2027, 3, 12)),
        ("erst in zwei Monaten", "de", date(2027, 1, 20)),
        ("a partir de marzo", "es", date(2027, 3, 1)),
        ("hasta el 10 de enero", "es", date(2027, 1, 10)),
        ("pas avant mars", "fr", date(2027, 3, 1)),
        ("jusqu'au 10 janvier", "fr", date(2027, 1, 10)),
        ("daqui a dois meses", "pt", date(2027, 1, 20)),
        ("mês que vem", "pt", date(2026, 12, 1)),
        ("31.02.2027", "de", None),
        ("in 9999 years", "en", None),
    ],
)
def test_a_named_day_is_found(text: str, language: str, day: date | None) -> None:
    """A month is its first day, a span counts from today, and what is no day is none."""
    assert day == named_day(text, language, TODAY)
