"""Run one scenario with one bot, and put what it showed into the file of results."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.community.community import SCENARIOS, Community

VOCABULARY = Path(__file__).resolve().parents[2] / "vocabulary"
_TITLE = "## Community"


def play(
    seed: int,
    scenario: str,
    make_bot: Callable[..., Any],
    change: dict[str, Any] | None = None,
    vocabulary: Path = VOCABULARY,
) -> Community:
    """Play one scenario, and return the community as it is at the end."""
    with TemporaryDirectory() as folder:
        changes = {**SCENARIOS[scenario], **(change or {})}
        community = Community(seed, changes, make_bot, Path(folder) / "root", vocabulary)
        try:
            return community.run()
        finally:
            community.bot.end()


def replaced_chapter(results: str, table: str) -> str:
    """Return the results with the community's table anew, its words as they are; at the end where there was none."""
    if _TITLE not in results:
        return f"{results.rstrip()}\n\n{_TITLE}\n\n{table}\n"
    before, _, chapter = results.partition(_TITLE)
    words = re.split(r"^\|", chapter, maxsplit=1, flags=re.MULTILINE)[0].strip()
    after = re.search(r"^## ", chapter, flags=re.MULTILINE)
    rest = chapter[after.start() :] if after else ""
    return f"{before}{_TITLE}\n\n{words}\n\n{table}\n" + (f"\n{rest}" if rest else "")
