"""Every story of this folder, in a folder of threads and at a fake GitHub, with every kind of bad luck."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from generator.app import bot
from generator.model.request_state import STATES
from generator.requests.commands import COMMANDS
from generator.requests.replies.labels import LABELS
from tests.e2e.stories.story_bots import Crashing, Deaf, Restless, Smooth, Unlucky
from tests.e2e.stories.story_runner import START, Stage, stories
from tests.e2e.stories.story_worlds import FolderWorld, GitHubWorld, World
from tests.fakes.request_community import write_community

STORIES = stories()
NAMES = tuple(label.name for label in LABELS)
VARIANTS: dict[str, tuple[Callable[[Path], AbstractContextManager[World]], type[Smooth]]] = {
    "folder": (lambda folder: FolderWorld(folder, START), Restless),
    "folder without events": (lambda folder: FolderWorld(None, START), Deaf),
    "folder with crashes": (lambda folder: FolderWorld(None, START), Crashing),
    "github": (lambda folder: GitHubWorld(START, NAMES), Smooth),
    "github on a bad day": (lambda folder: GitHubWorld(START, ()), Unlucky),
}
_FOLDERS = [variant for variant in VARIANTS if variant.startswith("folder")]
_GITHUBS = [variant for variant in VARIANTS if variant.startswith("github")]


def _told() -> Iterator[object]:
    """Tell every story on both forges in every run, each with one kind of luck; the others take minutes."""
    for name, story in STORIES.items():
        turn = zlib.crc32(name.encode())
        possible = [[one for one in ways if one not in story.get("not in", ())] for ways in (_FOLDERS, _GITHUBS)]
        usual = {ways[turn % len(ways)] for ways in possible if ways}
        for variant in VARIANTS:
            if variant not in story.get("not in", ()):
                marks = () if variant in usual else (pytest.mark.exhaustive,)
                yield pytest.param(name, variant, id=f"{name}-{variant}", marks=marks)


@pytest.fixture(scope="module")
def community(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community's files, which no story but those that say so changes."""
    return write_community(tmp_path_factory.mktemp("community"))


def _kept(read: Callable[[Path, datetime], tuple]) -> Callable[[Path, datetime], tuple]:
    kept = cache(lambda root: read(root, START))

    def load(root: Path, now: datetime) -> tuple:
        return kept(root)

    load.cache_clear = kept.cache_clear
    return load


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the community once and not in every run: a story takes hundreds of runs."""
    write = bot.forms_of
    written: dict[int, tuple] = {}

    def forms_of(directory, tag):
        if id(directory) not in written:
            written[id(directory)] = directory, write(directory, tag)
        return written[id(directory)][1]

    for name in ("load_readable", "load_concerned"):
        monkeypatch.setattr(bot, name, _kept(getattr(bot, name)))
    monkeypatch.setattr(bot, "forms_of", forms_of)


@pytest.mark.parametrize(("name", "variant"), list(_told()))
def test_a_story_is_seen_as_it_is_told(name: str, variant: str, community: Path, tmp_path: Path) -> None:
    """What people do on their days leads to what the story says must be seen, wherever and however the bot runs."""
    story = STORIES[name]
    changed = any("community" in step for step in story["steps"])
    root = write_community(tmp_path / "community") if changed else community
    world, bots = VARIANTS[variant]
    with world(tmp_path / "forge") as there:
        Stage(there, bots(there, root), root).play(story["steps"])


def test_stories_come_through_every_state_and_say_every_word() -> None:
    """No state and no command is without a story."""
    seen = {
        step["see"]["state"] for story in STORIES.values() for step in story["steps"] if "state" in step.get("see", {})
    }
    event = " ".join(
        str(what)
        for story in STORIES.values()
        for step in story["steps"]
        for deed, what in step.items()
        if deed.endswith(" says")
    )
    assert seen >= set(STATES)
    assert [command.name for command in COMMANDS if f"/{command.name}" not in event] == []
