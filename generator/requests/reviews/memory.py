"""What the bot remembers of a review's issue, kept in its one comment there that it edits in place."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.requests.lifecycle.comment_memory import CommentMemory
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import Thread


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


def review_memory_of(thread: Thread, seal: MemorySeal) -> ReviewMemory:
    """Return what the bot remembers; nothing before it wrote anything that can be believed."""
    return REVIEW.kept(thread, seal) or ReviewMemory()


def _read(stored: Mapping[str, Any]) -> ReviewMemory:
    return ReviewMemory(
        shown=str(stored.get("shown", "")),
        seen=int(stored.get("seen", 0)),
        state=str(stored.get("state", "")),
        answer=str(stored.get("answer", "")),
        first=bool(stored.get("first")),
    )


def _told(memory: ReviewMemory) -> Mapping[str, Any]:
    return {name: value for name, value in asdict(memory).items() if value}


REVIEW = CommentMemory("review", _read, _told)
"""How it is written into the comment, and read back."""
