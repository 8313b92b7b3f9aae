"""Someone sends many requests in the same second, and every issue gets a run of its own: real processes on one folder."""

import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.app import bot
from generator.forge.folder import FolderForge
from generator.forge.people import People
from tests.attacks.played_town import START, Town, mentors_in
from tests.e2e.stories.story_worlds import FolderWorld
from tests.fakes.request_community import write_community

PROCESSES = multiprocessing.get_context("fork")
MENTORS = ("ada", "bela", "chen", "dora", "gwen", "ida")


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The community, in a folder on the disk."""
    with Town(FolderWorld(tmp_path / "threads", START), write_community(tmp_path / "community")) as made:
        yield made


def _run(gate: Any, folder: Path, root: Path, number: int, now: datetime) -> None:
    gate.wait()
    assert not bot.handle(FolderForge(folder, now), root, number, now).errors


def _edit_and_run(gate: Any, folder: Path, root: Path, number: int, body: str, now: datetime) -> None:
    gate.wait()
    People(FolderForge(folder, now)).rewrite(number, body)
    assert not bot.handle(FolderForge(folder, now), root, number, now).errors


def _at_once(work: Any, arguments: list[tuple[Any, ...]]) -> None:
    gate = PROCESSES.Barrier(len(arguments))
    runs = [PROCESSES.Process(target=work, args=(gate, *given)) for given in arguments]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert [one.exitcode for one in runs] == [0] * len(runs)


@pytest.mark.parametrize(
    ("count", "turns"),
    [(12, 1), pytest.param(50, 10, marks=pytest.mark.exhaustive)],
    ids=["twelve", "fifty, ten times"],
)
def test_as_many_runs_at_once_send_what_one_after_the_other_would(
    town: Town, tmp_path: Path, count: int, turns: int
) -> None:
    """However many requests of one person are handled at the same time, three are sent, and the sweep finds nothing to add."""
    for turn in range(turns):
        eve = f"eve-{turn}"
        numbers = [town.opens(eve, mentor=MENTORS[place % len(MENTORS)]) for place in range(count)]
        _at_once(_run, [(tmp_path / "threads", town.root, number, town.world.now) for number in numbers])
        town.sweep()
        sent = [number for number in numbers if mentors_in(town.mentions(number))]
        assert len(sent) <= 3
        assert set(town.states(*numbers)) == {"waiting", "incomplete"}
        town.wait(minutes=1)
        for number in numbers:
            town.says(eve, number, "/withdraw")


@pytest.mark.parametrize(
    ("count", "turns"), [(8, 1), pytest.param(30, 10, marks=pytest.mark.exhaustive)], ids=["eight", "thirty, ten times"]
)
def test_forms_completed_in_the_same_second_pass_the_limits_no_more(
    town: Town, tmp_path: Path, count: int, turns: int
) -> None:
    """Requests that were incomplete until all were corrected at once: those who are late see what went out, or are taken back."""
    for turn in range(turns):
        eve = f"eve-{turn}"
        numbers = [town.asks(eve, mentor="nobody-here") for _place in range(count)]
        bodies = [town.body(mentor=MENTORS[place % len(MENTORS)]) for place in range(count)]
        town.wait(minutes=1)
        given = [
            (tmp_path / "threads", town.root, number, body, town.world.now)
            for number, body in zip(numbers, bodies, strict=True)
        ]
        _at_once(_edit_and_run, given)
        town.sweep()
        sent = [number for number in numbers if mentors_in(town.mentions(number))]
        assert len(sent) <= 3
        town.wait(minutes=1)
        for number in numbers:
            town.says(eve, number, "/withdraw")


def test_a_process_that_fails_fails_the_test(town: Town, tmp_path: Path) -> None:
    """What a run in a process of its own asserts reaches the test."""
    with pytest.raises(AssertionError):
        _at_once(_run, [(tmp_path / "threads", tmp_path / "nowhere", 1, datetime(2026, 11, 21, tzinfo=UTC))])
