"""A mentor's page and the page for asking, as a visitor uses them: save, share, hours, why two fit, and the request."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser.test_walk import PHONE

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
WHY = "I want to write tests for a small order sheet, so that I dare to change it."
LEARNER = {
    "want": [{"skill": "python", "importance": "must"}, {"skill": "testing"}], "topics": ["cv-review"],
    "languages": ["en"], "timezone": "Europe/London", "windows": ["Tue 17:00-19:00"], "stage": "beginner",
}  # fmt: skip


@pytest.fixture
def tomasz(address: str) -> str:
    """The address of a mentor's page."""
    return f"{address}mentors/example-tomasz/"


def _keep(page: Page, address: str, name: str, value: object) -> None:
    page.goto(f"{address}404.html")
    key = f"lodestar {urlsplit(address).path} {name}"
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])


def _fields(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_saving_is_kept_and_counted(open_page: OpenPage, tomasz: str) -> None:
    """Save puts a mentor onto this browser's shortlist, the header counts it, and the same button takes them off."""
    page = open_page()
    page.goto(tomasz)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Saved")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-shortlist] [data-count]")).to_have_text("1")
    page.reload()
    page.get_by_role("button", name="Saved").click()
    expect(page.locator("[data-shortlist] [data-count]")).to_be_hidden()


def test_sharing_copies_the_address_and_nothing_else(open_page: OpenPage, tomasz: str) -> None:
    """Share copies the plain address and says so; nothing of the visitor is in it."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"{tomasz}?from=somewhere#fit")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_text("It holds nothing about you.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == tomasz


def test_why_two_fit_comes_from_the_goals(open_page: OpenPage, address: str, tomasz: str) -> None:
    """Without goals there are three questions; with them a verdict, what is covered, and what is missing."""
    page = open_page()
    page.goto(tomasz)
    expect(page.get_by_role("link", name="Answer three questions")).to_be_visible()
    _keep(page, address, "goals", LEARNER)
    page.goto(tomasz)
    fit = page.get_by_role("region", name="Why you two fit")
    expect(fit).to_contain_text("Covers 2 of your 3 wishes")
    expect(fit).to_contain_text("Not CV review")
    expect(page.locator(".lo-chip--yes").first).to_have_text("Python")


@pytest.mark.parametrize(
    ("zone", "place", "hours"),
    [
        ("Europe/London", "1 hour ahead of you", "Tuesday and Thursday 17:00–19:00"),
        ("Asia/Kolkata", "4.5 hours behind you", "Tuesday and Thursday 22:30–24:00"),
        ("America/New_York", "6 hours ahead of you", "Tuesday and Thursday 12:00–14:00"),
        ("Europe/Berlin", "the same time as yours", "Tuesday and Thursday 18:00–20:00"),
    ],
)
def test_hours_are_in_the_visitors_time(open_page: OpenPage, tomasz: str, zone: str, place: str, hours: str) -> None:
    """Wherever a visitor is, the week is in their own time and the header says how far apart the clocks are."""
    page = open_page(timezone_id=zone)
    page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    page.goto(tomasz)
    expect(page.locator(".lo-who__about")).to_contain_text(f"Warsaw time, {place}")
    expect(page.locator(".lo-week__lines")).to_contain_text(hours)


def test_the_mentors_own_time_is_one_tap_away(open_page: OpenPage, tomasz: str) -> None:
    """One tap shows the hours as the mentor lives them, and a change of clocks is said before it comes."""
    page = open_page(timezone_id="America/New_York")
    page.clock.set_fixed_time("2026-10-20T09:30:00Z")
    page.goto(tomasz)
    expect(page.locator("[data-hours]")).to_contain_text("From 25 October, these hours are 1 hour later for you")
    page.get_by_label("Tomasz’s time").check()
    expect(page.locator(".lo-week__lines")).to_contain_text("Tuesday and Thursday 18:00–20:00")


def test_without_javascript_hours_name_their_zone(open_page: OpenPage, tomasz: str) -> None:
    """Without JavaScript the hours are the mentor's, the zone is named, and the button leads to GitHub."""
    page = open_page(javascript=False)
    page.goto(tomasz)
    expect(page.locator("[data-hours]")).to_contain_text("Europe/Warsaw")
    expect(page.locator(".lo-week__lines")).to_contain_text("Tuesday and Thursday 18:00–20:00")
    assert page.get_by_role("link", name="Ask Tomasz").get_attribute("href").startswith("https://github.com/")
    expect(page.get_by_role("button", name="Save")).to_be_hidden()


