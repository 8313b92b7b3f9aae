"""Office hours in a browser: on the visitor's own clock, and without those that are over."""

import pytest

from tests.e2e.browser.conftest import OpenPage
from tests.fakes.example_site import NOW


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Europe/Lisbon", "Monday 23 November, 18:00–18:45"), ("Asia/Kolkata", "Monday 23 November at 23:30")],
)
def test_times_are_the_visitors_own(open_page: OpenPage, address: str, zone: str, said: str) -> None:
    """An hour at seven in the evening in Warsaw is six in Lisbon, and goes past midnight in India."""
    page = open_page(timezone_id=zone, locale="en-GB")
    page.clock.set_fixed_time(NOW)
    page.goto(f"{address}sessions/")
    page.get_by_text("Times are yours").wait_for()
    shown = page.locator("time[datetime='2026-11-23T18:00:00+00:00']").inner_text()
    assert " ".join(shown.replace("\u202f", " ").split()).startswith(said.split(" – ")[0]), shown


def test_what_is_over_is_gone(open_page: OpenPage, address: str) -> None:
    """A page that is read a month after it was built shows no hour that has passed."""
    page = open_page()
    page.goto(f"{address}sessions/")
    page.get_by_text("Times are yours").wait_for()
    assert page.locator(".lo-sessions > li").count() > 5
    page.clock.set_fixed_time("2026-12-18T12:00:00Z")
    page.reload()
    page.get_by_text("Times are yours").wait_for()
    assert page.locator(".lo-sessions > li").count() == 0


def test_without_scripts_times_are_the_mentors_own(open_page: OpenPage, address: str) -> None:
    """Each time says whose clock it is on."""
    page = open_page(javascript=False)
    page.goto(f"{address}sessions/")
    assert "time" in page.locator(".lo-sessions time").first.inner_text()
    assert page.get_by_text("Each time is on the clock of the place it names.").is_visible()
