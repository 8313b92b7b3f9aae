"""Six things that people come for, by keyboard and by touch on a phone: how many interactions each takes at most.

An interaction is a tap, a text written into a field, or a key that does something; moving the focus by Tab is counted
apart and has no limit here. The counts before the site got its own look are in docs/contributing/the-look.md.
"""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
PHONE = {"viewport": {"width": 360, "height": 740}, "timezone_id": "Asia/Kolkata", "has_touch": True}
SENTENCE = "help with Python and testing"
BOX = "What do you want help with?"
WHY = "I want to write tests for a small order sheet."
MOST_TABS = 150
LISTEN = "document.addEventListener('click', (event) => { window.led = event.target.href; event.preventDefault(); })"
"""Remember where a link would lead instead of asking another host."""


class Visitor:
    """Someone with a phone and a way to use it, each of whose interactions counts."""

    def __init__(self, page: Page, way: str) -> None:
        self.page, self.way = page, way
        self.count = 0

    def press(self, thing: Locator) -> None:
        """Use a button, a link or a box: by a tap, or by its key once the focus is there."""
        self.count += 1
        expect(thing).to_be_visible()
        if self.way == "touch":
            thing.tap()
            return
        self._tab_to(thing)
        box = thing.evaluate("part => part.matches('input[type=checkbox], input[type=radio]')")
        self.page.keyboard.press("Space" if box else "Enter")

    def write(self, field: Locator, text: str) -> None:
        """Write a text into a field, which is one interaction with the tap into it."""
        self.count += 1
        if self.way == "touch":
            field.tap()
        else:
            self._tab_to(field)
        self.page.keyboard.type(text)

    def send(self, button: Locator) -> None:
        """Send what was just written: by its button, or by Enter in the field."""
        if self.way == "touch":
            self.press(button)
        else:
            self.count += 1
            self.page.keyboard.press("Enter")

    def _tab_to(self, thing: Locator) -> None:
        for _step in range(MOST_TABS):
            if thing.evaluate("part => part === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"no way by Tab to {thing}")


@pytest.fixture(params=["keyboard", "touch"])
def visitor(request: pytest.FixtureRequest, open_page: OpenPage, address: str) -> Visitor:
    """Someone on the home page, who has never been here."""
    page = open_page(**PHONE)
    page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    page.goto(address)
    return Visitor(page, request.param)


def _find(visitor: Visitor) -> Locator:
    page = visitor.page
    visitor.write(page.get_by_label(BOX).first, SENTENCE)
    visitor.send(page.get_by_role("button", name="Show who can help").first)
    first = page.locator(".mentor-cards > li:visible").first
    # Before that, the cards are those of the list without goals, and are about to be replaced.
    expect(first).to_contain_text("covers 2 of your 2 wishes")
    return first


def test_finding_someone_for_a_sentence(visitor: Visitor) -> None:
    """A sentence and its button lead to people who cover it, the first of them in sight without scrolling."""
    _find(visitor)
    assert visitor.count <= 2


def test_finding_out_why(visitor: Visitor) -> None:
    """Why someone fits stands on the card already, and one tap more shows how it was scored."""
    first = _find(visitor)
    visitor.press(first.locator("[data-do=expand]"))
    expect(first.get_by_text("How we scored this")).to_be_visible()
    assert visitor.count <= 3


def test_asking(visitor: Visitor) -> None:
    """From home to GitHub's filled form in eight, with the box about one's age that is ticked there."""
    page = visitor.page
    _find(visitor)
    visitor.press(page.get_by_role("link", name="Tomasz").first)
    # Until its script has run, the link leads straight to GitHub, as it does without JavaScript.
    ask = page.get_by_role("link", name="Ask Tomasz").first
    expect(ask).to_have_attribute("href", re.compile("ask/#"))
    visitor.press(ask)
    expect(page.get_by_label("Python", exact=True)).to_be_checked()
    visitor.write(page.get_by_label("Why, in one sentence?"), WHY)
    visitor.press(page.get_by_label("Messages are enough"))
    page.evaluate(LISTEN)
    visitor.press(page.get_by_role("link", name="Continue on GitHub"))
    fields = parse_qs(urlsplit(page.evaluate("window.led")).query)
    assert fields["mentor"] == ["example-tomasz"]
    assert fields["goals"][0].startswith(WHY)
    assert visitor.count + 1 <= 8


def test_saving_and_comparing_three(visitor: Visitor) -> None:
    """Three bookmarks and one button put three people side by side: six with the sentence."""
    page = visitor.page
    _find(visitor)
    save = page.locator(".mentor-cards > li:visible [data-do=shortlist]")
    for number in range(3):
        visitor.press(save.nth(number))
    visitor.press(page.get_by_role("button", name="Compare"))
    expect(page.get_by_role("dialog", name="Your shortlist").locator("table thead th")).to_have_count(3)
    assert visitor.count <= 6


def test_finding_someone_in_my_country_awake_when_i_am(visitor: Visitor) -> None:
    """A sentence names skill, country and hours; one tap makes the country count, and each becomes a chip."""
    page = visitor.page
    visitor.write(page.get_by_label(BOX).first, "Python in India, evenings")
    visitor.press(page.get_by_role("button", name="Only mentors from India?"))
    visitor.press(page.get_by_role("button", name="Show who can help").first)
    chips = page.get_by_role("list", name="What you look for")
    for name in ("Change Country: India", "Change My free hours"):
        expect(chips.get_by_role("button", name=name)).to_be_visible()
    expect(page.locator(".mentor-cards > li")).to_have_count(1)
    expect(page.locator(".mentor-cards > li")).to_contain_text("Priya")
    assert visitor.count <= 3


def test_coming_back_through_a_shared_address(visitor: Visitor, open_page: OpenPage) -> None:
    """A shared address opens the same search for someone else at once, without an interaction, and no wish of the first is in it."""
    page = visitor.page
    visitor.write(page.get_by_label(BOX).first, "Python in India, evenings")
    visitor.press(page.get_by_role("button", name="Only mentors from India?"))
    visitor.press(page.get_by_role("button", name="Show who can help").first)
    expect(page).to_have_url(re.compile("country=IN"))
    assert "evenings" not in page.url
    other = open_page(**PHONE)
    other.goto(page.url)
    expect(other.locator(".mentor-cards > li")).to_have_count(1)
    expect(other.locator(".mentor-cards > li")).to_contain_text("Priya")
