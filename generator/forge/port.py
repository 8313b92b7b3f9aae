"""The port to wherever threads live: a few questions and two deeds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from generator.insight.board import PullRequest
from generator.model.errors import LodestarError
from generator.requests.lifecycle.actions import Action
from generator.text.catalogue import _


class ForgeError(LodestarError):
    """The forge cannot be reached or says no; the message names the cause and the next step.

    `passing` means that a later run may fare better, and nothing needs to be fixed.
    """

    def __init__(self, message: str, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing

    @property
    def outlook(self) -> str:
        """What the next run does, where it may fare better."""
        return _("Nothing is lost: the next sweep does what is still to be done.") if self.passing else ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action: done, or refused with the forge's reason in words. `comment` is the id of a new comment.

    `number` is the one of a pull request, `missing` the permission without which it was refused.
    """

    done: bool = True
    reason: str = ""
    comment: int | None = None
    number: int = 0
    missing: str = ""


@dataclass(frozen=True, slots=True)
class StoredPullRequest:
    """A pull request with its comments, stored as threads are; its newest commit, and the branch it is for.

    `merged` is the commit that it was merged with, or empty.
    """

    thread: dict[str, Any]
    sha: str
    base: str
    draft: bool = False
    merged: str = ""


Wanted = Callable[[dict[str, Any]], bool]
"""Whether a stored issue is worth reading further."""


@dataclass(frozen=True, slots=True)
class BrokenThread:
    """A thread that cannot be read, and why; all others can be."""

    number: int
    reason: str


class Forge(Protocol):
    """A place of threads. Stored threads are `{"issue": ..., "comments": [...]}` in the shapes of GitHub's REST API.

    A comment of the bot's that a thumb can answer holds people's reactions to it under `reacted`, in GitHub's shape.
    """

    def thread(
        self, number: int, wanted: Wanted | None = None, known: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        """Return one stored thread with all its comments; None where there is no such issue (or it is a pull request).

        None, too, where the issue itself is not `wanted`: then its comments are not read. Comments of a thread
        that is `known` need not be read again where nothing has changed.
        """

    def threads_by(self, login: str, closed_since: datetime) -> Iterator[dict[str, Any] | BrokenThread]:
        """Yield the threads that one person opened, and that are open or changed since then, by number."""

    def calls_left(self) -> float:
        """Return which part of the calls that the forge allows in an hour is left, from 0 to 1."""

    def keep_back(self, part: float) -> None:
        """From now on, leave this part of the hour's calls to others: no list is read once less is left.

        A passing ForgeError says that it was not.
        """

    def seconds_until_more(self) -> float:
        """Return how long it is until the forge allows new calls."""

    def pause(self) -> None:
        """Wait until another run at work now has come a step further."""

    def threads(
        self, closed_since: datetime | None, wanted: Wanted | None = None
    ) -> Iterator[dict[str, Any] | BrokenThread]:
        """Yield every open stored thread, and the closed ones that changed since then (None: all), by number.

        Those whose issue is not `wanted` are left out, and their comments not read. One that cannot be read comes as a BrokenThread, and the others all the same.
        """

    def pull_requests(self) -> Iterator[PullRequest]:
        """Yield the pull requests that are open, by number."""

    def pull_request(self, number: int) -> StoredPullRequest | None:
        """Return a pull request, or None where there is none of this number."""

    def user_id(self, login: str) -> int | None:
        """Return the number behind a login, or None where nobody has it."""

    def created(self, login: str) -> datetime | None:
        """Return when an account was made, or None where nobody knows."""

    def profile_changed(self, login: str, path: str, since: datetime) -> date | None:
        """Return the day since then on which someone last changed a file of the directory, or None where nobody knows."""

    def perform(self, action: Action) -> Outcome:
        """Do one action other than `notify` and `dispatch`. Doing it twice leaves the same as once, but for `comment`."""

    def swept(self) -> datetime | None:
        """Return when the daily sweep last ended well, or None when it never did, or nobody can tell."""

    def mark_swept(self) -> None:
        """Write down that a sweep ended well, where the forge does not know by itself."""