def _tab_to(page: Page, name: str) -> None:
    for _step in range(60):
        page.keyboard.press("Tab")
        text = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.replace(/\\s+/g, ' ').trim()"
        )
        if name in text:
            return
    pytest.fail(f"no way by Tab to {name}")


def test_asking_by_keyboard_only(open_page: OpenPage, address: str, tomasz: str) -> None:
    """From a profile to GitHub's filled form with the keyboard alone; what is missing is said and focused first."""
    page = open_page(viewport={"width": 360, "height": 740}, timezone_id="Europe/London")
    page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    page.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
    page.goto(tomasz)
    _tab_to(page, "Ask Tomasz")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}ask/#example-tomasz")
    expect(page.get_by_label("Python", exact=True)).to_be_visible()
    _tab_to(page, "Continue on GitHub")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Choose at least one")).to_be_visible()
    expect(page.get_by_label("Python", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    _tab_to(page, "Why, in one sentence?")
    page.keyboard.type(WHY)
    _tab_to(page, "Tue 17:00–19:00")
    page.keyboard.press("Space")
    _tab_to(page, "Continue on GitHub")
    fields = _fields(page.evaluate("document.activeElement.href"))
    assert fields["mentor"] == "example-tomasz"
    assert fields["details"].splitlines()[0] == "Skills and topics: Python"
    assert fields["goals"].startswith(WHY)
    assert "Tuesday 18:00–20:00 (Warsaw time)" in fields["goals"]


@pytest.mark.parametrize("way", ["Mentoring", "A quick question", "A talk about a path"])
def test_the_preview_is_what_is_sent(open_page: OpenPage, address: str, way: str) -> None:
    """Each field of the preview is in the address with the same text, and nothing else is in it."""
    page = open_page(timezone_id="Europe/London")
    _keep(page, address, "goals", LEARNER)
    page.goto(f"{address}ask/#example-tomasz")
    expect(page.get_by_label("Python", exact=True)).to_be_checked()
    page.get_by_label(way).check()
    page.locator("#why").fill(WHY + " 語" * 40)
    if way != "A quick question":
        page.get_by_label("Messages are enough").check()
    link = page.get_by_role("link", name="Continue on GitHub").get_attribute("href")
    sent = _fields(link)
    shown = {
        part.get_attribute("data-field"): part.text_content() for part in page.locator("[data-slot=preview] dd").all()
    }
    template = sent.pop("template")
    assert template == {"Mentoring": "request.yml", "A quick question": "question.yml"}.get(way, "interview.yml")
    assert sent.pop("title") == page.locator("[data-slot=preview-title]").text_content()
    assert sent == shown
    assert len(link) <= 7500


def test_only_fields_of_the_forms_are_filled(open_page: OpenPage, address: str) -> None:
    """Every way fills only fields that its form in this repository has."""
    import yaml

    from tests.paths import ROOT

    page = open_page()
    _keep(page, address, "goals", LEARNER)
    page.goto(f"{address}ask/#example-tomasz")
    expect(page.get_by_label("Python", exact=True)).to_be_checked()
    page.locator("#why").fill(WHY)
    for way in page.locator("input[name=way]").all():
        way.check()
        sent = _fields(page.get_by_role("link", name="Continue on GitHub").get_attribute("href"))
        form = yaml.safe_load(Path(ROOT, ".github", "ISSUE_TEMPLATE", sent["template"]).read_text(encoding="utf-8"))
        ids = {field.get("id") for field in form["body"]}
        assert sent.keys() - {"template", "title"} <= ids


def test_nobody_is_asked_in_vain(open_page: OpenPage, address: str) -> None:
    """Who cannot be asked, and who is unknown, is said on the page for asking, with a way on."""
    page = open_page(viewport=PHONE)
    page.goto(f"{address}ask/#example-kwame")
    expect(page.get_by_text("can't take requests right now")).to_be_visible()
    page.goto(f"{address}ask/#nobody-at-all")
    expect(page.get_by_text("We couldn't find this mentor.")).to_be_visible()
