"""The command line as a newcomer meets it."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.paths import EXAMPLES

BASE = EXAMPLES / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small directory of one's own to break."""
    copytree(BASE, tmp_path / "community")
    return tmp_path / "community"


def _run(*words: str):
    return CliRunner().invoke(main, list(words))


def test_a_good_directory_is_in_order(root: Path) -> None:
    """A directory without mistakes gives exit status 0 and one line."""
    done = _run("check", "--root", str(root))
    assert (done.exit_code, done.output) == (0, "8 files checked: no problems\n")


def test_problems_give_exit_status_one(root: Path) -> None:
    """A mistake gives exit status 1 and the problem on standard output."""
    (root / "mentors" / "ada-l.yml").write_text("name: Ada\n", encoding="utf-8")
    done = _run("check", "--root", str(root))
    assert done.exit_code == 1
    assert "mentors/ada-l.yml:1:1: error: the field 'headline' is missing [missing-field]" in done.output


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--changed-from", "main"], ["check", "--author", "ada"], ["check", "--format", "xml"], ["check", "--root", "/nowhere"],
        ["frobnicate"], ["check", "--changed-from", "main", "--author", "ada", "mentors/x.yml"], ["demo"], ["demo", "x", "--mentors", "0"],
    ],
)  # fmt: skip
def test_a_wrong_call_gives_exit_status_two(words: list[str]) -> None:
    """A call that cannot be meant gives exit status 2 and says how it is used."""
    done = _run(*words)
    assert done.exit_code == 2
    assert "Usage:" in done.output


def test_one_file_may_be_checked_alone(root: Path) -> None:
    """With a path only that file is judged, however it is named; a missing file is a problem."""
    (root / "mentors" / "bob.yml").write_text("broken", encoding="utf-8")
    assert _run("check", "--root", str(root), "mentors/ada-l.yml").exit_code == 0
    assert _run("check", "--root", str(root), str(root / "mentors" / "ada-l.yml")).exit_code == 0
    assert _run("check", "--root", str(root), "mentors").exit_code == 1
    missing = _run("check", "--root", str(root), "mentors/nobody.yml")
    assert (missing.exit_code, "no such file" in missing.output) == (1, True)
    assert _run("check", "--root", str(root), "/etc/passwd").exit_code == 2


def test_json_goes_to_standard_output_alone(root: Path) -> None:
    """With --format json standard output is one JSON document and standard error is empty."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", str(root), "--format", "json"],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout) == {"version": 1, "checked": 8, "problems": []}
    assert done.stderr == b""


def test_the_help_lists_every_command() -> None:
    """`lodestar --help` names each command with a sentence."""
    done = _run("--help")
    for command in main.commands:
        assert command in done.output
        assert _run(command, "--help").output.count("\n") > 5


def test_a_build_of_a_broken_directory_says_what_to_do(root: Path) -> None:
    """Problems stop the build with exit status 1 and the same messages as `check`."""
    (root / "mkdocs.yml").write_text(
        "site_name: X\ntheme: {name: material, font: false}\nplugins: [lodestar]\n", encoding="utf-8"
    )
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("Hello\n", encoding="utf-8")
    (root / "mentors" / "ada-l.yml").write_text("name: Ada\n", encoding="utf-8")
    done = _run("build", "--root", str(root))
    assert done.exit_code == 1
    assert "the field 'headline' is missing [missing-field]" in done.output
    assert "The site was not built" in done.output
    assert not (root / "site" / "mentors").exists()


@pytest.mark.parametrize("target", ["programs", "docs", ".", "mentors/deeper", "thesis"])
def test_a_build_never_empties_a_folder_of_somebodys_files(root: Path, target: str) -> None:
    """A site folder that holds other files than an earlier build is refused, and nothing in it is touched."""
    (root / "mkdocs.yml").write_text(
        "site_name: X\ntheme: {name: material, font: false}\nplugins: [lodestar]\n", encoding="utf-8"
    )
    for folder in ("docs", "thesis"):
        (root / folder).mkdir()
        (root / folder / "index.md").write_text("Years of work\n", encoding="utf-8")
    before = sorted(root.rglob("*"))
    done = _run("build", "--root", str(root), "--site-dir", str(root / target))
    assert done.exit_code == 1
    assert "--site-dir" in done.output
    assert sorted(root.rglob("*")) == before


def test_the_wrong_folder_gets_one_sentence(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a directory every command says so at once; below one, it names the folder that was meant."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    for words in (["check"], ["build"], ["serve"], ["match"], ["forms"], ["sweep", "--forge", "folder:x"]):
        done = _run(*words)
        assert (done.exit_code, done.output.count("\n")) == (2, 4), done.output
        assert "has no directory.yml. Name your directory's folder with --root" in done.output
    (root / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(root / "deep" / "er")
    assert f"Did you mean --root {root}?" in _run("check").output


def test_a_time_is_shown_as_it_is_written(root: Path) -> None:
    """A time that cannot be read is answered with two that can."""
    done = _run("build", "--root", str(root), "--now", "soon")
    assert (done.exit_code, "Write 2026-11-21 or 2026-11-21T12:00:00Z." in done.output) == (2, True)


def test_without_git_there_is_no_change(root: Path) -> None:
    """--changed-from in a folder that Git does not know says what is missing."""
    done = _run("check", "--root", str(root), "--changed-from", "HEAD", "--author", "ada")
    assert (done.exit_code, "isn't in a Git repository" in done.output) == (2, True)
