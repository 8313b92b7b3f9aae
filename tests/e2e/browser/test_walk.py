"""A person walks through the site, with and without JavaScript, on a phone and at a desk."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.fakes.example_site import ASKING, KINDS

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
SHOWN = KINDS | ASKING
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the npm packages that `make test` installs."""
    folder = os.environ.get("LODESTAR_NODE")
    if not folder:
        pytest.fail("LODESTAR_NODE names no folder. Run the tests by `make test`, which installs axe.", pytrace=False)
    return (Path(folder) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str, rules: tuple[str, ...] = ()) -> list[str]:
    """Return what axe has to say against a page, by all rules or by these, a line for each place."""
    page.evaluate(axe)
    found = page.evaluate(
        "only => axe.run(document, {resultTypes: ['violations'], ...(only.length ? {runOnly: only} : {})}).then(result => result.violations)",
        list(rules),
    )
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
def test_a_mentee_walks_from_home_to_a_request(open_page: OpenPage, address: str, javascript: bool) -> None:
    """From home by the first door to the list, a skill, a profile and the request form: every step is a link."""
    page = open_page(javascript=javascript, viewport=DESK)
    page.goto(address)
    page.get_by_role("link", name="Find a Mentor").first.click()
    expect(page).to_have_url(f"{address}mentors/")
    page.get_by_role("link", name="skill", exact=False).first.click()
    # Two ways on at the same time would leave it open which one is taken.
    page.wait_for_url(lambda url: url != f"{address}mentors/")
    page.goto(f"{address}skills/")
    page.get_by_role("link", name="Python", exact=True).first.click()
    expect(page).to_have_url(f"{address}skills/python/")
    page.get_by_role("link", name="Tomasz", exact=False).first.click()
    expect(page).to_have_url(f"{address}mentors/example-tomasz/")
    ask = page.get_by_role("link", name="Ask Tomasz")
    if javascript:
        expect(ask).to_have_attribute("href", "../../ask/#example-tomasz")
        ask.click()
        expect(page.get_by_role("heading", name="Ask Tomasz")).to_be_visible()
        ask = page.get_by_role("link", name="Continue on GitHub")
    link = ask.get_attribute("href")
    assert link.startswith("https://github.com/lodestar-mentors/lodestar/issues/new?template=request.yml&")
    assert "mentor=example-tomasz" in link
    assert "labels=" not in link
    assert len(link) <= 7500


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
def test_an_applicant_walks_from_home_to_a_program(open_page: OpenPage, address: str, javascript: bool) -> None:
    """Programs can be reached from home, and an open one can be applied to."""
    page = open_page(javascript=javascript, viewport=DESK)
    page.goto(address)
    page.get_by_role("link", name="Spring cohort 2027", exact=False).first.click()
    expect(page).to_have_url(f"{address}programs/spring-2027/")
    link = page.locator("a[href*='template=apply.yml']").first.get_attribute("href")
    assert "program=spring-2027" in link


@pytest.mark.parametrize("handle", ["example-kwame", "example-sofia", "example-jamie"])
def test_nobody_is_asked_who_cannot_answer(open_page: OpenPage, address: str, handle: str) -> None:
    """A closed, stale or hidden mentor has no request button, and the page says why and what to do next."""
    page = open_page(viewport=DESK)
    page.goto(f"{address}mentors/{handle}/")
    assert page.locator("a[href*='template=request.yml']").count() == 0
    assert page.get_by_role("link", name="mentor", exact=False).count() > 0


def test_the_heartbeat_ages_while_the_page_does_not(open_page: OpenPage, address: str) -> None:
    """A page read days after its build warns that the bot is late; without JavaScript it still says when it last looked."""
    page = open_page(viewport=PHONE)
    warning = page.get_by_text("The daily check is late.")
    for day, age, late in (("21", "6 hours ago", False), ("25", "4 days ago", True)):
        page.clock.set_fixed_time(f"2026-11-{day}T09:45:00Z")
        page.goto(f"{address}requests/")
        expect(page.locator("mentor-heartbeat")).to_contain_text(f"21 November 2026, 03:30 UTC ({age}).")
        expect(warning).to_be_visible(visible=late)
    plain = open_page(javascript=False)
    plain.goto(f"{address}requests/")
    expect(plain.locator("mentor-heartbeat")).to_contain_text("21 November 2026, 03:30 UTC.")


