"""The disk, as an edge: reads a directory's files without leaving it, and writes a site.

Links are never followed, neither as files nor as folders, and nothing larger than the limit is read.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.adapters.packaged import packaged, packaged_files
from generator.profiles.source import (
    FOLDERS,
    PHRASES_FOLDER,
    SETTINGS_FILE,
    VOCABULARY_FILES,
    Refusal,
    SourceFile,
    kind_of,
    size_limit,
)


def list_directory(root: Path) -> list[str]:
    """List the paths of everything Lodestar reads below the root, whether readable or not.

    A folder of ours that is a link or a file is in the list itself, so that it is reported.
    """
    paths = [SETTINGS_FILE] if os.path.lexists(root / SETTINGS_FILE) else []
    if root.is_dir():
        paths += (name for name in sorted(os.listdir(root)) if kind_of(name) == "logo")
    for folder in FOLDERS:
        if _is_real_folder(root, folder):
            names = (f"{folder}/{name}" for name in sorted(os.listdir(root / folder)))
            paths += (path for path in names if path not in FOLDERS and kind_of(path))
        elif os.path.lexists(root / folder) and all(
            known not in paths for known in FOLDERS if folder.startswith(known)
        ):
            paths.append(folder)
    return [*paths, *(path for path in _lent(root) if path not in paths)]


def _lent(root: Path) -> tuple[str, ...]:
    """Name the lists of terms that come with Lodestar, where a directory has none of its own."""
    if not (root / SETTINGS_FILE).is_file() or os.path.lexists(root / "vocabulary"):
        return ()
    return (*VOCABULARY_FILES, *(path for path, _ in packaged_files(PHRASES_FOLDER)))


def _is_real_folder(root: Path, folder: str) -> bool:
    here = root
    for part in folder.split("/"):
        here = here / part
        try:
            if not stat.S_ISDIR(os.lstat(here).st_mode):
                return False
        except OSError:
            return False
    return True


def read_file(root: Path, path: str, limit: int | None = None) -> SourceFile:
    """Read one file of at most so many bytes, or as many as its kind may have, or say why not."""
    limit = size_limit(path) if limit is None else limit
    if kind_of(path) in ("vocabulary", "phrases") and path in _lent(root):
        root = packaged(".")
    try:
        descriptor = os.open(root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return SourceFile(path, refusal=_why_not(root / path))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return SourceFile(path, refusal="folder" if stat.S_ISDIR(status.st_mode) else "special")
        if status.st_size > limit and kind_of(path) != "photo":
            return SourceFile(path, refusal="too-large")
        return SourceFile(path, os.read(descriptor, limit + 1))
    except OSError:
        return SourceFile(path, refusal="unreadable")
    finally:
        os.close(descriptor)


def _why_not(path: Path) -> Refusal:
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    return "link" if stat.S_ISLNK(mode) else "special" if not stat.S_ISREG(mode) else "unreadable"


def read_directory(root: Path) -> Iterator[SourceFile]:
    """Read everything below the root that Lodestar looks at, in the order of the paths."""
    for path in list_directory(root):
        yield read_file(root, path)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever reads it meets the old content or the new one, never a part.

    Each writer has a temporary file of its own, so that two at once leave the file of one of them.
    """
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
