"""`lodestar remove`: a person is gone from every file, in one commit."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.fakes.example_site import copy_directory


def git(root: Path, *words: str) -> str:
    """Ask Git in a directory."""
    named = ("-c", "user.name=Ines", "-c", "user.email=ines@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", "-C", str(root), *named, *words], capture_output=True, check=True, text=True).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example directory in a repository of its own, with a change that is not committed."""
    root = copy_directory(tmp_path / "root")
    git(root, "init", "--quiet")
    git(root, "config", "user.name", "Ines")
    git(root, "config", "user.email", "ines@example.org")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Begin")
    (root / "notes.txt").write_text("mine\n", encoding="utf-8")
    return root


def run(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["remove", *words, "--root", str(root)])


def test_a_person_is_gone_in_one_commit(root: Path) -> None:
    """Profile, photo and every mention in programs and roadmaps go in one commit, and nothing else does."""
    done = run(root, "example-aroha")
    assert done.exit_code == 0, done.output
    assert git(root, "log", "--format=%s").splitlines() == ["Remove example-aroha from the directory", "Begin"]
    assert git(root, "status", "--short") == "?? notes.txt\n"
    for folder in ("mentors", "programs"):
        left = [path for path in (root / folder).rglob("*.yml") if "example-aroha" in path.read_text(encoding="utf-8")]
        assert left == []
    assert "git filter-repo" in done.output and "--path mentors/example-aroha.yml" in done.output


def test_comments_and_others_stay(root: Path) -> None:
    """In a program only the name leaves the list; every other line is as it was."""
    program = root / "programs" / "campus-circle.yml"
    before = program.read_text(encoding="utf-8").splitlines()
    run(root, "example-aroha", "--no-commit")
    after = program.read_text(encoding="utf-8").splitlines()
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        "mentors: [example-ines, example-jonas]"
    ]


def test_the_last_coordinator_stays(root: Path) -> None:
    """Whoever alone looks after the community can't be removed before someone else does, and nothing is changed."""
    done = run(root, "example-ines")
    assert done.exit_code == 1 and "only coordinator" in done.stderr
    assert git(root, "status", "--short") == "?? notes.txt\n"


def test_nobody_by_that_name(root: Path) -> None:
    """An unknown handle is a wrong call that says what a handle is."""
    done = run(root, "nobody")
    assert done.exit_code == 2 and "the name of a file in mentors/" in done.stderr
