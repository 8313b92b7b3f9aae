"""What the bot remembers of a profile's issue, kept in its one comment there that it edits in place."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from generator.requests.lifecycle.comment_memory import CommentMemory
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import Thread
from generator.text.timestamps import read_time, write_time

_MOST_COUNTED = 50


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


def profile_memory_of(thread: Thread, seal: MemorySeal) -> ProfileMemory | None:
    """Return what the bot remembers; None before it wrote anything, and nothing where that can't be believed."""
    if not PROFILE.comments(thread, seal):
        return None
    return PROFILE.kept(thread, seal) or ProfileMemory()


def is_proposed(thread: Thread, seal: MemorySeal) -> bool:
    """Whether there is a pull request for the profile as it is shown."""
    memory = profile_memory_of(thread, seal)
    return memory is not None and bool(memory.number) and memory.proposed == memory.shown


def _read(stored: Mapping[str, Any]) -> ProfileMemory:
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


def _told(memory: ProfileMemory) -> Mapping[str, Any]:
    stored: dict[str, Any] = {name: value for name, value in asdict(memory).items() if value}
    if memory.counted:
        stored["counted"] = list(memory.counted)[-_MOST_COUNTED:]
    if memory.at:
        stored["at"] = write_time(memory.at)
    return stored


PROFILE = CommentMemory("profile", _read, _told)
"""How it is written into the comment, and read back."""
