"""`lodestar explain` as scripts and people use it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main


def _explain(*words: str) -> Result:
    return CliRunner().invoke(main, ["explain", "--now", "2026-11-21", *words])


def test_json_has_the_shape_that_others_read() -> None:
    """The JSON has exactly the promised keys, with the day and the command."""
    done = _explain("sure, but not before March", "--as", "mentor", "--format", "json")
    assert 0 == done.exit_code
    found = json.loads(done.stdout)
    assert ["version", "meaning", "tier", "because", "reason", "command", "until", "login"] == list(found)
    assert ("later", "/waitlist", "2027-03-01") == (found["meaning"], found["command"], found["until"])


def test_a_file_is_answered_line_by_line(tmp_path: Path) -> None:
    """Each line of the file gets one JSON object, in order; a line's own state counts."""
    lines = [{"text": "No, sorry", "as": "mentor"}, {"text": "Yes!", "as": "mentee", "state": "active"}]
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    done = _explain("--file", str(file), "--format", "json")
    assert ["decline", "none"] == [json.loads(line)["meaning"] for line in done.stdout.splitlines()]


def test_people_are_told_what_the_bot_does_and_why() -> None:
    """Without --format, sentences say what the reply is read as, why, and what it is as a command."""
    done = _explain("Happy to help!", "--as", "mentor")
    assert "The bot reads this as a yes to the request, and acts on it." in done.stdout
    assert "“happy to help” says yes." in done.stdout
    assert "/accept" in done.stdout


def test_a_wrong_call_is_explained(tmp_path: Path) -> None:
    """A missing text or speaker, and a line that is no reply, end with status 2 and say what to write."""
    file = tmp_path / "replies.jsonl"
    file.write_text('{"text": "hi", "as": "someone"}\n', encoding="utf-8")
    assert [2, 2, 2] == [done.exit_code for done in (_explain(), _explain("hi"), _explain("--file", str(file)))]
    assert "Line 1" in _explain("--file", str(file)).stderr
    file.write_text("[1]\n", encoding="utf-8")
    assert "no JSON object" in _explain("--file", str(file)).stderr
