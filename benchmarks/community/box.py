"""Threads in memory instead of a folder, in the same shapes: two years take minutes, not hours."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.forge.folder import FolderForge

Json = dict[str, Any]


class Box(FolderForge):
    """A folder forge that keeps its threads in memory, with a clock that the simulation sets."""

    def __init__(self, now: datetime) -> None:
        """Begin empty."""
        super().__init__(Path("in-memory"), now)
        self.kept: dict[int, Json] = {}
        self.version: dict[int, int] = {}
        """How often each thread was written."""
        self.accounts: dict[str, int] = {}
        self.swept_at: datetime | None = None
        self._reactions = 0

    @property
    def now(self) -> datetime:
        """What the clock says."""
        return self._now

    @now.setter
    def now(self, now: datetime) -> None:
        self._now = now

    def thread(self, number: int, wanted: Any = None, known: Any = None) -> Json | None:
        """Return one thread; who changes it writes it back."""
        stored = self.kept.get(number)
        return stored if stored is None or wanted is None or wanted(stored["issue"]) else None

    def threads(self, closed_since: datetime | None, wanted: Any = None) -> Iterator[Json]:
        """Yield the open threads, and the closed ones that changed since then."""
        since = f"{closed_since:%Y-%m-%dT%H:%M:%SZ}" if closed_since else ""
        for stored in list(self.kept.values()):
            if wanted is not None and not wanted(stored["issue"]):
                continue
            if stored["issue"]["state"] == "open" or stored["issue"]["updated_at"] >= since:
                yield stored

    def threads_by(self, login: str, closed_since: datetime) -> Iterator[Json]:
        """Yield the threads of one person."""
        return (one for one in self.threads(closed_since) if one["issue"]["user"]["login"].lower() == login.lower())

    def numbers(self) -> list[int]:
        """Return the numbers of all threads."""
        return sorted(self.kept)

    def write(self, stored: Json) -> None:
        """Keep a thread."""
        number = stored["issue"]["number"]
        self.kept[number] = stored
        self.version[number] = self.version.get(number, 0) + 1

    def user_id(self, login: str) -> int | None:
        """Return the number of whoever has written anything."""
        return self.accounts.get(login.lower())

    def created(self, login: str) -> datetime | None:
        """Nobody says when an account was made."""
        return None

    def swept(self) -> datetime | None:
        """Return when the last sweep ended."""
        return self.swept_at

    def mark_swept(self) -> None:
        """Note that a sweep ended."""
        self.swept_at = self._now

    # What people do.

    def open_issue(self, user: Json, title: str, body: str) -> int:
        """Open an issue, and return its number."""
        number, stamp = max(self.kept, default=0) + 1, self._stamped()
        self.accounts[user["login"].lower()] = user["id"]
        issue: Json = {
            "number": number, "title": title, "user": user, "state": "open", "body": body, "labels": [], "assignees": [],
            "locked": False, "created_at": stamp, "updated_at": stamp, "closed_at": None, "closed_by": None,
        }  # fmt: skip
        self.write({"issue": issue, "comments": []})
        return number

    def comment(self, number: int, user: Json, words: str) -> None:
        """Write a comment as someone."""
        stored = self.kept[number]
        self.accounts[user["login"].lower()] = user["id"]
        self.add_comment(stored, user, words)
        self._touched(stored)

    def react(self, number: int, comment: int, user: Json, content: str) -> None:
        """Put an emoji on a comment of the bot, as a forge that looked it up shows it."""
        stored = self.kept[number]
        one = next(one for one in stored["comments"] if one["id"] == comment)
        self._reactions += 1
        found = {"id": self._reactions, "user": user, "content": content, "created_at": self._stamped()}
        one.setdefault("reacted", []).append(found)
        one.setdefault("reactions", {})[content] = sum(found["content"] == content for found in one["reacted"])
        self.write(stored)

    def rewrite(self, number: int, body: str) -> None:
        """Change an issue's text."""
        self.kept[number]["issue"]["body"] = body
        self._touched(self.kept[number])

    def press_close(self, number: int, user: Json) -> None:
        """Press the button that closes an issue."""
        self.kept[number]["issue"].update(state="closed", closed_at=self._stamped(), closed_by=user)
        self._touched(self.kept[number])

    def _touched(self, stored: Json) -> None:
        stored["issue"]["updated_at"] = self._stamped()
        self.write(stored)

    def _stamped(self) -> str:
        return f"{self._now:%Y-%m-%dT%H:%M:%SZ}"
