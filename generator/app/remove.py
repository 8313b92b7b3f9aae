"""Take a person out of a directory, for `lodestar remove`: their files, and their name in the files of others."""

from dataclasses import dataclass
from pathlib import Path

from generator.adapters.filesystem import list_directory, read_file, write_whole
from generator.adapters.git import commit_paths
from generator.model.errors import CallError, LodestarError
from generator.profiles.fix import without_handle
from generator.profiles.front_matter import split_front_matter
from generator.profiles.source import SETTINGS_FILE, SourceFile, kind_of
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.text.catalogue import _

_OWN = ("mentor", "photo")
_NAMES_PEOPLE = ("program", "roadmap", "settings")


class RemovalError(LodestarError):
    """Someone can't be taken out yet; the message says what to do first."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What was deleted and changed, by path, and whether it was committed."""

    deleted: tuple[str, ...]
    changed: tuple[str, ...]
    committed: bool


def remove(root: Path, handle: str, commit: bool) -> Removal:
    """Delete someone's profile and photo, and take them out of programs, roadmaps and the coordinators.

    A story about them goes as well.

    Nothing is changed where nobody has this handle (CallError), or a file can't be changed safely (RemovalError).
    """
    listed = list_directory(root)
    own = [path for path in listed if kind_of(path) in _OWN and SourceFile(path).stem.lower() == handle.lower()]
    own += [path for path in listed if kind_of(path) == "story" and _tells_about(read_file(root, path), handle)]
    rewritten = {}
    for path in (path for path in listed if kind_of(path) in _NAMES_PEOPLE):
        text = _text_without(root, path, handle)
        if text is not None:
            rewritten[path] = text
    if not own and not rewritten:
        raise CallError(
            _("Nobody here has the handle '{handle}'. It is the name of a file in mentors/.", handle=handle)
        )
    for path, text in rewritten.items():
        write_whole(root / path, text.encode())
    for path in own:
        (root / path).unlink()
    paths = (*own, *rewritten)
    committed = commit and commit_paths(root, paths, f"Remove {handle} from the directory")
    return Removal(tuple(own), tuple(rewritten), committed)


def _tells_about(file: SourceFile, handle: str) -> bool:
    """Whether a story names this mentor; without them it would be another story."""
    parts = split_front_matter(file)
    text = clean_text(parts[0].content) if parts else None
    marked = read_with_repairs(text) if text is not None else None
    fields = marked.data if marked else None
    named = fields.get("mentor") if isinstance(fields, dict) else None
    return isinstance(named, str) and named.lower() == handle.lower()


def _text_without(root: Path, path: str, handle: str) -> str | None:
    """Return the file's new text, or None where it doesn't name them."""
    file = read_file(root, path)
    if file.refusal or handle.lower().encode() not in file.content.lower():
        return None
    text = without_handle(file, handle)
    if text is None:
        raise RemovalError(
            _("{path} names '{handle}' in a way that I leave to you. Take the name out, then try again.", path=path, handle=handle)
        )  # fmt: skip
    if (
        path == SETTINGS_FILE
        and "coordinators:" in file.content.decode("utf-8", "replace")
        and "coordinators:" not in text
    ):
        raise RemovalError(
            _("'{handle}' is the only coordinator. Add another one to directory.yml, then try again.", handle=handle)
        )
    return text if text.encode() != file.content else None
