"""Someone without any part in a request wants the bot to fall silent: by using up the calls that GitHub allows in an hour."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from generator.app import bot
from generator.forge.port import ForgeError
from tests.attacks.played_town import WORLDS, Town
from tests.fakes.github.fake_github import FakeGitHub
from tests.fakes.request_community import write_community

BUG = "### Steps to reproduce\n\nThe site is slow."


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community's files."""
    return write_community(tmp_path_factory.mktemp("community"))


@pytest.fixture
def town(root: Path) -> Iterator[Town]:
    """The community at a fake GitHub, which has seen three hundred reports of other things."""
    with Town(WORLDS["github"](None), root) as made:
        github = github_of(made)
        for _turn in range(300):
            number = report(made)
            github.comment("eve", number, "Nobody looked at this yet.")
            github.close("cora", number)
        yield made


def github_of(town: Town) -> FakeGitHub:
    """The fake GitHub below a town."""
    github: FakeGitHub = town.world.github  # type: ignore[attr-defined]
    return github


def calls_of(town: Town, number: int) -> int:
    """How many calls one run for an issue takes."""
    before = len(github_of(town).exchanges)
    town.handle(number)
    return len(github_of(town).exchanges) - before


def report(town: Town) -> int:
    """An issue that is no request."""
    return town.world.open("eve", BUG, ())[0]


def test_a_comment_beside_all_requests_costs_one_call(town: Town) -> None:
    """In an issue that is neither a request nor the availability issue, whatever is said costs a single call."""
    number = report(town)
    town.world.say("eve", number, "/accept @ada")
    assert calls_of(town, number) == 1


@pytest.mark.parametrize("mentor", ["ada", ""], ids=["of one mentor", "on the waiting list"])
def test_a_comment_that_changes_nothing_costs_its_own_thread(town: Town, mentor: str) -> None:
    """In a request, where any comment may be a command, one that changes nothing costs two calls: the issue and its comments."""
    number = town.asks("mia", mentor=mentor)
    for login in ("eve", "mia", "eve"):
        town.world.say(login, number, "Nice weather today.")
        assert calls_of(town, number) == 2


def test_a_comment_on_the_availability_issue_costs_its_own_thread(town: Town) -> None:
    """The availability issue is read alone."""
    town.handle(1)
    town.world.say("eve", 1, "Nice weather today.")
    assert calls_of(town, 1) == 2


