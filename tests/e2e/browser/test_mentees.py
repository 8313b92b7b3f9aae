"""The page of mentees: a mentor says what they can help with, and sees who fits and why."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser.test_walk import PHONE

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
TODAY = date(2026, 11, 21)


def test_a_mentor_sees_whom_they_could_help_and_why(open_page: OpenPage, address: str) -> None:
    """One tap on a skill leaves whom it helps, with the reason; the next tap brings everyone back."""
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page.goto(f"{address}mentees/")
    expect(page.locator("[data-mentees]")).to_have_attribute("data-ready", "")
    cards = page.locator(".lo-mentee")
    everyone = cards.count()
    assert everyone > 2
    skill = page.get_by_role("checkbox", name="Rust")
    skill.check()
    expect(page.get_by_role("status")).to_contain_text("You could help")
    assert 0 < cards.count() < everyone
    expect(cards.first.get_by_role("heading", name="Tomasz")).to_be_visible()
    expect(cards.first.locator("[data-slot=why]")).to_contain_text("Rust")
    skill.uncheck()
    expect(cards).to_have_count(everyone)
    expect(cards.locator("[data-slot=fit]").first).to_be_hidden()


def test_without_javascript_everyone_is_there(open_page: OpenPage, address: str) -> None:
    """Without JavaScript the cards and the way to be found are there, and no question that does nothing."""
    page = open_page(javascript=False)
    page.goto(f"{address}mentees/")
    assert page.locator(".lo-mentee").count() > 2
    expect(page.get_by_role("heading", name="Tomasz")).to_be_visible()
    expect(page.get_by_role("heading", name="Who could you help?")).to_be_hidden()
    expect(page.get_by_role("link", name="Let mentors find you")).to_be_visible()
