"""Two pieces of work at the same time, with the results and the troubles of both."""

import os
import threading

import pytest

from generator.adapters import processes
from generator.adapters.processes import WORTH_IT, side_by_side

MANY = WORTH_IT


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests fork although the test run has threads of its own."""
    monkeypatch.setattr(processes, "_may_fork", lambda: True)


def test_both_results_come_back() -> None:
    """Whatever the other process returns arrives as it was, and it was another process."""
    here, elsewhere = side_by_side(os.getpid, lambda: (os.getpid(), {"a": [1, "é"]}), MANY)
    assert here == os.getpid()
    assert elsewhere[0] != here
    assert elsewhere[1] == {"a": [1, "é"]}


def test_little_work_stays_in_one_process() -> None:
    """Below the limit both run here, one after the other."""
    assert side_by_side(os.getpid, os.getpid, MANY - 1) == (os.getpid(), os.getpid())


def test_trouble_elsewhere_is_raised_here() -> None:
    """An exception of the other process is raised in this one, with its message."""

    def fail() -> None:
        raise ValueError("no room on the disk")

    with pytest.raises(ValueError, match="no room on the disk"):
        side_by_side(os.getpid, fail, MANY)


def test_a_killed_process_is_noticed() -> None:
    """A process that is ended from outside does not leave half a site behind in silence."""
    with pytest.raises(RuntimeError, match="ended from outside"):
        side_by_side(os.getpid, lambda: os._exit(9), MANY)


def test_nothing_forks_beside_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process with several threads, as while serving, never forks."""
    monkeypatch.undo()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not processes._may_fork()
    finally:
        done.set()
        thread.join()
