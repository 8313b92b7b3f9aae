"""A folder of threads behaves as GitHub would, and is never left half written."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.forge.folder import FolderForge, made_up_id
from generator.forge.port import BrokenThread, ForgeError
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.thread import BOT, thread_of
from tests.fakes.memory_forge import MemoryForge, utc

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def forge(tmp_path: Path) -> FolderForge:
    """A folder with one issue that Mia opened and Ada commented."""
    made = MemoryForge(utc())
    number = made.open("mia", "Hello")
    made.say("Ada", number, "Hi")
    forge = FolderForge(tmp_path, NOW)
    forge.write(made.stored[number])
    return forge


def test_every_action_is_done_and_seen(forge: FolderForge) -> None:
    """Comments, edits, labels, assignment, closing, reopening and locking stand in the thread afterwards, in GitHub's shapes."""
    posted = forge.perform(Action("comment", 1, body="I am the bot"))
    forge.perform(Action("edit-comment", 1, body="I am still the bot", comment=posted.comment))
    forge.perform(Action("label", 1, labels=("request", "state: waiting")))
    forge.perform(Action("unlabel", 1, labels=("request", "never there")))
    forge.perform(Action("assign", 1, logins=("ada",)))
    forge.perform(Action("close", 1, reason="not_planned"))
    thread = thread_of(forge.thread(1))
    assert (thread.open, thread.closed_by.login, thread.labels, thread.assignees) == (
        False,
        BOT,
        {"state: waiting"},
        {"ada"},
    )
    assert (thread.comments[-1].body, thread.comments[-1].ours) == ("I am still the bot", True)
    forge.perform(Action("reopen", 1))
    forge.perform(Action("lock", 1, reason="spam"))
    thread = thread_of(forge.thread(1))
    assert (thread.open, thread.closed_by, thread.locked) == (True, None, True)


def test_who_has_not_commented_cannot_be_assigned(forge: FolderForge) -> None:
    """Assignment is refused as GitHub refuses it, and says why."""
    outcome = forge.perform(Action("assign", 1, logins=("bela",)))
    assert not outcome.done and "bela cannot be assigned before they comment" in outcome.reason
    assert thread_of(forge.thread(1)).assignees == frozenset()


def test_what_cannot_be_is_refused(forge: FolderForge) -> None:
    """An issue or comment that is not there, and a comment longer than GitHub takes, are refused in words."""
    assert not forge.perform(Action("close", 9)).done
    assert not forge.perform(Action("edit-comment", 1, body="x", comment=5)).done
    assert "too long" in forge.perform(Action("comment", 1, body="x" * 65_537)).reason
    assert forge.perform(Action("comment", 1, body="x" * 65_536)).done


def test_ids_of_comments_grow_over_all_threads(forge: FolderForge) -> None:
    """A new comment's id is larger than every other's in the folder, also for a forge that was just opened."""
    made = MemoryForge(utc())
    made.open("nils", "Two")
    forge.write({**made.stored[1], "issue": {**made.stored[1]["issue"], "number": 2}})
    first = forge.perform(Action("comment", 1, body="one")).comment
    second = forge.perform(Action("comment", 2, body="two")).comment
    third = FolderForge(forge._issues.parent, NOW).perform(Action("comment", 1, body="three")).comment
    assert first < second < third


def test_a_thread_is_written_whole_or_not_at_all(forge: FolderForge, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing breaks off, the thread is as it was before, and no half file counts as a thread."""
    before = forge.thread(1)

    def full(self: Path, text: str, **options: object) -> int:
        with self.open("w", encoding="utf-8") as file:
            file.write(text[:20])
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        forge.perform(Action("comment", 1, body="lost"))
    monkeypatch.undo()
    assert forge.thread(1) == before
    assert [one["issue"]["number"] for one in forge.threads(None)] == [1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "can't be read as JSON"),
        ("[]", "isn't a thread"),
        ('{"issue": 1}', "isn't a thread"),
        ("\udcff", "can't be read as JSON"),
    ],
)
def test_a_broken_file_is_named_with_what_to_do(forge: FolderForge, text: str, words: str) -> None:
    """A file that is no thread is named with its path and the next step, beside all threads that are."""
    path = forge._issues / "2.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ForgeError, match=words):
        forge.thread(2)
    whole, broken = sorted(forge.threads(None), key=lambda one: isinstance(one, BrokenThread))
    assert whole["issue"]["number"] == 1
    assert broken.number == 2 and str(path) in broken.reason


def test_pull_requests_and_old_ends_are_left_out(forge: FolderForge) -> None:
    """Pull requests are no threads, and closed ones come only since they last changed."""
    stored = forge.thread(1)
    pull = {**stored, "issue": {**stored["issue"], "number": 2, "pull_request": {}}}
    closed = {
        **stored,
        "issue": {**stored["issue"], "number": 3, "state": "closed", "updated_at": "2026-01-01T00:00:00Z"},
    }
    forge.write(pull)
    forge.write(closed)
    (forge._issues / "notes.json").write_text("{}", encoding="utf-8")
    assert forge.thread(2) is None and forge.thread(99) is None
    assert [one["issue"]["number"] for one in forge.threads(None)] == [1, 3]
    assert [one["issue"]["number"] for one in forge.threads(datetime(2026, 2, 1, tzinfo=UTC))] == [1]


def test_numbers_behind_logins(forge: FolderForge) -> None:
    """A login has the number it has in the threads, whatever its capitals; nobody knows it of who has written nothing."""
    stored = forge.thread(1)
    stored["comments"][0]["user"]["id"] = 77
    forge.write(stored)
    assert forge.user_id("ADA") == 77
    assert forge.user_id("nobody") is None
    assert made_up_id("nobody") == made_up_id("NoBody")


def test_the_last_sweep_is_remembered(forge: FolderForge) -> None:
    """When the last sweep ended stands in a file; a broken one counts as never."""
    assert forge.swept() is None
    forge.mark_swept()
    assert forge.swept() == NOW
    forge._swept.write_text("yesterday", encoding="utf-8")
    assert forge.swept() is None


def test_a_saved_thread_replays_as_it_is(forge: FolderForge) -> None:
    """A thread saved from GitHub keeps everything the bot does not know of."""
    stored = {**forge.thread(1), "saved_from": "https://github.com/o/r/issues/1"}
    stored["issue"]["reactions"] = {"+1": 3}
    forge.write(stored)
    forge.perform(Action("label", 1, labels=("request",)))
    after = json.loads((forge._issues / "1.json").read_text(encoding="utf-8"))
    assert (after["saved_from"], after["issue"]["reactions"]) == ("https://github.com/o/r/issues/1", {"+1": 3})
