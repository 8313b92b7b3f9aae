"""One run at a time in a folder of threads."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from generator.forge.port import ForgeError
from generator.text.catalogue import _

_WAITS_SECONDS = 60


@contextmanager
def only_run_in(folder: Path, waits_seconds: float = _WAITS_SECONDS) -> Iterator[None]:
    """Keep every other run that writes out of a folder of threads; wait for one that is at work there.

    Raise ForgeError when it takes longer than that. The lock ends with its process, however that ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        _take(lock, folder, monotonic() + waits_seconds)
        for left in (folder / "issues").glob(".*.new"):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(lock)


def _take(lock: int, folder: Path, until: float) -> None:
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if monotonic() >= until:
                raise ForgeError(
                    _("Another run is at work in {folder}. Wait until it has ended, then try again.", folder=folder)
                ) from None
            sleep(0.05)
