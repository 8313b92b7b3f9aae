"""A broken logo, or settings with errors: requests are served wherever that is possible, and what is wrong is said."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.app.load import load_readable
from generator.cli import main
from generator.forge.folder import FolderForge
from generator.forge.people import People, user
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.text.languages import language_tag
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community

NOW = "2026-11-22T12:00:00Z"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community with one request that nobody has looked at yet."""
    root = write_community(tmp_path / "town")
    settings = root / "directory.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("availability_desk: 1", "availability_desk: 900"))
    forms = forms_of(load_readable(root, utc())[0], language_tag)
    answers = {"mentor": "ada", "skills": "python!", "languages": "English", "goals": "Write my first tests."}
    People(FolderForge(root / "threads", utc())).open(user("mia"), filled_in(forms, "mentorship", answers))
    return root


def _sweep(root: Path) -> Result:
    where = ["--forge", f"folder:{root / 'threads'}", "--root", str(root), "--now", NOW]
    return CliRunner().invoke(main, ["sweep", *where])


def _add(root: Path, line: str) -> None:
    path = root / "directory.yml"
    path.write_text(path.read_text(encoding="utf-8") + f"{line}\n", encoding="utf-8")


def _logo(root: Path, content: bytes) -> None:
    (root / "logo.svg").write_bytes(content)
    _add(root, "look: {logo: logo.svg}")


SPARED = {
    "a logo with a script": lambda root: _logo(root, b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    "a logo that is no picture": lambda root: _logo(root, b"\x00\xff" * 50),
    "a logo of many entities": lambda root: _logo(root, b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg>&a;</svg>'),
    "a logo that is not there": lambda root: _add(root, "look: {logo: nowhere.svg}"),
    "a logo that is a link": lambda root: ((root / "logo.svg").symlink_to("/etc/hostname"), _add(root, "look: {logo: logo.svg}")),
    "a colour that is none": lambda root: _add(root, "look: {accent: '</style><script>'}"),
    "weights that are words": lambda root: _add(root, "match: {weights: {expertise: many}}"),
    "a tagline that is a list": lambda root: _add(root, "tagline: [a, b]"),
    "a setting that nobody knows": lambda root: _add(root, "colour: red"),
    "a broken file of phrases": lambda root: (
        (root / "vocabulary" / "phrases").mkdir(), (root / "vocabulary" / "phrases" / "en.yml").write_text("- [")
    ),
    "a broken roadmap": lambda root: (
        (root / "programs" / "roadmaps").mkdir(exist_ok=True), (root / "programs" / "roadmaps" / "x.yml").write_text("title: 5")
    ),
    "a stray file among the vocabularies": lambda root: (root / "vocabulary" / "more.txt").write_text("hello"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPARED)
def test_what_no_request_needs_stops_none(root: Path, name: str) -> None:
    """The request is sent all the same, and the run names the file with the error."""
    SPARED[name](root)
    done = _sweep(root)
    assert done.exit_code == 0, (done.output, done.exception)
    assert "has errors" in done.stderr, done.stderr
    stored = json.loads((root / "threads" / "issues" / "1.json").read_text(encoding="utf-8"))
    assert any("@ada" in one["body"] for one in stored["comments"])


NEEDED = {
    "settings that are not YAML": lambda root: _add(root, "- [: {"),
    "settings nested without an end": lambda root: _add(root, "look: " + "[" * 5000),
    "days that are words": lambda root: (root / "directory.yml").write_text(
        (root / "directory.yml").read_text().replace("availability_desk: 900", "days: {expiry: soon}")
    ),
    "no settings at all": lambda root: (root / "directory.yml").unlink(),
    "settings that are a folder": lambda root: ((root / "directory.yml").unlink(), (root / "directory.yml").mkdir()),
    "a vocabulary that is a text": lambda root: (root / "vocabulary" / "skills.yml").write_text("python"),
}


@pytest.mark.parametrize("name", NEEDED)
def test_what_requests_need_is_named_and_nobody_is_answered_wrongly(root: Path, name: str) -> None:
    """Without the deadlines, the limits or the skills nothing is done; the run fails, names the file and says so."""
    NEEDED[name](root)
    done = _sweep(root)
    assert done.exit_code not in (0, None) and isinstance(done.exception, SystemExit), (done.output, done.exception)
    said = done.output + done.stderr
    assert "directory.yml" in said or "vocabulary/skills.yml" in said
    assert "The bot can't answer anyone until these files are fixed" in said
    stored = json.loads((root / "threads" / "issues" / "1.json").read_text(encoding="utf-8"))
    assert stored["comments"] == []


def test_a_broken_thread_is_named_on_the_board(root: Path) -> None:
    """What the site reads holds the number of an issue that can't be read, and only then."""
    where = ["activity", "--forge", f"folder:{root / 'threads'}", "--root", str(root), "--now", NOW]
    assert "unreadable" not in json.loads(CliRunner().invoke(main, where).stdout)
    (root / "threads" / "issues" / "7.json").write_text("[", encoding="utf-8")
    assert json.loads(CliRunner().invoke(main, where).stdout)["unreadable"] == [7]
