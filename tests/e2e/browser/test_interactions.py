"""How many taps and texts it takes from home to a request on GitHub's page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
MOST = 8
BOX_ON_GITHUB = 1
"""The box about one's age, which no address can tick."""


class Visitor:
    """Someone at a phone, each of whose taps and texts counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def tap(self, role: str, name: str) -> None:
        """Tap on the first thing of a name."""
        self.page.get_by_role(role, name=name).first.click()
        self.count += 1

    def write(self, label: str, text: str) -> None:
        """Tap into a field and write a text."""
        self.page.get_by_label(label).first.fill(text)
        self.count += 1


def test_from_home_to_a_request_in_eight_interactions(open_page: OpenPage, address: str) -> None:
    """A sentence, its button, a person, Ask, why, when, on to GitHub, and the box about one's age: eight, and all is filled in."""
    page = open_page(viewport={"width": 360, "height": 740}, timezone_id="Europe/London", has_touch=True)
    page.goto(address)
    visitor = Visitor(page)
    visitor.write("What do you want help with?", "help with Python and testing")
    visitor.tap("button", "Show who can help")
    expect(page.locator(".mentor-cards > li:visible").first).to_contain_text("covers 2 of your 2 wishes")
    visitor.tap("link", "Tomasz")
    expect(page.get_by_role("link", name="Ask Tomasz")).to_have_attribute("href", "../../ask/#example-tomasz")
    visitor.tap("link", "Ask Tomasz")
    expect(page.get_by_label("Python", exact=True)).to_be_checked()
    visitor.write("Why, in one sentence?", "I want to write tests for a small order sheet.")
    visitor.tap("checkbox", "Messages are enough")
    page.evaluate(
        "document.addEventListener('click', (event) => { window.led = event.target.href; event.preventDefault(); })"
    )
    visitor.tap("link", "Continue on GitHub")
    led = page.evaluate("window.led")
    assert led.startswith("https://github.com/")
    for part in ("template=request.yml", "mentor=example-tomasz", "Skills+and+topics", "Python", "order+sheet"):
        assert part in led
    assert visitor.count + BOX_ON_GITHUB <= MOST


def test_someone_without_an_account_copies_what_a_coordinator_can_open(open_page: OpenPage, address: str) -> None:
    """The copied text ends with a link to the same form, filled in, with the line that says for whom it is."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}ask/#example-tomasz")
    page.get_by_label("Python", exact=True).check()
    page.get_by_label("Why, in one sentence?").fill("I want to write tests.")
    page.get_by_text("I don’t have a GitHub account").click()
    page.get_by_label("Your first name").fill("Maria")
    page.get_by_role("button", name="Copy my text").click()
    expect(page.get_by_text("Your text is copied.")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "I want to write tests." in text
    assert "On+behalf+of%3A+Maria" in text
    assert "On behalf of" not in page.get_by_role("link", name="Continue on GitHub").get_attribute("href")
