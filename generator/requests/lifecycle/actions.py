"""What the bot wants done, as data; only a forge does it."""

from dataclasses import dataclass, fields
from typing import Any

ACTIONS = (
    "comment", "edit-comment", "title", "label", "unlabel", "assign", "close", "reopen", "lock", "notify", "dispatch",
    "propose-file", "pull-request", "status", "suggest", "merge", "open-issue",
)  # fmt: skip
"""Every action. `notify` goes to other channels than the forge, `dispatch` asks for the site to be built again.

`propose-file` puts a file on a branch of its own, `pull-request` opens or keeps the one pull request of a branch,
`status` says on a commit what a check found, `suggest` proposes lines in a pull request, and `merge` merges one.
`open-issue` opens an issue that goes on from another.
"""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do on an issue; what an action does not need stays empty.

    `body` for comment and edit-comment, `title` for title, `comment` the id of the comment to edit, `labels` for label and
    unlabel, `logins` for assign, `reason` for close ("completed" or "not_planned") and lock ("spam"),
    `mentor` (a handle) and `occasion` (such as "request" or "reminder") for notify; in a row of the
    coordinators' digest `about` names the mentor and the mentee, and `days` says for how long.
    For files: `branch` and the `base` it starts from, `path`, `body` its text, `title` the commit's message, `by` the
    login and the number of its author. A status is put on `sha`, or on the newest commit of `branch`. `lines` are the
    first and the last line that a suggestion is about.
    """

    action: str
    issue: int
    body: str = ""
    comment: int | None = None
    labels: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    reason: str = ""
    mentor: str = ""
    occasion: str = ""
    title: str = ""
    about: tuple[str, ...] = ()
    days: int = 0
    branch: str = ""
    base: str = ""
    path: str = ""
    by: tuple[str, ...] = ()
    sha: str = ""
    lines: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the action as `handle --dry-run` prints it, without what is empty."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in values.items()
            if value not in ("", None, ()) and (name != "days" or value)
        }
