"""`lodestar doctor`: each thing that isn't set up is named with what to click, and turns green once it is."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import __version__
from generator.app.doctor import Hub, doctor_report, examine_files, examine_github
from generator.app.new_community import Answers, make_community
from generator.cli import main
from generator.model.directory import Settings
from generator.requests.replies.labels import LABELS

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOME = "/repos/garden/mentors"
RELEASE = "/repos/lodestar-mentors/lodestar/releases/latest"
RUNS = f"{HOME}/actions/workflows/sweep.yml/runs?status=success&per_page=1"


def set_up() -> dict[str, Any]:
    """Return what GitHub answers about a repository in which everything is set up."""
    return {
        HOME: {"private": False, "has_issues": True, "has_discussions": True},
        f"{HOME}/pages": {"build_type": "workflow"},
        f"{HOME}/labels?per_page=100&page=1": [{"name": label.name} for label in LABELS],
        f"{HOME}/actions/permissions": {"enabled": True},
        f"{HOME}/actions/permissions/workflow": {"can_approve_pull_request_reviews": True},
        f"{HOME}/rules/branches/main": [{"type": "pull_request"}, {"type": "required_status_checks"}],
        RUNS: {"workflow_runs": [{"updated_at": "2026-11-21T04:00:00Z"}]},
        RELEASE: {"tag_name": f"v{__version__}"},
    }


def examined(answers: dict[str, Any]) -> dict[str, Any]:
    """Look at a GitHub with these answers; one that is a number is a refusal. Return the diagnoses by what they are about."""

    def look(path: str) -> tuple[int, Any]:
        answer = answers.get(path, 404)
        return (answer, None) if isinstance(answer, int) else (200, answer)

    hub = Hub(Settings("Garden", "garden/mentors", "https://garden.example/conduct"), look, NOW)
    return {diagnosis.about: diagnosis for diagnosis in examine_github(hub)}


def test_a_repository_that_is_set_up_is_green() -> None:
    """Where everything is set up, everything is ok, and there is nothing to click."""
    assert {(one.state, one.step) for one in examined(set_up()).values()} == {("ok", "")}


@pytest.mark.parametrize(
    ("about", "path", "answer", "click"),
    [
        ("Public", HOME, {"private": True, "has_issues": True, "has_discussions": True}, "Change visibility"),
        ("Issues", HOME, {"private": False, "has_issues": False, "has_discussions": True}, "turn on Issues"),
        ("Pages", f"{HOME}/pages", 404, "choose GitHub Actions"),
        ("Pages", f"{HOME}/pages", {"build_type": "legacy"}, "choose GitHub Actions"),
        ("Labels", f"{HOME}/labels?per_page=100&page=1", [{"name": "bug"}], "workflow Labels: Run workflow"),
        ("Workflows", f"{HOME}/actions/permissions", {"enabled": False}, "Allow all actions"),
        (
            "Workflow permissions",
            f"{HOME}/actions/permissions/workflow",
            {"can_approve_pull_request_reviews": False},
            "create and approve pull requests",
        ),
        ("Discussions", HOME, {"private": False, "has_issues": True, "has_discussions": False}, "turn on Discussions"),
        ("Branch protection", f"{HOME}/rules/branches/main", [{"type": "deletion"}], "Rulesets"),
        ("Daily run", RUNS, {"workflow_runs": []}, "Enable workflow"),
        ("Daily run", RUNS, {"workflow_runs": [{"updated_at": "2026-11-18T04:00:00Z"}]}, "Enable workflow"),
        ("Version", RELEASE, {"tag_name": "v99.0.0"}, "lodestar upgrade"),
    ],
)
def test_what_is_not_set_up_is_named_with_what_to_click(about: str, path: str, answer: Any, click: str) -> None:
    """Each thing unset in turn is the only one to do, with what to click; set up again, it is green."""
    answers = set_up()
    found = examined(answers | {path: answer})
    assert [one.about for one in found.values() if one.state != "ok"] == [about]
    assert found[about].text
    assert click in found[about].step
    assert examined(answers)[about].state == "ok"


def test_what_a_token_may_not_see_is_unknown() -> None:
    """A token without the rights of an administrator can't see some settings; the doctor says so and accuses nobody."""
    found = examined(set_up() | {f"{HOME}/actions/permissions": 403, f"{HOME}/actions/permissions/workflow": 403})
    assert ["Workflows", "Workflow permissions"] == [one.about for one in found.values() if one.state == "unknown"]
    assert "Everything we looked at is set up." in doctor_report(tuple(found.values()), True, "text")


def test_a_repository_that_is_not_there_is_the_only_diagnosis() -> None:
    """Before anything was pushed, the doctor says what to do first."""
    assert [("On GitHub", "todo")] == [(one.about, one.state) for one in examined({}).values()]


@pytest.fixture(scope="module")
def community(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community that was made without any answer."""
    folder = tmp_path_factory.mktemp("doctor") / "garden"
    make_community(folder, Answers("Garden", "your-organisation/garden", examples=False), date(2026, 11, 21))
    return folder


def test_files_are_looked_at_without_a_token(community: Path) -> None:
    """Offline, the doctor names each placeholder in the settings and each form that is out of date."""
    diagnoses, _ = examine_files(community, NOW)
    assert {"Repository", "Private contact", "Coordinators"} == {one.about for one in diagnoses if one.state == "todo"}
    form = community / ".github/ISSUE_TEMPLATE/request.yml"
    text = form.read_bytes()
    form.unlink()
    settings = community / "directory.yml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(
        before.replace("your-organisation", "garden")
        .replace("example.org/conduct", "garden.example/conduct")
        .replace("coordinators: []", "coordinators: [ada-l]"),
        encoding="utf-8",
    )
    diagnoses, _ = examine_files(community, NOW)
    settings.write_text(before, encoding="utf-8")
    form.write_bytes(text)
    stale = [one for one in diagnoses if one.state == "todo"]
    assert [("Forms and workflows", "Run `lodestar upgrade`, then commit what it writes.")] == [
        (one.about, one.step) for one in stale
    ]


def test_the_command_tells_people_and_programs(community: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with 1 while something is to do, says how to look at GitHub too, and has JSON for programs."""
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    done = CliRunner().invoke(main, ["doctor", "--root", str(community)])
    assert done.exit_code == 1
    assert "GITHUB_TOKEN=$(gh auth token) lodestar doctor" in done.output
    assert "3 things are still to do." in done.output
    told = json.loads(CliRunner().invoke(main, ["doctor", "--root", str(community), "--format", "json"]).output)
    assert (1, {"ok", "todo"}) == (told["version"], {one["state"] for one in told["diagnoses"]})


def test_a_directory_with_mistakes_is_sent_to_the_check(community: Path, tmp_path: Path) -> None:
    """While files have errors, nothing else is looked at."""
    (tmp_path / "directory.yml").write_text("name: x\n", encoding="utf-8")
    diagnoses, settings = examine_files(tmp_path, NOW + timedelta(days=1))
    assert ([("Files", "todo")], None) == ([(one.about, one.state) for one in diagnoses], settings)
    assert "lodestar check" in diagnoses[0].step
