"""Ways in which the bot may be run, from the smooth to the unlucky; every story must come out the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.app import bot
from generator.forge.port import Forge, ForgeError, Outcome
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.event import issue_of
from tests.e2e.stories.story_worlds import GitHubWorld, World
from tests.fakes.github.faults import Fault, dropped, secondary_limit, server_error


class Smooth:
    """Every event is handled once, and every day there is a sweep."""

    daily_means_daily = False

    def __init__(self, world: World, root: Path) -> None:
        self.world = world
        self.root = root

    def woken(self, happened: dict[str, Any]) -> None:
        """Let the bot see an event."""
        number = issue_of(happened)
        if number is not None:
            self.run(lambda forge, now: bot.handle(forge, self.root, number, now))

    def daily(self) -> None:
        """Let the daily sweep run."""
        self.run(lambda forge, now: bot.sweep(forge, self.root, now))

    def run(self, work: Callable[[Forge, Any], bot.Run]) -> bot.Run:
        """Do one run, in which nothing may go wrong."""
        done = work(self.world.forge(), self.world.now)
        assert not done.errors, done.errors
        return done


class Restless(Smooth):
    """Every run is doubled, and the second finds nothing to do."""

    daily_means_daily = True

    def run(self, work: Callable[[Forge, Any], bot.Run]) -> bot.Run:
        """Do one run, and look again."""
        done = super().run(work)
        again = super().run(work)
        assert [action for action in again.actions if action.action != "notify" or action.occasion != "digest"] == [], (
            again.actions
        )
        return done


class Deaf(Smooth):
    """No event ever arrives; only sweeps run, soon after."""

    def woken(self, happened: dict[str, Any]) -> None:
        """Sweep instead."""
        if issue_of(happened) is not None:
            self.daily()


class _Breaking:
    """A forge that ends the run before or after its n-th deed."""

    def __init__(self, forge: Forge, deeds: int, done: bool) -> None:
        self._forge, self._left, self._done = forge, deeds, done

    def __getattr__(self, name: str) -> Any:
        return getattr(self._forge, name)

    def perform(self, action: Action) -> Outcome:
        """Do it, while there are deeds left."""
        self._left -= 1
        if self._left == 0 and self._done:
            self._forge.perform(action)
        if self._left <= 0:
            raise ForgeError("the lights went out", passing=True)
        return self._forge.perform(action)


class Crashing(Smooth):
    """Every run ends after its first deed, the next after its second ... until one comes through."""

    def run(self, work: Callable[[Forge, Any], bot.Run]) -> bot.Run:
        """Begin again until nothing goes wrong."""
        for deeds in range(1, 40):
            done = work(_Breaking(self.world.forge(), deeds, done=deeds % 2 == 1), self.world.now)
            if not done.errors:
                return done
        raise AssertionError(done.errors)


class Unlucky(Smooth):
    """GitHub limits, fails, loses answers and dies in turn, in the middle of every run."""

    FAULTS: tuple[Fault, ...] = (
        secondary_limit(5),
        server_error(),
        dropped(),
        dropped(written=True),
        dropped(dies=True),
        dropped(written=True, dies=True),
    )

    def __init__(self, world: GitHubWorld, root: Path) -> None:
        super().__init__(world, root)
        self.github = world.github
        self._turn = 0

    def run(self, work: Callable[[Forge, Any], bot.Run]) -> bot.Run:
        """Let one thing go wrong in the run, and run once more where it did not survive that."""
        fault = self.FAULTS[self._turn % len(self.FAULTS)]
        self.github.faults = [replace(fault, on="write", skip=self._turn // len(self.FAULTS) % 4)]
        self._turn += 1
        try:
            done = work(self.world.forge(), self.world.now)
        except ForgeError as error:
            assert error.passing, error
            done = None
        self.github.faults = []
        self.github.restart()
        if done is None or done.errors:
            return super().run(work)
        return done
