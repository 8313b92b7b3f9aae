"""Judge pages of a built site by Lighthouse, as on a phone; npm fetches it at the first run."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.chapters import Bench
from benchmarks.contenders.programs import BIN
from benchmarks.finder.browser import browser_path
from benchmarks.finder.host import served
from benchmarks.measure import RunFailed
from benchmarks.results import Chapter
from benchmarks.table import Target, markdown_table
from generator.mkdocs_plugin import build_with_mkdocs

VERSION = "12.8.2"
TIMES = {"first-contentful-paint": "first paint", "largest-contentful-paint": "largest paint", "total-blocking-time": "blocked", "cumulative-layout-shift": "shift"}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def lighthouse_chapter(bench: Bench, size: int) -> Chapter:
    """Build a site of so many mentors, and have its list and one profile judged."""
    site = bench.folder / "lighthouse" / "lodestar"
    build_with_mkdocs(bench.directory(size), site, datetime.now(UTC))
    profile = _open_profile(site)
    cells = []
    with served(site.parent, zipping=True) as address:
        for page in ("mentors/", f"mentors/{profile}/"):
            bench.told(f"lighthouse, {page}")
            scores, times, failed = judge_page(f"{address}lodestar/{page}", bench.folder / "lighthouse.json")
            cells.append((page, *(f"{scores[name]:.0f}" for name in LEAST), *times, ", ".join(failed) or "nothing"))
            for name, least in LEAST.items():
                bench.targets.append(Target(f"Lighthouse, {page}: {name}, points missing", 100 - scores[name], 100 - least))
    words = f"Lighthouse {VERSION} as on a phone, {size:,} mentors, files served compressed from this machine. Performance also depends on what else the machine does."
    return Chapter("Lighthouse", words, (markdown_table(("page", *LEAST, *TIMES.values(), "fails"), cells),))


def _open_profile(site: Path) -> str:
    """Name a profile whose owner lets search engines in; the others lose points for what they wish."""
    pages = sorted(site.glob("mentors/demo-*/index.html"))
    return next((page.parent.name for page in pages if "noindex" not in page.read_text(encoding="utf-8")), pages[0].parent.name)


def judge_page(address: str, answer: Path) -> tuple[dict[str, float], list[str], list[str]]:
    """Return the points of each category, the times behind performance, and what lost points in the other categories."""
    npx = shutil.which("npx", path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")
    if not npx:
        raise RunFailed("Lighthouse needs Node's npx. Run `make bench`, which installs it.")
    flags = "--headless=new --no-sandbox --no-proxy-server"
    command = [npx, "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={answer}", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": browser_path(), "PATH": f"{Path(npx).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RunFailed(f"Lighthouse ended with status {done.returncode}:\n{done.stderr[-2000:]}")
    return read_scores(json.loads(answer.read_text(encoding="utf-8")))


def read_scores(told: dict) -> tuple[dict[str, float], list[str], list[str]]:
    """Read Lighthouse's answer: points out of 100 by category, times in its words, and what failed in categories that should be whole."""
    if trouble := told.get("runtimeError"):
        raise RunFailed(f"Lighthouse could not judge the page: {trouble.get('message', trouble)}")
    categories = told["categories"]
    scores = {name: 100 * (categories[name]["score"] or 0) for name in LEAST}
    audits = (ref for name in LEAST if name != "performance" for ref in categories[name]["auditRefs"] if ref["weight"])
    failed = [ref["id"] for ref in audits if (told["audits"][ref["id"]]["score"] if told["audits"][ref["id"]]["score"] is not None else 1) < 1]
    times = [told["audits"].get(name, {}).get("displayValue", "").replace("\xa0", " ") for name in TIMES]
    return scores, times, list(dict.fromkeys(failed))
