"""Read and check a directory for a use case: the one place that gives up when it has errors."""

from datetime import date, datetime
from pathlib import Path

from generator.adapters.translations import catalogue_of
from generator.app.check import check_root, check_without
from generator.model.directory import Directory
from generator.model.errors import CallError, LodestarError
from generator.profiles.check import Checked, Validator
from generator.profiles.report import as_text
from generator.profiles.validate import validate
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
    """Read the directory for the bot without the profiles and programs that have errors, and say which they are.

    One person's mistake must not silence the bot for everyone else. Raise DirectoryError where nothing can
    be read without a file, as with the settings.
    """
    checked = check_root(root, now.date())
    left_out: set[str] = set()
    while checked.directory is None:
        broken = {
            problem.path for problem in checked.errors if problem.path.startswith(("mentors/", "programs/"))
        } - left_out
        if not broken:
            break
        left_out |= broken
        checked = check_without(root, now.date(), left_out)
    directory = directory_of(checked, _("The bot can't work without these files. Fix them, then run it again."))
    return directory, [
        _("{path} has errors and was left out. Run `lodestar check` to see them.", path=path)
        for path in sorted(left_out)
    ]
