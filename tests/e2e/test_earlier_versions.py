"""What version 0.1.0 left on people's disks and in their issues is read as that version read it.

`tests/fixtures/v0.1.0` holds its files and its answers, and says how they were made.
"""

import base64
import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from generator.app.check import check_root
from generator.cli import main
from generator.profiles.check import check_files
from generator.profiles.codes import codes
from generator.profiles.report import as_json
from generator.profiles.source import SourceFile
from generator.requests.commands import COMMANDS
from generator.requests.forms.reader import read_form
from generator.site.photos import photo_defect
from tests.fakes.asking_community import forms
from tests.paths import FIXTURES, ROOT

VERSION = FIXTURES / "v0.1.0"
DIRECTORY = VERSION / "directory"
TODAY = date(2026, 11, 21)
NOW = "2026-11-21T12:00:00Z"
PROMISED = ("path", "line", "column", "code", "severity")
"""What programs read of a problem; its sentences are for people, and may be said better."""


def _output(name: str) -> Any:
    return json.loads((VERSION / "outputs" / name).read_text(encoding="utf-8"))


def _lodestar(*words: str) -> str:
    done = CliRunner().invoke(main, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def _forge(root: Path) -> list[str]:
    return ["--forge", f"folder:{root / 'threads'}", "--root", str(root), "--now", NOW]


def _file(path: str, stored: dict[str, Any]) -> SourceFile:
    if "refusal" in stored:
        return SourceFile(path, refusal=stored["refusal"])
    return SourceFile(path, base64.b64decode(stored["base64"]) if "base64" in stored else stored["text"].encode())


def test_a_valid_directory_is_still_valid() -> None:
    """Checking the directory counts the same files and reports the same problems at the same places."""
    checked = check_root(DIRECTORY, TODAY)
    found, before = json.loads(as_json(checked.problems, checked.count)), _output("check-valid.json")
    assert [[one[name] for name in PROMISED] for one in found["problems"]] == [
        [one[name] for name in PROMISED] for one in before["problems"]
    ]
    assert {**found, "problems": []} == {**before, "problems": []}


UNDERSTOOD_NOW = {"unknown-skill/synonym", "unknown-timezone/city-only", "wrong-type/word-for-list"}
"""Mistakes of that version that are read as what they mean by now, with a hint at the same places."""


WITHOUT_GITHUB = {"many-problems/novel-of-names", "yaml-alias/billion-laughs"}
"""Files without any field that is required; a GitHub name is no longer one of these."""


@pytest.mark.parametrize("case", sorted(_output("check-invalid.json")["cases"]))
def test_each_mistake_is_found_at_the_same_place(case: str) -> None:
    """Every invalid example of that version gives problems with the same path, line, column, code and severity."""
    stored = _output("check-invalid.json")
    before = stored["cases"][case]
    files = {path: _file(path, one) for path, one in (stored["base"] | before["files"]).items()}
    checked = check_files(files.values(), TODAY, photo_defect)
    found = json.loads(as_json(checked.problems, checked.count))
    promised = [[one[name] for name in PROMISED] for one in found["problems"]]
    if case in WITHOUT_GITHUB:
        # One problem fewer, and where only the first hundred are shown, the next one in its place.
        missing = ["mentors/ada-l.yml", 1, 1, "missing-field", "error"]
        assert promised.count(missing) == before["problems"].count(missing) - 1
        promised = [one for one in promised if one != missing]
        still = [one for one in before["problems"] if one != missing and one[3] != "many-problems"]
        assert [one for one in promised if one[3] != "many-problems"][: len(still)] == still
        return
    if case in UNDERSTOOD_NOW:
        assert {one["code"] for one in found["problems"]} == {"other-spelling"}
        promised = [[*now[:-2], *was[-2:]] for now, was in zip(promised, before["problems"], strict=True)]
    assert promised == before["problems"]
    assert found["checked"] == before["count"]


def test_every_request_is_in_the_same_state() -> None:
    """Each thread, with the memory that the bot of that version wrote, has the same kind, state and mentor.

    Five threads do not count in the activity; that their label is still right shows in the sweep, which changes none.
    """
    found = json.loads(_lodestar("activity", *_forge(DIRECTORY)))["requests"]
    states = {str(one["number"]): [one["kind"], one["state"], one["mentor"]] for one in found}
    before = _output("states.json")
    assert states.items() <= before.items()
    assert len(before) - len(states) == 5


def test_the_fixture_has_every_state() -> None:
    """No state of a request is missing among the threads, so none can change unseen."""
    states = Counter(state for _, state, _ in _output("states.json").values())
    assert set(states) == {
        "incomplete", "held", "waiting", "question", "waitlisted", "accepted", "trial", "active", "on-break",
        "completed", "ended", "declined", "expired", "withdrawn", "removed",
    }  # fmt: skip


def test_the_activity_file_is_the_same() -> None:
    """The threads add up to the same activity.json.

    Two things changed on purpose, as docs/decisions/0025 and 0026 say: any comment confirms a mentor, so the day of
    that may be later, and a mentorship that runs is not due to end, but to be asked about. An open request lasts longer.
    """
    now = json.loads(_lodestar("activity", *_forge(DIRECTORY)))
    before = json.loads((DIRECTORY / "activity.json").read_text(encoding="utf-8"))
    for one, other in zip(now["requests"], before["requests"], strict=True):
        one.pop("skills", None)  # what a request is about is said since
        one.pop("topics", None)
        if other["state"] in ("active", "question") or (other["state"] == "waiting" and not other["mentor"]):
            one["due"] = other["due"]
    for login, mentor in before["mentors"].items():
        assert (now["mentors"][login]["confirmed"] or "") >= (mentor["confirmed"] or "")
        now["mentors"][login]["confirmed"] = mentor["confirmed"]
        assert set(now["mentors"][login]) >= set(mentor)
        now["mentors"][login] = {name: now["mentors"][login][name] for name in mentor}
        if now["mentors"][login]["until"] != mentor["until"]:
            # One request without an answer pauses a mentor who gave no sign of life for long.
            assert now["mentors"][login]["availability"] == "paused"
            assert now["mentors"][login]["until"] > (mentor["until"] or "")
            now["mentors"][login] |= {"until": mentor["until"], "availability": mentor["availability"]}
    # Later versions add keys, which that version passes over.
    for one, other in zip(now["requests"], before["requests"], strict=True):
        assert set(one) >= set(other)
    now["requests"] = [
        {name: one[name] for name in other} for one, other in zip(now["requests"], before["requests"], strict=True)
    ]
    assert {name: now[name] for name in before} == before


def test_a_sweep_with_nothing_due_tells_nobody_anything(tmp_path: Path) -> None:
    """The first sweep of a new version may reword status comments, but adds no comment, label or notice; the next does nothing."""
    root = tmp_path / "community"
    copytree(DIRECTORY, root)
    planned = json.loads(_lodestar("sweep", *_forge(root), "--dry-run"))["actions"]
    assert {one["action"] for one in planned} <= {"edit-comment"}
    before = _lodestar("activity", *_forge(root))
    _lodestar("sweep", *_forge(root))
    assert json.loads(_lodestar("sweep", *_forge(root), "--dry-run"))["actions"] == []
    after = json.loads(_lodestar("activity", *_forge(root)))
    assert {**after, "swept": None} == {**json.loads(before), "swept": None}


@pytest.mark.parametrize("name", sorted(_output("forms.json")))
def test_a_submitted_form_reads_alike(name: str) -> None:
    """What somebody sent with a form of that version is read field by field as it was, and is as complete."""
    before = _output("forms.json")[name]
    reading = read_form(before["body"], forms())
    if before["asked"] is None:
        assert reading is None
        return
    assert reading is not None
    found = json.loads(json.dumps(asdict(reading.asked)))
    found.pop("adult", None)
    # What was left open is not in the file.
    found["skills"] = [{key: value for key, value in one.items() if value is not None} for one in found["skills"]]
    expected = {**before["asked"]}
    if "skills" in expected:
        expected["skills"] = [
            {key: value for key, value in one.items() if value is not None} for one in expected["skills"]
        ]
    assert {key: value for key, value in found.items() if value} == expected
    assert (not reading.missing) == before["complete"]


def _without_reasons(found: dict[str, Any]) -> dict[str, Any]:
    matches = [
        {**one, "signals": [{**signal, "sentence": ""} for signal in one["signals"]]} for one in found["matches"]
    ]
    gated = [{**one, "reasons": len(one["reasons"])} for one in found["gated"]]
    for one in (*matches, *gated):
        assert one.pop("handle", one["github"].lower()) == one["github"].lower()
    return {**found, "matches": matches, "gated": gated}


@pytest.mark.parametrize("learner", ["one", "two"])
def test_a_learner_gets_the_same_matches(learner: str) -> None:
    """A learner file gives the same mentors with the same points and keys; what they help with is never more than it was.

    Order and verdicts changed on purpose, as docs/decisions/0014 says: a verdict may only have become more careful.
    """
    words = ["--root", str(DIRECTORY), "--now", str(TODAY), "--format", "json", "--limit", "1000"]
    found = json.loads(_lodestar("match", *words, "--learner", str(VERSION / "learners" / f"{learner}.yml")))
    before = _output(f"match-{learner}.json")
    now = {one["github"]: one for one in found["matches"]}
    for one in before["matches"]:
        other = now[one["github"]]
        assert set(one["can_help_with"]) >= set(other["can_help_with"])
        assert (one["band"], other["band"]) in {(one["band"], one["band"]), ("strong", "good")}
        other |= {"can_help_with": one["can_help_with"], "band": one["band"]}
    found["matches"] = [now[one["github"]] for one in before["matches"]]
    assert json.dumps(_without_reasons(found)) == json.dumps(_without_reasons(before))


def test_the_json_of_the_site_is_the_same(tmp_path: Path) -> None:
    """Everything below api/ is the same, byte for byte, but for the sentences that a card shows to people."""
    root = tmp_path / "community"
    copytree(DIRECTORY, root)
    for name in ("mkdocs.yml", "docs"):
        source = ROOT / "generator" / "demo" / "template" / name
        copytree(source, root / name) if source.is_dir() else (root / name).write_bytes(source.read_bytes())
    _lodestar("build", "--root", str(root), "--site-dir", str(tmp_path / "site"), "--now", NOW)
    before = {path.relative_to(VERSION / "outputs"): path for path in (VERSION / "outputs" / "api").rglob("*.json")}
    built = {path.relative_to(tmp_path / "site") for path in (tmp_path / "site" / "api").rglob("*.json")}
    assert built >= set(before)
    for path, file in sorted(before.items()):
        now = (tmp_path / "site" / path).read_text(encoding="utf-8")
        assert _without_sentences(now) == _without_sentences(file.read_text(encoding="utf-8")), path


_LATER = (
    ("numbers", "answers"),
    ("facets", "country"),
    ("facets", "city"),
    ("facets", "background"),
    ("facets", "affiliations"),
)
_LATER_VOCABULARIES = ("domains", "career_paths")
"""Columns that later versions add to the index; a page of that version does not read them."""


def _without_sentences(text: str) -> str:
    """Write JSON as it was written, with only the number of its badges, lines and labels of availability."""
    content = json.loads(text)
    assert json.dumps(content, ensure_ascii=False, separators=(",", ":")) == text.strip()
    for one in (content, *content.get("mentors", ())):
        if isinstance(one, dict) and "github" in one and "handle" in one:
            # Later versions name everyone by their handle, too.
            assert one.pop("handle") == one["github"].lower()
    for name in ("then", "pauses", "availability_after"):
        content.pop(name, None)  # what holds once a break is over
    for group, name in _LATER:
        content.get(group, {}).pop(name, None)
    for name in _LATER_VOCABULARIES:
        if isinstance(content.get(name), dict):
            del content[name]
    for name in ("badges", "records"):
        if name in content:
            content[name] = len(content[name])
    if "availability" in content.get("facets", ()):
        content["facets"]["availability"]["labels"] = len(content["facets"]["availability"]["labels"])
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _options(command: click.Command) -> Any:
    if isinstance(command, click.Group):
        return {name: _options(one) for name, one in sorted(command.commands.items())}
    return {name for one in command.params for name in one.opts}


def _assert_kept(before: Any, now: Any, where: str) -> None:
    assert set(before) <= set(now), f"{where}: {sorted(set(before) - set(now))} is gone"
    if isinstance(before, dict):
        for name in before:
            _assert_kept(before[name], now[name], f"{where} {name}")


def test_no_name_is_gone() -> None:
    """Problem codes, the bot's commands and the command line's options are all still there, and every field of a form is still read."""
    before = _output("names.json")
    _assert_kept(before["codes"], codes(), "problem codes")
    words = [name for one in COMMANDS for name in (one.name, *getattr(one, "also", ()))]
    _assert_kept(before["commands of the bot"], words, "the bot's commands")
    _assert_kept(before["command line"], _options(main), "lodestar")
    for name, fields in before["form fields"].items():
        form = next((one for one in forms().forms if one.file == name), None)
        body = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / name).read_text(encoding="utf-8"))["body"]
        _assert_kept(
            fields, [field.id for field in form.fields] if form else [one["id"] for one in body if "id" in one], name
        )
