"""Two opposite commands in the same second: the comment that GitHub counted last is in force, wherever it stands."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.app import bot
from generator.app.load import load_readable
from generator.insight.availability import availability_statuses
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.text.languages import language_tag
from tests.e2e.stories.story_runner import DEFAULTS
from tests.e2e.stories.story_worlds import FolderWorld, GitHubWorld
from tests.fakes.request_community import write_community

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DESK, FIRST, SECOND = 1, 2, 3
"""The availability issue, and two requests to the same mentor."""


class Town:
    """A community in which two people have asked Ada."""

    def __init__(self, world: FolderWorld | GitHubWorld, root: Path) -> None:
        self.world, self.root = world, root
        world.open("cora", "The availability issue.", ())
        directory, _ = load_readable(root, NOW)
        for mentee in ("mia", "noor"):
            answers = {**DEFAULTS, "mentor": "ada", "goals": f"What {mentee} wants."}
            body = filled_in(forms_of(directory, language_tag), "mentorship", answers)
            self.handle(world.open(mentee, body, ("request",))[0])

    def handle(self, number: int) -> None:
        """Let the bot see an issue."""
        assert not bot.handle(self.world.forge(), self.root, number, self.world.now).errors

    def sweep(self) -> None:
        """Let the daily sweep run, a day later."""
        self.world.now += timedelta(days=1)
        assert not bot.sweep(self.world.forge(), self.root, self.world.now).errors

    @property
    def paused(self) -> bool:
        """Whether the site shows that Ada takes a break."""
        activity = bot.activity(self.world.forge(), self.root, self.world.now)[0]
        directory, _ = load_readable(self.root, self.world.now)
        return availability_statuses(directory, self.world.now.date(), activity)["ada"].availability == "paused"


@pytest.fixture(params=["folder", "github"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """The community, in a folder and on a fake GitHub."""
    root = write_community(tmp_path / "town")
    if hasattr(load_readable, "cache_clear"):
        load_readable.cache_clear()
    with FolderWorld(None, NOW) if request.param == "folder" else GitHubWorld(NOW, ("request",)) as world:
        yield Town(world, root)


@pytest.mark.parametrize("runs", ["the other way round", "only the sweep"])
@pytest.mark.parametrize(("first", "second"), [(DESK, DESK), (SECOND, FIRST), (DESK, FIRST), (FIRST, DESK)])
def test_the_later_comment_of_one_second_counts(town: Town, first: int, second: int, runs: str) -> None:
    """`/pause` and `/resume` in one second, in one issue or two, end alike, whichever run comes first, and stay so."""
    for earlier, later in (("/pause 30d", "/resume"), ("/resume", "/pause 30d")):
        town.world.now += timedelta(minutes=1)
        town.world.say("ada", first, earlier)
        town.world.say("ada", second, later)
        orders = {"the other way round": (second, first), "only the sweep": ()}
        for number in orders[runs]:
            town.handle(number)
        if not orders[runs]:
            town.sweep()
        assert town.paused == later.startswith("/pause")
    town.sweep()
    assert town.paused
