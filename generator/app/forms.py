"""Bring disk, checker and forms together for `lodestar forms` and `lodestar labels`."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from generator.adapters import terminal
from generator.app.load import load_directory
from generator.model.directory import Settings
from generator.model.vocabulary import Vocabularies
from generator.requests.forms.community_forms import all_forms
from generator.requests.forms.form_file import chooser_text, form_text
from generator.requests.forms.leave_form import leave_form
from generator.requests.joining.profile_form import profile_form
from generator.requests.replies.labels import LABELS
from generator.requests.reviews.form import review_form
from generator.text.catalogue import _, ngettext

FOLDER = ".github/ISSUE_TEMPLATE"


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file of the forms as it should be. `state` says how it was found: current, stale or missing."""

    path: str
    text: str
    state: str


def form_files(root: Path, today: date) -> tuple[FormFile, ...]:
    """Return what the forms of the directory below the root should say, beside what is there.

    Raise DirectoryError with all problems where the directory has errors.
    """
    directory = load_directory(root, today, _("No form was written. Fix these errors, then try again."))
    texts = form_texts(directory.settings, directory.vocabularies)
    return tuple(FormFile(path, text, _state(root / path, text)) for path, text in texts.items())


def form_texts(settings: Settings, vocabularies: Vocabularies) -> dict[str, str]:
    """Return the text of each form by its path: all that follow from the settings and the vocabulary."""
    forms = (
        *all_forms(settings, vocabularies),
        leave_form(settings),
        profile_form(settings, vocabularies),
        review_form(settings),
    )
    texts = {form.file: form_text(form) for form in forms} | {"config.yml": chooser_text(settings)}
    return {f"{FOLDER}/{name}": text for name, text in texts.items()}


def _state(path: Path, text: str) -> str:
    if not path.is_file():
        return "missing"
    # Git may give a checkout the line ends of its computer; they make no difference to GitHub.
    return "current" if path.read_bytes().replace(b"\r\n", b"\n") == text.encode() else "stale"


def write_forms(root: Path, files: Sequence[FormFile]) -> None:
    """Write those files that are stale or missing."""
    for file in files:
        if file.state != "current":
            path = root / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.text.encode())


def forms_report(files: Sequence[FormFile], checked_only: bool, form: str) -> str:
    """Say, as "text" or "json", which files were looked at or written."""
    if form == "json":
        listed = [
            {"path": file.path, "state": file.state, "written": file.state != "current" and not checked_only}
            for file in files
        ]
        return json.dumps({"version": 1, "forms": listed}, indent=2) + "\n"
    others = [file for file in files if file.state != "current"]
    if not others:
        return ngettext("{count} form file is up to date.", "All {count} form files are up to date.", len(files)) + "\n"
    if not checked_only:
        lines = [_("Wrote {path}.", path=file.path) for file in others]
        return "\n".join([*lines, _("Commit and push them: GitHub then shows the new forms.")]) + "\n"
    lines = [
        _("{path} is missing.", path=file.path)
        if file.state == "missing"
        else _("{path} no longer matches directory.yml and the vocabulary.", path=file.path)
        for file in others
    ]
    return "\n".join([*lines, "  " + _("help: run `lodestar forms`, then commit the files it writes")]) + "\n"


def labels_report(form: str) -> str:
    """Write the project's labels as "text" or "json"."""
    if form == "json":
        return (
            json.dumps({"version": 1, "labels": [asdict(label) for label in LABELS]}, indent=2, ensure_ascii=False)
            + "\n"
        )
    if terminal.shows_tables():
        rows = [(label.name, label.description) for label in LABELS]
        return terminal.table([_("Label"), _("Meaning")], rows, [label.color for label in LABELS])
    widest = max(len(label.name) for label in LABELS)
    return "".join(f"{label.name:{widest}}  #{label.color}  {label.description}\n" for label in LABELS)
