"""The availability issue goes on in a new one before it grows too long, in a folder and on a fake GitHub."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from generator.app import bot
from generator.app.load import load_readable
from generator.forge.port import Forge
from generator.insight.activity import read_activity, to_json
from generator.insight.availability import availability_statuses
from tests.e2e.stories.story_bots import Crashing, Smooth
from tests.e2e.stories.story_worlds import FolderWorld, GitHubWorld
from tests.fakes.request_community import write_community

MONDAY = datetime(2026, 11, 23, 6, tzinfo=UTC)
OLD, NEW = 1, 2
MOST = 6


class Town:
    """A community with an availability issue in which two mentors have spoken and one was asked."""

    def __init__(self, world: FolderWorld | GitHubWorld, root: Path, way: type[Smooth] = Smooth) -> None:
        self.world, self.root, self.bots = world, root, way(world, root)
        world.open("cora", "The availability issue.", ("pinned",))
        self.say("ada", OLD, "/pause 60d")
        self.say("bela", OLD, "/capacity 3")
        self.sweep(most=99)

    def say(self, login: str, number: int, words: str) -> None:
        """Let someone comment a minute later, and the bot see it."""
        self.world.now += timedelta(minutes=1)
        self.bots.woken(self.world.say(login, number, words))

    def sweep(self, most: int = MOST, days: int = 0) -> None:
        """Let the daily sweep run, some days later."""
        self.world.now += timedelta(days=days)
        self.bots.run(self.sweeping(most))
        again = self.bots.run(self.sweeping(most)).actions
        assert [] == [one for one in again if one.action != "notify"], "the second of two sweeps finds nothing to do"

    def sweeping(self, most: int = MOST) -> Callable[[Forge, datetime], bot.Run]:
        """Return a sweep with so small a limit."""
        return lambda forge, now: bot.sweep(forge, self.root, now, most_comments=most)

    def grow(self) -> None:
        """Let the old issue get as many comments as it may have."""
        while len(self.world.thread(OLD)["comments"]) < MOST:
            self.say("eve", OLD, "Hello!")

    def says(self, number: int) -> str:
        """Return all that the bot has written in an issue."""
        return "\n".join(one["body"] for one in self.world.thread(number)["comments"] if one["user"]["type"] == "Bot")

    def is_open(self, number: int) -> bool:
        return self.world.thread(number)["issue"]["state"] == "open"

    @property
    def standings(self) -> dict[str, str]:
        """What the site shows of those who have spoken, from what it reads."""
        found, directory, _ = bot.activity(self.world.forge(), self.root, self.world.now)
        stored = read_activity(to_json(found, directory, self.world.now.date()))
        statuses = availability_statuses(directory, self.world.now.date(), stored)
        return {
            handle: f"{statuses[handle].availability} {statuses[handle].places}" for handle in ("ada", "bela", "emil")
        }

    @property
    def newest(self) -> int | None:
        """The number that the site links to, where it isn't the one in the settings."""
        return bot.activity(self.world.forge(), self.root, self.world.now)[0].availability_issue


