"""A real Chromium for the tests: one browser for the run, a fresh and watched page for each test.

Whatever a page does, the test fails when it asks another host for anything, when a script breaks or
when its own policy forbids what it does.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect, sync_playwright

from tests.e2e.browser.chromium import HOW_TO_INSTALL, NoBrowserError, find_chromium, is_foreign

# Playwright switches Chromium's own sandbox off: containers and several systems do not allow it,
# and only pages of our own are opened.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

_WATCH_POLICY = """
addEventListener("securitypolicyviolation", (event) =>
  reportViolation(`${event.documentURI}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
"""Whatever a test does, a page that breaks its own policy fails it."""

OpenPage = Callable[..., Page]

# A build server may be ten times slower than a desk. A test waits for a state; these only end one that never comes.
expect.set_options(timeout=20_000)
LONGEST = 60_000

SLOWNESS = float(os.environ.get("LODESTAR_SLOWNESS", "1"))
"""How many times slower than it is a page's processor shall be, to find what only fails elsewhere; the line gets slow as well."""


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself, for the whole run."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; without one the tests fail and say how to install it."""
    try:
        return find_chromium(os.environ)
    except NoBrowserError as problem:
        pytest.fail(str(problem), pytrace=False)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """One Chromium for the whole run, cut off from every host but this one."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        started = playwright.chromium.launch(
            executable_path=chromium, args=[*ARGUMENTS, *(["--no-sandbox"] if root else [])]
        )
    except Error as problem:
        pytest.fail(f"{chromium} did not start. {HOW_TO_INSTALL}\n\n{problem.message}", pytrace=False)
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a fresh page: `open_page()`, `open_page(javascript=False)`, `open_page(viewport={...})`.

    Every keyword but `javascript` goes to Playwright's `new_context`.
    """
    contexts: list[BrowserContext] = []
    strangers: list[str] = []
    broken: list[str] = []
    violations: list[str] = []

    def open_one(*, javascript: bool = True, **options: object) -> Page:
        context = browser.new_context(java_script_enabled=javascript, **options)
        contexts.append(context)
        context.on("request", lambda request: strangers.append(request.url) if is_foreign(request.url) else None)
        context.expose_binding("reportViolation", lambda _source, what: violations.append(what))
        context.add_init_script(_WATCH_POLICY)
        context.on("weberror", lambda error: broken.append(str(error.error)))
        context.set_default_timeout(LONGEST)
        page = context.new_page()
        if SLOWNESS > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert strangers == [], "a page asked another host"
    assert violations == [], "a page broke its own Content-Security-Policy"
    assert broken == [], "a script on a page broke"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A fresh page that runs JavaScript."""
    return open_page()


@pytest.fixture
def plain_page(open_page: OpenPage) -> Page:
    """A fresh page with JavaScript switched off, as some readers have it."""
    return open_page(javascript=False)
