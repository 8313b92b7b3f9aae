"""Write RESULTS.md from what was measured, with the machine, the versions and the commands behind it."""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from benchmarks.measure import Contender
from benchmarks.table import Target, markdown_table, target_table

PEERS = (
    "lodestar-mentors",
    "mkdocs",
    "mkdocs-material",
    "hugo",
    "PyYAML",
    "jsonschema",
    "jsonschema-rs",
    "check-jsonschema",
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thing that was measured: a title, how to read it, and its tables."""

    title: str
    words: str
    tables: tuple[str, ...]


def machine() -> str:
    """Say what the numbers were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()} on {platform.machine()}, Python {platform.python_version()}"


def versions() -> str:
    """Draw a table of the measured programs' versions."""
    return markdown_table(("program", "version"), [(name, _version(name)) for name in PEERS])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def command_lines(contenders: Sequence[Contender], hidden: dict[str, str]) -> str:
    """Write each contender's command once, with the places of this machine replaced by words."""
    lines: dict[str, None] = {}
    for contender in contenders:
        line = " ".join(contender.command if len(contender.command) < 20 else (*contender.command[:6], "..."))
        for place, word in hidden.items():
            line = line.replace(place, word)
        lines.setdefault(f"{contender.name}: {line}")
    return "```text\n" + "\n".join(lines) + "\n```\n"


def section(chapter: Chapter) -> str:
    """Compose a chapter's part of the page."""
    return "\n".join([f"## {chapter.title}\n", f"{chapter.words}\n", *chapter.tables])


def with_chapter(page: str, chapter: Chapter, targets: Sequence[Target]) -> str:
    """Put one chapter and its targets into a page of results that is there: what has the same name is replaced, the rest stays."""
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    kept = [part for part in parts if part.splitlines()[:1] != [f"## {chapter.title}"]]
    place = next((at for at, part in enumerate(parts) if part not in kept), _before_versions(kept))
    kept.insert(place, section(chapter) + "\n")
    rows = {target.what: target for target in targets}
    return "".join(_with_targets(part, rows) if part.startswith("## Targets\n") else part for part in kept)


def _before_versions(parts: Sequence[str]) -> int:
    return next((at for at, part in enumerate(parts) if part.startswith("## Versions\n")), len(parts))


def _with_targets(part: str, fresh: Mapping[str, Target]) -> str:
    """Write the table of targets anew, with the rows of this run instead of those of the same name."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("| ")
    ]
    new = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in target_table(list(fresh.values())).splitlines()[2:]
    ]
    old = [row for row in rows[1:] if row[0] not in fresh]
    return f"## Targets\n\n{markdown_table(rows[0], old + new)}\n"


def report(
    day: date, on: str, chapters: Sequence[Chapter], targets: Sequence[Target], commands: str, programs: str
) -> str:
    """Compose the whole page."""
    parts = [
        "# Results\n",
        f"Measured on {day} by `python -m benchmarks` ({on}). Whole processes, start of the interpreter included, contenders in turn, "
        "medians; files lie in memory. The people are synthetic, in the shape of 629 real profiles (`lodestar demo`, seed 1).\n",
        "## Targets\n",
        target_table(targets),
    ]
    parts += map(section, chapters)
    parts += ["## Versions\n", programs, "## Commands\n", commands]
    return "\n".join(parts)
