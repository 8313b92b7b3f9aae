"""Attacks with broken files: what a real Git repository can hold in the place of a profile, and runs that meet."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from generator.adapters.filesystem import write_whole
from generator.app.check import check_changes
from generator.app.sandbox import open_request
from generator.cli import main
from generator.forge.one_run import only_run_in
from generator.forge.port import ForgeError
from tests.fakes.request_community import write_community
from tests.paths import EXAMPLES

ANSWERS = {"kind": "mentorship", "skills": "python!", "languages": "English", "goals": "Write tests.", "program": ""}
TODAY = date(2026, 11, 21)
PROFILE = (EXAMPLES / "base" / "mentors" / "ada-l.yml").read_text(encoding="utf-8")
_IDENTITY = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *_IDENTITY, *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community's repository with one profile, on a branch of a pull request."""
    root = copytree(EXAMPLES / "base", tmp_path / "community")
    _git(tmp_path, "init", "-q", "-b", "main", str(root))
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "base")
    _git(root, "checkout", "-qb", "change")
    return root


def _submodule(root: Path, path: str) -> None:
    _git(root, "update-index", "--add", "--cacheinfo", f"160000,{_git(root, 'rev-parse', 'HEAD')},{path}")


def _hidden_submodule(root: Path) -> None:
    _submodule(root, "mentors/eve.yml")
    (root / ".gitmodules").write_text(
        '[submodule "x"]\n\tpath = mentors/eve.yml\n\turl = https://evil.example/x\n\tignore = all\n', encoding="utf-8"
    )
    _git(root, "add", ".gitmodules")


