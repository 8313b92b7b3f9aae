"""Attacks with broken threads and impossible times: one of them is named, and everyone else is served."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.app.load import load_readable
from generator.cli import main
from generator.forge.folder import FolderForge
from generator.forge.people import People, user
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.thread import ThreadError, thread_of
from generator.text.languages import language_tag
from generator.text.timestamps import read_time
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community

NESTED = "[" * 100_000
NOW = "2026-11-22T12:00:00Z"


def _ask(root: Path) -> int:
    """Open a request to Ada as Mia, one day ago, and return its number."""
    forms = forms_of(load_readable(root, utc())[0], language_tag)
    answers = {"mentor": "ada", "skills": "python!", "languages": "English", "goals": "Write my first tests."}
    forge = FolderForge(root / "threads", utc())
    return People(forge).open(user("mia"), filled_in(forms, "mentorship", answers))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community with a whole request, number 1; number 2 is for the attack."""
    root = write_community(tmp_path / "town")
    settings = root / "directory.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("availability_desk: 1", "availability_desk: 900"))
    assert _ask(root) == 1
    assert _ask(root) == 2
    return root


def _break(root: Path, change: Any) -> None:
    path = root / "threads" / "issues" / "2.json"
    if isinstance(change, str):
        path.write_text(change, encoding="utf-8")
        return
    stored = json.loads(path.read_text(encoding="utf-8"))
    changed = change(stored)
    path.write_text(json.dumps(stored if changed is None else changed), encoding="utf-8")


def _lodestar(root: Path, *words: str, now: str = NOW) -> Result:
    return CliRunner().invoke(
        main, [*words, "--forge", f"folder:{root / 'threads'}", "--root", str(root), "--now", now]
    )


def _in_issue(**values: Any) -> Any:
    return lambda stored: stored["issue"].update(values)


def _comment(**values: Any) -> Any:
    comment = {"id": 7, "user": user("eve"), "created_at": "2026-11-21T13:00:00Z", "body": "hello", **values}
    return lambda stored: stored.update(comments=[comment])


BROKEN = {
    "not JSON": '{"issue": ',
    "not UTF-8": "\udcff".encode("utf-8", "surrogateescape").decode("latin-1") + "{",
    "nested a hundred thousand times": NESTED,
    "nested inside an issue": f'{{"issue": {{"number": 2, "body": {NESTED}',
    "a list": "[1, 2]",
    "an issue that is a text": '{"issue": "2"}',
    "comments that are a text": lambda stored: stored.update(comments="all of them"),
    "comments that are an object": lambda stored: stored.update(comments={"a": 1}),
    "a comment that is a number": lambda stored: stored.update(comments=[5]),
    "a body that is a number": _comment(body=5),
    "an issue's body that is a list": _in_issue(body=["### Mentor"]),
    "a comment without an id": lambda stored: stored.update(comments=[{"body": "hello"}]),
    "an id that is a text": _comment(id="seven"),
    "an id beyond all numbers": _comment(id=10**400),
    "an author that is a text": _comment(user="eve"),
    "an author without a number": _comment(user={"login": "eve"}),
    "labels that are numbers": _in_issue(labels=[1]),
    "assignees that are a text": _in_issue(assignees="ada"),
    "written in year 9999": _in_issue(created_at="9999-12-31T23:59:59Z"),
    "written in year 9999, west of here": _in_issue(created_at="9999-12-31T23:59:59-12:00"),
    "written in year 1": _in_issue(created_at="0001-01-01T00:00:00Z"),
    "written in year 1, east of here": _in_issue(created_at="0001-01-01T00:00:00+14:00"),
    "a comment of year 9999": _comment(created_at="9999-12-31T23:59:59Z"),
    "closed in year 1": _in_issue(state="closed", updated_at=None, closed_at="0001-01-01T00:00:00Z"),
    "a time that is a number": _in_issue(created_at=5),
    "no time at all": _in_issue(created_at=None),
    "another issue's number": _in_issue(number=1),
    "a number below zero": _in_issue(number=-2),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_broken_thread_is_named_and_the_others_are_served(root: Path, name: str) -> None:
    """The sweep tells Ada of the whole request, ends with a problem, and says which thread is broken."""
    _break(root, BROKEN[name])
    done = _lodestar(root, "sweep")
    assert (done.exit_code, type(done.exception)) == (1, SystemExit), (done.output, done.exception)
    assert re.search(r"issue 2 can't be read|/2\.json", done.stderr), done.stderr
    whole = json.loads((root / "threads" / "issues" / "1.json").read_text(encoding="utf-8"))
    assert any("@ada" in one["body"] for one in whole["comments"])


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_thread_keeps_no_other_request_waiting(root: Path, name: str, tmp_path: Path) -> None:
    """Handling another issue's event answers it and goes well; the numbers are added up without the broken thread."""
    _break(root, BROKEN[name])
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"action": "opened", "issue": {"number": 1}}), encoding="utf-8")
    done = _lodestar(root, "handle", str(event))
    assert done.exit_code == 0 and "issue 1: wrote a comment" in done.output, (done.output, done.exception)
    added = _lodestar(root, "activity")
    assert added.exit_code == 0, added.exception
    assert [one["number"] for one in json.loads(added.stdout)["requests"]] == [1]


