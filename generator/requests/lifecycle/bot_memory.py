"""The bot's own memory of a request: what was acknowledged and what was sent, kept in its status comment.

Comments can be edited and deleted, and a form's text is its author's. What the bot has once acknowledged
is written down here, in a comment that only the bot (and whoever may edit its comments: maintainers) can
write, and from then on counts as it was.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from generator.model.learner import IMPORTANCE, Want
from generator.model.request import Asked, Person
from generator.model.request_kind import KINDS
from generator.requests.lifecycle.memory_seal import UNSEALED, MemorySeal
from generator.requests.lifecycle.thread import Comment, Thread
from generator.text.timestamps import read_time, write_time

VERSION = 1
MOST_MENTIONS = 3
"""One for the request and two for reminders: no request calls people more often, whatever happens."""
TIME = "time"
"""The id and the command of what happened by itself; its role is the state before, its words are the state after and the cause."""
_STATUS = re.compile(r"<!-- lodestar:status(?: (\{.*?\}) -->)?")
_NOTICE = re.compile(r"<!-- lodestar:notice ([\w:.\-]+)(?: for ([\w\-,]+))?(?: sign ([0-9a-f]{64}))? -->\n?")
_GHOST = 10137
NO_ACCOUNT = -1
"""Remembered in place of a number for a mentor without a GitHub account: no person's number is equal to it."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that counts: one command of a comment, a reply, closing the issue, or a timer that rang.

    `event_id` names it for good: the comment's id and the place of the command in it, such as "c12.0".
    """

    event_id: str
    at: datetime
    by: Person
    role: str
    command: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class SentNotice:
    """When a notice was posted, and the handles it mentioned."""

    at: datetime
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BotMemory:
    """What one request's status comment remembers.

    `asked` is the form as it was sent at `sent_at`, without its free text, of which `goals_hash` keeps a
    fingerprint. `title` is the last one of the issue that was ours, `ids` are the numbers of mentors who were asked. `state` is the last one
    that was shown; `closed` that the bot saw the issue closed; `refused` whom the forge would not assign,
    `same` the earlier requests with the same words.
    `created` is when the mentee's account was made, `took_part` that a mentor had answered them before. `changed` are
    the days on which mentors who let it expire had last changed their own profiles. `position` is how many people
    came before it on the waiting list when that was last counted, and one more; 0 where it was not.
    """

    asked: Asked | None = None
    sent_at: datetime | None = None
    goals_hash: str = ""
    held: bool = False
    events: tuple[Event, ...] = ()
    notices: Mapping[str, SentNotice] = field(default_factory=lambda: MappingProxyType({}))
    ids: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    refused: tuple[str, ...] = ()
    state: str = ""
    closed: bool = False
    same: tuple[int, ...] = ()
    created: datetime | None = None
    took_part: bool = False
    changed: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    title: str = ""
    position: int = 0

    @property
    def mentions_left(self) -> int:
        """How many people the bot may still call."""
        return MOST_MENTIONS - sum(len(sent.mentions) for sent in self.notices.values())


def status_comment(thread: Thread, seal: MemorySeal = UNSEALED) -> Comment | None:
    """Return the bot's status comment, or None before there is one."""
    return next(iter(status_comments(thread, seal)), None)


def status_comments(thread: Thread, seal: MemorySeal = UNSEALED) -> tuple[Comment, ...]:
    """Return the bot's status comments, those that are believed first.

    There are several where two runs began at the same time, or where another workflow repeats under the bot's
    name what people wrote. Only what a comment begins with is looked at.
    """
    found = tuple(one for one in thread.comments if one.ours and _STATUS.match(one.body))
    if len(found) < 2:
        return found
    return tuple(sorted(found, key=lambda one: _stored_in(one, thread, seal) is None))


