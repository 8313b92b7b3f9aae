"""Someone who asks wants to reach more people, and more often, than they may: by withdrawing, by another name, by many at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.played_town import WORLDS, Town, coordinators_in, mentors_in
from tests.fakes.request_community import write_community


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community's files."""
    return write_community(tmp_path_factory.mktemp("community"))


@pytest.fixture(params=sorted(WORLDS))
def town(request: pytest.FixtureRequest, root: Path) -> Iterator[Town]:
    """The community, on each forge."""
    with Town(WORLDS[request.param](None), root) as made:
        yield made


@pytest.mark.parametrize("ends", ["/withdraw", "the button"])
def test_withdrawing_and_asking_again_reaches_a_mentor_once_a_day(town: Town, ends: str) -> None:
    """Ask, withdraw, ask again: twelve times in an hour give one mention and one delivery, and the next a day later."""
    numbers = []
    for _turn in range(12):
        numbers.append(town.asks("eve", mentor="ada"))
        if ends == "/withdraw":
            town.says("eve", numbers[-1], "/withdraw")
        else:
            town.closes("eve", numbers[-1])
        town.wait(minutes=3)
    assert town.mentions(*numbers) == {"ada": 1}
    assert len(town.deliveries) == 1
    last = town.asks("eve", mentor="ada")
    assert "already asked this mentor in the last 24 hours" in town.seen(last).status
    town.wait(hours=25)
    town.sweep()
    assert town.mentions(last) == {"ada": 1}


def test_another_mentor_each_time_reaches_three_a_day(town: Town) -> None:
    """Whoever asks one mentor after the other and withdraws each time reaches three of them in a day."""
    numbers = []
    for mentor in ("ada", "bela", "chen", "dora", "gwen", "ida"):
        numbers.append(town.asks("eve", mentor=mentor))
        town.says("eve", numbers[-1], "/withdraw")
    assert mentors_in(town.mentions(*numbers)) == 3
    assert len(town.deliveries) == 3
    more = town.asks("eve", mentor="gwen")
    assert "You've sent 3 requests in the last 24 hours" in town.seen(more).status


def test_a_new_login_is_the_same_person(town: Town) -> None:
    """Whoever renames their account has sent what they sent before."""
    town.world.person("eve", 4242)
    numbers = []
    for turn, mentor in enumerate(("ada", "bela", "chen", "dora", "gwen")):
        login = f"eve-{turn}" if turn else "eve"
        if turn:
            town.world.rename(f"eve-{turn - 1}" if turn > 1 else "eve", login)
        numbers.append(town.asks(login, mentor=mentor))
        town.says(login, numbers[-1], "/withdraw")
    assert mentors_in(town.mentions(*numbers)) == 3


def test_who_was_removed_as_spam_calls_a_coordinator_once_a_day(town: Town) -> None:
    """After `/spam`, asking again and again gives one held request at a time and one mention of a coordinator a day."""
    first = town.asks("eve", mentor="ada")
    town.says("cora", first, "/spam")
    numbers = []
    for _turn in range(6):
        numbers.append(town.asks("eve", mentor="bela"))
        town.says("eve", numbers[-1], "/withdraw")
    assert coordinators_in(town.mentions(*numbers)) == 1
    town.wait(hours=25)
    held = [town.asks("eve", mentor=mentor) for mentor in ("ada", "bela", "chen")]
    assert town.states(*held) == ["held", "incomplete", "incomplete"]
    assert f"still reviewing your request #{held[0]}" in town.seen(held[1]).status
    assert coordinators_in(town.mentions(*held)) == 1


def test_one_notification_test_is_open_at_a_time(town: Town) -> None:
    """A second test waits for the end of the first, and says so."""
    numbers = [town.asks("ada", kind="self-test", label="self-test") for _turn in range(4)]
    assert town.states(*numbers) == ["active", "incomplete", "incomplete", "incomplete"]
    assert f"already have an open test: #{numbers[0]}" in town.seen(numbers[1]).status
    town.says("ada", numbers[0], "/end")
    town.sweep()
    assert town.states(*numbers) == ["ended", "active", "incomplete", "incomplete"]


def test_deliveries_follow_the_cap_of_mentions(town: Town) -> None:
    """Two mentors who bounce a request and a coordinator who reassigns it in a loop give three deliveries, not forty."""
    number = town.asks("mia", mentor="ada")
    for turn in range(10):
        town.says(("ada", "dora")[turn % 2], number, f"/redirect @{('dora', 'ada')[turn % 2]}")
    for turn in range(10):
        town.says("cora", number, f"/reassign @{('gwen', 'ida')[turn % 2]}")
    assert sum(town.mentions(number).values()) <= 3
    assert len(town.deliveries) <= 3


