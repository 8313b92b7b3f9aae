"""What the last build left in its folder, as an edge: the next one writes only what differs, or nothing at all.

A record lies in the directory's `.cache/`, which may be deleted at any time. It counts only for the very files that it
lists: each is known by its size, its times and its place on this disk, and nobody can choose the time of a change or
an inode. So a record that someone else wrote, or that came from another computer, fits nothing here, and everything
is made again. The same holds when a single file in the folder was touched; see docs/decisions/0043.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import write_whole

VERSION = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What a build says of itself: what it was made from, how much it wrote, its time, and the files that begin with that."""

    inputs: str
    pages: int
    files: int
    folder: str
    stamp: str
    stamped: tuple[str, ...] = ()


def digest_of(content: bytes) -> str:
    """Return a short name for a content."""
    return blake2b(content, digest_size=16).hexdigest()


def seen(path: str | os.PathLike[str]) -> str:
    """Return what tells a file on this disk from every other state of it, or of another."""
    status = os.stat(path, follow_symlinks=False)
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"


class BuildRecord:
    """The record of one folder. `made` is what the build at work has made so far: digests by path."""

    def __init__(self, root: Path, named: Path | None, target: Path) -> None:
        """Open the record that a build of this directory into this folder left, and keep other builds from it.

        `named` is the folder where the command named one, and None where mkdocs.yml does.
        """
        self.made: dict[str, str] = {}
        self._target, self._before = target.resolve(), dict[str, str]()
        self._place = _place_of(root, named)
        self._lock: int | None = None
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self._place.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o644)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = _read(self._place)
            if found and _fits(self._target, found[1]):
                self._before = {path: line.partition(" ")[0] for path, line in found[1].items() if path[-1:] != "/"}

    def is_there(self, path: str, digest: str) -> bool:
        """Whether the folder has a file with this content already."""
        return self._before.get(path) == digest

    def finish(self, target: Path, fresh: Path, swap: Callable[[Path, Path], None]) -> None:
        """Let the new files take their places: one by one in the folder that fits, else all at once as a new folder."""
        if self._lock is not None:
            fcntl.flock(self._lock, fcntl.LOCK_EX)  # another build of this folder ends first
        with suppress(OSError):
            self._place.unlink(missing_ok=True)
        new = {path: fresh / path for path in _files_below(fresh)}
        for path, file in new.items():
            if path not in self.made:
                self.made[path] = digest_of(file.read_bytes())
        if not self._before:
            swap(target, fresh)
            return
        for path, file in new.items():
            if not self.is_there(path, self.made[path]):
                place = target / path
                place.parent.mkdir(parents=True, exist_ok=True)
                file.replace(place)
        for path in self._before.keys() - self.made.keys():
            (target / path).unlink()
            _remove_empty(target, (target / path).parent)
        shutil.rmtree(fresh, ignore_errors=True)

    def save(self, told: Told) -> None:
        """Write down what is in the folder now. Without a place for it, the next build makes everything again."""
        with suppress(OSError):
            folders = {folder for path in self.made for folder in _folders_of(path)}
            lines = [f"{digest} {seen(self._target / path)}\t{path}" for path, digest in self.made.items()]
            lines += [f"/ {seen(self._target / folder)}\t{folder}" for folder in folders]
            header = {"version": VERSION, "target": str(self._target), **asdict(told)}
            write_whole(self._place, "\n".join([json.dumps(header), *lines, ""]).encode())

    def close(self) -> None:
        """Let other builds use the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def unchanged(root: Path, target: Path | None, inputs: str) -> tuple[Path, Told] | None:
    """Return the folder and what its build said, if it was made from just this, and nothing in it was touched since."""
    found = _read(_place_of(root, target))
    if found is None or found[0].get("inputs") != inputs or not inputs:
        return None
    header, lines = found
    folder = Path(str(header.pop("target")))
    header.pop("version")
    if (target and target.resolve() != folder) or not _fits(folder, lines):
        return None
    return folder, Told(**header | {"stamped": tuple(header["stamped"])})


def restamp(root: Path, target: Path | None, folder: Path, told: Told, stamp: str) -> None:
    """Say in an unchanged folder that it was built at another time: only the beginning of a few files does."""
    place = _place_of(root, target)
    _header, lines = _read(place) or ({}, {})
    place.unlink()
    before, after = told.stamp.encode(), stamp.encode()
    for path in told.stamped:
        content = (folder / path).read_bytes()
        write_whole(folder / path, content.replace(before, after, 1))
        lines[path] = f"{digest_of(content.replace(before, after, 1))} {seen(folder / path)}"
        for above in _folders_of(path):
            lines[above] = f"/ {seen(folder / above)}"
    new = {**asdict(told), "stamp": stamp}
    header = {"version": VERSION, "target": str(folder), **new}
    write_whole(
        place, "\n".join([json.dumps(header), *(f"{line}\t{path}" for path, line in lines.items()), ""]).encode()
    )


def _place_of(root: Path, target: Path | None) -> Path:
    name = digest_of(os.fsencode(target.resolve())) if target else "default"
    return root / ".cache" / "lodestar" / f"{name}.record"


def _read(place: Path) -> tuple[dict[str, Any], dict[str, str]] | None:
    """Read a record: its header, and by path what was written down; None for anything that is not one."""
    try:
        first, *rest = place.read_text(encoding="utf-8").split("\n")
        header = json.loads(first)
        lines = {path: line for line, _tab, path in (one.partition("\t") for one in rest if one)}
    except (OSError, ValueError):
        return None
    return (header, lines) if isinstance(header, dict) and header.get("version") == VERSION and lines else None


def _fits(target: Path, lines: Mapping[str, str]) -> bool:
    """Whether every file and folder is as it was written down, the folder itself among them, and all are in it."""
    start = f"{target}/"
    if "./" not in lines or any(path.startswith("/") or ".." in path.split("/") for path in lines):
        return False
    try:
        return all(line.partition(" ")[2] == seen(start + path) for path, line in lines.items())
    except OSError:
        return False


def _files_below(folder: Path) -> Iterator[str]:
    for above, _folders, names in os.walk(folder):
        inside = os.path.relpath(above, folder)
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


def _folders_of(path: str) -> Iterator[str]:
    """Name the folders that a file is in, each ending in a slash, the outermost without a name."""
    while path:
        path = path.rstrip("/").rpartition("/")[0]
        yield f"{path}/" if path else "./"


def _remove_empty(target: Path, folder: Path) -> None:
    while folder != target:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
