"""Branches and pull requests beside a folder of threads: each proposal is one JSON file, as its branch is called.

It holds the file that was proposed, who it is from, and what a check said. A pull request is a thread as well, as on
GitHub. Nothing here is merged by itself.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.forge.port import Outcome
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.simulate import BOT_PERSON

Json = dict[str, Any]


class FolderProposals:
    """What was proposed, by branch."""

    def __init__(self, folder: Path, write_thread: Callable[[Json], None]) -> None:
        """Use a folder that need not exist yet."""
        self._folder, self._write_thread = folder, write_thread

    def perform(self, action: Action, next_number: int, stamp: str) -> Outcome:
        """Put a file on a branch, say what a check found, or open an issue or the branch's pull request with the next number."""
        if action.action == "open-issue":
            self._write_thread({"issue": _opened(action, next_number, stamp), "comments": []})
            return Outcome(number=next_number)
        proposal = self.read(action.branch) or {"branch": action.branch, "base": action.base, "files": {}}
        if action.action == "propose-file":
            proposal["files"][action.path] = action.body
            proposal |= {"title": action.title, "by": list(action.by)}
        elif action.action == "status":
            proposal["status"] = {"context": action.title, "state": action.reason, "description": action.body}
        elif not proposal.get("number"):
            proposal["number"] = next_number
            issue = _opened(action, next_number, stamp) | {"pull_request": {"merged_at": None}}
            self._write_thread({"issue": issue, "comments": []})
        self._write(proposal)
        return Outcome(number=proposal.get("number", 0))

    def read(self, branch: str) -> Json | None:
        """Return what was proposed on a branch, or None."""
        path = self._path(branch)
        found: Json | None = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        return found

    def _write(self, proposal: Json) -> None:
        path = self._path(proposal["branch"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(proposal, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def _path(self, branch: str) -> Path:
        return self._folder / f"{branch.replace('/', '--')}.json"


def _opened(action: Action, number: int, stamp: str) -> Json:
    """Return an issue as it is when the bot has just opened it."""
    return {
        "number": number, "title": action.title, "body": action.body, "state": "open", "locked": False,
        "user": {"login": BOT_PERSON.login, "id": BOT_PERSON.id, "type": "Bot"},
        "labels": [{"name": name} for name in action.labels], "assignees": [],
        "created_at": stamp, "updated_at": stamp, "closed_at": None, "closed_by": None,
    }  # fmt: skip
