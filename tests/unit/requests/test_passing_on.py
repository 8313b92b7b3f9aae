"""What a mentee may pass on to another mentor, and what would slip past a check if they could."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.app.bot import sweep
from generator.app.sandbox import open_request, say, shown
from generator.forge.folder import FolderForge
from tests.fakes.example_site import copy_directory

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
ANSWERS = {
    "mentor": "",
    "skills": "python",
    "program": "",
    "languages": "English",
    "goals": "A small tool of my own by spring.",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example directory."""
    return copy_directory(tmp_path_factory.mktemp("passing") / "root")


def _pass_on_after(days: int, root: Path, folder: Path, **answers: str) -> str:
    """Open a request, let days pass, try to pass it on, and return the last words in the thread."""
    given = {"kind": "mentorship"} | ANSWERS | answers
    open_request(folder, root, "grace", given, None, START)
    later = START + timedelta(days=days)
    sweep(FolderForge(folder, later), root, later)
    say(folder, root, 1, "grace", "/redirect @example-tomasz", later + timedelta(hours=1))
    return shown(folder, 1)


def test_what_expired_can_be_passed_on(root: Path, tmp_path: Path) -> None:
    """A complete request that nobody answered goes on to the mentor whom its author names."""
    thread = _pass_on_after(15, root, tmp_path, mentor="example-haruka")
    assert "@example-tomasz, grace would like your help" in thread
    assert "state: waiting" in thread


def test_what_was_never_complete_cannot_be_passed_on(root: Path, tmp_path: Path) -> None:
    """A form that stayed incomplete reaches no mentor by /redirect, whatever was missing in it."""
    thread = _pass_on_after(15, root, tmp_path, goals="")
    assert "passed on. Please send a new one." in thread
    assert "@example-tomasz, grace" not in thread
    assert "`/redirect @login`" not in thread


def test_what_a_coordinator_never_saw_cannot_be_passed_on(root: Path, tmp_path: Path) -> None:
    """An application that waited in vain for a coordinator's approval does not go around it."""
    thread = _pass_on_after(29, root, tmp_path, kind="application", program="spring-2027")
    assert "No coordinator has reviewed this yet, so nothing has changed." in thread
    assert "@example-tomasz, grace" not in thread
