"""Draw docs/contributing/architecture.md from the code: the rooms, who imports whom, and three walks.

`python -m scripts.architecture` writes the page, and with `--numbers` prints modules, arrows and lines by room.
`--package` counts another checkout's package. The walks are followed while the code runs, so they are always true.
"""

import argparse
import ast
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
PAGE = ROOT / "docs" / "contributing" / "architecture.md"
COMMUNITY = ROOT / "tests" / "fixtures" / "v0.1.0" / "directory"
ASSETS = PACKAGE / "site" / "assets"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TEXT = "A zebra crosses at noon."
"""A text that nothing else contains, so that it can be followed."""


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of the package (or a module beside them), what it is for, whom it imports, and its size."""

    name: str
    purpose: str
    imports: frozenset[str]
    modules: int
    arrows: int
    lines: int


def rooms(package: Path = PACKAGE) -> dict[str, Room]:
    """Read every room; a room comes after those that it imports."""
    files: dict[str, list[Path]] = {}
    for path in sorted(package.rglob("*.py")):
        files.setdefault(path.relative_to(package).parts[0].removesuffix(".py"), []).append(path)
    files.pop("__init__", None)
    read = {name: _room(name, paths, package, set(files)) for name, paths in files.items()}
    return {name: read[name] for name in sorted(read, key=lambda name: (_height(name, read, ()), name))}


def _room(name: str, paths: list[Path], package: Path, names: set[str]) -> Room:
    arrows = [one for path in paths for one in _imported(path)]
    rooms_imported = {one.split(".")[1] for one in arrows if one.count(".")} & names - {name}
    first = package / name / "__init__.py"
    text = (first if first.exists() else paths[0]).read_text(encoding="utf-8")
    purpose = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0].replace("\n", " ")
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in paths)
    modules = sum(path.stat().st_size > 0 for path in paths)
    return Room(name, purpose, frozenset(rooms_imported), modules, len(arrows), lines)


def _imported(path: Path) -> set[str]:
    """Return the modules of the package that a module imports, once each."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {one for one in found if one.split(".")[0] == "generator"}


def _height(name: str, read: dict[str, Room], seen: tuple[str, ...]) -> int:
    if name in seen:
        raise ValueError(f"the rooms import each other in a circle: {' -> '.join([*seen, name])}")
    return max((_height(one, read, (*seen, name)) + 1 for one in read[name].imports), default=0)


def layers(read: dict[str, Room]) -> list[list[str]]:
    """Return the rooms from the top, each above all that it imports."""
    by_height: dict[int, list[str]] = {}
    for name in read:
        by_height.setdefault(_height(name, read, ()), []).append(name)
    return [by_height[height] for height in sorted(by_height, reverse=True)]


Step = tuple[str, str]
"""A module, as a path below the package, and a function of it."""


def follow(work: Callable[[], object], wanted: Callable[[FrameType, object], bool]) -> list[Step]:
    """Run something, and return the package's functions that ended with what is wanted, in that order, once each."""
    found: dict[Step, None] = {}
    here = f"{PACKAGE}/"

    def ended(frame: FrameType, event: str, result: object) -> None:
        code = frame.f_code
        if event == "return" and code.co_filename.startswith(here) and not code.co_name.startswith("<"):
            step = (code.co_filename.removeprefix(here), code.co_name)
            if step not in found and wanted(frame, result):
                found[step] = None

    sys.setprofile(ended)
    try:
        work()
    finally:
        sys.setprofile(None)
    return list(found)


def _holds_the_text(value: object) -> bool:
    if isinstance(value, bytes):
        return TEXT.encode() in value
    if isinstance(value, tuple | list):
        return any(isinstance(one, str | bytes) and _holds_the_text(one) for one in value[:50])
    return isinstance(value, str) and TEXT in value


def _passes_the_text(frame: FrameType, result: object) -> bool:
    code = frame.f_code
    given = (frame.f_locals.get(name) for name in code.co_varnames[: code.co_argcount])
    return _holds_the_text(result) or any(map(_holds_the_text, given))


def profile_walk() -> list[Step]:
    """Follow a text of a profile on its way to the page; what goes to the search index is another way."""
    from generator.plugin.build import build_with_mkdocs

    with tempfile.TemporaryDirectory() as folder:
        root = _community(Path(folder))
        profile = next(
            path
            for path in sorted((root / "mentors").glob("*.yml"))
            if "\nbio:" not in path.read_text(encoding="utf-8")
        )
        profile.write_text(f"{profile.read_text(encoding='utf-8')}bio: {TEXT}\n", encoding="utf-8")
        steps = follow(lambda: build_with_mkdocs(root, root / "site", NOW), _passes_the_text)
    return [step for step in steps if not step[0].startswith("site/search_index/")]