def change_colours(page: Page, scheme: str) -> None:
    """Change the colours of a page, without the moment in which one turns into the other."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.getAnimations().forEach((one) => one.cancel())")


COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours, and so at nothing else in the dark."""


@pytest.mark.parametrize("kind", SHOWN)
def test_a_page_is_for_everybody(open_page: OpenPage, address: str, axe: str, kind: str) -> None:
    """No kind of page has an accessibility problem that axe can find, in light and in dark; and at 320 px, which is also 400 % zoom at a desk, none scrolls sideways."""
    page = open_page(viewport=DESK, color_scheme="light")
    page.goto(address + SHOWN[kind])
    page.wait_for_load_state("networkidle")
    assert violations(page, axe) == []
    change_colours(page, "dark")
    assert violations(page, axe, COLOURS) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_axe_can_fail(open_page: OpenPage, axe: str) -> None:
    """The checks really look: a picture without a text is reported."""
    page = open_page()
    page.set_content("<html lang='en'><title>x</title><main><h1>x</h1><img src='data:,'></main></html>")
    assert any(one.startswith("image-alt") for one in violations(page, axe))


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
def test_no_stranger_runs_a_script(open_page: OpenPage, address: str, javascript: bool) -> None:
    """A profile full of tricks shows them as text: in the list, on its page and in the search, none of them runs."""
    page = open_page(javascript=javascript, viewport=DESK)
    for path in ("mentors/example-mallory/", "mentors/", "mentors/?text=script", "skills/python/", ""):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        if javascript:
            # All in one step, for the cards may be replaced at any moment.
            page.locator("article a").evaluate_all(
                "links => links.slice(0, 40).forEach(link => link.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))"
            )
            assert page.evaluate("window.pwned") is None
        assert page.locator("article script:not([type='application/ld+json']):not([type='module'])").count() == 0


def test_search_finds_whole_words_and_says_how_many(open_page: OpenPage, address: str) -> None:
    """Typing filters the cards, the count is announced, the address keeps the words, and clearing brings the list back."""
    page = open_page(viewport=DESK)
    page.goto(f"{address}mentors/")
    before = page.locator(".mentor-cards > li").count()
    box = page.get_by_role("searchbox", name="What do you want help with?")
    box.fill("bioinformatics")
    expect(page.locator(".mentor-cards > li:visible")).to_have_count(1)
    expect(page.locator(".mentor-count")).to_contain_text("1 mentor")
    expect(page).to_have_url(f"{address}mentors/#text=bioinformatics")
    box.fill("")
    expect(page.locator(".mentor-cards > li:visible")).to_have_count(before)


def test_filters_work_with_back_and_forward(open_page: OpenPage, address: str) -> None:
    """A filter changes the list and the address, going back undoes it, and an address alone restores it."""
    page = open_page(viewport=DESK)
    page.goto(f"{address}mentors/")
    page.locator("details[data-name=language] > summary").click()
    page.locator("details[data-name=language] input[value=ja]").check()
    expect(page.locator(".mentor-cards > li:visible")).to_have_count(1)
    page.go_back()
    expect(page.locator(".mentor-cards > li:visible")).not_to_have_count(1)
    page.go_forward()
    expect(page.locator(".mentor-cards > li:visible")).to_have_count(1)
    again = open_page(viewport=DESK)
    again.goto(page.url)
    expect(again.locator(".mentor-cards > li:visible")).to_have_count(1)


def test_the_list_stays_when_the_index_does_not_come(open_page: OpenPage, address: str) -> None:
    """Without the index the static list stays, and a sentence says that the search does not work right now."""
    page = open_page(viewport=DESK)
    page.route("**/api/directory/**", lambda route: route.abort())
    page.goto(f"{address}mentors/?text=python")
    expect(page.locator(".mentor-cards > li:visible")).not_to_have_count(0)
    expect(page.locator("mentor-directory")).to_contain_text("Search isn't available right now")


def test_the_keyboard_reaches_everything(open_page: OpenPage, address: str) -> None:
    """The list of mentors is reached and left by the tab key alone, and the focus is always visible on something."""
    page = open_page(viewport=DESK)
    page.goto(f"{address}mentors/")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "document.activeElement.getAttribute('href') || document.activeElement.name || document.activeElement.tagName"
            )
        )
    assert any("example-" in str(one) for one in seen)
    assert "q" in seen