def test_what_waited_for_the_limit_goes_out_by_itself(town: Town) -> None:
    """A request over the day's limit is sent by the sweep, without another word of its author."""
    numbers = [town.asks("mia", mentor=mentor) for mentor in ("ada", "bela", "chen")]
    town.says("mia", numbers[0], "/withdraw")
    waiting = town.asks("mia", mentor="dora")
    assert town.states(waiting) == ["incomplete"]
    town.wait(hours=25)
    town.sweep()
    assert town.states(waiting) == ["waiting"]


def test_many_accounts_reach_one_mentor_ten_times_a_day(town: Town) -> None:
    """Forty accounts that each ask the same mentor once and withdraw give ten mentions; the others go out day by day."""
    numbers = []
    for turn in range(40):
        numbers.append(town.asks(f"eve-{turn}", mentor="ada"))
        town.says(f"eve-{turn}", numbers[-1], "/withdraw")
    assert town.mentions(*numbers) == {"ada": 10}
    assert len(town.deliveries) == 10
    mia = town.asks("mia", mentor="ada")
    assert "This mentor has had 10 new requests in the last 24 hours" in town.seen(mia).status
    elsewhere = town.asks("nils", mentor="dora")
    assert town.states(mia, elsewhere) == ["incomplete", "waiting"]
    town.wait(hours=25)
    town.sweep()
    assert town.states(mia) == ["waiting"]


def test_nobody_is_passed_on_to_a_mentor_who_has_enough(town: Town) -> None:
    """What is passed on counts, too: an eleventh request in a day reaches the mentor by no command but their own."""
    for turn in range(10):
        town.says(f"eve-{turn}", town.asks(f"eve-{turn}", mentor="dora"), "/withdraw")
    number = town.asks("mia", mentor="ada")
    town.says("ada", number, "/redirect @dora")
    town.says("cora", number, "/reassign @dora")
    assert town.mentions(number)["dora"] == 0
    open_to_all = town.asks("nils")
    town.says("dora", open_to_all, "/interested")
    assert town.mentions(open_to_all)["dora"] == 1


class Frozen:
    """A forge whose view of other threads was taken before any run wrote; its own thread it sees as it is."""

    def __init__(self, forge: Any, number: int, seen: list[dict[str, Any]]) -> None:
        self._forge, self._number, self._seen = forge, number, seen

    def __getattr__(self, name: str) -> Any:
        return getattr(self._forge, name)

    def threads(self, closed_since: Any) -> Iterator[dict[str, Any]]:
        yield from self._seen

    def threads_by(self, login: str, closed_since: Any) -> Iterator[dict[str, Any]]:
        yield from (one for one in self._seen if one["issue"]["user"]["login"] == login)


def test_with_frozen_views_only_the_lowest_numbers_pass(town: Town) -> None:
    """Fifty requests at once, each run blind for what the others write: the three with the lowest numbers are sent."""
    mentors = ("ada", "bela", "chen", "dora", "gwen")
    numbers = [town.opens("eve", mentor=mentors[turn % 5]) for turn in range(50)]
    seen = [town.world.thread(number) for number in (1, *numbers)]
    for number in reversed(numbers):
        town.handle(number, Frozen(town.world.forge(), number, seen))  # type: ignore[arg-type]
    assert [number for number in numbers if town.mentions(number)] == numbers[:3]
    assert len(town.deliveries) == 3


class Late(Frozen):
    """A forge whose first view shows nobody else, and that is read again as it is then."""

    def threads_by(self, login: str, closed_since: Any) -> Iterator[dict[str, Any]]:
        yield from self._forge.threads_by(login, closed_since)


def test_what_a_run_did_not_see_is_read_again_before_anyone_is_notified(town: Town) -> None:
    """A run that listed the requests before the others were there finds them when it counts, and takes its own back."""
    numbers = [town.opens("eve", mentor=mentor) for mentor in ("ada", "bela", "chen", "dora", "gwen")]
    for number in numbers:
        alone = [town.world.thread(number)]
        town.handle(number, Late(town.world.forge(), number, alone))  # type: ignore[arg-type]
    assert town.states(*numbers) == ["waiting"] * 3 + ["incomplete"] * 2
    assert mentors_in(town.mentions(*numbers)) == 3
    assert "You already have 3 open requests" in town.seen(numbers[-1]).status
