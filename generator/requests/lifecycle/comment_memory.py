"""What the bot remembers of an issue that is no request, kept in its one comment there that it edits in place.

The memory is one invisible line of JSON at the very start. It is believed only in a comment of the bot's own, with this
issue's number and author in it, and with the community's signature where it sets one.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import Comment, Thread
from generator.text.catalogue import N_, _

Memory = TypeVar("Memory")
_EXTRA = N_("I started twice at the same time. See my first comment here.")


@dataclass(frozen=True, slots=True)
class CommentMemory(Generic[Memory]):
    """One kind of such memory: its `name` in the line, how it is read from JSON's values, and how it is written as them.

    `read` may raise ValueError, TypeError or AttributeError for values that are none of ours.
    """

    name: str
    read: Callable[[Mapping[str, Any]], Memory]
    written: Callable[[Memory], Mapping[str, Any]]

    def comments(self, thread: Thread, seal: MemorySeal) -> tuple[Comment, ...]:
        """Return the bot's comments that hold such a memory, those that are believed first."""
        found = [one for one in thread.comments if one.ours and self._written(one)]
        return tuple(sorted(found, key=lambda one: self._believed(one, thread, seal) is None))

    def kept(self, thread: Thread, seal: MemorySeal) -> Memory | None:
        """Return what the bot remembers, or None where it wrote nothing that can be believed."""
        comments = self.comments(thread, seal)
        return self._believed(comments[0], thread, seal) if comments else None

    def mark(self, memory: Memory, thread: Thread, seal: MemorySeal) -> str:
        """Return the invisible line with which the comment begins."""
        stored = {"version": 1, "issue": thread.number, "author": thread.author.id, **self.written(memory)}
        sign = seal.sign(_signed(stored))
        text = json.dumps({**stored, **({"sign": sign} if sign else {})}, separators=(",", ":"))
        return f"<!-- lodestar:{self.name} {text} -->"

    def comment_actions(self, thread: Thread, body: str, seal: MemorySeal) -> Iterator[Action]:
        """Yield what makes a thread have one such comment, with this text."""
        present, *extra = (*self.comments(thread, seal), None)
        if present is None:
            yield Action("comment", thread.number, body=body)
        elif present.body.strip() != body.strip():
            yield Action("edit-comment", thread.number, body=body, comment=present.id)
        for one in extra:
            if one is not None and one.body.strip() != _(_EXTRA):
                yield Action("edit-comment", thread.number, body=_(_EXTRA), comment=one.id)

    def _written(self, comment: Comment) -> re.Match[str] | None:
        return re.match(rf"<!-- lodestar:{self.name} (\{{.*?\}}) -->", comment.body)

    def _believed(self, comment: Comment, thread: Thread, seal: MemorySeal) -> Memory | None:
        """Return the memory that a comment begins with, or None where it is another issue's or not ours."""
        found = self._written(comment)
        try:
            stored = json.loads(found[1]) if found else None
            if not isinstance(stored, dict):
                return None
            signature = str(stored.pop("sign", ""))
            if (stored.get("issue"), stored.get("author")) != (thread.number, thread.author.id):
                return None
            return self.read(stored) if seal.believes(_signed(stored), signature, comment.at) else None
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None


def _signed(stored: Mapping[str, Any]) -> str:
    return json.dumps(stored, separators=(",", ":"), sort_keys=True)