def _link(root: Path, path: str, target: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(target)
    _git(root, "add", path)


def _written(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    _git(root, "add", "-f", path)


EVE = PROFILE.replace("ada-l", "eve")
ATTACKS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a submodule as a profile": (lambda root: _submodule(root, "mentors/eve.yml"), "mentors/eve.yml", "not-a-file"),
    "a submodule that Git is told to ignore": (_hidden_submodule, "mentors/eve.yml", "not-a-file"),
    "the settings that ignore it": (_hidden_submodule, ".gitmodules", "not-your-file"),
    "a submodule for all profiles of a new folder": (lambda root: _submodule(root, "mentors/more"), "mentors/more", "not-a-file"),
    "a submodule beside the profiles": (lambda root: _submodule(root, "docs/more"), "docs/more", "not-a-file"),
    "a submodule as the settings of a theme": (lambda root: _submodule(root, "programs/x.yml"), "programs/x.yml", "not-a-file"),
    "a link as a profile": (lambda root: _link(root, "mentors/eve.yml", "ada-l.yml"), "mentors/eve.yml", "linked-file"),
    "a link out of the repository": (lambda root: _link(root, "mentors/eve.yml", "/etc/passwd"), "mentors/eve.yml", "linked-file"),
    "a link to nowhere": (lambda root: _link(root, "mentors/eve.yml", "nowhere"), "mentors/eve.yml", "linked-file"),
    "a link as a photo": (lambda root: _link(root, "mentors/photos/eve.jpg", "/proc/self/environ"), "mentors/photos/eve.jpg", "linked-file"),
    "a link among the guides": (lambda root: _link(root, "docs/eve.md", "/proc/self/environ"), "docs/eve.md", "linked-file"),
    "attributes that encode profiles anew": (
        lambda root: _written(root, ".gitattributes", "mentors/*.yml working-tree-encoding=UTF-16\n"), ".gitattributes", "not-your-file",
    ),
    "attributes with a filter": (lambda root: _written(root, ".gitattributes", "* filter=lfs\n"), ".gitattributes", "not-your-file"),
    "attributes that fill in the commit": (
        lambda root: _written(root, "mentors/.gitattributes", "* export-subst ident eol=crlf\n"), "mentors/.gitattributes", "not-your-file",
    ),
    "attributes in a folder below": (
        lambda root: _written(root, "programs/.GitAttributes", "* -text\n"), "programs/.GitAttributes", "not-your-file",
    ),
    "another folder's name in capitals": (lambda root: _written(root, "Mentors/eve.yml", EVE), "Mentors/eve.yml", "stray-file"),
    "settings in capitals": (lambda root: _written(root, "Directory.yml", "name: Evil\n"), "Directory.yml", "stray-file"),
    "an invisible letter in a folder": (lambda root: _written(root, "men\u200ctors/eve.yml", EVE), "men\u200ctors/eve.yml", "stray-file"),
    "a profile in a folder below": (lambda root: _written(root, "mentors/eve/eve.yml", EVE), "mentors/eve/eve.yml", "stray-file"),
    "a program in a folder below": (lambda root: _written(root, "programs/eve/eve.yml", EVE), "programs/eve/eve.yml", "stray-file"),
    "another's profile in capitals": (lambda root: _written(root, "mentors/ADA-L.yml", PROFILE), "mentors/ADA-L.yml", "not-your-file"),
    "a name with a line break": (lambda root: _written(root, "mentors/eve\n.yml", EVE), "mentors/eve\n.yml", "not-your-file"),
}  # fmt: skip


@pytest.mark.parametrize("committed", [True, False], ids=["committed", "staged"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_pull_request_goes_unjudged(attack: str, committed: bool, root: Path) -> None:
    """What is no plain file in a known place is a problem at its path, and counts as a file that was checked."""
    attempt, path, code = ATTACKS[attack]
    attempt(root)
    if committed:
        _git(root, "commit", "-qm", attack)
    result = check_changes(root, "main", "eve", TODAY)
    assert (path, code) in {(problem.path, problem.code) for problem in result.problems}
    assert result.count


@pytest.mark.parametrize("form", ["text", "github", "json", "summary"])
def test_a_name_that_is_no_text_is_reported(form: str, root: Path) -> None:
    """A file's name may be bytes that no letters stand for; it is a problem like others in every kind of report."""
    name = b"mentors/eve\xff.yml"
    (root / "mentors" / "eve.yml").write_text(EVE, encoding="utf-8")
    (root / "mentors" / "eve.yml").rename(
        str(root / "x").encode().removesuffix(b"x").decode() + name.decode(errors="surrogateescape")
    )
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "bytes")
    words = ["check", "--root", str(root), "--changed-from", "main", "--author", "eve", "--format", form]
    done = CliRunner().invoke(main, words)
    assert 1 == done.exit_code, done.output
    assert not done.exception or isinstance(done.exception, SystemExit)


def test_a_repository_inside_is_seen_before_it_is_committed(root: Path) -> None:
    """A clone in the place of a profile is a problem on the contributor's own computer, too."""
    _git(root, "init", "-q", "mentors/eve.yml")
    (root / "mentors" / "eve.yml" / "a").write_text("x", encoding="utf-8")
    _git(root / "mentors" / "eve.yml", "add", "-A")
    _git(root / "mentors" / "eve.yml", "commit", "-qm", "x")
    problems = check_changes(root, "main", "eve", TODAY).problems
    assert ("mentors/eve.yml", "not-a-file") in {(problem.path, problem.code) for problem in problems}


def test_the_owner_may_change_the_case_of_their_own_file_only(root: Path) -> None:
    """A rename that changes nothing but capitals is its owner's to make, and nobody else's."""
    _git(root, "mv", "mentors/ada-l.yml", "mentors/Ada-L.yml")
    _git(root, "commit", "-qm", "case")
    assert "not-your-file" in {problem.code for problem in check_changes(root, "main", "eve", TODAY).problems}
    assert "not-your-file" not in {problem.code for problem in check_changes(root, "main", "ada-l", TODAY).problems}


def test_a_change_of_code_and_guides_is_left_to_reviewers(root: Path) -> None:
    """Plain files that are no community files are no problem of this check."""
    _written(root, "docs/guide.md", "# Guide\n")
    _written(root, "generator/x.py", "x = 1\n")
    _written(root, "mentors/README.md", "# Mentors\n")
    assert {"mentors/README.md"} >= {problem.path for problem in check_changes(root, "main", "eve", TODAY).problems}


def _bot(root: Path, folder: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", *words, "--forge", f"folder:{folder}", "--root", str(root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_sweeps_of_one_folder_do_not_corrupt_each_other(tmp_path: Path) -> None:
    """Six sweeps at once leave what one sweep leaves: every thread is whole, and nobody is called twice."""
    root = write_community(tmp_path / "community")
    start = datetime(2026, 11, 21, 12, tzinfo=UTC)
    for number in range(5):  # the first is the availability issue
        open_request(tmp_path / "forge", root, f"mentee-{number}", ANSWERS | {"mentor": "dora"}, None, start)
    runs = [_bot(root, tmp_path / "forge", "sweep", "--now", "2026-11-29T12:00:00Z") for _run in range(6)]
    assert [(0, "")] * 6 == [(run.wait(), run.communicate()[1]) for run in runs]
    assert not list((tmp_path / "forge").rglob("*.new"))
    for path in (tmp_path / "forge" / "issues").glob("[2-5].json"):
        bodies = [comment["body"] for comment in json.loads(path.read_text(encoding="utf-8"))["comments"]]
        assert 1 == sum(body.startswith("<!-- lodestar:notice remind-") for body in bodies), bodies


def test_a_run_says_that_another_one_is_at_work(tmp_path: Path) -> None:
    """A run that waited in vain for another one says so, and what to do."""
    with only_run_in(tmp_path), pytest.raises(ForgeError, match="Another run is at work"), only_run_in(tmp_path, 0):
        pass


def test_two_writers_of_one_file_leave_one_whole_file(tmp_path: Path) -> None:
    """A file that two write at once is always the whole text of one of them, and no leftover stays."""
    path = tmp_path / "activity.json"
    texts = [letter.encode() * 200_000 for letter in "abcd"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda text: write_whole(path, text), texts * 20))
    assert path.read_bytes() in texts
    assert [path] == list(tmp_path.iterdir())
