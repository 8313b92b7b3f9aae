"""The written pages can be found: each is in the navigation, and each decision in the table of decisions."""

import re
from pathlib import Path

import pytest

from scripts.command_line import PAGE, page
from tests.paths import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_every_page_is_in_the_navigation(path: Path) -> None:
    """A page below docs/ that `nav` in mkdocs.yml forgets could only be found by its address."""
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    listed = re.findall(r"([\w./-]+\.md)\s*$", navigation, re.MULTILINE)
    assert path.relative_to(DOCS).as_posix() in listed, "add it to nav in mkdocs.yml"


def test_every_decision_is_in_the_table() -> None:
    """The page of decisions lists each record once, in the order of their numbers."""
    table = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    records = [path.name for path in PAGES if re.match(r"\d{4}-", path.name)]
    assert records == re.findall(r"^\| \[\d{4}\]\(([\w-]+\.md)\)", table, re.MULTILINE)


@pytest.mark.parametrize("path", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_named_files_are_there(path: Path) -> None:
    """A file or folder of the code or the tests that a page names exists, so that a recipe can be followed."""
    if "decisions" in path.parts:
        return
    for name in re.findall(r"`((?:generator|tests|scripts|docs)/[\w./-]+)`", path.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


def test_recipes_name_files_that_are_there() -> None:
    """Every file of a recipe exists, whether it is named with its folders or only by its name."""
    recipes = (DOCS / "contributing" / "recipes.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+\.(?:py|js|json|css|svg|html|md|yml))`", recipes)
    assert named
    folders = ("generator", "tests", "docs", "mentors", "scripts")
    assert [] == [
        name
        for name in named
        if not (ROOT / name).exists()
        and ("/" in name or name != "mkdocs.yml" and not any(any((ROOT / one).rglob(name)) for one in folders))
    ]


def _threats() -> list[tuple[str, str]]:
    """Return each row of the threat model: what it is about, and what shows that it is stopped."""
    text = (ROOT / "docs" / "contributing" / "threat-model.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [(row[0], row[-1]) for row in rows if row[-1] != "shown by"]


@pytest.mark.parametrize(("threat", "shown"), _threats())
def test_each_row_of_the_threat_model_names_tests_that_are_there(threat: str, shown: str) -> None:
    """Each row leans on a module of tests, stories or a linter; each test that it names is in one of its modules."""
    files = {path.name: path for path in (ROOT / "tests").rglob("*") if path.suffix in (".py", ".yml")}
    modules = re.findall(r"`(\w+\.(?:py|yml))`", shown)
    folders = re.findall(r"`(tests/[\w/]+)`", shown)
    assert modules or folders, threat
    assert set(modules) <= files.keys()
    assert all((ROOT / folder).is_dir() for folder in folders)
    texts = "".join(files[name].read_text(encoding="utf-8") for name in modules)
    for name in re.findall(r"`(test_\w+)`", shown):
        assert f"def {name}(" in texts, name


def test_the_threat_model_has_a_row_for_each_kind_of_attack() -> None:
    """Every module of attacks is named in the threat model."""
    text = (ROOT / "docs" / "contributing" / "threat-model.md").read_text(encoding="utf-8")
    assert not [path.name for path in (ROOT / "tests" / "attacks").glob("test_*.py") if path.name not in text]


def test_the_code_of_conduct_on_the_site_is_the_repository_s() -> None:
    """GitHub shows one file and the site the other; a community that adopts it changes both."""
    assert (ROOT / "CODE_OF_CONDUCT.md").read_text("utf-8") == (ROOT / "docs" / "code-of-conduct.md").read_text("utf-8")


def test_the_command_line_s_reference_is_as_the_commands_are() -> None:
    """Every command, argument and option is on the page, as `--help` says it; `make reference` writes it again."""
    assert PAGE.read_text(encoding="utf-8") == page()
