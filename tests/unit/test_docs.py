"""The written pages can be found: each is in the navigation, and each decision in the table of decisions."""

import re
from pathlib import Path

import pytest

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


def test_the_threat_model_names_tests_that_are_there() -> None:
    """Each module of tests and stories that the threat model leans on exists."""
    text = (ROOT / "docs" / "contributing" / "threat-model.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "tests").rglob("*")}
    named = set(re.findall(r"`(\w+\.(?:py|yml))`", text))
    assert named <= files