def memory_of(thread: Thread, seal: MemorySeal = UNSEALED) -> BotMemory:
    """Read what the bot remembers, completed by the notices in the thread.

    A status comment that cannot be read any more, or is not believed, counts as empty: the thread says
    everything else.
    """
    comment = status_comment(thread, seal)
    try:
        memory = _parse_memory((comment and _stored_in(comment, thread, seal)) or {})
    except _UNREADABLE:
        memory = BotMemory()
    return ledger_with(memory, notices={**posted_notices(thread, seal), **memory.notices})


_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError)


def _stored_in(comment: Comment, thread: Thread, seal: MemorySeal) -> dict[str, Any] | None:
    """Return the memory that a comment begins with, or None where it is none, another issue's, or not ours.

    Version 0.1.0 wrote neither the issue's number nor its author; a deleted author is nobody's any more.
    """
    found = _STATUS.match(comment.body)
    try:
        stored = json.loads(found[1]) if found and found[1] else None
        if not isinstance(stored, dict):
            return None
        signature = str(stored.pop("sign", ""))
        ours = stored.get("issue", thread.number) == thread.number
        theirs = thread.author.id == _GHOST or stored.get("author", thread.author.id) == thread.author.id
        return stored if ours and theirs and seal.believes(_signed(stored), signature, comment.at) else None
    except _UNREADABLE:
        return None


def _signed(stored: Mapping[str, Any]) -> str:
    return json.dumps(stored, separators=(",", ":"), sort_keys=True)


def ledger_with(memory: BotMemory, **changes: Any) -> BotMemory:
    """Return the ledger with some parts changed."""
    values = {name: getattr(memory, name) for name in BotMemory.__slots__}
    return BotMemory(**{**values, **changes})


def posted_notices(thread: Thread, seal: MemorySeal = UNSEALED) -> dict[str, SentNotice]:
    """Return the notices in the thread, by key."""
    posted: dict[str, SentNotice] = {}
    for comment in thread.comments:
        place = 0
        # Only what a comment begins with is the bot's: further below it repeats what people wrote.
        while comment.ours and (match := _NOTICE.match(comment.body, place)):
            mentions = tuple(match[2].split(",")) if match[2] else ()
            if seal.believes(_notice_text(thread.number, match[1], mentions), match[3] or "", comment.at):
                posted.setdefault(match[1], SentNotice(comment.at, mentions))
            place = match.end()
    return posted


def mentions_of(body: str) -> tuple[str, ...]:
    """Return the handles that a notice says it mentions."""
    match = _NOTICE.match(body)
    return tuple(match[2].split(",")) if match and match[2] else ()


def notice_keys(body: str) -> frozenset[str]:
    """Return the keys of the notices that a comment begins with."""
    keys, place = set(), 0
    while match := _NOTICE.match(body, place):
        keys.add(match[1])
        place = match.end()
    return frozenset(keys)


def notice_mark(key: str, mentions: tuple[str, ...], number: int = 0, seal: MemorySeal = UNSEALED) -> str:
    """Return the invisible line that a notice of an issue begins with."""
    whom = f" for {','.join(mentions)}" if mentions else ""
    signature = seal.sign(_notice_text(number, key, mentions))
    return f"<!-- lodestar:notice {key}{whom}{f' sign {signature}' if signature else ''} -->"


def _notice_text(number: int, key: str, mentions: tuple[str, ...]) -> str:
    return f"notice {number} {key} {','.join(mentions)}"


def status_mark(memory: BotMemory, number: int = 0, author: int = 0, seal: MemorySeal = UNSEALED) -> str:
    """Return the invisible line that the status comment of an issue begins with, with who opened the issue."""
    stored = _written(memory)
    if number:
        stored |= {"issue": number, "author": author}
    # Signed as it is read again: JSON knows no difference between a tuple and a list.
    signature = seal.sign(_signed(json.loads(json.dumps(stored))))
    if signature:
        stored["sign"] = signature
    text = json.dumps(stored, separators=(",", ":"), ensure_ascii=False)
    # Nothing that ends an HTML comment may be in one.
    for sign, escape in (("--", "-\\u002d"), ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("@", "\\u0040")):
        text = text.replace(sign, escape)
    return f"<!-- lodestar:status {text} -->"


