"""An issue and its comments, as the forge gives them, turned into a thread the rest of the room reads.

The shapes are those of GitHub's REST API (`GET /repos/{owner}/{repo}/issues/{number}` and its `/comments`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.model.errors import LodestarError
from generator.model.request import Person
from generator.text.catalogue import _
from generator.text.timestamps import read_time

BOT = "github-actions[bot]"
"""Who the bot is on GitHub, and in a folder of threads too."""

THUMBS = ("+1", "-1")
"""The reactions that answer a question of the bot's."""
ASKS_BACK = "ask-back:"
"""How the key of a comment begins that can be answered with a thumb."""
REACTED = "reacted"
"""The key under which a forge puts the reactions that it looked up into a stored comment."""
_MOST_ID = 2**63


class ThreadError(LodestarError):
    """What the forge gave is not a thread; the message is for people."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """A thumb up ("+1") or down ("-1") on a comment of the bot's."""

    id: int
    by: Person
    at: datetime
    content: str


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `edited` means its text may differ from what was first written, at `changed_at` for the last time; `ours` that the bot wrote it.

    `reactions` are people's thumbs on it, where the forge looked them up.
    """

    id: int
    author: Person
    at: datetime
    body: str
    edited: bool = False
    changed_at: datetime | None = None
    by_bot: bool = False
    ours: bool = False
    reactions: tuple[Reaction, ...] = ()


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


def thread_of(stored: Any) -> Thread:
    """Turn `{"issue": ..., "comments": [...]}` into a thread; raise ThreadError where that is something else.

    Deleted accounts become GitHub's own "ghost". Keys nobody knows are passed over.
    """
    try:
        issue = _object(stored["issue"])
        comments = sorted((_comment(_object(one)) for one in _list(stored.get("comments"))), key=_in_order)
        return Thread(
            number=_number(issue["number"]),
            title=_text(issue.get("title")),
            author=_person(issue.get("user")),
            opened=read_time(issue["created_at"]),
            body=_text(issue.get("body")),
            open=issue.get("state", "open") == "open",
            locked=bool(issue.get("locked")),
            by_bot=_is_bot(issue.get("user")),
            closed_by=_person(issue["closed_by"]) if issue.get("closed_by") else None,
            closed_at=read_time(issue["closed_at"]) if issue.get("closed_at") else None,
            labels=frozenset(
                label if isinstance(label, str) else _text(label["name"]) for label in _list(issue.get("labels"))
            ),
            assignees=frozenset(_person(one).handle for one in _list(issue.get("assignees"))),
            comments=tuple(comments),
        )
    except KeyError as error:
        raise ThreadError(_("this isn't an issue as GitHub's API gives it: {key} is missing", key=error)) from None
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise ThreadError(_("this isn't an issue as GitHub's API gives it: {reason}", reason=error)) from None


def awaits_reaction(stored: dict[str, Any]) -> bool:
    """Whether a stored comment is a question of the bot's that a thumb answers."""
    return _is_bot(stored.get("user")) and f"lodestar:notice {ASKS_BACK}" in str(stored.get("body"))[:80]


def _comment(stored: dict[str, Any]) -> Comment:
    user = stored.get("user")
    author = _person(user)
    created = read_time(stored["created_at"])
    updated = read_time(stored["updated_at"]) if stored.get("updated_at") else created
    by_bot = _is_bot(user)
    return Comment(
        id=_number(stored["id"]),
        author=author,
        at=created,
        body=_text(stored.get("body")),
        edited=updated != created,
        changed_at=updated if updated != created else None,
        by_bot=by_bot,
        ours=by_bot and author.login == BOT,
        reactions=tuple(map(_reaction, map(_object, _list(stored.get(REACTED))))) if by_bot else (),
    )


def _reaction(stored: dict[str, Any]) -> Reaction:
    return Reaction(
        _number(stored["id"]), _person(stored.get("user")), read_time(stored["created_at"]), _text(stored["content"])
    )


def _in_order(comment: Comment) -> tuple[datetime, int]:
    return comment.at, comment.id


def _person(user: Any) -> Person:
    if user is None:
        return Person(10137, "ghost")
    account = _object(user)
    return Person(_number(account["id"]), _text(account["login"]))


def _is_bot(user: dict[str, Any] | None) -> bool:
    return user is not None and user.get("type") == "Bot"


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(_("there is something that is no object"))
    return value


def _list(value: Any) -> list[Any]:
    if value is not None and not isinstance(value, list):
        raise ValueError(_("there is something that is no list"))
    return value or []


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _MOST_ID:
        raise ValueError(_("there is something that is no number of an issue, comment or account"))
    return value


def _text(value: Any) -> str:
    """Return a text with one kind of line ends; half a character, which no file can hold, becomes a question mark."""
    if value is not None and not isinstance(value, str):
        raise ValueError(_("there is something that is no text"))
    whole = (value or "").encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\r\n", "\n").replace("\r", "\n")