ODD_AND_WHOLE = {
    "a comment without an author": _comment(user=None),
    "a comment without a text": _comment(body=None),
    "no list of comments": lambda stored: {"issue": stored["issue"]},
    "labels as texts": _in_issue(labels=["request"]),
    "no lists at all": _in_issue(labels=None, assignees=None),
    "half a character": _comment(body="/accept \ud800"),
    "a title of half characters": _in_issue(title="\udfff" * 5),
}


@pytest.mark.parametrize("name", ODD_AND_WHOLE)
def test_an_odd_thread_is_read_all_the_same(root: Path, name: str) -> None:
    """What GitHub gives of deleted accounts and empty texts is no error, and the request goes on."""
    _break(root, ODD_AND_WHOLE[name])
    done = _lodestar(root, "sweep")
    assert done.exit_code == 0, (done.output, done.exception)
    stored = json.loads((root / "threads" / "issues" / "2.json").read_text(encoding="utf-8"))
    assert {"name": "request"} in stored["issue"]["labels"]


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31", "1969-12-31T23:59:59Z", "3000-01-01"])
@pytest.mark.parametrize("command", ["sweep", "activity"])
def test_a_time_at_either_end_is_a_wrong_call(root: Path, command: str, now: str) -> None:
    """A year in which no sum of days is a date is refused with the years that work."""
    done = _lodestar(root, command, now=now)
    assert done.exit_code == 2 and "from 1970 to 2999" in done.stderr, (done.output, done.exception)


@pytest.mark.parametrize("now", ["1970-01-01", "2999-12-31T23:59:59Z"])
def test_the_first_and_the_last_time_work(root: Path, now: str) -> None:
    """At both ends of what is allowed, the sweep runs to its end."""
    done = _lodestar(root, "sweep", now=now)
    assert done.exit_code == 0, (done.output, done.exception)


def test_a_program_may_end_on_the_last_day_there_is(root: Path) -> None:
    """`ends: 9999-12-31`, and a start whose weeks go beyond it, stop neither the bot nor the site's dates."""
    for name, dates in {
        "own-way": "ends: 9999-12-31\nstarts: 2026-01-01\n",
        "spring": "starts: 9999-12-01\nduration_weeks: 52\n",
    }.items():
        path = root / "programs" / f"{name}.yml"
        text = re.sub(r"(?m)^(opens|closes|starts|ends|duration_weeks):.*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(text + dates, encoding="utf-8")
    forms = forms_of(load_readable(root, utc())[0], language_tag)
    answers = {"mentor": "ada", "languages": "English", "program": "own-way", "goals": "Take part."}
    forge = FolderForge(root / "threads", utc())
    number = People(forge).open(user("nils"), filled_in(forms, "application", answers))
    People(forge).say(user("ada"), number, "/accept")
    done = _lodestar(root, "sweep")
    assert done.exit_code == 0, (done.output, done.exception)
    directory, left_out = load_readable(root, utc())
    assert left_out == []
    for program in directory.programs.values():
        assert program.state(utc().date()) and program.last_day != ""


def test_a_time_is_of_a_year_in_which_sums_work() -> None:
    """A moment of another year is no moment, whatever its zone."""
    for text in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1969-12-31T23:59:59Z"):
        with pytest.raises(ValueError):
            read_time(text)
    with pytest.raises(ThreadError):
        thread_of({"issue": {"number": 1, "created_at": "9999-12-31T23:59:59-12:00"}})