def _written(memory: BotMemory) -> dict[str, Any]:
    asked = None
    if memory.asked:
        filled = {field.name: getattr(memory.asked, field.name) for field in fields(memory.asked)}
        asked = {name: value for name, value in filled.items() if value not in ("", None, (), False)}
        asked.pop("goals", None)
        asked.pop("answers", None)
        if "skills" in asked:
            asked["skills"] = [[want.skill, want.importance, want.now, want.reach] for want in memory.asked.skills]
    whole = {
        "version": VERSION,
        "asked": asked,
        "sent": write_time(memory.sent_at) if memory.sent_at else "",
        "goals": memory.goals_hash,
        "held": memory.held,
        "log": [
            [one.event_id, write_time(one.at), one.by.id, one.by.login, one.role, one.command, one.words]
            for one in memory.events
        ],
        "notices": {key: [write_time(sent.at), *sent.mentions] for key, sent in sorted(memory.notices.items())},
        "ids": dict(sorted(memory.ids.items())),
        "refused": list(memory.refused),
        "state": memory.state,
        "closed": memory.closed,
        "same": list(memory.same),
        "created": write_time(memory.created) if memory.created else "",
        "took_part": memory.took_part,
        "changed": {handle: day.isoformat() for handle, day in sorted(memory.changed.items())},
        "title": memory.title,
        "position": memory.position,
    }
    return {name: value for name, value in whole.items() if value or name == "version"}


def _parse_memory(stored: dict[str, Any]) -> BotMemory:
    asked = stored.get("asked")
    if asked:
        ready: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in asked.items()
        }
        ready["skills"] = tuple(Want(*want) for want in asked.get("skills", ()))
        asked = _checked(Asked(**ready))
    return BotMemory(
        asked=asked or None,
        sent_at=read_time(stored["sent"]) if stored.get("sent") else None,
        goals_hash=str(stored.get("goals", "")),
        held=bool(stored.get("held")),
        events=tuple(
            Event(str(event_id), read_time(at), Person(int(number), str(login)), str(role), str(command), str(words))
            for event_id, at, number, login, role, command, words in stored.get("log", ())
        ),
        notices={
            str(key): SentNotice(read_time(sent[0]), tuple(map(str, sent[1:])))
            for key, sent in stored.get("notices", {}).items()
        },
        ids={str(handle): int(number) for handle, number in stored.get("ids", {}).items()},
        refused=tuple(map(str, stored.get("refused", ()))),
        state=str(stored.get("state", "")),
        closed=bool(stored.get("closed")),
        same=tuple(map(int, stored.get("same", ()))),
        created=read_time(stored["created"]) if stored.get("created") else None,
        took_part=bool(stored.get("took_part")),
        changed={str(handle): _day_of(day) for handle, day in stored.get("changed", {}).items()},
        title=str(stored.get("title", "")),
        position=int(stored.get("position", 0)),
    )


def _day_of(text: str) -> date:
    return read_time(f"{date.fromisoformat(text)}T12:00:00Z").date()


def _checked(asked: Asked) -> Asked:
    texts = (
        asked.kind,
        asked.mentor,
        asked.program,
        asked.on_behalf,
        asked.roadmap,
        *asked.topics,
        *asked.unknown,
        *asked.languages,
        *(want.skill for want in asked.skills),
    )
    levels = (level for want in asked.skills for level in (want.now, want.reach))
    maybe = (asked.format, asked.commitment, asked.relationship, asked.timezone, *levels)
    if any(want.importance not in IMPORTANCE for want in asked.skills):
        raise ValueError("this is no importance of a skill")
    if asked.kind not in KINDS or not all(isinstance(one, str) for one in (*texts, *(one or "" for one in maybe))):
        raise ValueError("this is not what a form asks")
    return asked
