"""`lodestar import --cohorts`: programs of years come in with their projects, roles, outcomes and weeks from 0 on."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from tests.fakes.cohort_source import write_cohorts
from tests.fakes.example_site import copy_directory


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example directory."""
    return copy_directory(tmp_path / "root")


def run(root: Path, *words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["import", *map(str, words), "--cohorts", "--root", str(root)])


def program(root: Path, id: str) -> dict:
    """Read a program that came in."""
    return yaml.safe_load((root / "programs" / f"{id}.yml").read_text(encoding="utf-8"))


def test_cohorts_become_programs_that_the_check_accepts(root: Path, tmp_path: Path) -> None:
    """Dates, series, week 0, projects with people by role and outcome: everything is in order, and joined by id."""
    write_cohorts(tmp_path / "source", 6, 18, 30)
    done = run(root, tmp_path / "source")
    assert done.exit_code == 0, done.output
    assert "6 cohorts" in done.output and "18 projects" in done.output and "projects.keywords: 18" in done.output
    checked = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert checked.exit_code == 0, checked.output
    first, last = program(root, "ols-1"), program(root, "ols-6")
    assert (first["title"], first["series"], str(first["starts"]), first["milestones"][0]["week"]) == (
        "OLS-1", "ols", "2020-01-20", 1,
    )  # fmt: skip
    assert last["milestones"][0] == {"title": "Call of week 0", "week": 0}
    assert str(first["opens"]) == "2019-11-18"
    project = first["projects"][1]
    assert (project["status"], project["outcome"]) == ("finished", "A handbook that three groups use")
    assert {one.get("role", "participant") for one in project["people"]} == {"participant", "mentor"}
    came = {one["id"]: one for one in first["people"]}
    again = {one["id"]: one for one in last["people"]}
    assert set(came) & set(again), "nobody came back"
    assert any("mentor" in one.get("roles", ()) for one in again.values())
    assert all(one["name"].startswith("Person") for id, one in came.items() if id.startswith("person"))


def test_nothing_is_overwritten_and_a_dry_run_writes_nothing(root: Path, tmp_path: Path) -> None:
    """A program that is there stays as it is, and the report says so."""
    write_cohorts(tmp_path / "source", 2, 4, 6)
    assert "nothing was written" in run(root, tmp_path / "source", "--dry-run").output
    assert not (root / "programs" / "ols-1.yml").exists()
    (root / "programs" / "ols-1.yml").write_text("title: mine\n", encoding="utf-8")
    found = json.loads(run(root, tmp_path / "source", "--format", "json").output)
    assert (found["version"], found["written"], found["there"]) == (1, ["ols-2"], ["ols-1"])
    assert (root / "programs" / "ols-1.yml").read_text(encoding="utf-8") == "title: mine\n"


def test_what_cant_come_in_is_counted(root: Path, tmp_path: Path) -> None:
    """Contact details, impossible ids, unknown fields and dates out of order are left out, and said to be."""
    folder = tmp_path / "source" / "ols-1"
    folder.mkdir(parents=True)
    rows = [
        {"name": "Birds", "description": "Write to ada@example.org", "participants": ["Ada_L", "☂"], "budget": 3},
        {"description": "It has no name"},
    ]
    (folder / "projects.yaml").write_text(yaml.safe_dump(rows), encoding="utf-8")
    timeline = [{"date": "May 1, 2021", "description": "Applications open"}]
    weeks = {"01": {"start": "February 8, 2021", "calls": []}}
    (folder / "schedule.yaml").write_text(yaml.safe_dump({"timeline": timeline, "weeks": weeks}), encoding="utf-8")
    done = run(root, tmp_path / "source")
    birds = program(root, "ols-1")["projects"][0]
    assert birds["people"] == [{"id": "ada-l"}] and "@" not in birds["summary"]
    for line in ("projects: 1", "projects.budget: 1", "projects.participants: 1", "schedule.opens: 1"):
        assert f"  {line} (" in done.output, done.output


def test_a_source_without_cohorts_says_what_is_looked_for(root: Path, tmp_path: Path) -> None:
    """The message names a file that would be found."""
    (tmp_path / "list.yml").write_text("- name: Ada\n", encoding="utf-8")
    done = run(root, tmp_path / "list.yml")
    assert done.exit_code == 2 and "ols-1/projects.yaml" in done.output


@pytest.mark.exhaustive
def test_ten_cohorts_of_years_are_imported_and_built(root: Path, tmp_path: Path) -> None:
    """10 cohorts with 300 projects and 480 participants come in, pass the check and have their pages."""
    write_cohorts(tmp_path / "source", 10, 300, 480)
    done = run(root, tmp_path / "source")
    assert "10 cohorts" in done.output and "300 projects" in done.output, done.output
    people = {one["id"] for number in range(1, 11) for one in program(root, f"ols-{number}")["people"]}
    assert len({one for one in people if one.startswith("person-")}) == 480
    built = CliRunner().invoke(main, ["build", "--root", str(root), "--site-dir", str(tmp_path / "site")])
    assert built.exit_code == 0, built.output
    page = (tmp_path / "site" / "programs" / "ols-9" / "index.html").read_text(encoding="utf-8")
    assert "Project 30 of cohort 9" in page and "ols-8" in page