@pytest.fixture(params=["folder", "github"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FolderWorld | GitHubWorld]:
    """A place for threads, on a Monday."""
    write_community(tmp_path / "town")
    load_readable_again()
    with FolderWorld(None, MONDAY) if request.param == "folder" else GitHubWorld(MONDAY, ("pinned",)) as place:
        yield place


def load_readable_again() -> None:
    """Forget directories of other tests."""
    if hasattr(load_readable, "cache_clear"):
        load_readable.cache_clear()


def test_nothing_is_lost_when_the_availability_issue_moves_on(world: FolderWorld | GitHubWorld, tmp_path: Path) -> None:
    """What was said and who was asked moves to a new issue; the old one links to it with one sentence, and is closed."""
    town = Town(world, tmp_path / "town")
    assert "@fay: last heard from" in town.says(OLD)
    before = town.standings
    town.grow()
    town.sweep()
    assert (town.is_open(OLD), town.is_open(NEW)) == (False, True)
    assert town.says(OLD).count(f"goes on in #{NEW}, and what you said here still counts.") == 1
    opened = world.thread(NEW)["issue"]
    assert f"goes on from #{OLD}" in opened["body"] and opened["labels"][0]["name"] == "pinned"
    assert "paused until" in town.says(NEW) and "3 spots" in town.says(NEW)
    assert (town.standings, town.newest) == (before, NEW)
    assert before["ada"].startswith("paused")
    town.sweep(days=7)
    assert "@fay" not in town.says(NEW), "who was asked in the old issue isn't asked again"


def test_people_write_in_the_newest_issue_and_late_words_in_the_old_one_count(
    world: FolderWorld | GitHubWorld, tmp_path: Path
) -> None:
    """A command counts in either issue, and what was said last is in force, once the old one is only read by a sweep, too."""
    town = Town(world, tmp_path / "town")
    town.grow()
    town.sweep()
    town.say("ada", NEW, "/resume")
    town.say("emil", NEW, "/capacity 2")
    assert town.standings["ada"].startswith("open") and town.standings["emil"] == "open 2"
    town.say("emil", OLD, "/capacity 1")
    assert town.standings["emil"] == "open 1" and not town.is_open(OLD)
    town.say("emil", NEW, "/capacity 4")
    town.sweep(days=1)
    assert town.standings["emil"] == "open 4"
    assert "4 spots" in town.says(NEW) and "goes on in #2. Please write there." in town.says(OLD)


def test_the_chain_goes_on_as_often_as_it_must(world: FolderWorld | GitHubWorld, tmp_path: Path) -> None:
    """A second issue that has grown long goes on in a third, which still knows what was said in the first."""
    town = Town(world, tmp_path / "town")
    before = town.standings
    town.grow()
    town.sweep()
    for _ in range(MOST):
        town.say("eve", NEW, "Hello!")
    town.sweep(days=1)
    assert [town.is_open(number) for number in (1, 2, 3)] == [False, False, True]
    assert (town.standings, town.newest) == (before, 3)


@pytest.mark.parametrize("deeds", [1, 2, 3, 4])
def test_a_run_that_ends_between_any_two_steps_ends_the_same(
    world: FolderWorld | GitHubWorld, tmp_path: Path, deeds: int
) -> None:
    """However many deeds a sweep gets to do, and whoever writes before the next: one new issue, the old one closed, all kept."""
    town = Town(world, tmp_path / "town")
    town.grow()
    forge = world.forge()
    perform, done = forge.perform, []

    def until_the_lights_go_out(action):
        if len(done) == deeds:
            raise SystemExit
        done.append(action)
        return perform(action)

    forge.perform = until_the_lights_go_out
    with suppress(SystemExit):
        town.sweeping()(forge, world.now)
    del forge.perform
    town.say("emil", OLD, "/capacity 5")
    town.sweep()
    town.sweep()
    assert (town.is_open(OLD), town.is_open(NEW)) == (False, True)
    assert world.forge().thread(3) is None
    assert town.standings["ada"].startswith("paused") and town.standings["emil"] == "open 5"
    assert "5 spots" in town.says(NEW) and town.says(OLD).count(f"goes on in #{NEW}, and") == 1


def test_a_crash_after_every_deed_and_lost_answers_open_one_issue(
    world: FolderWorld | GitHubWorld, tmp_path: Path
) -> None:
    """Runs that end after their first, second, third deed, done or not, leave one new issue."""
    town = Town(world, tmp_path / "town", Crashing)
    town.grow()
    town.sweep()
    town.sweep()
    assert (town.is_open(OLD), town.is_open(NEW)) == (False, True)
    assert world.forge().thread(3) is None


def test_two_new_issues_become_one(world: FolderWorld | GitHubWorld, tmp_path: Path) -> None:
    """Should two runs open one each at the same moment, everything moves on to the newer, and the other is closed."""
    town = Town(world, tmp_path / "town")
    town.grow()
    forge = world.forge()
    opened = forge.perform

    def twice(action):
        if action.action == "open-issue":
            opened(action)
        return opened(action)

    forge.perform = twice
    town.sweeping()(forge, world.now)
    del forge.perform
    town.sweep()
    assert [town.is_open(number) for number in (1, 2, 3)] == [False, False, True]
    assert town.standings["ada"].startswith("paused") and town.newest == 3


def test_nobody_else_opens_the_next_one(world: FolderWorld | GitHubWorld, tmp_path: Path) -> None:
    """An issue that somebody begins like the bot's is no availability issue, and whatever is said in it counts nothing."""
    town = Town(world, tmp_path / "town")
    number, happened = world.open("ada", "<!-- lodestar:availability after 1 -->\nWrite here!", ())
    town.bots.woken(happened)
    town.say("ada", number, "/resume")
    town.sweep()
    assert town.standings["ada"].startswith("paused") and town.newest is None and town.is_open(OLD)


def test_a_dry_run_only_says_that_it_would_open_one(world: FolderWorld | GitHubWorld, tmp_path: Path) -> None:
    """Nothing is opened by a dry run."""
    town = Town(world, tmp_path / "town")
    town.grow()
    planned = partial(bot.sweep, most_comments=MOST, dry_run=True)(world.forge(), town.root, world.now).actions
    assert ["open-issue"] == [one.action for one in planned if one.action == "open-issue"]
    assert world.forge().thread(NEW) is None
