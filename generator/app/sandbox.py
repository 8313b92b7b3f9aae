"""People in a folder of threads, for `lodestar try`: what they do there is what they would do on GitHub."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.app.bot import handle
from generator.app.load import load_readable, unknown_mentor
from generator.app.settle import Run
from generator.forge.folder import FolderForge
from generator.forge.one_run import only_run_in
from generator.forge.people import People, user
from generator.forge.port import ForgeError
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.forms.values import mentor as mentor_in
from generator.text.catalogue import _
from generator.text.languages import language_tag

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)


def open_request(
    folder: Path, root: Path, login: str, answers: Mapping[str, str], body: str | None, now: datetime
) -> tuple[int, Run]:
    """Open an issue with a form filled in, let the bot see it, and return its number."""
    forge = FolderForge(folder, now)
    if body is None:
        directory = load_readable(root, now)[0]
        forms = forms_of(directory, language_tag)
        asked = answers.get("mentor", "")
        if asked and mentor_in(asked, forms) not in directory.mentors:
            raise unknown_mentor(asked, directory)
        body = filled_in(forms, answers["kind"], answers)
    with only_run_in(folder):
        number = People(forge).open(_user(forge, login), body)
        return number, handle(forge, root, number, now)


def say(folder: Path, root: Path, number: int, login: str, words: str, now: datetime) -> Run:
    """Write a comment, and let the bot see it."""
    forge = FolderForge(folder, now)
    with only_run_in(folder):
        if forge.thread(number) is None:
            raise ForgeError(
                _("there is no issue {number} in {folder}. `lodestar try open` makes one", number=number, folder=folder)
            )
        People(forge).say(_user(forge, login), number, words)
        return handle(forge, root, number, now)


def shown(folder: Path, number: int) -> str:
    """Write a thread out: who said what and when, without what only the bot reads."""
    stored = FolderForge(folder, datetime.now(UTC)).thread(number)
    if stored is None:
        raise ForgeError(_("there is no issue {number} in {folder}", number=number, folder=folder))
    issue = stored["issue"]
    labels = ", ".join(label["name"] for label in issue.get("labels", ())) or _("none")
    parts = [
        _(
            "#{number} {title} ({state}; labels: {labels})",
            number=number,
            title=issue.get("title", ""),
            state=issue.get("state", "open"),
            labels=labels,
        ),
        _written(issue),
    ]
    parts += [_written(comment) for comment in stored.get("comments", ())]
    return "\n".join(parts)


def _written(stored: Mapping[str, Any]) -> str:
    text = _COMMENT.sub("", stored.get("body") or "").strip()
    indented = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
    return f"\n{stored['user']['login']}, {stored['created_at']}:\n\n{indented}\n"


def _user(forge: FolderForge, login: str) -> dict[str, Any]:
    return user(login, forge.user_id(login))
