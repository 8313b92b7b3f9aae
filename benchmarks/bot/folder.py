"""Directories with request threads to measure the bot on, and fresh copies of them for runs that write."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

from generator.demo import write_demo
from generator.demo.simulated_forge import number_of
from generator.requests.lifecycle.bot_memory import NO_ACCOUNT, memory_of
from generator.requests.lifecycle.thread import thread_of

THREADS = 1000
"""How many threads each directory has: the availability desk and one for each request."""
_STAMP = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Folder:
    """A directory, its threads, and the time at which they are at rest."""

    root: Path
    now: datetime

    @property
    def threads(self) -> Path:
        """Where the folder forge finds the threads."""
        return self.root / "threads"

    @property
    def next_morning(self) -> str:
        """When the next daily sweep would run, a day's worth of reminders and endings later."""
        return (self.now + timedelta(days=1, hours=4, minutes=40)).strftime(_STAMP)

    @property
    def at_rest(self) -> str:
        """The moment at which the bot finds nothing to do."""
        return self.now.strftime(_STAMP)


def written_folder(place: Path, mentors: int, day: date, threads: int = THREADS) -> Folder:
    """Return a demo directory of so many mentors with its threads, written at the first call."""
    if not place.exists():
        write_demo(place, mentors, 1, day, threads - 1)
    return Folder(place, datetime.combine(day, time(), UTC))


def fresh_copies(folder: Folder, count: int, place: Path) -> list[Path]:
    """Return copies of the threads, each for one run."""
    return [Path(copytree(folder.threads, place / f"threads-{number}")) for number in range(count)]


def answered(threads: Path, now: datetime) -> Path:
    """Let the mentor of the first waiting request write /accept, and return the event that GitHub would send."""
    path, stored = next((path, stored) for path, stored in _stored(threads) if _waits(stored))
    (login,) = _asked(stored)
    user = {"login": login, "id": number_of(login), "type": "User"}
    stamp = (now - timedelta(minutes=1)).strftime(_STAMP)
    comment = {"id": 99_999_999, "user": user, "created_at": stamp, "updated_at": stamp, "body": "/accept"}
    stored["comments"].append(comment)
    path.write_text(json.dumps(stored), encoding="utf-8")
    event = threads.with_suffix(".event.json")
    event.write_text(
        json.dumps({"action": "created", "issue": stored["issue"], "comment": comment, "sender": user}),
        encoding="utf-8",
    )
    return event


def _stored(threads: Path) -> list[tuple[Path, dict[str, Any]]]:
    paths = sorted((threads / "issues").glob("*.json"), key=lambda path: int(path.stem))
    return [(path, json.loads(path.read_text(encoding="utf-8"))) for path in paths]


def _waits(stored: dict[str, Any]) -> bool:
    return any(label["name"] == "state: waiting" for label in stored["issue"]["labels"]) and bool(_asked(stored))


def _asked(stored: dict[str, Any]) -> tuple[str, ...]:
    """Return who was told last, by the bot's own memory; nobody where it was no mentor, or a coordinator in their place."""
    memory = memory_of(thread_of(stored))
    told = [sent for key, sent in memory.notices.items() if key.startswith("told:")]
    called = max(told, key=lambda sent: sent.at).mentions if told else ()
    return tuple(login for login in called if memory.ids.get(login, NO_ACCOUNT) != NO_ACCOUNT)
