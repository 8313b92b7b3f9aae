"""Someone registers the login that a mentor without a GitHub account has as a handle, and wants to be taken for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.app import bot
from generator.requests.commands import COMMANDS
from tests.attacks.played_town import WORLDS, Town
from tests.e2e.stories.story_seen import mentions_in
from tests.e2e.stories.story_worlds import bot_comments
from tests.fakes.request_community import write_community

GRETA = """name: Greta Ohm
headline: Helps with Python
skills: [python, testing]
languages: [en]
timezone: Europe/London
commitment: 1h
capacity: 5
"""
WORDS = ("Yes, gladly!", "No, sorry.", "We had our first call.", "I am away until March.", "Ask ada instead.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The community's files, with Greta, who has no account."""
    root = write_community(tmp_path / "community")
    (root / "mentors" / "greta.yml").write_text(GRETA, encoding="utf-8")
    return root


@pytest.fixture(params=sorted(WORLDS))
def town(request: pytest.FixtureRequest, root: Path) -> Iterator[Town]:
    """The community, on each forge; nobody may ask a forge who has Greta's handle as a login."""
    with Town(WORLDS[request.param](None), root) as made:
        yield made


def _never_called(town: Town, *numbers: int) -> None:
    for number in numbers:
        stored = town.world.thread(number)
        bodies = [one["body"] for one in bot_comments(stored)]
        assert not any("greta" in mentions_in(body) or "@greta" in body for body in bodies)
        assert "greta" not in {one["login"] for one in stored["issue"].get("assignees", ())}
    occasions = {one["occasion"] for one in town.deliveries if one["mentor"] == "greta"}
    assert occasions <= {"without-account"}


def test_no_command_and_no_word_of_theirs_counts(town: Town) -> None:
    """In every state, whatever the account writes leaves the request where it was, and nobody mentions or assigns it."""
    number = town.asks("mia", mentor="greta")
    for passed_on in ("", "/for greta ask Which one?", "/for greta accept", "/for greta started", "/for greta end"):
        if passed_on:
            town.says("cora", number, passed_on)
        before = town.seen(number).state
        for words in (*(f"/{one.name} 1" for one in COMMANDS), *WORDS):
            town.world.say("greta", number, words)
        town.handle(number)
        assert before == town.seen(number).state
    _never_called(town, number)


def test_a_coordinator_never_speaks_through_them(town: Town) -> None:
    """Whoever is no coordinator answers for nobody, neither in a request nor in the availability issue."""
    number = town.asks("mia", mentor="greta")
    for login in ("greta", "mia", "ada", "eve"):
        town.says(login, number, "/for greta accept")
        town.says(login, 1, "/for greta capacity 0")
    assert "waiting" == town.seen(number).state
    assert 5 == town_capacity(town)
    _never_called(town, number)


def town_capacity(town: Town) -> int:
    """How many mentees Greta takes, as the bot knows it."""
    known = bot.activity(town.world.forge(), town.root, town.world.now)[0].mentors["greta"].capacity
    return 5 if known is None else known


@pytest.mark.parametrize("file", [None, "name: [\n"])
def test_a_handle_without_a_file_stays_without_an_account(town: Town, root: Path, file: str | None) -> None:
    """When the profile is deleted or broken while a request waits, the account still isn't the mentor who was asked."""
    number = town.asks("mia", mentor="greta")
    path = root / "mentors" / "greta.yml"
    path.write_text(file, encoding="utf-8") if file else path.unlink()
    town.says("greta", number, "/accept")
    town.says("greta", number, "Yes!")
    assert "waiting" == town.seen(number).state
    for _day in range(16):
        town.wait(days=1)
        town.sweep()
    assert ("expired" if file else "declined") == town.seen(number).state
    _never_called(town, number)


def test_a_mentor_who_takes_the_login_is_only_themselves(town: Town) -> None:
    """A mentor who renames their account to another's handle goes on as themselves, and gets nothing of the other's."""
    first, second = town.asks("mia", mentor="greta"), town.asks("mia", mentor="bela")
    town.says("bela", second, "/ask Which one?")
    town.world.rename("bela", "greta")
    town.says("greta", first, "/accept")
    assert "waiting" == town.seen(first).state
    town.says("greta", second, "/accept")
    assert "accepted" == town.seen(second).state
    assert 0 == town.mentions(first)["greta"]


def test_an_account_of_their_own_counts_from_then_on(town: Town, root: Path) -> None:
    """Once a coordinator has added `github` to the profile, the mentor answers for themselves, also what was asked before."""
    number = town.asks("mia", mentor="greta")
    (root / "mentors" / "greta.yml").write_text("github: greta\n" + GRETA, encoding="utf-8")
    town.says("cora", number, "/for greta accept")
    assert "waiting" == town.seen(number).state
    town.says("greta", number, "/accept")
    assert "accepted" == town.seen(number).state
