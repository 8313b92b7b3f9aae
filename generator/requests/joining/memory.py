"""What the bot remembers of a profile's issue, kept in its one comment there that it edits in place."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import Comment, Thread
from generator.text.catalogue import N_, _
from generator.text.timestamps import read_time, write_time

_MARK = re.compile(r"<!-- lodestar:profile (\{.*?\}) -->")
_MOST_COUNTED = 50
_EXTRA = N_("I started twice at the same time. See my first comment here.")


@dataclass(frozen=True, slots=True)
class ProfileMemory:
    """Fingerprints of drafts: the one `shown`, the one `approved` and the one `proposed` in pull request `number`.

    `at` is when `shown` was shown first, and `seen` the newest comment there was: what was written before can't be about it.
    `counted` are the comments that published or held, `held` says that a coordinator wants to look first, `failed` is the one whose pull request could not be opened.
    """

    shown: str = ""
    at: datetime | None = None
    seen: int = 0
    approved: str = ""
    counted: tuple[int, ...] = ()
    proposed: str = ""
    number: int = 0
    failed: int = 0
    held: bool = False


def profile_comments(thread: Thread, seal: MemorySeal) -> tuple[Comment, ...]:
    """Return the bot's comments that hold its memory, those that are believed first."""
    found = [one for one in thread.comments if one.ours and _MARK.match(one.body)]
    return tuple(sorted(found, key=lambda one: _stored_in(one, thread, seal) is None))


def profile_memory_of(thread: Thread, seal: MemorySeal) -> ProfileMemory | None:
    """Return what the bot remembers, or None before it wrote anything that can be believed."""
    for comment in profile_comments(thread, seal)[:1]:
        stored = _stored_in(comment, thread, seal)
        return stored if stored is not None else ProfileMemory()
    return None


def is_proposed(thread: Thread, seal: MemorySeal) -> bool:
    """Whether there is a pull request for the profile as it is shown."""
    memory = profile_memory_of(thread, seal)
    return memory is not None and bool(memory.number) and memory.proposed == memory.shown


def profile_mark(memory: ProfileMemory, thread: Thread, seal: MemorySeal) -> str:
    """Return the invisible line with which the comment begins."""
    stored = _told(memory, thread)
    sign = seal.sign(_signed(stored))
    text = json.dumps({**stored, **({"sign": sign} if sign else {})}, separators=(",", ":"))
    return f"<!-- lodestar:profile {text} -->"


def profile_comment_actions(thread: Thread, body: str, seal: MemorySeal) -> Iterator[Action]:
    """Yield what makes a thread have one such comment, with this text."""
    present, *extra = (*profile_comments(thread, seal), None)
    if present is None:
        yield Action("comment", thread.number, body=body)
    elif present.body.strip() != body.strip():
        yield Action("edit-comment", thread.number, body=body, comment=present.id)
    for one in extra:
        if one is not None and one.body.strip() != _(_EXTRA):
            yield Action("edit-comment", thread.number, body=_(_EXTRA), comment=one.id)


def _told(memory: ProfileMemory, thread: Thread) -> dict[str, Any]:
    stored: dict[str, Any] = {name: value for name, value in asdict(memory).items() if value}
    if memory.counted:
        stored["counted"] = list(memory.counted)[-_MOST_COUNTED:]
    if memory.at:
        stored["at"] = write_time(memory.at)
    return {"version": 1, "issue": thread.number, "author": thread.author.id, **stored}


def _signed(stored: dict[str, Any]) -> str:
    return json.dumps(stored, separators=(",", ":"), sort_keys=True)


def _stored_in(comment: Comment, thread: Thread, seal: MemorySeal) -> ProfileMemory | None:
    """Return the memory that a comment begins with, or None where it is another issue's or not ours."""
    found = _MARK.match(comment.body)
    try:
        stored = json.loads(found[1]) if found else None
        if not isinstance(stored, dict):
            return None
        signature = str(stored.pop("sign", ""))
        if (stored.get("issue"), stored.get("author")) != (thread.number, thread.author.id):
            return None
        if not seal.believes(_signed(stored), signature, comment.at):
            return None
        return ProfileMemory(
            shown=str(stored.get("shown", "")),
            at=read_time(stored["at"]) if stored.get("at") else None,
            seen=int(stored.get("seen", 0)),
            approved=str(stored.get("approved", "")),
            counted=tuple(map(int, stored.get("counted", ()))),
            proposed=str(stored.get("proposed", "")),
            number=int(stored.get("number", 0)),
            failed=int(stored.get("failed", 0)),
            held=bool(stored.get("held")),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
