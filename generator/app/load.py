"""Read and check a directory for a use case: the one place that gives up when it has errors."""

import json
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from generator.adapters.filesystem import list_directory, read_file
from generator.adapters.translations import catalogue_of
from generator.app.check import check_root, check_without
from generator.model.directory import Directory
from generator.model.errors import CallError, LodestarError
from generator.profiles.check import Checked, Validator, check_files
from generator.profiles.on_demand import MentorsOnDemand, UnreadOnDemand
from generator.profiles.report import as_text
from generator.profiles.source import PUBLIC_LISTS, SETTINGS_FILE, SourceFile, kind_of
from generator.profiles.text import clean_text
from generator.profiles.validate import validate
from generator.profiles.yaml_reader import NeedsFullParse, read_plain
from generator.text.catalogue import _, speak, spoken_tag
from generator.text.closest import closest


class DirectoryError(LodestarError):
    """The directory has errors; the message lists all of them, then says what was not done because of them."""


def load_directory(root: Path, today: date, consequence: str, validate: Validator = validate) -> Directory:
    """Read and check everything below the root; raise DirectoryError with all problems where there are errors."""
    return directory_of(check_root(root, today, validate), consequence)


def directory_of(checked: Checked, consequence: str) -> Directory:
    """Return what was checked, or raise DirectoryError; `consequence` is the sentence that ends its message.

    From here on the directory's own language is spoken.
    """
    if checked.directory is None:
        raise DirectoryError(as_text(checked.errors, checked.count) + consequence)
    language = checked.directory.settings.language
    if language != spoken_tag():
        speak(catalogue_of(language))
    return checked.directory


def unknown_mentor(login: str, directory: Directory) -> CallError:
    """Say that nobody is listed under a name, and which login was probably meant."""
    close = closest(login.lower().removeprefix("@"), list(directory.mentors))
    if close:
        return CallError(_("There is no mentor '{login}'. Did you mean '{close}'?", login=login, close=close))
    return CallError(_("There is no mentor '{login}'. Logins are the names of the files in mentors/.", login=login))


def load_readable(root: Path, now: datetime) -> tuple[Directory, list[str]]:
    """Read the directory for the bot without the files and settings that have errors, and say which they are.

    One person's mistake must not silence the bot for everyone else, and a wrong logo no request. Raise
    DirectoryError where nothing can be read without a file, as with the other settings and the vocabularies.
    """
    checked = check_root(root, now.date())
    left_out: set[str] = set()
    settings: SourceFile | None = None
    while checked.directory is None:
        wrong = {problem.path for problem in checked.errors}
        broken = {path for path in wrong if kind_of(path) in _SPARED} - left_out
        if not broken and (settings or SETTINGS_FILE not in wrong):
            break
        if not broken:
            settings = _for_the_bot(read_file(root, SETTINGS_FILE))
            if settings is None:
                break
        left_out |= broken
        checked = check_without(root, now.date(), left_out, settings)
    directory = directory_of(
        checked, _("The bot can't answer anyone until these files are fixed. Fix them, then run it again.")
    )
    unread = frozenset(SourceFile(path).stem.lower() for path in left_out if kind_of(path) == "mentor")
    told = [_left_out(path) for path in sorted(left_out)]
    if settings:
        told.append(
            _(
                "{path} has errors in settings of the site. The bot works without these. Run `lodestar check` to see them.",
                path=SETTINGS_FILE,
            )
        )
    return replace(directory, unread=unread), told


def load_concerned(root: Path, now: datetime) -> tuple[Directory, list[str]]:
    """Read the directory for one event as `load_readable` does, but judge each profile only when it is asked for.

    The list of what was left out grows while profiles are judged.
    """
    paths: dict[str, str] = {}
    others = []
    for path in list_directory(root):
        kind = kind_of(path)
        handle = SourceFile(path).stem.lower()
        if kind == "mentor":
            if handle in paths:  # which of the two counts is for the whole check to say
                return load_readable(root, now)
            paths[handle] = path
        elif kind != "photo":
            others.append(path)
    checked = check_files((read_file(root, path) for path in others), now.date(), no_photos, paths)
    if checked.directory is None:
        return load_readable(root, now)
    directory = directory_of(checked, "")
    settings, programs = directory.settings, directory.programs
    told: list[str] = []
    mentors = MentorsOnDemand(
        {handle: paths[handle] for handle in sorted(paths)},
        partial(read_file, root),
        checked.context,
        frozenset(settings.coordinators).union(*(program.coordinators for program in programs.values())),
        lambda path: told.append(_left_out(path)),
    )
    return replace(directory, mentors=mentors, paths=mentors.paths, unread=UnreadOnDemand(mentors)), told


def no_photos(name: str, content: bytes) -> None:
    """Judge no photo: requests show none."""


def _left_out(path: str) -> str:
    return _("{path} has errors and was left out. Run `lodestar check` to see them.", path=path)


_SPARED = frozenset({"mentor", "photo", "program", "roadmap", "phrases", "logo", "stray", "story", *PUBLIC_LISTS})
"""The kinds of files without which requests can be served."""
_NEEDED_SETTINGS = (
    "name", "repository", "private_contact", "site_url", "branch", "language", "coordinators", "freshness", "requests",
    "github_ids", "joining", "private_repository",
)  # fmt: skip


def _for_the_bot(file: SourceFile) -> SourceFile | None:
    """Return the settings without what only the site needs, or None where they can't be read at all."""
    text = None if file.refusal else clean_text(file.content)
    try:
        fields = read_plain(text) if text is not None else None
    except NeedsFullParse:
        return None
    if not isinstance(fields, dict):
        return None
    kept = {name: fields[name] for name in _NEEDED_SETTINGS if name in fields}
    return SourceFile(SETTINGS_FILE, json.dumps(kept).encode())
