"""An issue and its comments, as the forge gives them, turned into a thread the rest of the room reads.

The shapes are those of GitHub's REST API (`GET /repos/{owner}/{repo}/issues/{number}` and its `/comments`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.model.errors import LodestarError
from generator.model.request import Person
from generator.text.timestamps import read_time

BOT = "github-actions[bot]"
"""Who the bot is on GitHub, and in a folder of threads too."""


class ThreadError(LodestarError):
    """What the forge gave is not a thread; the message is for people."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `edited` means its text may differ from what was first written; `ours` that the bot wrote it."""

    id: int
    author: Person
    at: datetime
    body: str
    edited: bool = False
    by_bot: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """One issue with all its comments, oldest first. `closed_by` is None while open, or where nobody knows.

    `refused` are the handles the forge would not assign in this run.
    """

    number: int
    title: str
    author: Person
    opened: datetime
    body: str
    open: bool = True
    locked: bool = False
    by_bot: bool = False
    closed_by: Person | None = None
    closed_at: datetime | None = None
    labels: frozenset[str] = frozenset()
    assignees: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    comments: tuple[Comment, ...] = ()


def thread_of(stored: dict[str, Any]) -> Thread:
    """Turn `{"issue": ..., "comments": [...]}` into a thread; raise ThreadTrouble where that is something else.

    Deleted accounts become GitHub's own "ghost". Keys nobody knows are passed over.
    """
    try:
        issue = stored["issue"]
        comments = sorted((_comment(one) for one in stored.get("comments") or ()), key=lambda one: (one.at, one.id))
        return Thread(
            number=int(issue["number"]),
            title=str(issue.get("title") or ""),
            author=_person(issue.get("user")),
            opened=read_time(issue["created_at"]),
            body=_text(issue.get("body")),
            open=issue.get("state", "open") == "open",
            locked=bool(issue.get("locked")),
            by_bot=_is_bot(issue.get("user")),
            closed_by=_person(issue["closed_by"]) if issue.get("closed_by") else None,
            closed_at=read_time(issue["closed_at"]) if issue.get("closed_at") else None,
            labels=frozenset(
                label if isinstance(label, str) else str(label["name"]) for label in issue.get("labels") or ()
            ),
            assignees=frozenset(_person(one).handle for one in issue.get("assignees") or ()),
            comments=tuple(comments),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ThreadError(
            f"this is not an issue in the shape of GitHub's API: {type(error).__name__} at {error}"
        ) from None


def _comment(stored: dict[str, Any]) -> Comment:
    user = stored.get("user")
    author = _person(user)
    created = read_time(stored["created_at"])
    updated = read_time(stored["updated_at"]) if stored.get("updated_at") else created
    by_bot = _is_bot(user)
    return Comment(
        id=int(stored["id"]),
        author=author,
        at=created,
        body=_text(stored.get("body")),
        edited=updated != created,
        by_bot=by_bot,
        ours=by_bot and author.login == BOT,
    )


def _person(user: dict[str, Any] | None) -> Person:
    return Person(int(user["id"]), str(user["login"])) if user else Person(10137, "ghost")


def _is_bot(user: dict[str, Any] | None) -> bool:
    return user is not None and user.get("type") == "Bot"


def _text(body: str | None) -> str:
    return str(body or "").replace("\r\n", "\n").replace("\r", "\n")
