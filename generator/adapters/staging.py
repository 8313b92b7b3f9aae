"""Folders that are written beside the one they replace: readers see the old folder until the new one is whole.

A build that is killed leaves its half-written folder under a hidden name, and the next one removes it. Each
build holds a lock on its own folder, which ends with its process, so that two builds never disturb each other.
"""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2


@contextmanager
def replacing(target: Path, finish: Callable[[Path, Path], None] | None = None) -> Iterator[Path]:
    """Give an empty folder to fill; when the block ends without an error, it takes the place of `target`.

    `finish` may do that in another way.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(target)
    fresh = target.with_name(f"{_prefix(target)}{token_hex(4)}")
    fresh.mkdir()
    lock = os.open(fresh, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield fresh
        (finish or take_the_place_of)(target, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        os.close(lock)


def remove_leftovers(target: Path) -> None:
    """Remove what killed builds of this folder left beside it."""
    for left in target.parent.glob(f"{_prefix(target)}????????"):
        if left.is_dir() and not left.is_symlink() and not _in_use(left):
            shutil.rmtree(left, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.building-"


def _in_use(folder: Path) -> bool:
    try:
        lock = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)
    return False


def take_the_place_of(target: Path, fresh: Path) -> None:
    """Swap two folders in one step where the system can; `fresh` then names the old one, which may go."""
    if not target.exists():
        fresh.rename(target)
        return
    try:
        if not _exchanged(fresh, target):
            old = target.with_name(f"{_prefix(target)}{token_hex(4)}")
            target.rename(old)
            fresh.rename(target)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        # A folder that another disk is mounted at cannot be renamed, only filled.
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        _fill(target, fresh)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two names by Linux's own call for it; False where the system or the disk has none."""
    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        names = (_AT_CURRENT_FOLDER, os.fsencode(one), _AT_CURRENT_FOLDER, os.fsencode(other))
        return bool(rename(*names, _EXCHANGE) == 0)
    return False


def _fill(target: Path, fresh: Path) -> None:
    for old in target.iterdir():
        shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    for new in fresh.iterdir():
        shutil.move(new, target / new.name)
