"""Nothing on the finder jumps while its parts arrive, and nothing is shown that cannot work."""

import json
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.browser.finder_page import KEPT, shown
from tests.e2e.browser.test_finder_goals import LEARNER
from tests.e2e.browser.test_walk import DESK

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
PHONE = {"width": 360, "height": 780}
NOTICEABLE = 0.05
"""Half of what browsers call a good page; 1 would be everything jumping over the whole screen."""
_WATCH = """(() => {
    window.jumped = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) jumped += entry.value; }))
        .observe({ type: "layout-shift", buffered: true });
})()"""


def _late(route: Route) -> None:
    """The scripts come after the page was painted, as over a slow line."""
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize(
    ("viewport", "learner", "query"),
    [
        pytest.param(
            viewport,
            learner,
            query,
            id=f"{'phone' if viewport == PHONE else 'desk'}-{'goals' if learner else 'no goals'}-{'a filter' if query else 'everybody'}",
            # Every two of the three meet in every run.
            marks=() if (viewport == PHONE) ^ bool(learner) ^ bool(query) else (pytest.mark.exhaustive,),
        )
        for viewport in (PHONE, DESK)
        for learner in (None, LEARNER)
        for query in ("", "?language=en")
    ],
)
def test_nothing_jumps_while_the_finder_wakes_up(
    open_page: OpenPage, address: str, viewport: dict, learner: dict | None, query: str
) -> None:
    """From the first paint until filters have their numbers, what is seen stays where it is, whatever was asked before."""
    page = open_page(viewport=viewport)
    page.add_init_script(_WATCH)
    page.goto(f"{address}robots.txt")
    if learner:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, json.dumps(learner)])
    page.route("**/mentor-directory.js", _late)
    page.goto(f"{address}mentors/{query}")
    page.locator("[data-shelf=ready] [data-slot=total]:not(:empty)").wait_for()
    expect(page.locator("[data-do=shortlist]").first).to_be_attached()
    page.wait_for_timeout(300)
    assert page.evaluate("jumped") < NOTICEABLE


def test_without_javascript_nothing_is_offered_that_needs_it(open_page: OpenPage, address: str) -> None:
    """Goals, filters, shelves and orders are hidden where no script can answer them; the list is there."""
    page = open_page(javascript=False, viewport=DESK)
    page.goto(f"{address}mentors/")
    for name in ("goals", "search", "shelves", "sort"):
        expect(page.locator(f".mentor-{name}").first).to_be_hidden()
    assert len(shown(page)) > 0


def test_words_typed_before_the_script_came_are_searched(open_page: OpenPage, address: str) -> None:
    """Whoever types while the page still loads is not made to type again."""
    page = open_page(viewport=DESK)
    page.route("**/mentor-directory.js", _late)
    page.goto(f"{address}mentors/", wait_until="commit")
    box = page.get_by_role("searchbox", name="What do you want help with?")
    box.fill("bioinformatics")
    expect(page.locator(".mentor-cards > li")).to_have_count(1)
    expect(page).to_have_url(f"{address}mentors/#text=bioinformatics")
