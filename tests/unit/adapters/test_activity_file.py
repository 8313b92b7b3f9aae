"""From the bot's file to the site and the match: what it changes, and what happens when it is broken."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.paths import EXAMPLES

NOW = "2026-11-21T09:30:00Z"
FULL = {"version": 1, "built": NOW, "requests": [], "mentors": {"ada-l": {"active": 99}}}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small directory with everything that a build needs."""
    root = tmp_path / "community"
    copytree(EXAMPLES / "base", root)
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("Welcome.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [lodestar]\n", encoding="utf-8"
    )
    return root


def _run(*words: str):
    return CliRunner().invoke(main, [str(word) for word in words])


def _standing(site: Path) -> tuple[str, int]:
    [mentor] = json.loads((site / "api" / "mentors.json").read_text(encoding="utf-8"))["mentors"]
    return mentor["availability"], mentor["openings"]


def test_a_build_takes_the_file_at_the_root_or_the_one_named(root: Path, tmp_path: Path) -> None:
    """Without the file everybody is idle; beside directory.yml it counts, and one named on the command line comes first."""
    assert _run("build", "--root", root, "--site-dir", tmp_path / "a", "--now", NOW).exit_code == 0
    assert _standing(tmp_path / "a")[0] == "open"
    (root / "activity.json").write_text(json.dumps(FULL), encoding="utf-8")
    assert _run("build", "--root", root, "--site-dir", tmp_path / "b", "--now", NOW).exit_code == 0
    assert _standing(tmp_path / "b") == ("waitlist", 0)
    paused = FULL | {"mentors": {"Ada-L": {"until": "2026-11-21"}}}
    (tmp_path / "other.json").write_text(json.dumps(paused), encoding="utf-8")
    done = _run(
        "build", "--root", root, "--site-dir", tmp_path / "c", "--now", NOW, "--activity", tmp_path / "other.json"
    )
    assert done.exit_code == 0
    assert _standing(tmp_path / "c")[0] == "paused"


def test_the_match_knows_who_is_paused(root: Path) -> None:
    """`lodestar match` keeps out who paused by a comment, with the day, and counts who waits."""
    (root / "activity.json").write_text(json.dumps(FULL | {"mentors": {"ada-l": {"pending": 1}}}), encoding="utf-8")
    words = ("match", "--root", root, "--want", "python", "--now", NOW)
    assert "1 person is waiting." in _run(*words).output
    (root / "activity.json").write_text(
        json.dumps(FULL | {"mentors": {"ada-l": {"until": "2026-12-03"}}}), encoding="utf-8"
    )
    assert "Paused until 3 December 2026." in _run(*words, "--explain", "ada-l").output


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not JSON"),
        (b"\xff\xfe", "it isn't text in UTF-8"),
        (
            b'{"version": 1, "built": "2026-11-21T02:28:00Z", "requests": [{"number": "one"}], "mentors": {}}',
            'requests[0].number cannot be "one"',
        ),
        (None, "Is a directory"),
        ("link", "No such file or directory"),
    ],
)
@pytest.mark.parametrize("command", ["build", "match"])
def test_a_broken_file_stops_with_a_reason(root: Path, command: str, content: bytes | str | None, reason: str) -> None:
    """A file that cannot be used is never passed over: nothing is written, and the message says why and what to do."""
    path = root / "activity.json"
    if content is None:
        path.mkdir()
    elif content == "link":
        path.symlink_to(root / "nowhere")
    else:
        path.write_bytes(content)
    done = _run(command, "--root", root, *(("--want", "python") if command == "match" else ()))
    assert done.exit_code == 1
    assert (
        f"{path} can't be used: {reason}\n  help: write it again with 'lodestar activity'. Or delete it" in done.output
    )
    assert not (root / "site").exists()


def test_a_named_file_must_be_there(root: Path, tmp_path: Path) -> None:
    """Whoever names a file wants it used: when it is missing, nothing is built without it."""
    done = _run("build", "--root", root, "--activity", tmp_path / "missing.json")
    assert done.exit_code == 1
    assert "missing.json can't be used: No such file or directory" in done.output
