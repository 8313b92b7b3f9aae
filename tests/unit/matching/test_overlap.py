"""Hours in common, in real time zones: the table that JavaScript runs too."""

import json
from datetime import date

import pytest

from generator.matching.overlap import free_time, shared_time, weekly_hours
from generator.model.mentor import Window
from generator.profiles.rules.times import parse_window
from tests.paths import TABLES

CASES = json.loads((TABLES / "overlap.json").read_text(encoding="utf-8"))["cases"]


def _free(side: list[str], today: str):
    zone, *texts = side
    windows = [Window(*read) for text in texts if (read := parse_window(text))]
    return free_time(windows, zone, date.fromisoformat(today))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_shared_hours_are_as_the_table_says(case: dict) -> None:
    """Each case of the table gives its stretches and its mean, whoever of the two is asked first."""
    one, other = _free(case["one"], case["today"]), _free(case["other"], case["today"])
    if case["shared"] is None:
        assert one is None
        return
    assert one and other
    for mine, theirs in ((one, other), (other, one)):
        assert [[part.from_day, part.minutes] for part in shared_time(mine, theirs)] == case["shared"]
        assert weekly_hours(mine, theirs) == pytest.approx(case["hours"])
