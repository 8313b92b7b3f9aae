"""Bring mentors' files up to date with what they said to the bot, for `lodestar write-back`: all of them in one go.

The site needs none of this: it reads both. A file that is right is easier to read, and survives a move. A pause is
never written: it ends by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.adapters.activity_file import find_activity
from generator.adapters.filesystem import read_file, write_whole
from generator.app.load import load_directory
from generator.insight.availability import availability_status
from generator.model.activity import MentorActivity
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.profiles.write_back import with_values
from generator.text.catalogue import _

_OFTEN_ENOUGH = timedelta(days=60)
"""A day of confirmation that is this close needs no change of its own."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is new in a file; without a `text` the file can't be changed safely."""

    path: str
    values: dict[str, int | date]
    text: str | None


def changes(root: Path, today: date, activity_file: Path | None, scheduled: bool = False) -> tuple[Change, ...]:
    """Return what should be written; with `scheduled`, nothing where the community hasn't switched it on."""
    directory = load_directory(root, today, _("Nothing was written. Fix these errors, then try again."))
    activity = find_activity(root, activity_file)
    if activity is None or (scheduled and not directory.settings.requests.write_back):
        return ()
    return tuple(_changes(root, today, directory, activity.mentors))


def write(root: Path, found: tuple[Change, ...]) -> None:
    """Write every file that can be changed."""
    for change in found:
        if change.text is not None:
            write_whole(root / change.path, change.text.encode())


def _changes(root: Path, today: date, directory: Directory, known: Mapping[str, MentorActivity]) -> Iterator[Change]:
    for handle, mentor in directory.mentors.items():
        values = _values(mentor, known[handle], today, directory) if handle in known else {}
        if values:
            path = directory.path_of(mentor)
            yield Change(path, values, with_values(read_file(root, path), values))


def _values(mentor: Mentor, known: MentorActivity, today: date, directory: Directory) -> dict[str, int | date]:
    status = availability_status(mentor, today, directory.settings.freshness, known)
    values: dict[str, int | date] = {"capacity": status.places} if status.places != mentor.capacity else {}
    before, confirmed = mentor.last_confirmed, status.confirmed
    if confirmed and confirmed != before and (values or before is None or confirmed - before >= _OFTEN_ENOUGH):
        values["last_confirmed"] = confirmed
    return values
