"""Judge pages of a built site by Lighthouse, as on a phone; npm fetches it at the first run."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from benchmarks.chapters import Bench
from benchmarks.contenders.programs import BIN
from benchmarks.finder.browser import browser_path
from benchmarks.finder.host import served
from benchmarks.measure import RunFailedError
from benchmarks.results import Chapter
from benchmarks.table import Target, markdown_table
from generator.plugin.build import build_with_mkdocs

VERSION = "12.8.2"
TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}
Validated = tuple[dict[str, float], list[str], list[str]]
"""Points by category, times in words, and what failed."""

_FLAGS = ("--no-sandbox", "--no-proxy-server")
GOALS = {
    "want": [{"skill": "python", "importance": "must"}, {"skill": "testing"}], "goals": ["specific-skills", "career-guidance"], "stage": "junior",
    "style": {"structure": "structured"}, "commitment": "1h", "languages": ["en"], "timezone": "Europe/Berlin", "windows": ["Tue 18:00-20:00"],
}  # fmt: skip
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def lighthouse_chapter(bench: Bench, size: int) -> Chapter:
    """Build a site of so many mentors, and have its list, the same with goals stated, and one profile judged."""
    site = bench.folder / "lighthouse" / "lodestar"
    build_with_mkdocs(bench.directory(size), site, datetime.now(UTC))
    profile = _open_profile(site)
    cells = []
    asked = (
        ("mentors/", "mentors/", None),
        ("mentors/, goals stated", "mentors/", GOALS),
        (f"mentors/{profile}/", f"mentors/{profile}/", None),
    )
    with served(site.parent, zipping=True) as address:
        for page, path, goals in asked:
            bench.told(f"lighthouse, {page}")
            judged = []
            for _ in range(bench.runs):
                with _visitor(f"{address}lodestar/", goals, bench.folder / "visitor") as flags:
                    judged.append(judge_page(f"{address}lodestar/{path}", bench.folder / "lighthouse.json", flags))
                bench.told(f"  performance {judged[-1][0]['performance']:.0f}, blocked {judged[-1][1][2]}")
            scores, times, failed = middle_run(judged)
            cells.append((page, *(f"{scores[name]:.0f}" for name in LEAST), *times, ", ".join(failed) or "nothing"))
            for name, least in LEAST.items():
                bench.targets.append(
                    Target(f"Lighthouse, {page}: {name}, points missing", 100 - scores[name], 100 - least)
                )
    words = f"Lighthouse {VERSION} as on a phone, {size:,} mentors, files served compressed from this machine; the middle of {bench.runs} runs. Performance also depends on what else the machine does."
    return Chapter("Lighthouse", words, (markdown_table(("page", *LEAST, *TIMES.values(), "fails"), cells),))


def middle_run(judged: Sequence[Validated]) -> Validated:
    """Choose the run with the middle performance: a busy machine makes every run worse, and none better."""
    return sorted(judged, key=lambda one: one[0]["performance"])[len(judged) // 2]


def _open_profile(site: Path) -> str:
    """Name a profile whose owner lets search engines in; the others lose points for what they wish."""
    pages = sorted(site.glob("mentors/demo-*/index.html"))
    return next(
        (page.parent.name for page in pages if "noindex" not in page.read_text(encoding="utf-8")), pages[0].parent.name
    )


@contextmanager
def _visitor(site: str, goals: Mapping[str, Any] | None, profile: Path) -> Iterator[list[str]]:
    """Give the flags with which Lighthouse visits as somebody new, or in a browser that keeps goals from an earlier visit."""
    if goals is None:
        yield [f"--chrome-flags=--headless=new {' '.join(_FLAGS)}"]
        return
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with sync_playwright() as playwright:
        flags = [*_FLAGS, f"--remote-debugging-port={port}"]
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=browser_path(), args=flags, channel="chromium"
        )
        try:
            page = context.new_page()
            page.goto(f"{site}robots.txt")
            page.evaluate(
                "([key, text]) => localStorage.setItem(key, text)",
                [f"lodestar {urlsplit(site).path} goals", json.dumps(goals)],
            )
            yield [f"--port={port}", "--disable-storage-reset"]
        finally:
            context.close()


def judge_page(address: str, answer: Path, flags: Sequence[str]) -> Validated:
    """Return the points of each category, the times behind performance, and what lost points in the other categories."""
    npx = shutil.which("npx", path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")
    if not npx:
        raise RunFailedError("Lighthouse needs Node's npx. Run `make bench`, which installs it.")
    command = [
        npx,
        "--yes",
        f"lighthouse@{VERSION}",
        address,
        "--quiet",
        "--output=json",
        f"--output-path={answer}",
        *flags,
    ]
    environment = {
        **os.environ,
        "CHROME_PATH": browser_path(),
        "PATH": f"{Path(npx).parent}{os.pathsep}{os.environ.get('PATH', '')}",
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RunFailedError(f"Lighthouse ended with status {done.returncode}:\n{done.stderr[-2000:]}")
    return read_scores(json.loads(answer.read_text(encoding="utf-8")))


def read_scores(told: dict) -> Validated:
    """Read Lighthouse's answer: points out of 100 by category, times in its words, and what failed in categories that should be whole."""
    if trouble := told.get("runtimeError"):
        raise RunFailedError(f"Lighthouse could not judge the page: {trouble.get('message', trouble)}")
    categories = told["categories"]
    scores = {name: 100 * (categories[name]["score"] or 0) for name in LEAST}
    audits = (ref for name in LEAST if name != "performance" for ref in categories[name]["auditRefs"] if ref["weight"])
    failed = [
        ref["id"]
        for ref in audits
        if (told["audits"][ref["id"]]["score"] if told["audits"][ref["id"]]["score"] is not None else 1) < 1
    ]
    times = [told["audits"].get(name, {}).get("displayValue", "").replace("\xa0", " ") for name in TIMES]
    return scores, times, list(dict.fromkeys(failed))
