"""One event reads a directory as if everything had been judged, and judges only whom it concerns."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.app import load
from generator.app.load import load_concerned, load_readable
from generator.profiles.source import SourceFile
from tests.fakes.example_site import copy_directory

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example site's people, and two whose files have errors."""
    root = copy_directory(tmp_path / "root")
    (root / "mentors" / "broken.yml").write_text("name: 1\n", encoding="utf-8")
    (root / "mentors" / "Empty.yml").write_text("", encoding="utf-8")
    return root


def test_the_directory_on_demand_is_the_whole_one(root: Path) -> None:
    """Every mentor, every handle that has left nothing but errors and every path is the same as after judging all files."""
    whole, told = load_readable(root, NOW)
    asked, told_so_far = load_concerned(root, NOW)
    assert told_so_far == []
    assert dict(asked.mentors) == dict(whole.mentors)
    assert list(asked.mentors) == list(whole.mentors)
    assert set(asked.unread) == set(whole.unread) == {"broken", "empty"}
    assert sorted(told_so_far) == sorted(told)
    assert all(asked.paths[handle] == path for handle, path in whole.paths.items())


def test_only_those_who_are_asked_for_are_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One mentor's file is read once, nobody else's is, and a file with errors is named when it is met."""
    read = []

    def watched(root: Path, path: str) -> SourceFile:
        read.append(path)
        return load_read(root, path)

    load_read = load.read_file
    monkeypatch.setattr(load, "read_file", watched)
    directory, told = load_concerned(root, NOW)
    handle = "example-tomasz"
    assert directory.mentors[handle].handle == handle and handle in directory.mentors
    assert "broken" not in directory.mentors and "broken" in directory.unread
    assert "nobody" not in directory.mentors and "nobody" not in directory.unread
    assert [path for path in read if path.startswith("mentors/")] == [directory.paths[handle], "mentors/broken.yml"]
    assert told == ["mentors/broken.yml has errors and was left out. Run `lodestar check` to see them."]


def test_two_files_of_one_person_are_judged_as_a_whole(root: Path) -> None:
    """Where two files differ only in capital letters, the directory is the one of the whole check."""
    (root / "mentors" / "BROKEN.yml").write_text("name: 1\n", encoding="utf-8")
    assert load_concerned(root, NOW)[1] == load_readable(root, NOW)[1]
