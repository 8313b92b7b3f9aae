"""A folder of threads that is no folder: the same forge, kept in memory, for tests that take thousands of runs."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.forge.folder import FolderForge
from generator.forge.people import People, user
from generator.forge.port import ForgeError, Outcome
from generator.requests.lifecycle.actions import Action


class MemoryForge(FolderForge):
    """Threads in memory as of `now`, which tests move on. `lives` is how many deeds are done before the lights go out."""

    def __init__(self, now: datetime) -> None:
        super().__init__(Path("/nowhere"), now)
        self.stored: dict[int, dict[str, Any]] = {}
        self.lives: int | None = None
        self.done: list[Action] = []
        self._when: datetime | None = None

    @property
    def now(self) -> datetime:
        """The forge's clock."""
        return self._now

    @now.setter
    def now(self, moment: datetime) -> None:
        self._now = moment

    def _stored(self, number: int) -> dict[str, Any] | None:
        return self.stored.get(number)

    def numbers(self) -> list[int]:
        return sorted(self.stored)

    def write(self, stored: dict[str, Any]) -> None:
        self.stored[stored["issue"]["number"]] = stored

    def swept(self) -> datetime | None:
        return self._when

    def mark_swept(self) -> None:
        self._when = self._now

    def perform(self, action: Action) -> Outcome:
        if self.lives is not None:
            if self.lives <= 0:
                raise ForgeError("the lights went out", passing=True)
            self.lives -= 1
        outcome = super().perform(action)
        self.done.append(action)
        return outcome

    # What people do.

    def open(self, login: str, body: str, labels: Iterable[str] = ()) -> int:
        """Open an issue."""
        return People(self).open(user(login), body, labels)

    def say(self, login: str, number: int, words: str, id: int | None = None) -> int:
        """Write a comment."""
        return People(self).say(user(login, id), number, words)

    def edit_last(self, login: str, number: int, words: str) -> None:
        """Change one's last comment, if there is one."""
        for comment in self._last_of(login, number):
            People(self).edit(number, comment, words)

    def delete_last(self, login: str, number: int) -> None:
        """Delete one's last comment, if there is one."""
        for comment in self._last_of(login, number):
            People(self).delete(number, comment)

    def close(self, login: str, number: int) -> None:
        """Press the button, where there is one."""
        People(self).close(user(login), number)

    def reopen(self, number: int) -> None:
        """Open the issue again."""
        People(self).reopen(number)

    def rewrite(self, number: int, body: str) -> None:
        """Change the issue's text."""
        People(self).rewrite(number, body)

    def _last_of(self, login: str, number: int) -> list[int]:
        return [one["id"] for one in self.stored[number]["comments"] if one["user"]["login"] == login][-1:]


def utc(day: float = 0) -> datetime:
    """Return a moment so many days after the twenty-first of November 2026, noon."""
    return datetime.fromtimestamp(int(datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp() + day * 86400), UTC)
