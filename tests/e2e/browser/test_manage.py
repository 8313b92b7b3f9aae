"""Mentors and their own page: "this is me", the command that is copied, and the same without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser.test_walk import PHONE

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]


@pytest.fixture
def tomasz(address: str) -> str:
    """The address of a mentor's page."""
    return f"{address}mentors/example-tomasz/"


def test_this_is_me_brings_the_panel_to_the_top(open_page: OpenPage, tomasz: str) -> None:
    """A link opens the fold; one tap keeps it open at the top of one's own page, and one more takes that back."""
    page = open_page(viewport=PHONE)
    page.goto(f"{tomasz}#manage")
    panel = page.locator("#manage")
    expect(panel).to_have_attribute("open", "")
    page.get_by_role("button", name="This is me").click()
    page.goto(tomasz)
    expect(page.locator(".lo-profile > :first-child")).to_have_id("manage")
    expect(panel.locator("summary")).to_have_text("Your profile")
    expect(page.locator("[data-fit]")).to_be_hidden()
    expect(page.locator("[data-way=edit] a")).to_have_attribute("href", "../../join/#edit=example-tomasz")
    page.get_by_role("button", name="This isn’t me").click()
    expect(panel.locator("summary")).to_have_text("Is this your profile?")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_what_is_chosen_is_what_is_copied(open_page: OpenPage, tomasz: str) -> None:
    """Length and number are chosen with a tap, the day on which a break ends is said, and the command is copied exactly."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    page.goto(f"{tomasz}#manage")
    pause = page.locator("[data-way=pause]")
    pause.get_by_role("button", name="3 months").click()
    expect(pause).to_contain_text("ends by itself on 19 February 2027")
    pause.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("/pause 90d is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "/pause 90d"
    pause.get_by_label("until").fill("2027-02-01")
    expect(pause.locator("code")).to_have_text("/pause 2027-02-01")
    expect(pause.locator("[aria-pressed=true]")).to_have_count(0)
    spots = page.locator("[data-way=capacity]")
    spots.get_by_role("button", name="One spot more").click()
    spots.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("/capacity 3 is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "/capacity 3"


def test_without_javascript_the_fold_says_the_same(plain_page: Page, tomasz: str) -> None:
    """Without JavaScript the fold opens with a tap, and names every command and link."""
    plain_page.goto(tomasz)
    plain_page.get_by_text("Is this your profile?").click()
    panel = plain_page.locator("#manage")
    for command in ("/pause 30d", "/resume", "/capacity 2", "/confirm"):
        expect(panel.get_by_text(command)).to_be_visible()
    expect(panel.get_by_role("link", name="Open the form")).to_be_visible()
    expect(panel.get_by_role("link", name="Inês")).to_be_visible()


def test_a_pause_ends_on_a_page_that_was_built_before(open_page: OpenPage, address: str) -> None:
    """A page that was built during a pause shows the mentor as free again in a browser 40 days later, and a request can be sent."""
    page = open_page()
    page.clock.set_fixed_time("2026-12-03T23:00:00Z")
    page.goto(f"{address}mentors/example-fernanda/")
    expect(page.locator(".lo-reach")).to_contain_text("Paused until 3 Dec")
    expect(page.get_by_role("link", name="Ask María")).to_have_count(0)
    page.clock.set_fixed_time("2026-12-31T09:30:00Z")
    page.reload()
    expect(page.locator(".lo-reach")).to_contain_text("Free now")
    expect(page.get_by_text("is taking a break")).to_have_count(0)
    page.get_by_role("link", name="Ask María").click()
    expect(page.get_by_role("heading", name="Ask María")).to_be_visible()
    expect(page.get_by_text("can't take requests right now")).to_be_hidden()


def test_an_office_hour_follows_the_mentors_clock_across_a_change(open_page: OpenPage, address: str) -> None:
    """The same hours are an hour later for a visitor whose clock changed before the mentor's did, and right again after both."""
    for day, hours in {"2026-10-20": "12:00–14:00", "2026-10-27": "13:00–15:00", "2026-11-03": "12:00–14:00"}.items():
        page = open_page(timezone_id="America/New_York")
        page.clock.set_fixed_time(f"{day}T09:30:00Z")
        page.goto(f"{address}mentors/example-tomasz/")
        expect(page.locator(".lo-week__lines")).to_contain_text(hours)
