"""Use the finder's own page as a person does, on an index of any size, and watch for how long it stands still."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.finder.host import served
from generator.demo import write_demo
from generator.plugin.build import build_with_mkdocs

PAGE_OF = 100
"""The page itself is built for so many mentors; it looks the same above any index."""

WITHOUT = "for comparison: opening a page without the finder"
TIMES = 3
"""How often each thing is done; the middle counts."""

_WATCH = """() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: "longtask" });
}"""
_TAKE = "() => new Promise((resolve) => setTimeout(() => { resolve(longest); longest = 0; }, 200))"
_ANSWERED = "(before) => document.querySelector('.mentor-count').textContent !== before"


def page_tasks(browser: Browser, index: Path, learner: dict, work: Path) -> list[tuple[str, float]]:
    """Return for each thing a person does the longest task of the page in milliseconds; 0 below what browsers report."""
    site = _site_above(index, work)
    with served(site.parent) as address:
        walks = [_walked(browser, f"{address}{site.name}/", learner) for _ in range(TIMES)]
    return [(steps[0][0], median(task for _, task in steps)) for steps in zip(*walks, strict=True)]


def _walked(browser: Browser, site: str, learner: dict) -> list[tuple[str, float]]:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    context.add_init_script(f"({_WATCH})()")
    try:
        return _walk(context.new_page(), site, learner)
    finally:
        context.close()


def _site_above(index: Path, work: Path) -> Path:
    site = work / "site" / "lodestar"
    if not site.exists():
        write_demo(work / "demo", PAGE_OF, 1, datetime.now(UTC).date())
        build_with_mkdocs(work / "demo", site, datetime.now(UTC))
    shutil.rmtree(site / "api/directory")
    shutil.copytree(index, site / "api/directory")
    return site


def _walk(page: Page, site: str, learner: dict) -> list[tuple[str, float]]:
    page.set_default_timeout(120_000)
    address = f"{site}mentors/"
    told = []

    def step(what: str, act: Callable[[], object], answered: bool = True) -> None:
        before = page.locator(".mentor-count").text_content() if answered else ""
        act()
        if answered:
            page.wait_for_function(_ANSWERED, arg=before)
        told.append((what, page.evaluate(_TAKE)))

    def opened() -> None:
        page.goto(address)
        page.locator(".mentor-shelves button:not([hidden]) [data-slot=total]:not(:empty)").first.wait_for()

    def chosen() -> None:
        if page.locator(".mentor-open").is_visible():
            page.locator(".mentor-open").click()
        page.locator("details[data-name=language] > summary").click()
        page.locator("details[data-name=language] input[type=checkbox]:not(:disabled)").first.check()
        for close in page.locator("dialog[open] .mentor-filters__close").all():
            close.click()

    def goals_kept() -> None:
        page.evaluate("(text) => localStorage.setItem('lodestar /lodestar/ goals', text)", json.dumps(learner))
        page.goto(address)

    step(WITHOUT, lambda: page.goto(f"{site}skills/", wait_until="networkidle"), answered=False)
    step("opening the page, until filters have their numbers", opened, answered=False)
    step("opening a filter and choosing", chosen)
    step("typing a word", lambda: page.get_by_role("searchbox", name="What do you want help with?").fill("data"))
    step("coming back with goals stated", goals_kept)
    step("changing a goal", lambda: _change_goal(page))
    return told


def _change_goal(page: Page) -> None:
    page.locator("details.mentor-goals > summary").click()
    # The choices are behind "More", and may be folded away; a script taps them all the same.
    page.locator("input[name=goals]:not(:checked)").first.evaluate("box => box.click()")
