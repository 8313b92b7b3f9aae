"""`lodestar import`: people of other directories come in, and nobody's file is overwritten."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.fakes.example_site import copy_directory
from tests.paths import TESTS

SOURCES = TESTS / "fixtures" / "sources"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example directory."""
    return copy_directory(tmp_path / "root")


def run(root: Path, *words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["import", *map(str, words), "--root", str(root)])


def guessed(root: Path, source: Path, tmp_path: Path) -> Path:
    """Draft a map, as its user would."""
    path = tmp_path / "map.yml"
    path.write_text(run(root, source, "--guess").output, encoding="utf-8")
    return path


def test_what_is_written_is_in_order(root: Path) -> None:
    """After imports with all ready maps, the check finds no error in the whole directory."""
    for name in ("coding-coach.json", "women-coding.yml", "ols-people", "exercism", "open-life-science.yaml"):
        done = run(root, SOURCES / name, "--set", "timezone=Berlin", "--set", "skills=Mentoring")
        assert done.exit_code == 0, done.output
    found = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert (found.exit_code, len(list((root / "mentors").glob("*.yml")))) == (0, 14 + 14), found.output


def test_json_has_the_shape_that_programs_read(root: Path) -> None:
    """Programs get counts of every field, unknown terms with suggestions, and problems as the check writes them."""
    found = json.loads(run(root, SOURCES / "open-life-science.yaml", "--format", "json").output)
    assert (found["version"], found["read"], found["written"], found["without_github"]) == (1, 3, 2, 1)
    assert {"field": "country", "carried": 3, "lost": 0, "why": None, "empty": 0} in found["fields"]
    assert found["unknown_terms"] == [{"term": "Liquid biopsy", "uses": 1, "suggestion": None}]
    assert [(one["path"], one["code"]) for one in found["problems"]] == [("mentors/nia.yml", "missing-field")] * 2


def test_a_dry_run_writes_nothing(root: Path) -> None:
    """The same report, and no file."""
    before = sorted(path.name for path in (root / "mentors").iterdir())
    done = run(root, SOURCES / "coding-coach.json", "--dry-run")
    assert "4 profiles are ready; nothing was written" in done.output
    assert sorted(path.name for path in (root / "mentors").iterdir()) == before


def test_nobody_is_overwritten_and_nobody_comes_in_twice(root: Path) -> None:
    """A second import leaves what people changed since, and finds two people of one name again."""
    run(root, SOURCES / "coding-coach.json")
    file = root / "mentors" / "bo-2.yml"
    changed = file.read_text(encoding="utf-8").replace("capacity: 1", "capacity: 3")
    file.write_text(changed, encoding="utf-8")
    before = sorted(path.name for path in (root / "mentors").iterdir())
    again = run(root, SOURCES / "coding-coach.json")
    assert "4 were there already and stay as they are" in again.output
    assert sorted(path.name for path in (root / "mentors").iterdir()) == before
    assert file.read_text(encoding="utf-8") == changed


def test_somebody_else_of_the_same_handle_gets_a_number(root: Path) -> None:
    """A person who is there already under the same handle isn't the one who comes in."""
    other = (root / "mentors" / "example-aroha.yml").read_text(encoding="utf-8").replace("github: example-aroha\n", "")
    (root / "mentors" / "bo.yml").write_text(other, encoding="utf-8")
    assert run(root, SOURCES / "coding-coach.json").exit_code == 0
    assert (root / "mentors" / "bo.yml").read_text(encoding="utf-8") == other
    assert (root / "mentors" / "bo-2.yml").exists()
    assert (root / "mentors" / "bo-3.yml").exists()


def test_the_poorest_list_comes_in(root: Path, tmp_path: Path) -> None:
    """A name, a category and a booking link are enough, with a time zone for all."""
    source = SOURCES / "poorest.csv"
    written_map = guessed(root, source, tmp_path)
    waiting = run(root, source, "--map", written_map)
    assert waiting.exit_code == 1
    assert "--set timezone=Europe/Berlin" in waiting.output
    done = run(root, source, "--map", written_map, "--set", "timezone=Europe/London")
    assert "3 profiles written to mentors/" in done.output
    text = (root / "mentors" / "ada-lindqvist.yml").read_text(encoding="utf-8")
    assert "contact: {mode: link, url: " in text
    assert "mailto" not in (root / "mentors" / "chidi.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["spreadsheet.csv", "pages"])
def test_a_drafted_map_is_enough(root: Path, tmp_path: Path, name: str) -> None:
    """A community's own spreadsheet and a folder of pages come in with a map that nobody had to correct."""
    source = SOURCES / name
    done = run(root, source, "--map", guessed(root, source, tmp_path))
    assert done.exit_code == 0, done.output
    assert "ada@example.org" not in "".join(file.read_text("utf-8") for file in (root / "mentors").glob("*.yml"))


def test_unknown_terms_become_a_patch(root: Path, tmp_path: Path) -> None:
    """The patch adds the terms in the order of ids, and the vocabulary is right with them."""
    patch = tmp_path / "terms.patch"
    run(root, SOURCES / "women-coding.yml", "--dry-run", "--patch", patch)
    text = patch.read_text(encoding="utf-8")
    assert "+- id: underwater-basket-weaving\n+  label: Underwater basket weaving\n" in text
    assert text.startswith("--- a/vocabulary/skills.yml\n+++ b/vocabulary/skills.yml\n")


@pytest.mark.parametrize("format", ["json", "yaml", "csv"])
def test_what_was_exported_comes_back_the_same(root: Path, tmp_path: Path, format: str) -> None:
    """An export into an empty directory gives every profile its fields again, to the letter."""
    exported = tmp_path / f"all.{format}"
    CliRunner().invoke(main, ["export", "--format", format, "--output", str(exported), "--root", str(root)])
    before = json.loads(CliRunner().invoke(main, ["export", "--root", str(root)]).output)["mentors"]
    for file in (root / "mentors").glob("*.yml"):
        file.unlink()
    done = run(root, exported)
    assert done.exit_code == 0, done.output
    assert json.loads(CliRunner().invoke(main, ["export", "--root", str(root)]).output)["mentors"] == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Name the file or folder to read"),
        (("mentors.csv",), "No ready map fits"),
        (("mentors.csv", "--map", "nowhere.yml"), "There is no map 'nowhere.yml'"),
        (("mentors.csv", "--map", "map.yml"), "Did you mean 'headline'?"),
        (("twice.csv", "--guess"), "two columns 'name'"),
        (("empty.json", "--guess"), "There is nobody in this source"),
        (("broken.json", "--guess"), "this isn't JSON"),
    ],
)
def test_what_cant_be_read_is_said(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    """Each wrong call or file is named, with what to do."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "mentors.csv": "name,x\nAda,1\n", "map.yml": "columns: {name: head line}\n", "twice.csv": "name,name\nAda,Bo\n",
        "empty.json": "[]", "broken.json": "[{",
    }.items():  # fmt: skip
        Path(name).write_text(text, encoding="utf-8")
    done = run(root, *words)
    assert done.exit_code == 2
    assert message in done.output
