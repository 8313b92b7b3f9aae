"""Tell without reading a profile whether a build would make the very site that is there, and then only give it a new date.

Everything that a site is made from is known by its size, its times and its place on the disk: the directory and the
commit of it, docs/, mkdocs.yml, the activity, this program and the packages beside it, and the day. See docs/decisions/0043.
"""

import os
import sys
import sysconfig
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from generator.adapters.build_record import Told, restamp, seen, unchanged
from generator.adapters.packaged import packaged
from generator.app.site_folder import KEPT, shown

_PROGRAM = Path(__file__).parents[1]
_TICK = 100_000_000
"""Nanoseconds; what changed less than that ago may change again without another time."""


def inputs_of(root: Path, now: datetime, activity_file: Path | None) -> str:
    """Return a name for everything that a build at this time is made from, or nothing where that cannot be known."""
    began, root = time.time_ns(), root.resolve()
    found = blake2b(digest_size=16)
    found.update(
        repr(
            (
                now.astimezone(UTC).date(),
                sys.version,
                str(root),
                str(activity_file or ""),
                os.environ.get("LANG"),
            )
        ).encode()
    )
    newest = 0
    try:
        for path in _all_files(root, activity_file):
            state = seen(path)
            newest = max(newest, int(state.split(" ", 3)[2]))
            found.update(f"{path}\0{state}\n".encode(errors="surrogateescape"))
        packages = sorted(os.listdir(sysconfig.get_paths()["purelib"]))
    except OSError:
        return ""
    found.update("\n".join(packages).encode(errors="surrogateescape"))
    return found.hexdigest() if newest + _TICK < began else ""


def _all_files(root: Path, activity_file: Path | None) -> Iterator[str]:
    """Yield everything that a build reads: the files of the root, the community's own folders, and what comes with us."""
    with os.scandir(root) as found:
        yield from sorted(one.path for one in found if not one.is_dir())
    if activity_file:
        yield str(activity_file)
    yield str(packaged("mkdocs.yml"))
    yield from _history(root)
    own = [root / name for name in KEPT if name not in (".git", "generator")]
    for top in (*own, packaged("docs"), _PROGRAM):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (f"{folder}/{name}" for name in sorted(names))


def _history(root: Path) -> Iterator[str]:
    """Yield the files that tell which commit is checked out: it says since when each profile is there."""
    git = next((folder / ".git" for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), None)
    if git is None:
        return
    head = (git / "HEAD").read_text(encoding="utf-8").strip()  # a worktree's .git is a file, and this an OSError
    for name in ("HEAD", "packed-refs", "shallow", head.removeprefix("ref: ")):
        if os.path.lexists(git / name):
            yield str(git / name)


def dated_again(root: Path, target: Path | None, now: datetime, inputs: str) -> Told | None:
    """Where the folder holds the site that a build would make, let it say the time of this build; else return None."""
    found = unchanged(root, target, inputs)
    if found is None:
        return None
    folder, told = found
    restamp(root, target, folder, told, stamp_at(now))
    return replace(told, folder=shown(target, folder))


def stamp_at(now: datetime) -> str:
    """Write a time as the files that programs read begin with it."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
