"""Everyone can take their own threads with them."""

import json
from pathlib import Path

from click.testing import CliRunner

from generator.app.own_threads import own_threads
from generator.cli.people import export
from generator.forge.port import BrokenThread


def _stored(number: int, by: str, *comments: tuple[str, str]) -> dict:
    """A thread as it is stored."""
    said = [
        {
            "id": 10 * number + place,
            "user": {"id": place, "login": who, "type": "User"},
            "created_at": "2026-11-02T10:00:00Z",
            "body": text,
        }
        for place, (who, text) in enumerate(comments, 1)
    ]
    issue = {
        "number": number,
        "title": f"Request {number}",
        "state": "open",
        "user": {"id": 9, "login": by, "type": "User"},
    }
    return {"issue": issue | {"created_at": "2026-11-01T10:00:00Z", "body": "Hello"}, "comments": said}


def test_a_person_gets_every_thread_they_took_part_in() -> None:
    """Opened or answered, in any spelling of the login, without the bot's memory; nobody else's threads are in it."""
    bot = ("github-actions[bot]", '<!-- lodestar:status {"version":1} -->\nWaiting for Ada')
    threads = [_stored(1, "Mia", bot), _stored(2, "bo", ("mia", "Hi")), _stored(3, "bo"), BrokenThread(4, "no JSON")]
    found = own_threads(threads, "mia")
    assert [one["number"] for one in found["threads"]] == [1, 2]
    assert found["threads"][0]["comments"][0]["text"] == "Waiting for Ada"
    assert found["unreadable"] == [4]


def test_the_command_reads_a_folder_of_threads(tmp_path: Path) -> None:
    """`lodestar export --threads` writes JSON, and says so where the place of the threads is missing."""
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "1.json").write_text(json.dumps(_stored(1, "mia")), encoding="utf-8")
    (tmp_path / "directory.yml").write_text("name: Town\n", encoding="utf-8")
    where = ["--root", str(tmp_path)]
    done = CliRunner().invoke(export, [*where, "--threads", "mia", "--forge", f"folder:{tmp_path}"])
    assert [one["number"] for one in json.loads(done.output)["threads"]] == [1]
    assert CliRunner().invoke(export, [*where, "--threads", "mia"]).exit_code != 0
