"""The finder's chapter: every contender in turn in one browser, at each size."""

import json
import os
from collections.abc import Sequence
from datetime import date
from shutil import rmtree

from benchmarks.chapters import Bench
from benchmarks.finder.browser import Measured, measure_once, started_browser, warm_up
from benchmarks.finder.folder import ASKED, fill_folder, library_versions, weigh_folder
from benchmarks.finder.host import served
from benchmarks.finder.site_page import page_tasks
from benchmarks.finder.tables import (
    IN_PAGE,
    IN_WORKER,
    bytes_table,
    middle,
    ours_table,
    targets_of,
    tasks_table,
    words_table,
)
from benchmarks.results import Chapter

DEFAULT_SIZES = "1000,10000"
BUDGET = 20
"""Seconds for each kind of question; who is slower answers fewer of them."""

SLOW = 30_000
"""From so many mentors on everything runs once: some contenders need minutes."""

_CONTENDERS = (
    (IN_WORKER, "lodestar-worker"),
    (IN_PAGE, "lodestar-modules"),
    ("MiniSearch", "minisearch"),
    ("Fuse.js", "fuse"),
    ("Material's search", "material"),
)


def finder_chapter(bench: Bench, sizes: Sequence[int]) -> Chapter:
    """Measure finding a mentor in Chromium, beside MiniSearch, Fuse.js and Material's own search on the same people."""
    libraries = library_versions()
    tables = []
    load_before = os.getloadavg()[0]
    with started_browser() as browser:
        version = browser.version
        for size in sizes:
            bench.told(f"finder, {size:,} mentors")
            folder = bench.folder / f"finder-{size}"
            fill_folder(folder, size, date.today())
            loads = weigh_folder(folder)
            found: dict[str, list[Measured]] = {name: [] for name, _ in _CONTENDERS}
            with served(folder) as address:
                warm_up(browser, address)
                for _ in range(1 if size >= SLOW else bench.runs):
                    for name, module in _CONTENDERS:
                        run = measure_once(browser, address, name, module, BUDGET)
                        found[name].append(run)
                        bench.told(f"  {name}: {_told(run)}")
            learner = json.loads((folder / "questions.json").read_bytes())["learners"][0]
            tasks = page_tasks(browser, folder / "api/directory", learner, bench.folder / "finder-page")
            rmtree(folder)
            tables += [
                f"{size:,} mentors:\n",
                bytes_table(loads, size),
                words_table(found),
                ours_table(found),
                tasks_table(tasks),
            ]
            known = {target.what for target in bench.targets}
            bench.targets += [target for target in targets_of(size, loads, found, tasks) if target.what not in known]
    busy = f"The machine's load was {load_before:.1f} before and {os.getloadavg()[0]:.1f} after ({os.cpu_count()} cores; what lies above them waited for others)."
    return Chapter("Finder", f"{_words(version, libraries)} {busy}", tuple(tables))


def _told(run: Measured) -> str:
    return (
        run.trouble
        or f"ready in {run.ready:.0f} ms, words {middle([run], 'words', 95) or 0:.1f} ms at the 95th percentile"
    )


def _words(browser: str, libraries: dict[str, str]) -> str:
    named = " and ".join(f"{name} {version}" for name, version in libraries.items())
    return (
        f"In Chromium {browser}, each contender in a fresh page, nothing asked before, files from this machine. {ASKED} texts, the same for all: beginnings of words, "
        "two words, skills and names, drawn from the people. Lodestar's index also holds all filters and what a card shows; "
        f"{named} get name, headline, skills and topics and index them in the page; Material's own worker gets an index made by its own plugin from a page "
        "a mentor with the same words below one headline. "
        "Fuse.js and Material also forgive or mix words, so they find more and other people. Ready means that the first text was answered. "
        f"Who is not through after {BUDGET} s stops there. Long tasks are those of the page, where they freeze it; memory is the page's and its workers'. "
        "Code weighs what its makers publish; ours and MiniSearch's is not minified. "
        "Lodestar in the page is the same code without messages; the site never does that. Only Lodestar filters, counts and ranks, so only it has those rows: "
        f"{ASKED} questions each, right after the page was opened, so that the browser still learns the code while it is timed. "
        "The last table of each size is the built page itself, as wide as a phone, used by a person's steps above an index of that size. "
        'This chapter alone: `make bench ARGS="--only finder --finder-sizes 1000,10000,100000"`; the largest size takes some minutes.'
    )
