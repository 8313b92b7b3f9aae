"""What comes with Lodestar for every community, as files: the vocabulary, the guides, the workflows, the examples.

The repository is their one place. The wheel carries them in `generator/packaged/`, under the same names.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

_PLACES = (Path(__file__).parents[1] / "packaged", Path(__file__).parents[2])
PRODUCT_PAGES = ("contributing", "decisions", "run-your-own.md", "move-in.md")
"""What lies in docs/ about Lodestar itself: a community's site links to it and shows none of it."""


def packaged(path: str) -> Path:
    """Return where something lies that comes with Lodestar, by its path in the repository."""
    inside, checkout = (place / path for place in _PLACES)
    return inside if _PLACES[0].is_dir() else checkout


def packaged_files(folder: str) -> Iterator[tuple[str, Path]]:
    """Yield every file of a folder that comes with Lodestar: its path in the repository, and where it is."""
    start = packaged(folder)
    for path in sorted(start.rglob("*")):
        if path.is_file():
            yield f"{folder}/{path.relative_to(start).as_posix()}", path


def packaged_pages() -> Iterator[tuple[str, Path]]:
    """Yield the pages that every community has until it writes its own: the path in docs/, and where the file is."""
    for path, file in packaged_files("docs"):
        name = path.removeprefix("docs/")
        if name.split("/")[0] not in PRODUCT_PAGES:
            yield name, file


def released_commit() -> str:
    """Return the commit that this Lodestar is: written when it was released, or known because pip took it from Git.

    Empty for a checkout and for a wheel that someone built without saying. pip's own note is PEP 610's.
    """
    path = Path(__file__).parents[1] / "commit.txt"
    return path.read_text(encoding="utf-8").strip() if path.is_file() else _installed_commit()


def _installed_commit() -> str:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        noted = json.loads(distribution("lodestar-mentors").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    commit = noted.get("vcs_info", {}).get("commit_id", "") if isinstance(noted, dict) else ""
    return commit if re.fullmatch(r"[0-9a-f]{40}", commit) else ""
