"""What the bot remembers of a review's issue, kept in its one comment there that it edits in place."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import Comment, Thread
from generator.text.catalogue import N_, _

_MARK = re.compile(r"<!-- lodestar:review (\{.*?\}) -->")
_EXTRA = N_("I started twice at the same time. See my first comment here.")


@dataclass(frozen=True, slots=True)
class ReviewMemory:
    """The fingerprint of the text that was `shown`, and the newest comment that was there before: nothing older is about it.

    `state` is the last one that was shown and `answer` the fingerprint of the mentor's answer. `first` says that no
    earlier review of the same mentorship was found.
    """

    shown: str = ""
    seen: int = 0
    state: str = ""
    answer: str = ""
    first: bool = False


def review_comments(thread: Thread, seal: MemorySeal) -> tuple[Comment, ...]:
    """Return the bot's comments that hold its memory, those that are believed first."""
    found = [one for one in thread.comments if one.ours and _MARK.match(one.body)]
    return tuple(sorted(found, key=lambda one: _stored_in(one, thread, seal) is None))


def review_memory_of(thread: Thread, seal: MemorySeal) -> ReviewMemory:
    """Return what the bot remembers; nothing before it wrote anything that can be believed."""
    for comment in review_comments(thread, seal)[:1]:
        return _stored_in(comment, thread, seal) or ReviewMemory()
    return ReviewMemory()


def review_mark(memory: ReviewMemory, thread: Thread, seal: MemorySeal) -> str:
    """Return the invisible line with which the comment begins."""
    stored: dict[str, Any] = {name: value for name, value in asdict(memory).items() if value}
    stored = {"version": 1, "issue": thread.number, "author": thread.author.id, **stored}
    sign = seal.sign(_signed(stored))
    text = json.dumps({**stored, **({"sign": sign} if sign else {})}, separators=(",", ":"))
    return f"<!-- lodestar:review {text} -->"


def review_comment_actions(thread: Thread, body: str, seal: MemorySeal) -> Iterator[Action]:
    """Yield what makes a thread have one such comment, with this text."""
    present, *extra = (*review_comments(thread, seal), None)
    if present is None:
        yield Action("comment", thread.number, body=body)
    elif present.body.strip() != body.strip():
        yield Action("edit-comment", thread.number, body=body, comment=present.id)
    for one in extra:
        if one is not None and one.body.strip() != _(_EXTRA):
            yield Action("edit-comment", thread.number, body=_(_EXTRA), comment=one.id)


def _signed(stored: dict[str, Any]) -> str:
    return json.dumps(stored, separators=(",", ":"), sort_keys=True)


def _stored_in(comment: Comment, thread: Thread, seal: MemorySeal) -> ReviewMemory | None:
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
        return ReviewMemory(
            shown=str(stored.get("shown", "")),
            seen=int(stored.get("seen", 0)),
            state=str(stored.get("state", "")),
            answer=str(stored.get("answer", "")),
            first=bool(stored.get("first")),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
