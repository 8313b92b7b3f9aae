"""A folder of threads, in the shapes of GitHub's API: for trying, for tests, and for replaying saved threads.

Each thread is `issues/<number>.json`, holding `{"issue": ..., "comments": [...]}`. When the daily sweep last
ran is in `swept.txt`.
"""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from time import sleep
from typing import Any

from generator.forge.folder_proposals import FolderProposals
from generator.forge.port import BrokenThread, ForgeError, Outcome, StoredPullRequest, Wanted
from generator.insight.board import PullRequest
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.simulate import BOT_PERSON
from generator.requests.lifecycle.thread import ThreadError, thread_of
from generator.text.catalogue import _
from generator.text.timestamps import read_time, write_time

_LONGEST = 65_536
_BOT = {"login": BOT_PERSON.login, "id": BOT_PERSON.id, "type": "Bot"}

_A_STEP = 0.2


def _write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; the temporary name is nobody else's."""
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        fresh.write_text(text, encoding="utf-8")
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


class FolderForge:
    """Threads in a folder, as of a time that stands in for the clock."""

    def __init__(self, folder: Path, now: datetime) -> None:
        """Use a folder that need not exist yet; what is written bears `now`."""
        self._issues = folder / "issues"
        self._swept = folder / "swept.txt"
        self._now = now
        self._newest: int | None = None
        self.proposals = FolderProposals(folder / "proposals", self.write)

    def thread(
        self, number: int, wanted: Wanted | None = None, known: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        """Return one stored thread, or None where there is none, or its issue isn't wanted."""
        stored = self._stored(number)
        return stored if stored is None or wanted is None or wanted(stored["issue"]) else None

    def threads_by(self, login: str, closed_since: datetime) -> Iterator[dict[str, Any] | BrokenThread]:
        """Yield the threads that one person opened, and that are open or changed since then, by number."""
        for stored in self.threads(closed_since):
            if isinstance(stored, BrokenThread) or _author_of(stored) == login.lower():
                yield stored

    def calls_left(self) -> float:
        """Nobody counts how often a folder is read."""
        return 1.0

    def keep_back(self, part: float) -> None:
        """Nobody counts how often a folder is read."""

    def seconds_until_more(self) -> float:
        """A folder can always be read."""
        return 0.0

    def pause(self) -> None:
        """Wait until another run at work now has come a step further."""
        sleep(_A_STEP)

    def _stored(self, number: int) -> dict[str, Any] | None:
        path = self._path(number)
        if not path.is_file():
            return None
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            raise ForgeError(
                _("{path} can't be read as JSON. Fix it, or move it out of the folder", path=path)
            ) from None
        if not isinstance(stored, dict) or not isinstance(stored.get("issue"), dict):
            raise ForgeError(
                _(
                    "{path} isn't a thread. It must contain an object with 'issue' and 'comments', like those of GitHub's API",
                    path=path,
                )
            )
        if stored["issue"].get("number") != number:
            raise ForgeError(_("{path} holds another issue than its name says. Give it that issue's number", path=path))
        return None if "pull_request" in stored["issue"] else _complete(stored)

    def threads(
        self, closed_since: datetime | None, wanted: Wanted | None = None
    ) -> Iterator[dict[str, Any] | BrokenThread]:
        """Yield every open stored thread, and the closed ones that changed since then, by number."""
        for number in self.numbers():
            try:
                stored = self.thread(number, wanted)
                if stored and (
                    closed_since is None or stored["issue"].get("state") != "closed" or _changed(stored) >= closed_since
                ):
                    yield stored
            except ForgeError as error:
                yield BrokenThread(number, str(error))

    def _readable(self) -> Iterator[dict[str, Any]]:
        """Yield every thread in the shape of GitHub's API; one that is something else says nothing about others."""
        for number in self.numbers():
            try:
                stored = self.thread(number)
                if stored:
                    thread_of(stored)
                    yield stored
            except (ForgeError, ThreadError):
                continue

    def pull_requests(self) -> Iterator[PullRequest]:
        """Yield the open pull requests that are saved among the threads."""
        for path in map(self._path, self.numbers()):
            with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
                if "pull_request" in (issue := json.loads(path.read_bytes())["issue"]) and issue["state"] == "open":
                    yield PullRequest(int(path.stem), read_time(issue["created_at"]))

    def pull_request(self, number: int) -> StoredPullRequest | None:
        """Return a pull request that is saved among the threads, with its commit, or None."""
        stored = self._stored_pull_request(number)
        head, base = (stored["issue"].get(name) or {} for name in ("head", "base")) if stored else ({}, {})
        if stored is None:
            return None
        return StoredPullRequest(stored, head.get("sha", ""), base.get("ref", ""), bool(stored["issue"].get("draft")))

    def _stored_pull_request(self, number: int) -> dict[str, Any] | None:
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            stored = json.loads(self._path(number).read_bytes())
            return _complete(stored) if "pull_request" in stored["issue"] else None
        return None

    def numbers(self) -> list[int]:
        """Return the numbers of all threads."""
        if not self._issues.is_dir():
            return []
        return sorted(int(path.stem) for path in self._issues.glob("*.json") if path.stem.isdecimal())

    def user_id(self, login: str) -> int | None:
        """Return the number that a login has in the threads, or None where it has written nothing."""
        account = self._account(login)
        return int(account["id"]) if account else None

    def created(self, login: str) -> datetime | None:
        """Return when an account was made, where a thread says it of someone who has written in it."""
        try:
            return read_time((self._account(login) or {}).get("created_at") or "")
        except (TypeError, ValueError):
            return None

    def profile_changed(self, login: str, path: str, since: datetime) -> date | None:
        """A folder of threads knows nothing of the directory's history."""
        return None

    def _account(self, login: str) -> dict[str, Any] | None:
        for stored in self._readable():
            for user in (stored["issue"].get("user"), *(comment.get("user") for comment in stored["comments"])):
                if user and str(user.get("login", "")).lower() == login.lower():
                    account: dict[str, Any] = user
                    return account
        return None

    def perform(self, action: Action) -> Outcome:
        """Write one action into its thread."""
        stored = self.thread(action.issue) or self._stored_pull_request(action.issue)
        if stored is None:
            return Outcome(False, _("there is no issue {number} in {folder}", number=action.issue, folder=self._issues))
        if len(action.body) > _LONGEST:
            return Outcome(
                False,
                _(
                    "a comment of {length} characters is too long. GitHub takes up to {most}",
                    length=len(action.body),
                    most=_LONGEST,
                ),
            )
        outcome = self._done(stored, action)
        if outcome.done:
            stored["issue"]["updated_at"] = self.stamp
            self.write(stored)
        return outcome

    def swept(self) -> datetime | None:
        """Return when the last sweep ended, or None when there was none."""
        try:
            return read_time(self._swept.read_text(encoding="utf-8").strip())
        except (OSError, ValueError):
            return None

    def mark_swept(self) -> None:
        """Write down that a sweep ended now."""
        self._swept.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(self._swept, self.stamp + "\n")

    def write(self, stored: dict[str, Any]) -> None:
        """Write a thread, whole or not at all."""
        self._issues.mkdir(parents=True, exist_ok=True)
        text = json.dumps(stored, ensure_ascii=False, indent=1) + "\n"
        # Half a character, which JSON can hold and UTF-8 cannot, becomes a question mark.
        _write_whole(self._path(stored["issue"]["number"]), text.encode("utf-8", "replace").decode("utf-8"))

    def add_comment(self, stored: dict[str, Any], user: dict[str, Any], body: str) -> int:
        """Add a comment to a thread in memory, and return its id: larger than all in the folder."""
        comments = stored.setdefault("comments", [])
        if self._newest is None:
            self._newest = max(
                (comment["id"] for thread in self._readable() for comment in thread["comments"]), default=1000
            )
        identity: int
        identity = self._newest = max([self._newest, *(comment["id"] for comment in comments)]) + 1
        comments.append(
            {"id": identity, "user": user, "created_at": self.stamp, "updated_at": self.stamp, "body": body}
        )
        return identity

    def _done(self, stored: dict[str, Any], action: Action) -> Outcome:
        issue = stored["issue"]
        match action.action:
            case "comment":
                return Outcome(comment=self.add_comment(stored, _BOT, action.body))
            case "edit-comment":
                for comment in stored["comments"]:
                    if comment["id"] == action.comment:
                        comment.update(body=action.body, updated_at=self.stamp)
                        return Outcome()
                return Outcome(False, _("the comment {id} was deleted", id=action.comment))
            case "title":
                issue["title"] = action.title
            case "label":
                names = [label["name"] for label in issue.setdefault("labels", [])]
                issue["labels"].extend({"name": name} for name in action.labels if name not in names)
            case "unlabel":
                issue["labels"] = [label for label in issue.get("labels", ()) if label["name"] not in action.labels]
            case "assign":
                return self._assigned(stored, action)
            case "close":
                issue.update(state="closed", state_reason=action.reason, closed_at=self.stamp, closed_by=_BOT)
            case "reopen":
                issue.update(state="open", state_reason="reopened", closed_at=None, closed_by=None)
            case "lock":
                issue.update(locked=True, active_lock_reason=action.reason)
            case "suggest":
                suggestion = {"path": action.path, "lines": list(action.lines), "body": action.body}
                stored.setdefault("suggestions", [])
                stored["suggestions"] += [suggestion] if suggestion not in stored["suggestions"] else []
            case "merge":
                issue.update(state="closed", closed_at=self.stamp, closed_by=_BOT)
                issue["pull_request"]["merged_at"] = self.stamp
            case "propose-file" | "status" | "pull-request" | "open-issue":
                return self.proposals.perform(action, max(self.numbers()) + 1, self.stamp)
        return Outcome()

    def _assigned(self, stored: dict[str, Any], action: Action) -> Outcome:
        """Assign whom GitHub would let us assign: the author, and whoever has commented."""
        issue = stored["issue"]
        known = {
            user["login"].lower(): user
            for user in (issue.get("user"), *(comment.get("user") for comment in stored["comments"]))
            if user
        }
        missing = [login for login in action.logins if login not in known]
        if missing:
            return Outcome(False, f"{', '.join(missing)} cannot be assigned before they comment")
        present = {user["login"].lower() for user in issue["assignees"]}
        issue["assignees"].extend(known[login] for login in action.logins if login not in present)
        return Outcome()

    def _path(self, number: int) -> Path:
        return self._issues / f"{number}.json"

    @property
    def stamp(self) -> str:
        """The forge's time, as GitHub writes one."""
        return write_time(self._now)


def _author_of(stored: dict[str, Any]) -> str:
    user = stored["issue"].get("user")
    return str(user.get("login", "")).lower() if isinstance(user, dict) else ""


def made_up_id(login: str) -> int:
    """Return a number for a login, always the same: a folder has no accounts of its own."""
    return 1_000_000 + zlib.crc32(login.lower().encode()) % 1_000_000_000


def _complete(stored: dict[str, Any]) -> dict[str, Any]:
    """Return a thread with every list that we add to, as GitHub always gives them."""
    issue = stored["issue"]
    stored["comments"] = stored.get("comments") or []
    for name in ("labels", "assignees"):
        issue[name] = issue.get(name) or []
    if isinstance(issue["labels"], list):
        issue["labels"] = [{"name": one} if isinstance(one, str) else one for one in issue["labels"]]
    return stored


def _changed(stored: dict[str, Any]) -> datetime:
    issue = stored["issue"]
    text = issue.get("updated_at") or issue.get("closed_at") or issue.get("created_at")
    try:
        return read_time(text)
    except (TypeError, ValueError):
        raise ForgeError(_("issue {number} has no time that can be read", number=issue.get("number"))) from None
