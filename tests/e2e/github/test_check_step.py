"""What a person sees on their pull request: the step of check.yml is run here as GitHub would run it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.e2e.github.workflow_lints import jobs
from tests.paths import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "check.yml"

STUB = """\
#!/usr/bin/env bash
echo "$*" >> "$CALLS"
case "$*" in
  *summary*) printf '%s' "$SUMMARY" ;;
  *) echo "::error file=mentors/ada-l.yml,line=9::unknown field" ;;
esac
exit "$STATUS"
"""


def pull_request_step() -> str:
    """Return the commands that check.yml runs on a pull request."""
    for step in jobs(WORKFLOW.read_text(encoding="utf-8"))["profiles"]["steps"]:
        if step.get("if") == "github.event_name == 'pull_request'":
            return step["run"]
    raise LookupError("check.yml has no step for pull requests")


def run_step(folder: Path, *, status: int, summary: str, author: str = "ada-l") -> tuple[int, str, str, list[str]]:
    """Run the step with a `lodestar` that answers as told; return its status, output, summary and calls."""
    stub = folder / "bin" / "lodestar"
    stub.parent.mkdir()
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)
    report, calls = folder / "summary.md", folder / "calls"
    report.touch()
    answer = subprocess.run(
        ["bash", "-e", "-c", pull_request_step()],
        cwd=folder,
        capture_output=True,
        text=True,
        env={
            "PATH": f"{stub.parent}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(report),
            "AUTHOR": author,
            "CALLS": str(calls),
            "STATUS": str(status),
            "SUMMARY": summary,
        },
    )
    return answer.returncode, answer.stdout, report.read_text(encoding="utf-8"), calls.read_text().splitlines()


@pytest.mark.parametrize("status", [0, 1, 2])
def test_the_step_ends_as_the_check_does(tmp_path: Path, status: int) -> None:
    """The step passes or fails exactly as the check does, and always shows the summary."""
    returned, output, summary, _ = run_step(tmp_path, status=status, summary="One thing to mend.\n")
    assert status == returned
    assert "::error file=mentors/ada-l.yml,line=9::unknown field" in output
    assert "One thing to mend.\n" == summary


def test_a_broken_check_is_not_blamed_on_the_person(tmp_path: Path) -> None:
    """When the check itself breaks and says nothing, the summary says that it is not the person's mistake."""
    returned, _, summary, _ = run_step(tmp_path, status=1, summary="")
    assert 1 == returned
    assert "not your mistake" in summary


def test_the_author_is_text_and_never_a_command(tmp_path: Path) -> None:
    """Whatever the author is called reaches the check as one word and runs nothing."""
    author = '$(touch stolen); "touch stolen"'
    _, _, _, calls = run_step(tmp_path, status=0, summary="Fine.\n", author=author)
    assert not (tmp_path / "stolen").exists()
    assert all(author in call for call in calls)


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, as nobody in particular, and return what it says."""
    identity = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    answer = subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=True)
    return answer.stdout.strip()


def add(folder: Path, name: str) -> None:
    """Commit a new file."""
    (folder / name).write_text(name, encoding="utf-8")
    git(folder, "add", name)
    git(folder, "commit", "-m", f"Add {name}")


def test_nobody_is_blamed_for_what_others_changed_meanwhile(tmp_path: Path) -> None:
    """Seen from the commit the step names, a pull request changes its own files only, even when main moved on."""
    origin, copy = tmp_path / "origin", tmp_path / "copy"
    origin.mkdir()
    git(origin, "init", "--initial-branch=main")
    add(origin, "first.yml")
    git(origin, "checkout", "-b", "theirs")
    add(origin, "theirs.yml")
    add(origin, "photo.yml")
    git(origin, "checkout", "main")
    add(origin, "somebody-else.yml")
    git(origin, "merge", "--no-ff", "-m", "What GitHub would merge", "theirs")
    git(tmp_path, "clone", "--depth=2", origin.as_uri(), str(copy))

    _, _, _, calls = run_step(tmp_path, status=0, summary="Fine.\n")
    base = calls[0].split("--changed-from ")[1].split()[0]

    for between in (f"{base}..HEAD", f"{base}...HEAD"):
        assert ["photo.yml", "theirs.yml"] == git(copy, "diff", "--name-only", between).splitlines()
