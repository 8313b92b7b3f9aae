"""Run the measurements in a real Chromium, each contender in a page of its own: the edge to the browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Error, sync_playwright

from benchmarks.measure import RunFailedError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Memory is told at once instead of at the next garbage collection; nothing leaves this machine.
_ARGUMENTS = (
    "--enable-blink-features=ForceEagerMeasureMemory",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one contender; times in milliseconds, `trouble` says why there are none."""

    contender: str
    ready: float = 0
    parts: tuple[tuple[str, float], ...] = ()
    times: tuple[tuple[str, tuple[float, ...]], ...] = ()
    found: int = 0
    at_opening: float = 0
    while_asked: float = 0
    megabytes: float | None = None
    trouble: str = ""


def browser_path() -> str:
    """Find the browser: the one that was named, else an installed one."""
    named = os.environ.get("LODESTAR_CHROMIUM") or os.environ.get("CHROMIUM")
    path = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if not path:
        raise RunFailedError(
            "The finder is measured in Chromium or Google Chrome. Install one, or run `make bench`, which does."
        )
    return path


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start the browser and end it afterwards."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def warm_up(browser: Browser, address: str) -> None:
    """Open a page and close it, so that the first contender does not pay for the browser's own start."""
    context = browser.new_context()
    context.new_page().goto(f"{address}page/index.html")
    context.close()


def measure_once(browser: Browser, address: str, contender: str, module: str, budget: float) -> Measured:
    """Measure one contender in a fresh page; `budget` is in seconds for each kind of question."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(f"{address}page/index.html")
        told = page.evaluate(
            "([name, budget]) => import('./run.js').then(({ run }) => run(name, budget))", [module, budget * 1000]
        )
    except Error as problem:
        return Measured(contender, trouble=problem.message.splitlines()[0][:100])
    finally:
        context.close()
    return Measured(
        contender,
        told["ready"],
        tuple(told["readyParts"].items()),
        tuple((what, tuple(series["times"])) for what, series in told["series"].items()),
        told["series"]["words"]["found"],
        told["atOpening"],
        told["whileAsked"],
        told["bytes"] / 1e6 if told["bytes"] else None,
    )
