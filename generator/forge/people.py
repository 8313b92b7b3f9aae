"""What people do in a folder of threads, as they would on GitHub: open, say, edit, close. For trying and for tests.

One place writes the shapes of GitHub's API for them. Each deed is done at the forge's time and kept by its store.
"""

from collections.abc import Iterable
from typing import Any

from generator.forge.folder import FolderForge, made_up_id
from generator.requests.lifecycle.thread import REACTED

Json = dict[str, Any]


def user(login: str, number: int | None = None) -> Json:
    """Return someone in the shape of GitHub's API; without a number of their own they get one that stays the same."""
    return {"login": login, "id": number or made_up_id(login), "type": "User"}


def issue(number: int, author: Json, title: str, body: str, stamp: str, labels: Iterable[str] = ()) -> Json:
    """Return an issue as it is when it was just opened."""
    return {
        "number": number,
        "title": title,
        "user": author,
        "state": "open",
        "body": body,
        "labels": [{"name": name} for name in labels],
        "assignees": [],
        "locked": False,
        "created_at": stamp,
        "updated_at": stamp,
        "closed_at": None,
        "closed_by": None,
    }


class People:
    """Lets people act in a folder of threads."""

    def __init__(self, forge: FolderForge) -> None:
        """Act where this forge keeps its threads, at its time."""
        self._forge = forge

    def open(self, author: Json, body: str, labels: Iterable[str] = (), title: str = "A request") -> int:
        """Open an issue with the next number, and return it."""
        number = max(self._forge.numbers(), default=0) + 1
        self._forge.write({"issue": issue(number, author, title, body, self._forge.stamp, labels), "comments": []})
        return number

    def say(self, author: Json, number: int, words: str) -> int:
        """Write a comment, and return its id."""
        stored = self._thread(number)
        identity = self._forge.add_comment(stored, author, words)
        self._changed(stored)
        return identity

    def edit(self, number: int, comment: int, words: str) -> None:
        """Change a comment."""
        stored = self._thread(number)
        next(one for one in stored["comments"] if one["id"] == comment).update(body=words, updated_at=self._forge.stamp)
        self._changed(stored)

    def react(self, author: Json, number: int, comment: int, content: str) -> None:
        """Put a reaction on a comment; the issue does not count as changed."""
        stored = self._thread(number)
        one = next(one for one in stored["comments"] if one["id"] == comment)
        given = one.setdefault(REACTED, [])
        known = [1, *(old["id"] + 1 for other in stored["comments"] for old in other.get(REACTED, ()))]
        given.append({"id": max(known), "user": author, "content": content, "created_at": self._forge.stamp})
        self._forge.write(stored)

    def delete(self, number: int, comment: int) -> None:
        """Delete a comment."""
        stored = self._thread(number)
        stored["comments"] = [one for one in stored["comments"] if one["id"] != comment]
        self._changed(stored)

    def rewrite(self, number: int, body: str) -> None:
        """Change an issue's text, as its author may."""
        self._update(number, body=body)

    def close(self, author: Json, number: int) -> None:
        """Press the button that closes an issue; a closed one stays as it is."""
        if self._thread(number)["issue"]["state"] == "open":
            self._update(number, state="closed", closed_at=self._forge.stamp, closed_by=author)

    def reopen(self, number: int) -> None:
        """Press the button that opens it again."""
        self._update(number, state="open", closed_at=None, closed_by=None)

    def lock(self, number: int) -> None:
        """Lock an issue."""
        self._update(number, locked=True)

    def rename(self, number_of_account: int, author: Json) -> None:
        """Show an account everywhere as someone else: it has a new login, or left GitHub."""
        for number in self._forge.numbers():
            stored = self._thread(number)
            for one in (stored["issue"], *stored["comments"]):
                one["user"] = author if one["user"]["id"] == number_of_account else one["user"]
            self._forge.write(stored)

    def _thread(self, number: int) -> Json:
        stored = self._forge.thread(number)
        if stored is None:
            raise LookupError(number)
        return stored

    def _update(self, number: int, **fields: object) -> None:
        stored = self._thread(number)
        stored["issue"].update(fields)
        self._changed(stored)

    def _changed(self, stored: Json) -> None:
        stored["issue"]["updated_at"] = self._forge.stamp
        self._forge.write(stored)
