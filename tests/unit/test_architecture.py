"""The rules of the house, kept by reading the code: who imports whom, and what pure rooms may touch."""

import ast
from pathlib import Path

import pytest

from tests.paths import ROOT, TESTS

PACKAGE = ROOT / "generator"
FILES = sorted(path for path in PACKAGE.rglob("*.py"))
PURE_ROOMS = ("model", "text", "ask", "profiles", "moving", "matching", "insight", "site", "requests")
MAY_IMPORT = {
    "model": {"model"},
    "schema": {"schema"},
    "text": {"text", "model", "schema"},
    "ask": {"ask", "model", "text", "schema"},
    "profiles": {"profiles", "model", "schema", "text"},
    "moving": {"moving", "profiles", "model", "schema", "text"},
    "matching": {"matching", "model", "text"},
    "insight": {"insight", "model", "text"},
    "site": {"site", "ask", "model", "profiles", "matching", "insight", "schema", "text"},
    "requests": {"requests", "model", "profiles", "matching", "insight", "text"},
}
EDGES = {"cli", "plugin", "forge", "adapters", "app"}
EDGES_BELOW = {
    "app": {"forge", "adapters"},
    "cli": {"app", "forge", "adapters", "plugin"},
    "plugin": {"app", "adapters"},
    "__main__": {"cli"},
    "demo": {"app", "adapters", "forge"},
}
"""The use cases join the rooms with the edges; the command line and MkDocs call them. Nobody else imports an edge."""
ONE_IMPORTER = (
    "yaml", "jsonschema", "jsonschema_rs", "mkdocs", "click", "jinja2", "markdown_it", "nh3", "babel", "PIL",
    "coloraide", "langcodes", "rich", "subprocess", "github", "apprise",
)  # fmt: skip
ONE_ROOM = {"click": "cli", "babel": "text", "mkdocs": "plugin", "PIL": "site", "yaml": "profiles"}
"""Libraries that a whole room may use."""
FORBIDDEN_IN_PURE = {
    "os",
    "subprocess",
    "socket",
    "urllib.request",
    "requests",
    "shutil",
    "tempfile",
    "time",
    "random",
    "io.open",
}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_import_only_in_one_direction(path: Path) -> None:
    """Each room imports only the rooms that the design lists for it, and edges are imported where the house says so alone."""
    room = _room(path)
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("generator.") and name.count(".") >= 1}
    ours -= {"__version__"}
    if room in MAY_IMPORT:
        assert ours <= MAY_IMPORT[room]
    assert ours & EDGES <= EDGES_BELOW.get(room, set()) | {room}


@pytest.mark.parametrize(
    "path", [path for path in FILES if _room(path) in PURE_ROOMS], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_pure_rooms_touch_nothing_outside(path: Path) -> None:
    """Pure rooms import nothing that reaches a disk, a process, a network, a clock or a die."""
    assert not _imports(path) & FORBIDDEN_IN_PURE
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {
                "open",
                "print",
                "input",
                "date.today",
                "datetime.now",
                "datetime.utcnow",
                "datetime.today",
            }, called


@pytest.mark.parametrize("library", ONE_IMPORTER)
def test_each_library_has_one_importer(library: str) -> None:
    """Each outside library is imported in at most one file, so that it can be replaced there; some in one room."""
    importers = [
        path for path in FILES if any(name == library or name.startswith(f"{library}.") for name in _imports(path))
    ]
    room = ONE_ROOM.get(library)
    assert len(importers) <= 1 or (room and {_room(path) for path in importers} == {room}), importers


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_stay_small_and_explained(path: Path) -> None:
    """No file is longer than 320 lines, and every module, public class and public function says what it is for."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 320
    tree = ast.parse(text)
    if text.strip():
        assert ast.get_docstring(tree)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in [*tree.body, *(member for one in classes for member in one.body)]:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("path", sorted(TESTS.rglob("test_*.py")), ids=lambda path: path.name)
def test_every_test_states_a_promise(path: Path) -> None:
    """Every test has a docstring that ends like a sentence."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert (ast.get_docstring(node) or "").split("\n\n")[0].rstrip().endswith((".", ".)")), node.name


def test_no_file_is_a_drawer() -> None:
    """Nothing is called utils, helpers or the like: each file is about one thing."""
    names = {path.stem for path in FILES}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handlers"}
