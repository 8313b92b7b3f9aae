"""Attacks of people who want a mentor to be shown as paused, and the silences that should pause one."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from generator.app import bot
from generator.forge.folder import FolderForge
from generator.forge.people import People, user
from generator.insight.availability import availability_statuses
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.bot_memory import memory_of
from generator.requests.lifecycle.thread import thread_of
from generator.text.languages import language_tag
from generator.text.timestamps import write_time
from tests.attacks.played_town import WORLDS
from tests.attacks.played_town import Town as PlayedTown
from tests.fakes.github.fake_github import FakeGitHub
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community


class Town:
    """A community in a folder, where days pass and people do things."""

    def __init__(self, root: Path) -> None:
        self.root = write_community(root)
        self._change("directory.yml", "availability_desk: 1", "availability_desk: 900")
        (root / "threads").mkdir()
        self.day = 0.0

    def _change(self, path: str, old: str, new: str) -> None:
        whole = (self.root / path).read_text(encoding="utf-8")
        assert old in whole
        (self.root / path).write_text(whole.replace(old, new), encoding="utf-8")

    def confirmed(self, day: str) -> None:
        """Let Ada's profile be confirmed on a day."""
        self._change("mentors/ada.yml", "capacity: 2", f"capacity: 2\nlast_confirmed: {day}")

    @property
    def now(self) -> datetime:
        """The present moment."""
        return utc(self.day)

    @property
    def forge(self) -> FolderForge:
        """The folder as of now."""
        return FolderForge(self.root / "threads", self.now)

    def ask(self, login: str, account_days: int | None, mentor: str = "ada") -> int:
        """Let someone ask a mentor; their account is so many days old, or nobody knows."""
        forms = forms_of(bot.load_readable(self.root, self.now)[0], language_tag)
        answers = {"mentor": mentor, "skills": "python!", "languages": "English", "goals": f"I am {login}."}
        account = user(login)
        if account_days is not None:
            account["created_at"] = write_time(self.now - timedelta(days=account_days))
        number = People(self.forge).open(account, filled_in(forms, "mentorship", answers))
        bot.handle(self.forge, self.root, number, self.now)
        return number

    def say(self, login: str, number: int, words: str) -> bot.Run:
        """Let someone write a comment."""
        People(self.forge).say(user(login), number, words)
        return bot.handle(self.forge, self.root, number, self.now)

    def wait(self, days: float) -> bot.Run:
        """Let days pass, and let the sweep run at their end."""
        self.day += days
        return bot.sweep(self.forge, self.root, self.now)

    @property
    def ada(self) -> str:
        """Whether Ada can be asked."""
        found, directory, _ = bot.activity(self.forge, self.root, self.now)
        return availability_statuses(directory, self.now.date(), found)["ada"].availability

    def said(self, number: int) -> str:
        """The last comment of a thread."""
        return self.forge.thread(number)["comments"][-1]["body"]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The community, at noon of the first day."""
    return Town(tmp_path / "town")


@pytest.mark.parametrize("apart", [0, 3], ids=["on one day", "on two days"])
def test_throwaway_accounts_do_not_pause_a_mentor_who_is_there(town: Town, apart: int) -> None:
    """Two fresh accounts whose requests Ada leaves alone do nothing to her: she has confirmed her profile lately."""
    town.confirmed("2026-11-10")
    town.ask("fake-one", 1)
    town.day += apart
    last = town.ask("fake-two", 0)
    town.wait(14.1)
    town.wait(3)
    assert town.ada == "open"
    assert "paused" not in town.said(last)


def test_many_throwaway_accounts_do_no_more_than_two(town: Town) -> None:
    """However many fresh accounts wait in vain, they count for nothing against a sign of life."""
    town.confirmed("2026-11-10")
    for wave in range(3):
        for number in range(5):
            town.ask(f"fake-{wave}-{number}", number)
        town.wait(14.1)
    assert town.ada in ("open", "limited")


def test_an_answer_to_someone_else_is_a_sign_of_life(town: Town) -> None:
    """Who answers a real request is there, whatever two strangers tried before and after."""
    number = town.ask("mia", 900)
    town.say("ada", number, "/decline timing")
    town.day += 1
    town.ask("fake-one", 2)
    town.ask("fake-two", 2)
    town.wait(14.1)
    assert town.ada == "open"


def test_two_real_people_pause_also_who_was_there(town: Town) -> None:
    """Two people with accounts of their own, left waiting by a mentor who was there lately, are enough."""
    town.confirmed("2026-11-10")
    town.ask("mia", 900)
    number = town.ask("nils", 400)
    run = town.wait(14.1)
    assert town.ada == "paused"
    assert "Any reply ends that" in town.said(number)
    assert {"issue": number, "mentor": "ada", "occasion": "paused"} in run.deliveries
    town.say("ada", number, "/resume")
    assert town.ada == "open"


def test_one_person_who_asks_twice_is_one_person(town: Town) -> None:
    """A single old account, used again and again, doesn't pause a mentor who was there lately."""
    town.confirmed("2026-11-20")
    town.ask("mia", 900)
    town.wait(14.1)
    town.ask("mia", 914)
    town.wait(14.1)
    assert town.ada == "open"


def test_without_any_sign_of_life_two_requests_are_enough(town: Town) -> None:
    """Nobody waits for a mentor who isn't there, whoever finds that out."""
    town.ask("fake-one", 1)
    town.ask("fake-two", 1)
    town.wait(14.1)
    assert town.ada == "paused"


