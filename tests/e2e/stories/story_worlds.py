"""Two places in which a story can happen: a folder of threads, and a fake GitHub on a real socket.

A world knows people, lets them act at its clock's time, and opens the forge through which the bot sees it all.
"""

import json
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from generator.forge.folder import FolderForge, made_up_id
from generator.forge.github import github_forge
from generator.forge.people import People, user
from generator.forge.port import Forge
from tests.fakes.github.fake_github import FakeGitHub
from tests.fakes.memory_forge import MemoryForge

GHOST = {"login": "ghost", "id": 10137, "type": "User"}


class World(Protocol):
    """What people do and what can be seen; every deed returns the event that the workflow would get."""

    now: datetime

    def forge(self) -> Forge: ...
    def thread(self, number: int) -> dict[str, Any]: ...
    def open(self, login: str, body: str, labels: tuple[str, ...]) -> tuple[int, dict[str, Any]]: ...
    def say(self, login: str, number: int, words: str) -> dict[str, Any]: ...
    def edit(self, login: str, number: int, comment: int, words: str) -> dict[str, Any]: ...
    def delete(self, login: str, number: int, comment: int) -> dict[str, Any]: ...
    def rewrite(self, login: str, number: int, body: str) -> dict[str, Any]: ...
    def react(self, login: str, number: int, comment: int, content: str) -> None: ...
    def close(self, login: str, number: int) -> dict[str, Any]: ...
    def reopen(self, login: str, number: int) -> dict[str, Any]: ...
    def lock(self, login: str, number: int) -> None: ...
    def rename(self, login: str, new: str) -> None: ...
    def leave(self, login: str) -> None: ...
    def person(self, login: str, id: int | None) -> None: ...


def event(action: str, stored: dict[str, Any], login: str, comment: bool = False) -> dict[str, Any]:
    """Return an event as the workflow's file holds it, in as much as the bot could ever read of it."""
    found = {
        "action": action,
        "issue": {"number": stored["issue"]["number"]},
        "sender": {"login": login, "type": "User"},
    }
    return found | ({"comment": {}} if comment else {})


class FolderWorld(AbstractContextManager["FolderWorld"]):
    """Threads in a folder, changed as people would change them on GitHub; without a folder, they are kept in memory."""

    def __init__(self, folder: Path | None, now: datetime) -> None:
        self.folder = folder
        self._memory = MemoryForge(now)
        self.now = now
        self._ids: dict[str, int] = {}

    def __exit__(self, *error: object) -> None:
        pass

    def forge(self) -> FolderForge:
        self._memory.now = self.now
        return FolderForge(self.folder, self.now) if self.folder else self._memory

    def thread(self, number: int) -> dict[str, Any]:
        return self.forge().thread(number)

    def person(self, login: str, id: int | None) -> None:
        self._ids[login] = id or made_up_id(login)

    def user(self, login: str) -> dict[str, Any]:
        return user(login, self._ids.setdefault(login, made_up_id(login)))

    def open(self, login: str, body: str, labels: tuple[str, ...]) -> tuple[int, dict[str, Any]]:
        number = People(self.forge()).open(self.user(login), body, labels)
        return number, self._event("opened", number, login)

    def say(self, login: str, number: int, words: str) -> dict[str, Any]:
        People(self.forge()).say(self.user(login), number, words)
        return self._event("created", number, login, comment=True)

    def edit(self, login: str, number: int, comment: int, words: str) -> dict[str, Any]:
        People(self.forge()).edit(number, comment, words)
        return self._event("edited", number, login, comment=True)

    def react(self, login: str, number: int, comment: int, content: str) -> None:
        People(self.forge()).react(self.user(login), number, comment, content)

    def delete(self, login: str, number: int, comment: int) -> dict[str, Any]:
        People(self.forge()).delete(number, comment)
        return self._event("deleted", number, login, comment=True)

    def rewrite(self, login: str, number: int, body: str) -> dict[str, Any]:
        People(self.forge()).rewrite(number, body)
        return self._event("edited", number, login)

    def close(self, login: str, number: int) -> dict[str, Any]:
        People(self.forge()).close(self.user(login), number)
        return self._event("closed", number, login)

    def reopen(self, login: str, number: int) -> dict[str, Any]:
        People(self.forge()).reopen(number)
        return self._event("reopened", number, login)

    def lock(self, login: str, number: int) -> None:
        People(self.forge()).lock(number)

    def rename(self, login: str, new: str) -> None:
        user = self.user(login)
        self._ids[new] = self._ids.pop(login)
        People(self.forge()).rename(user["id"], {**user, "login": new})

    def leave(self, login: str) -> None:
        People(self.forge()).rename(self.user(login)["id"], GHOST)
        self._ids[login] = -made_up_id(login)

    def _event(self, action: str, number: int, login: str, comment: bool = False) -> dict[str, Any]:
        return event(action, self.thread(number), login, comment)


