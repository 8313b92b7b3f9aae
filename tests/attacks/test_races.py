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
from generator.forge.port import ForgeError
from generator.requests.lifecycle.bot_memory import notice_keys
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


class Between:
    """A forge in which something else happens right before anyone is notified, and while a run waits."""

    def __init__(self, forge: Any, before_notice: Any = None, while_waiting: Any = None) -> None:
        self._forge, self._before, self._waiting = forge, before_notice, while_waiting

    def __getattr__(self, name: str) -> Any:
        return getattr(self._forge, name)

    def perform(self, action: Any) -> Any:
        if self._before and notice_keys(action.body) & {"told:1"}:
            before, self._before = self._before, None
            before()
        return self._forge.perform(action)

    def pause(self) -> None:
        if self._waiting:
            waiting, self._waiting = self._waiting, None
            waiting()


@pytest.mark.parametrize("already", [0, 2])
def test_a_form_completed_between_the_look_and_the_notice_of_a_later_one_is_no_surplus(
    town: Town, tmp_path: Path, already: int
) -> None:
    """The earlier request is corrected after the later one has counted, and before anyone knows of that: one goes out."""
    mentors = ("bela", "chen") if already else ("ada", "ada")
    for mentor in ("dora", "gwen")[:already]:
        town.asks("eve", mentor=mentor)
    low = town.asks("eve", mentor="nobody-here")
    high = town.opens("eve", mentor=mentors[1])

    def complete_the_lower() -> None:
        town.world.rewrite("eve", low, town.body(mentor=mentors[0]))
        town.handle(low, Between(town.world.forge()))  # type: ignore[arg-type]

    town.handle(high, Between(town.world.forge(), complete_the_lower))  # type: ignore[arg-type]
    assert mentors_in(town.mentions(low, high)) == 1
    assert town.states(low, high) == ["incomplete", "waiting"]
    town.wait(minutes=1)
    town.sweep()
    assert mentors_in(town.mentions(low, high)) == 1


class StopsAfterTheFirstComment(Between):
    """A forge that fails once the status comment is written."""

    def perform(self, action: Any) -> Any:
        outcome = self._forge.perform(action)
        if action.action == "comment":
            raise ForgeError("stopped here", passing=True)
        return outcome


def test_a_run_waits_a_moment_for_a_later_request_that_gives_way(town: Town) -> None:
    """The later one was noted down, and nobody notified of it; while the earlier one's run waits, it gives way."""
    for mentor in ("dora", "gwen"):
        town.asks("mia", mentor=mentor)
    low = town.asks("mia", mentor="nobody-here")
    high = town.opens("mia", mentor="chen")
    forge: Any = StopsAfterTheFirstComment(town.world.forge())
    assert bot.handle(forge, town.root, high, town.world.now).errors
    town.world.rewrite("mia", low, town.body(mentor="ada"))
    forge = Between(town.world.forge(), while_waiting=lambda: town.handle(high))
    town.handle(low, forge)
    assert forge._waiting is None
    assert town.states(low, high) == ["waiting", "incomplete"]


def test_two_forms_sent_by_a_double_click_do_not_wait_for_each_other(town: Town) -> None:
    """The run of the second sees the first, even before that one was looked at, so exactly one goes out."""
    low, high = town.opens("mia", mentor="ada"), town.opens("mia", mentor="ada")
    town.handle(high)
    town.handle(low)
    assert town.states(low, high) == ["waiting", "incomplete"]
    assert mentors_in(town.mentions(low, high)) == 1


def test_a_process_that_fails_fails_the_test(town: Town, tmp_path: Path) -> None:
    """What a run in a process of its own asserts reaches the test."""
    with pytest.raises(AssertionError):
        _at_once(_run, [(tmp_path / "threads", tmp_path / "nowhere", 1, datetime(2026, 11, 21, tzinfo=UTC))])
