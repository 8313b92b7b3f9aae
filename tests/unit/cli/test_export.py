"""`lodestar export`: everything that people wrote comes back."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.profiles.source import PUBLIC_LISTS
from generator.profiles.syntax import read_with_repairs
from tests.fakes.example_site import copy_directory


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example directory."""
    return copy_directory(tmp_path / "root")


def run(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["export", *words, "--root", str(root)])


def written(root: Path, folder: str) -> dict:
    """Read what the files of a folder say."""
    files = [path for path in sorted((root / folder).glob("*.yml")) if path.stem not in PUBLIC_LISTS]
    return {file.stem: read_with_repairs(file.read_text(encoding="utf-8")).data for file in files}


def test_json_has_every_field_of_every_file(root: Path) -> None:
    """Each field of each mentor, program, roadmap and vocabulary is there as it was written."""
    found = json.loads(run(root).output)
    assert found["version"] == 1
    for name, folder in (("mentors", "mentors"), ("programs", "programs"), ("roadmaps", "programs/roadmaps")):
        assert found[name] == written(root, folder)
    assert found["vocabulary"]["skills"] == written(root, "vocabulary")["skills"]
    assert [event["id"] for event in found["events"]][:2] == ["welcome-call", "spring-info-evening"]
    assert found["settings"]["coordinators"] == ["example-ines"]


def test_yaml_can_be_cut_into_files_again(root: Path) -> None:
    """Each document says the same as the file it is named after."""
    documents = run(root, "--format", "yaml").output.split("---\n# mentors/")[1:]
    for document in documents:
        name, _, text = document.partition("\n")
        assert read_with_repairs(text).data == written(root, "mentors")[name.removesuffix(".yml")]
    assert len(documents) == len(written(root, "mentors"))


def test_csv_has_a_row_for_each_mentor(root: Path) -> None:
    """Lists are joined, groups become columns with a dot, and what nobody says has no column."""
    rows = {row["handle"]: row for row in csv.DictReader(io.StringIO(run(root, "--format", "csv").output))}
    aroha = rows["example-aroha"]
    assert rows.keys() == written(root, "mentors").keys()
    assert (aroha["skills"], aroha["style.guidance"], aroha["capacity"]) == (
        "html; css; javascript; git",
        "exploratory",
        "2",
    )


def test_a_spreadsheet_runs_nothing(root: Path) -> None:
    """A headline that a spreadsheet would take for a formula begins with an apostrophe."""
    profile = root / "mentors" / "example-noor.yml"
    lines = profile.read_text(encoding="utf-8").splitlines()
    changed = ['headline: "=HYPERLINK(1)"' if line.startswith("headline:") else line for line in lines]
    profile.write_text("\n".join(changed) + "\n", encoding="utf-8")
    rows = csv.DictReader(io.StringIO(run(root, "--format", "csv").output))
    assert "'=HYPERLINK(1)" in [row["headline"] for row in rows]


def test_a_file_that_cannot_be_read_stops_it(root: Path, tmp_path: Path) -> None:
    """Nobody is left out without a word: the file is named, and nothing is written."""
    (root / "mentors" / "example-noor.yml").write_text("name: [\n", encoding="utf-8")
    done = run(root, "--output", str(tmp_path / "all.json"))
    assert done.exit_code == 1 and "mentors/example-noor.yml" in done.stderr
    assert not (tmp_path / "all.json").exists()
