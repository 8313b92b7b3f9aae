"""Write RESULTS.md from what was measured, with the machine, the versions and the commands behind it."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from benchmarks.measure import Contender
from benchmarks.table import Target, markdown_table, target_table

PEERS = ("lodestar-mentors", "mkdocs", "mkdocs-material", "hugo", "PyYAML", "jsonschema", "jsonschema-rs", "check-jsonschema")


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


def report(day: date, on: str, chapters: Sequence[Chapter], targets: Sequence[Target], commands: str, programs: str) -> str:
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