def test_a_request_over_the_limit_costs_only_its_authors_other_requests(town: Town) -> None:
    """Whoever sends a hundred requests has not all others read a hundred times."""
    for mentor in ("ada", "bela", "chen"):
        town.asks("eve", mentor=mentor)
    number = town.opens("eve", mentor="dora")
    assert calls_of(town, number) <= 20
    town.world.say("eve", number, "And now?")
    assert calls_of(town, number) <= 15


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "where", ["a bug report", "a request of their own", "the availability issue", "another's request"]
)
def test_ten_requests_are_served_beside_a_flood_of_two_hundred_comments(town: Town, where: str) -> None:
    """Two hundred comments of strangers in an hour leave enough calls to send ten requests, to the last of them."""
    mentors = ("ada", "bela", "chen", "dora", "ida") * 2
    mias = town.asks("mia-0", mentor="gwen")
    flooded = {
        "a bug report": lambda: report(town),
        "a request of their own": lambda: town.asks("eve"),
        "the availability issue": lambda: 1,
        "another's request": lambda: mias,
    }[where]()
    github_of(town).resets = town.world.now.replace(hour=23, minute=59)
    github_of(town).used = 0
    numbers: list[int] = []
    for turn in range(200):
        town.world.say(f"eve-{turn % 7}", flooded, f"/accept {turn}")
        town.handle(flooded)
        if turn % 20 == 19:
            number = town.world.open(f"mia-{turn}", town.body(mentor=mentors[turn // 20]), ("request",))[0]
            town.handle(number)
            numbers.append(number)
    assert town.states(*numbers) == ["waiting"] * 10
    assert len(town.deliveries) == 11
    assert not github_of(town).slept


def test_near_the_limit_the_sweep_leaves_the_rest_to_people(town: Town) -> None:
    """With few calls left, the sweep says that it stops, a request that comes now is served, and the next sweep does the rest."""
    numbers = [town.asks(f"mia-{turn}", mentor=mentor) for turn, mentor in enumerate(("ada", "bela", "chen"))]
    town.wait(days=4)
    github = github_of(town)
    github.used, github.resets = 800, town.world.now.replace(hour=23, minute=59)
    done = bot.sweep(town.world.forge(), town.root, town.world.now)
    assert "Most of the calls that GitHub allows in an hour are used up" in done.errors[0]
    assert done.again and 60 <= done.again <= 3600
    assert sum(_reminders(town, number) for number in numbers) < 3
    late = town.asks("nils", mentor="dora")
    assert town.states(late) == ["waiting"]
    town.wait(days=1)
    town.sweep()
    assert [_reminders(town, number) for number in numbers] == [1, 1, 1]


def _reminders(town: Town, number: int) -> int:
    return sum(key.startswith("remind") for key in town.seen(number).memory.notices)


def test_a_sweep_that_cannot_even_read_all_comes_back(town: Town) -> None:
    """When others use up the calls while the sweep still lists, it stops there, and names the time of its return."""
    town.asks("mia", mentor="ada")
    github = github_of(town)
    github.used, github.resets = 760, town.world.now + timedelta(minutes=20)
    done = bot.sweep(town.world.forge(), town.root, town.world.now)
    assert "Most of the calls" in done.errors[0]
    assert done.again == 20 * 60 + 60
    assert github.used < 770


def test_the_site_leaves_the_last_calls_to_people(town: Town) -> None:
    """Reading everything for the site stops, too, and the last site stays; the bot still answers."""
    number = town.asks("mia", mentor="ada")
    github = github_of(town)
    github.used, github.resets = 760, town.world.now.replace(hour=23, minute=59)
    with pytest.raises(ForgeError, match="Most of the calls"):
        bot.activity(town.world.forge(), town.root, town.world.now)
    town.says("ada", number, "/accept")
    assert town.states(number) == ["accepted"]


def test_opening_and_closing_builds_no_site(town: Town) -> None:
    """A request that was never sent is nowhere on the site, so nobody can make it build again and again."""
    number = town.opens("eve", mentor="nobody-here")
    opened = town.handle(number)
    town.world.close("eve", number)
    closed = town.handle(number)
    assert opened.actions and closed.actions
    assert not opened.changed and not closed.changed


def _reads(town: Town) -> list[str]:
    """The addresses that a sweep reads."""
    github = github_of(town)
    before = len(github.exchanges)
    town.sweep()
    return [one.path for one in github.exchanges[before:] if one.method == "GET"]


def test_a_sweep_reads_again_only_what_changed_or_waits(town: Town) -> None:
    """Three hundred reports, and requests that have ended, are not read again on a day on which nothing is due."""
    open_one = town.asks("mia", mentor="ada")
    ended = town.asks("nils", mentor="dora")
    town.says("nils", ended, "/withdraw")
    town.sweep()
    town.wait(hours=3)
    github_of(town).ran("sweep.yml")
    town.wait(hours=21)
    paths = _reads(town)
    own = {int(found[1]) for path in paths if (found := re.search(r"/issues/(\d+)/comments", path))}
    assert own == {1, open_one}
    assert sum("/issues/comments" in path for path in paths) <= 1
    assert len(paths) <= 12
    town.world.say("nils", ended, "Thank you all the same.")
    assert any(f"/issues/{ended}/comments" in path or "/issues/comments" in path for path in _reads(town))


def test_a_sweep_that_has_something_to_do_knows_what_ended(town: Town) -> None:
    """What waits for a limit is judged by all that was sent, also by what ended and has not changed since."""
    for mentor in ("ada", "bela", "chen"):
        town.says("eve", town.asks("eve", mentor=mentor), "/withdraw")
    waiting = town.asks("eve", mentor="dora")
    town.wait(hours=4)
    github_of(town).ran("sweep.yml")
    town.wait(hours=1)
    town.sweep()
    assert town.states(waiting) == ["incomplete"]
    town.wait(hours=24)
    town.sweep()
    assert town.states(waiting) == ["waiting"]


def test_a_request_that_lost_its_label_and_its_form_is_found_again(town: Town) -> None:
    """Whoever takes away all that shows a request changes the issue, so the next sweep looks at it."""
    number = town.asks("mia", mentor="ada")
    town.wait(hours=3)
    github_of(town).ran("sweep.yml")
    town.wait(hours=1)
    town.world.rewrite("mia", number, "Never mind.")
    github_of(town).state.issue(number).labels.clear()
    town.wait(hours=20)
    town.sweep()
    assert town.states(number) == ["waiting"]


def test_the_sweep_reads_no_comments_again_that_have_not_changed(town: Town) -> None:
    """What was listed a moment ago and has the same time of change is not read a second time before it is answered."""
    number = town.asks("mia", mentor="ada")
    town.wait(days=4)
    before = len(github_of(town).exchanges)
    town.sweep()
    paths = [one.path for one in github_of(town).exchanges[before:] if one.method == "GET"]
    assert not [path for path in paths if f"/issues/{number}/comments" in path]
