"""Rewrite a directory's files for `lodestar check --fix`: ids in place of other spellings, and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.adapters.filesystem import list_directory, read_file, write_whole
from generator.app.check import context_of, is_wanted
from generator.profiles.fix import Fixed, fix
from generator.profiles.source import kind_of

_REWRITTEN = ("mentor", "program", "roadmap")


def fix_files(root: Path, wanted: Sequence[str], today: date) -> Iterator[tuple[str, Fixed]]:
    """Rewrite the files at or below some paths, each whole or not at all; yield those with something to rewrite.

    Without paths, all are looked at. A file that can't be rewritten safely is yielded with what is left.
    """
    context = context_of(root, today)
    for path in list_directory(root):
        kind = kind_of(path)
        if kind not in _REWRITTEN or (wanted and not is_wanted(path, wanted)):
            continue
        fixed = fix(read_file(root, path), kind, context)
        if fixed is None:
            continue
        if fixed.done:
            write_whole(root / path, fixed.text.encode())
        yield path, fixed
