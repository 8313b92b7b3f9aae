"""My page: who one is, and what is kept, only in this browser."""

import json
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]


def _kept(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage)")


def test_a_mentor_is_remembered_and_forgotten(open_page: OpenPage, address: str) -> None:
    """A login typed once leads to one's profile and its file, also after coming back, until it is deleted."""
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="My page").click()
    expect(page.locator("form[data-who]:not([inert])")).to_be_visible()
    page.get_by_label("My GitHub name").fill("@Example-Tomasz")
    page.get_by_role("button", name="Remember it").click()
    expect(page.get_by_role("link", name="My profile", exact=False).first).to_have_attribute(
        "href", "../mentors/example-tomasz/"
    )
    page.reload()
    edit = page.get_by_role("link", name="Edit my profile").get_attribute("href")
    assert edit.endswith("/edit/main/mentors/example-tomasz.yml")
    page.get_by_role("button", name="Delete My GitHub name").click()
    expect(page.get_by_text("Deleted from this browser.")).to_be_visible()
    expect(page.get_by_role("link", name="Edit my profile")).to_be_hidden()
    assert _kept(page) == []


def test_who_only_learns_finds_and_manages_their_profile(open_page: OpenPage, address: str) -> None:
    """My page leads someone who offers no mentoring to their own profile, where they can change it and leave, open at the top."""
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}me/")
    page.get_by_label("My GitHub name").fill("example-jamie")
    page.get_by_role("button", name="Remember it").click()
    page.get_by_role("link", name="Change what you look for, or leave").click()
    panel = page.locator("#manage")
    expect(panel.get_by_role("button", name="This isn’t me")).to_be_visible()
    expect(panel.get_by_role("link", name="Edit")).to_have_attribute(
        "href", re.compile(r"/edit/main/mentors/example-jamie\.yml$")
    )
    expect(panel.get_by_role("link", name="Open the form")).to_have_attribute(
        "href", re.compile("leave.yml&handle=example-jamie$")
    )
    expect(panel.locator("code")).to_have_count(0)


def test_what_is_no_login_is_not_kept(open_page: OpenPage, address: str) -> None:
    """A text that can't be a GitHub name is refused with a sentence, and a name without a profile is kept without one."""
    page = open_page()
    page.goto(f"{address}me/")
    name = page.get_by_label("My GitHub name")
    name.fill("<b>me</b>")
    page.get_by_role("button", name="Remember it").click()
    expect(page.get_by_text("This can't be a GitHub name.")).to_be_visible()
    assert _kept(page) == []
    name.fill("somebody-new")
    page.get_by_role("button", name="Remember it").click()
    expect(page.get_by_text("There is no profile with this name here.")).to_be_visible()
    expect(page.get_by_role("link", name="Edit my profile")).to_be_hidden()


def test_everything_is_shown_and_deleted_in_one_place(open_page: OpenPage, address: str) -> None:
    """Goals and saved mentors are named, and one button deletes all that this directory keeps, and nothing of others."""
    page = open_page()
    page.goto(f"{address}me/")
    start = f"lodestar {urlsplit(address).path}"
    values = {
        f"{start} goals": {"want": [{"skill": "python", "importance": "must"}]},
        f"{start} words": {"skills": {"python": "Python"}},
        f"{start} shortlist": {"handles": ["example-tomasz"], "names": {}},
        f"{start} something-new": 1,
        "another site": 1,
    }
    page.evaluate(
        "values => Object.entries(values).forEach(([key, value]) => localStorage.setItem(key, JSON.stringify(value)))",
        json.loads(json.dumps(values)),
    )
    page.reload()
    expect(page.locator("[data-kept=goals]")).to_contain_text("Python")
    expect(page.locator("[data-kept=shortlist]")).to_contain_text("1 mentor")
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-kept=goals]")).to_contain_text("Nothing kept")
    assert _kept(page) == ["another site"]
