"""Processes, as an edge: do two pieces of work at the same time.

One runs in a forked copy of this process, which has everything in memory already and sends back what
it returns. Where that is not possible, or not worth it, the two run one after the other.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 2000
"""Pieces of work; below, the fork costs as much as it spares."""


def side_by_side(here: Callable[[], R], elsewhere: Callable[[], T], pieces: int) -> tuple[R, T]:
    """Do two different things at the same time where there are enough pieces of work, else one after the other."""
    if pieces < WORTH_IT or not _may_fork():
        return here(), elsewhere()
    other = _Elsewhere(elsewhere)
    return here(), other.result()


def _may_fork() -> bool:
    """Forking is safe on Linux while no other thread runs, and of use where there is a second core."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


class _Elsewhere:
    """A piece of work in a forked process, and its result."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._read, write = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if self._process == 0:
            status = 1
            try:
                os.close(self._read)
                with os.fdopen(write, "wb") as answer:
                    try:
                        pickle.dump((True, work()), answer, pickle.HIGHEST_PROTOCOL)
                    except BaseException as error:
                        pickle.dump((False, error), answer, pickle.HIGHEST_PROTOCOL)
                status = 0
            finally:
                os._exit(status)
        os.close(write)

    def result(self) -> Any:
        with os.fdopen(self._read, "rb") as answer:
            content = answer.read()
        _, status = os.waitpid(self._process, 0)
        if status or not content:
            raise RuntimeError("a part of the work was ended from outside, perhaps for want of memory; try again")
        done, value = pickle.loads(content)  # noqa: S301  written by our own copy a moment ago
        if not done:
            raise value
        return value