class GitHubWorld(AbstractContextManager["GitHubWorld"]):
    """A fake GitHub; collaborators are those of the community who coordinate."""

    def __init__(self, now: datetime, labels: tuple[str, ...], maintainers: tuple[str, ...] = ("cora", "maya")) -> None:
        self.github = FakeGitHub("story/town", now)
        for label in labels:
            self.github.state.create_label(label)
        for login in maintainers:
            self.github.person(login, role="write")

    def __enter__(self) -> "GitHubWorld":
        self.github.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.github.__exit__(*error)

    @property
    def now(self) -> datetime:
        return self.github.now

    @now.setter
    def now(self, moment: datetime) -> None:
        self.github.now = moment

    def forge(self) -> Forge:
        github = self.github
        return github_forge(
            github.repository, github.token, github.address, seconds_between_writes=0, sleep=github.sleep
        )

    def thread(self, number: int) -> dict[str, Any]:
        return self.github.thread(number)

    def person(self, login: str, id: int | None) -> None:
        self.github.person(login, id)

    def open(self, login: str, body: str, labels: tuple[str, ...]) -> tuple[int, dict[str, Any]]:
        number = self.github.open_issue(login, "A request", body, labels)
        return number, self.github.event("opened", number)

    def say(self, login: str, number: int, words: str) -> dict[str, Any]:
        return self.github.event("created", number, self.github.comment(login, number, words))

    def edit(self, login: str, number: int, comment: int, words: str) -> dict[str, Any]:
        self.github.edit_comment(login, comment, words)
        return self.github.event("edited", number, comment, login)

    def react(self, login: str, number: int, comment: int, content: str) -> None:
        self.github.state.react(self.github.person(login), comment, content)

    def delete(self, login: str, number: int, comment: int) -> dict[str, Any]:
        found = self.github.event("deleted", number, comment, login)
        self.github.delete_comment(login, comment)
        return found

    def rewrite(self, login: str, number: int, body: str) -> dict[str, Any]:
        self.github.edit_issue(login, number, body=body)
        return self.github.event("edited", number, login=login)

    def close(self, login: str, number: int) -> dict[str, Any]:
        if (
            not self.github.state.writes(self.github.person(login))
            and self.github.person(login) is not self.github.state.issue(number).author
        ):
            raise AssertionError(f"GitHub shows {login} no button to close issue {number}")
        self.github.close(login, number)
        return self.github.event("closed", number, login=login)

    def reopen(self, login: str, number: int) -> dict[str, Any]:
        self.github.reopen(login, number)
        return self.github.event("reopened", number, login=login)

    def lock(self, login: str, number: int) -> None:
        self.github.state.lock(self.github.person(login), number, None)

    def rename(self, login: str, new: str) -> None:
        self.github.rename_account(login, new)

    def leave(self, login: str) -> None:
        self.github.delete_account(login)


def bot_comments(stored: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the bot's comments of a thread."""
    return [one for one in stored["comments"] if one["user"]["type"] == "Bot"]


def copy_of(stored: dict[str, Any]) -> dict[str, Any]:
    """Return a thread that later deeds do not change."""
    return json.loads(json.dumps(stored))
