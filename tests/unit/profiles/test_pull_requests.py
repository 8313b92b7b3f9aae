"""A pull request is judged by what it changes, and by who may change it, with the base branch as the witness."""

import subprocess
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from generator.adapters.git import GitError
from generator.app.check import CheckResult, check_changes
from tests.paths import EXAMPLES

BASE = EXAMPLES / "base"
TODAY = date(2026, 11, 21)
PROFILE = (BASE / "mentors" / "ada-l.yml").read_text(encoding="utf-8")


def _git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *identity, *words], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community's repository with one profile, on a branch of a pull request."""
    root = tmp_path / "community"
    copytree(BASE, root)
    (root / "mentors" / "old-stale.yml").write_text("name: 12\ngithub: old-stale\n", encoding="utf-8")
    _git(tmp_path, "init", "-q", "-b", "main", str(root))
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "base")
    _git(root, "checkout", "-qb", "change")
    return root


def _check(root: Path, author: str) -> CheckResult:
    return check_changes(root, "main", author, TODAY)


def _codes(result: CheckResult) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in result.problems]


def test_my_own_profile_may_be_added_and_changed(root: Path) -> None:
    """The owner changes their profile, and somebody else's broken file in the same directory is not held against them."""
    (root / "mentors" / "ada-l.yml").write_text(PROFILE.replace("capacity: 2", "capacity: 1"), encoding="utf-8")
    assert _codes(_check(root, "Ada-L")) == []
    (root / "mentors" / "bob.yml").write_text(PROFILE.replace("ada-l", "bob"), encoding="utf-8")
    (root / "mentors" / "ada-l.yml").write_text(PROFILE, encoding="utf-8")
    assert _codes(_check(root, "bob")) == []


def test_only_changed_files_are_judged_but_wholly(root: Path) -> None:
    """A mistake in the changed profile is reported; it is the only file counted."""
    (root / "mentors" / "ada-l.yml").write_text(PROFILE.replace("capacity: 2", "capacity: two"), encoding="utf-8")
    result = _check(root, "ada-l")
    assert (_codes(result), result.count, result.failed) == ([("mentors/ada-l.yml", "wrong-type")], 1, True)


def test_somebody_elses_profile_may_not_be_changed(root: Path) -> None:
    """A stranger's change is refused, committed or not."""
    (root / "mentors" / "ada-l.yml").write_text(PROFILE.replace("Ada L.", "Eve"), encoding="utf-8")
    assert _codes(_check(root, "eve")) == [("mentors/ada-l.yml", "not-your-file")]
    _git(root, "commit", "-qam", "change")
    assert _codes(_check(root, "eve")) == [("mentors/ada-l.yml", "not-your-file")]


def test_ownership_is_read_from_the_base(root: Path) -> None:
    """Neither writing oneself into a profile nor into the coordinators of the same pull request helps."""
    (root / "mentors" / "ada-l.yml").write_text(PROFILE.replace("github: ada-l", "github: eve"), encoding="utf-8")
    settings = root / "directory.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[ines]", "[ines, eve]"), encoding="utf-8")
    codes = _codes(_check(root, "eve"))
    assert ("mentors/ada-l.yml", "not-your-file") in codes
    assert ("directory.yml", "not-your-file") in codes


def test_a_rename_and_a_deletion_need_the_owner(root: Path) -> None:
    """Moving somebody's profile under one's own name is a deletion of theirs, and is refused as such."""
    _git(root, "mv", "mentors/ada-l.yml", "mentors/eve.yml")
    assert ("mentors/ada-l.yml", "not-your-file") in _codes(_check(root, "eve"))
    assert not [code for code in _codes(_check(root, "ines")) if code[1] == "not-your-file"]


def test_the_owner_may_leave(root: Path) -> None:
    """Deleting one's own profile is allowed; the program that named the person is reported as what must follow."""
    (root / "mentors" / "ada-l.yml").unlink()
    assert _codes(_check(root, "ada-l")) == [("programs/spring.yml", "unknown-mentor")]


def test_a_coordinator_may_change_everything(root: Path) -> None:
    """A coordinator of the base branch changes profiles and settings."""
    (root / "mentors" / "ada-l.yml").write_text(PROFILE.replace("Ada L.", "Ada"), encoding="utf-8")
    (root / "directory.yml").write_text(
        (root / "directory.yml").read_text(encoding="utf-8") + "tagline: Hello\n", encoding="utf-8"
    )
    assert _codes(_check(root, "INES")) == []


def test_a_new_profile_carries_its_authors_name(root: Path) -> None:
    """Nobody adds a profile for somebody else, whatever the file says inside."""
    (root / "mentors" / "bob.yml").write_text(PROFILE.replace("ada-l", "bob"), encoding="utf-8")
    assert _codes(_check(root, "eve")) == [("mentors/bob.yml", "not-your-file")]


def test_a_photo_belongs_to_its_profile(root: Path) -> None:
    """A photo may be added by the person it is named after, and by nobody else."""
    (root / "mentors" / "photos").mkdir()
    (root / "mentors" / "photos" / "ada-l.jpg").write_bytes(b"no picture")
    assert ("mentors/photos/ada-l.jpg", "not-your-file") in _codes(_check(root, "eve"))
    assert _codes(_check(root, "ada-l")) == [("mentors/photos/ada-l.jpg", "bad-photo")]