def request_walk() -> list[Step]:
    """Follow an issue that was just opened until the bot's comment stands in it; the rest of the directory is read before."""
    from generator.app import bot
    from generator.forge.folder import FolderForge

    with tempfile.TemporaryDirectory() as folder:
        root = _community(Path(folder))
        threads = root / "new"
        (threads / "issues").mkdir(parents=True)
        stored: dict[str, Any] = json.loads((COMMUNITY / "threads/issues/37.json").read_text(encoding="utf-8"))
        stored["comments"] = []
        stored["issue"] |= {"labels": [], "assignees": [], "updated_at": stored["issue"]["created_at"]}
        (threads / "issues" / "37.json").write_text(json.dumps(stored), encoding="utf-8")
        steps = follow(lambda: bot.handle(FolderForge(threads, NOW), root, 37, NOW), lambda frame, result: True)
    return [step for step in steps if step[0].startswith(("requests/", "forge/", "app/bot"))]


def _community(folder: Path) -> Path:
    root = folder / "community"
    shutil.copytree(COMMUNITY, root)
    template = PACKAGE / "demo" / "template"
    shutil.copy(template / "mkdocs.yml", root)
    shutil.copytree(template / "docs", root / "docs")
    return root


def search_walk() -> list[str]:
    """Return the scripts that a visitor's goals pass, from the form to the ranked cards, in the order of their imports."""
    found: dict[str, None] = {}

    def enter(path: Path) -> None:
        name = path.relative_to(ASSETS).as_posix()
        if name in found or not path.exists():
            return
        found[name] = None
        text = path.read_text(encoding="utf-8")
        for one in re.findall(r"""(?:from|import|new URL\()\s*["'](\.[^"']+\.js)["']""", text):
            enter((path.parent / one).resolve())

    enter(ASSETS / "elements" / "goals-view.js")
    enter(ASSETS / "search" / "directory-worker.js")
    return [name for name in found if not name.startswith("lib/")]


def by_module(steps: list[Step]) -> dict[str, list[str]]:
    """Group the functions of a walk by their modules, in the order in which each was reached."""
    grouped: dict[str, list[str]] = {}
    for module, function in steps:
        grouped.setdefault(module, []).append(function)
    return grouped


def page() -> str:
    """Write the whole page."""
    return "\n".join(["# Architecture", "", *_intro(), *_rooms(), *_walks()])


def _intro() -> Iterator[str]:
    yield "This page is drawn from the code by `make architecture`. Nobody edits it by hand."
    yield ""


def _rooms() -> Iterator[str]:
    read = rooms()
    yield "## Rooms"
    yield ""
    yield "Each folder of `generator/` is a room. A room imports only rooms below it, so there is no circle."
    yield ""
    yield "```text"
    for layer in layers(read):
        yield "   ".join(layer).center(72).rstrip()
    yield "```"
    yield ""
    yield "| Room | What it is for | Imports |"
    yield "|:--|:--|:--|"
    for name in [name for layer in layers(read) for name in layer]:
        imported = ", ".join(f"`{one}`" for one in sorted(read[name].imports)) or "nothing"
        yield f"| `{name}` | {read[name].purpose} | {imported} |"
    yield ""


def _walks() -> Iterator[str]:
    for title, intro, steps in (
        (
            "A profile's text, on its way to the page",
            "The functions that are given the text or return it.",
            profile_walk(),
        ),
        (
            "An issue, on its way to the bot's comment",
            "The functions that run when a new issue is answered.",
            request_walk(),
        ),
    ):
        grouped = by_module(steps)
        yield f"## {title}"
        yield ""
        yield intro
        yield ""
        yield "| Module | Functions |"
        yield "|:--|:--|"
        for module, functions in grouped.items():
            yield f"| `{module}` | {', '.join(f'`{one}`' for one in functions)} |"
        yield ""
    yield "## A visitor's goals, on their way to a ranked card"
    yield ""
    yield "The scripts below `site/assets/`, in the order in which they need each other."
    yield ""
    for name in search_walk():
        yield f"- `{name}`"
    yield ""


def numbers(package: Path) -> str:
    """Write the size of each room, and of all."""
    read = rooms(package)
    lines = [f"{'room':14} {'modules':>8} {'arrows':>8} {'lines':>8}"]
    lines += [f"{one.name:14} {one.modules:8} {one.arrows:8} {one.lines:8}" for one in read.values()]
    total = [sum(getattr(one, field) for one in read.values()) for field in ("modules", "arrows", "lines")]
    return "\n".join([*lines, f"{'all':14} {total[0]:8} {total[1]:8} {total[2]:8}"])


def main() -> None:
    """Write the page, or print the numbers."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--numbers", action="store_true", help="print modules, arrows and lines by room")
    parser.add_argument("--package", type=Path, default=PACKAGE, help="the package to count")
    wanted = parser.parse_args()
    if wanted.numbers:
        print(numbers(wanted.package.resolve()))
        for title, steps in (
            (("profile", profile_walk()), ("request", request_walk())) if wanted.package == PACKAGE else ()
        ):
            print(f"the walk of a {title}: {len(steps)} functions in {len(by_module(steps))} modules")
        return
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
