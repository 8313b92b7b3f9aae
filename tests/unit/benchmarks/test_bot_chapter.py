"""What the bot's measurement measures: a real answer to a real request, and a thread as long as it says; nothing is timed."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks.bot import one_thread
from benchmarks.bot.folder import Folder, answered, fresh_copies, written_folder
from generator.app import bot
from generator.forge.folder import FolderForge
from generator.requests.lifecycle.event import issue_of

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Folder:
    return written_folder(tmp_path_factory.mktemp("bench") / "directory", 60, TODAY, threads=101)


def test_the_threads_are_as_many_as_the_chapter_says(folder):
    """A directory has just so many threads, its desk counted and reviews beside them, and is written once."""
    issues = [
        json.loads(path.read_text(encoding="utf-8"))["issue"] for path in (folder.threads / "issues").glob("*.json")
    ]
    assert len([one for one in issues if "review" not in {label["name"] for label in one["labels"]}]) == 101
    assert written_folder(folder.root, 60, TODAY) == folder


def test_the_measured_event_is_an_answer_that_counts(folder, tmp_path):
    """What `handle` is measured on is a mentor's yes: the bot takes it, and tells both what comes next."""
    (threads,) = fresh_copies(folder, 1, tmp_path)
    number = issue_of(json.loads(answered(threads, folder.now).read_text(encoding="utf-8")))
    run = bot.handle(FolderForge(threads, NOW), folder.root, number, NOW)
    assert run.errors == []
    assert ("state: accepted",) in {action.labels for action in run.actions}
    assert {"comment", "edit-comment", "assign"} <= {action.action for action in run.actions}


def test_copies_leave_the_original_as_it_is(folder, tmp_path):
    """Each run that writes has its own threads, so that all runs meet the same."""
    one, other = fresh_copies(folder, 2, tmp_path)
    answered(one, folder.now)
    names = sorted(path.name for path in (other / "issues").iterdir())
    assert names == sorted(path.name for path in (folder.threads / "issues").iterdir())
    assert all(
        (other / "issues" / name).read_bytes() == (folder.threads / "issues" / name).read_bytes() for name in names
    )


def test_every_case_is_what_its_name_says(folder, tmp_path):
    """The long threads have a hundred comments, the silent one ends, and the bot has nothing to add where it has read everything."""
    answer = tmp_path / "answer.json"
    one_thread.main(Path(folder.root), NOW, answer)
    told, silent, known, lost = json.loads(answer.read_text(encoding="utf-8"))
    assert [known["comments"], lost["comments"]] == [100, 100]
    assert told["actions"] >= 2
    assert silent["actions"] >= 3
    assert known["actions"] <= 1
    assert lost["actions"] >= 3
    assert all(case["median"] > 0 for case in (told, silent, known, lost))
