"""Give someone their own threads back, for `lodestar export --threads`: what was written in each, oldest first."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.forge.port import BrokenThread

VERSION = 1
_MEMORY = re.compile(r"<!-- lodestar:.*?-->\n?", re.DOTALL)


def own_threads(stored: Iterable[Mapping[str, Any] | BrokenThread], login: str) -> dict[str, Any]:
    """Return the threads that a person opened or wrote in, with everything that is written there.

    What the bot remembers beside its words is left out. `unreadable` are the numbers of threads that could not be read.
    """
    threads: list[dict[str, Any]] = []
    unreadable: list[int] = []
    for one in stored:
        if isinstance(one, BrokenThread):
            unreadable.append(one.number)
        elif login.casefold() in {_login(part) for part in (one["issue"], *one.get("comments", ()))}:
            threads.append(_thread(one))
    return {"version": VERSION, "login": login, "threads": threads, "unreadable": unreadable}


def _thread(stored: Mapping[str, Any]) -> dict[str, Any]:
    issue = stored["issue"]
    return {
        "number": issue["number"],
        "title": issue.get("title") or "",
        "state": issue.get("state") or "open",
        **_written(issue),
        "comments": [_written(one) for one in stored.get("comments", ())],
    }


def _written(part: Mapping[str, Any]) -> dict[str, Any]:
    user = part.get("user") or {}
    return {
        "by": user.get("login") or "ghost",
        "at": part.get("created_at") or "",
        "text": _MEMORY.sub("", part.get("body") or ""),
    }


def _login(part: Mapping[str, Any]) -> str:
    return str((part.get("user") or {}).get("login") or "").casefold()
