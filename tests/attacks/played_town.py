"""The small community under attack: people open requests and say things, and the bot answers each, on either forge."""

from collections import Counter
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from generator.app import bot
from generator.app.settle import Run
from generator.forge.port import Forge
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.replies.labels import LABELS
from generator.text.languages import language_tag
from tests.e2e.stories.story_seen import Seen
from tests.e2e.stories.story_worlds import FolderWorld, GitHubWorld, World
from tests.fakes.request_community import MENTORS

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
WORLDS: dict[str, Any] = {
    "folder": lambda folder: FolderWorld(None, START),
    "github": lambda folder: GitHubWorld(START, tuple(one.name for one in LABELS)),
}
COORDINATORS = {"cora", "paula"}


class Town(AbstractContextManager["Town"]):
    """A world with its community's files, and the count of everything that reached people."""

    def __init__(self, world: World, root: Path) -> None:
        self.world, self.root = world, root
        self.deliveries: list[dict[str, Any]] = []
        self._stack = ExitStack()

    def __enter__(self) -> "Town":
        self._stack.enter_context(self.world)  # type: ignore[arg-type]
        self.world.open("cora", "Mentors say here how much they can take.", ())
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.__exit__(*error)

    def body(self, kind: str = "mentorship", **answers: str) -> str:
        """A filled-in form."""
        directory, _ = bot.load_readable(self.root, START)
        given = {"mentor": "", "skills": "python", "languages": "English", "goals": "Buy my course.", **answers}
        return filled_in(forms_of(directory, language_tag), kind, given)

    def opens(self, login: str, kind: str = "mentorship", label: str = "request", **answers: str) -> int:
        """Let somebody open a request a minute later, before the bot sees it."""
        self.wait(minutes=1)
        return self.world.open(login, self.body(kind, **answers), (label,))[0]

    def asks(self, login: str, kind: str = "mentorship", **answers: str) -> int:
        """Let somebody open a request, and the bot see it."""
        number = self.opens(login, kind, **answers)
        self.handle(number)
        return number

    def says(self, login: str, number: int, words: str) -> None:
        """Let somebody write a comment a few seconds later, and the bot see it."""
        self.wait(seconds=10)
        self.world.say(login, number, words)
        self.handle(number)

    def closes(self, login: str, number: int) -> None:
        """Let somebody press the button, and the bot see it."""
        self.wait(seconds=10)
        self.world.close(login, number)
        self.handle(number)

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.world.now += timedelta(**time)

    def handle(self, number: int, forge: Forge | None = None) -> Run:
        """Let the bot see one issue."""
        return self._ran(partial(bot.handle, forge or self.world.forge(), self.root, number))

    def sweep(self) -> Run:
        """Let the daily sweep run."""
        return self._ran(partial(bot.sweep, self.world.forge(), self.root))

    def _ran(self, work: Any) -> Run:
        done: Run = work(self.world.now)
        assert not done.errors, done.errors
        self.deliveries += done.deliveries
        return done

    def seen(self, number: int) -> Seen:
        """A thread as it is now."""
        return Seen(self.world.thread(number))

    def states(self, *numbers: int) -> list[str]:
        """The states that the labels show."""
        return [self.seen(number).state for number in numbers]

    def mentions(self, *numbers: int) -> Counter[str]:
        """How often the bot mentioned whom in these threads."""
        return Counter(login for number in numbers for login in self.seen(number).mentions)


def mentors_in(mentions: Counter[str]) -> int:
    """How many of the mentions are of mentors."""
    return sum(count for login, count in mentions.items() if login in MENTORS)


def coordinators_in(mentions: Counter[str]) -> int:
    """How many of the mentions are of coordinators."""
    return sum(count for login, count in mentions.items() if login in COORDINATORS)