def test_a_change_that_breaks_others_is_reported(root: Path) -> None:
    """Taking a word out of the vocabulary shows whose profiles it breaks; problems they had before are not shown."""
    skills = root / "vocabulary" / "skills.yml"
    skills.write_text(
        skills.read_text(encoding="utf-8").replace("- id: python\n  label: Python\n  synonyms: [py]\n", ""),
        encoding="utf-8",
    )
    result = _check(root, "eve")
    assert _codes(result) == [
        ("mentors/ada-l.yml", "unknown-skill"),
        ("programs/roadmaps/first-steps.yml", "unknown-skill"),
    ]
    assert "since this change" in result.problems[0].message


def test_an_unknown_base_is_said(root: Path) -> None:
    """A reference that Git does not know ends in a sentence with the next step, also one that looks like an option."""
    for ref in ("nowhere", "--upload-pack=evil", "main;id"):
        with pytest.raises(GitError, match="Fetch it first"):
            check_changes(root, ref, "eve", TODAY)


def test_a_folder_in_the_place_of_a_file_is_seen(root: Path) -> None:
    """A pull request that hides a file one folder deeper does not pass as one that changes nothing of ours."""
    (root / "programs" / "2027").mkdir()
    (root / "programs" / "2027" / "a.yml").write_text("title: x\n", encoding="utf-8")
    assert ("programs/2027", "not-a-file") in _codes(_check(root, "eve"))


def test_old_problems_of_others_are_never_caused_by_this_change(root: Path) -> None:
    """Links, folders and broken photos that the base already had are not held against a change of a program."""
    (root / "mentors" / "link.yml").symlink_to("ada-l.yml")
    (root / "mentors" / "sub").mkdir()
    (root / "mentors" / "sub" / "x").write_text("x", encoding="utf-8")
    _git(root, "checkout", "-q", "main")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "old trouble")
    _git(root, "checkout", "-qB", "change")
    program = root / "programs" / "spring.yml"
    program.write_text(program.read_text(encoding="utf-8") + "places: 9\n", encoding="utf-8")
    assert _codes(_check(root, "eve")) == []


WITHOUT = PROFILE.replace("github: ada-l\n", "")


@pytest.fixture
def grace(root: Path) -> Path:
    """The same community, in which Grace has no GitHub account; an account that is called grace is someone else's."""
    _git(root, "checkout", "-q", "main")
    (root / "mentors" / "grace.yml").write_text(WITHOUT.replace("Ada L.", "Grace"), encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "vouched")
    _git(root, "checkout", "-q", "change")
    _git(root, "reset", "-q", "--hard", "main")
    return root / "mentors" / "grace.yml"


def test_an_account_with_the_same_name_is_not_the_owner(root: Path, grace: Path) -> None:
    """Whoever registers a handle as a login can't change, claim or delete that profile, nor give it a photo."""
    grace.write_text(grace.read_text(encoding="utf-8").replace("Grace", "Eve"), encoding="utf-8")
    assert [("mentors/grace.yml", "needs-coordinator")] == _codes(_check(root, "grace"))
    grace.write_text("github: grace\n" + WITHOUT, encoding="utf-8")
    assert [("mentors/grace.yml", "needs-coordinator")] == _codes(_check(root, "grace"))
    grace.unlink()
    assert [("mentors/grace.yml", "needs-coordinator")] == _codes(_check(root, "grace"))
    _git(root, "checkout", "-q", "--", ".")
    (root / "mentors" / "photos").mkdir()
    (root / "mentors" / "photos" / "Grace.jpg").write_bytes(b"\xff\xd8\xff")
    assert ("mentors/photos/Grace.jpg", "needs-coordinator") in _codes(_check(root, "grace"))
    (root / "mentors" / "photos" / "Grace.jpg").unlink()
    grace.rename(root / "mentors" / "Grace.yml")
    assert {"needs-coordinator"} == {code for _path, code in _codes(_check(root, "grace"))}


def test_a_broken_profile_without_github_belongs_to_nobody(root: Path, grace: Path) -> None:
    """What can't be read on the base branch is judged by its lines, so that a slip gives nothing away."""
    _git(root, "checkout", "-q", "main")
    grace.write_text("name: [\nheadline: my github: grace\n", encoding="utf-8")
    _git(root, "commit", "-qam", "slip")
    _git(root, "checkout", "-q", "change")
    _git(root, "reset", "-q", "--hard", "main")
    grace.write_text("github: grace\n" + WITHOUT, encoding="utf-8")
    assert [("mentors/grace.yml", "needs-coordinator")] == _codes(_check(root, "grace"))


def test_coordinators_vouch_for_people_without_an_account(root: Path, grace: Path) -> None:
    """A coordinator adds and changes such profiles; anyone else is told kindly what to do."""
    grace.write_text(grace.read_text(encoding="utf-8").replace("capacity: 2", "capacity: 1"), encoding="utf-8")
    (root / "mentors" / "lin.yml").write_text(WITHOUT, encoding="utf-8")
    assert [] == _codes(_check(root, "ines"))
    _git(root, "checkout", "-q", "--", ".")
    found = _check(root, "lin")
    assert [("mentors/lin.yml", "needs-coordinator")] == _codes(found)
    assert "Add the line github: lin" in found.problems[0].help