def test_a_sign_of_life_wears_off(town: Town) -> None:
    """A confirmation from months ago protects nobody any more."""
    town.confirmed("2026-09-01")
    town.ask("fake-one", 1)
    town.ask("fake-two", 1)
    town.wait(14.1)
    assert town.ada == "paused"


def test_a_newcomer_whom_a_mentor_has_answered_is_real(town: Town) -> None:
    """A new account that another mentor has answered before counts like any other."""
    town.confirmed("2026-11-10")
    for login in ("mia", "nils"):
        number = town.ask(login, 1, mentor="dora")
        town.say("dora", number, "/decline timing")
        town.ask(login, 1)
    town.wait(14.1)
    assert town.ada == "paused"


def test_who_nobody_knows_the_age_of_counts(town: Town) -> None:
    """Where the forge doesn't tell when an account was made, as in memories of version 0.1.0, its request counts."""
    town.confirmed("2026-11-10")
    town.ask("mia", None)
    town.ask("nils", None)
    town.wait(14.1)
    assert town.ada == "paused"


def test_the_age_is_asked_once_and_remembered(town: Town) -> None:
    """When the thread's account later says something else, or nothing, what was read first stays."""
    number = town.ask("mia", 5)
    made = memory_of(thread_of(town.forge.thread(number))).created
    path = town.root / "threads" / "issues" / f"{number}.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["issue"]["user"]["created_at"] = "2001-01-01T00:00:00Z"
    path.write_text(json.dumps(stored), encoding="utf-8")
    town.wait(4)
    assert made == utc(-5)
    assert memory_of(thread_of(town.forge.thread(number))).created == made


def test_a_coordinator_s_word_pauses_and_the_mentor_s_ends_it(town: Town) -> None:
    """A coordinator pauses the mentor of a request, who learns it at once with the word that ends it; nobody else can."""
    number = town.ask("mia", 900)
    town.say("mia", number, "/pause 30d")
    assert town.ada == "limited"
    run = town.say("cora", number, "/pause 30d")
    assert town.ada == "paused"
    assert "@ada, a coordinator has paused new requests for you" in town.said(number)
    assert {"issue": number, "mentor": "ada", "occasion": "paused"} in run.deliveries
    town.wait(1)
    assert town.ada == "paused"
    town.say("ada", number, "/resume")
    assert town.ada == "limited"


def test_a_coordinator_s_pause_is_no_sign_of_life(town: Town) -> None:
    """It is not the mentor who spoke, so silences stay silences."""
    town.ask("fake-one", 1)
    number = town.ask("fake-two", 1)
    town.wait(14.1)
    town.say("cora", number, "/pause 1d")
    town.day += 3
    assert town.ada == "paused"


def _leaves_one_person_waiting_twice(town: PlayedTown, mentor: str) -> tuple[int, int]:
    first = town.asks("mia", mentor=mentor)
    town.wait(days=15)
    town.sweep()
    second = town.asks("mia", mentor=mentor)
    town.wait(days=15)
    town.sweep()
    return first, second


@pytest.mark.parametrize(
    ("author", "path", "days_ago", "paused"),
    [
        ("dora", "mentors/dora.yml", 1, False),
        ("dora", "mentors/dora.yml", 70, True),
        ("cora", "mentors/dora.yml", 1, True),
        ("dora", "mentors/gwen.yml", 1, True),
        (None, "", 0, True),
    ],
    ids=["their own, lately", "their own, long ago", "a coordinator's", "of another file", "none"],
)
def test_who_changed_their_profile_lately_is_there(
    tmp_path: Path, author: str | None, path: str, days_ago: int, paused: bool
) -> None:
    """One person left waiting pauses a mentor only without a sign of life; a commit of their own is one."""
    with PlayedTown(WORLDS["github"](None), write_community(tmp_path / "town")) as town:
        github: FakeGitHub = town.world.github  # type: ignore[attr-defined]
        if author:
            github.commit(author, path, town.world.now - timedelta(days=days_ago))
        first, _second = _leaves_one_person_waiting_twice(town, "dora")
        found, directory, _ = bot.activity(town.world.forge(), town.root, town.world.now)
        status = availability_statuses(directory, town.world.now.date(), found)["dora"]
        assert (status.availability == "paused") == paused
        assert ("New requests are paused until" in town.seen(first).bodies[-1]) == paused


def test_a_profile_s_history_is_read_once_for_each_silence(tmp_path: Path) -> None:
    """What was read when a request expired is in the bot's memory; nobody asks again."""
    with PlayedTown(WORLDS["github"](None), write_community(tmp_path / "town")) as town:
        github: FakeGitHub = town.world.github  # type: ignore[attr-defined]
        github.commit("dora", "mentors/dora.yml", town.world.now)
        _leaves_one_person_waiting_twice(town, "dora")
        town.wait(days=1)
        town.sweep()
        bot.activity(town.world.forge(), town.root, town.world.now)
        asked = [one for one in github.exchanges if "/commits" in one.path]
        assert len(asked) == 2 and {one.status for one in asked} == {200}


def test_where_the_history_may_not_be_read_nothing_stops(tmp_path: Path) -> None:
    """Without the right to read the repository, silences weigh as they did."""
    with PlayedTown(WORLDS["github"](None), write_community(tmp_path / "town")) as town:
        github: FakeGitHub = town.world.github  # type: ignore[attr-defined]
        github.permissions["contents"] = "none"
        _first, second = _leaves_one_person_waiting_twice(town, "dora")
        assert town.states(second) == ["expired"]
