"""Accidents that no story tells: floods, races, things that vanish, and requests that know of each other."""

import copy
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from generator.app import bot
from generator.forge.port import ForgeError, Outcome
from generator.model.directory import Directory
from generator.requests.commands.available import MOST_COUNTED
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import status_comments
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.thread import thread_of
from generator.text.languages import language_tag
from tests.e2e.stories.story_seen import Seen
from tests.fakes.memory_forge import MemoryForge, utc
from tests.fakes.request_community import MENTORS, write_community

LIMIT = 65_536
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """The community, read once."""
    return bot.load_readable(write_community(tmp_path_factory.mktemp("community")), utc())[0]


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch, directory: Directory) -> None:
    _read(directory, monkeypatch)


def _read(directory: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot read this directory, for a sweep and for an event."""
    for name in ("load_readable", "load_concerned"):
        monkeypatch.setattr(bot, name, lambda root, now: (directory, []))


@pytest.fixture
def forge(directory: Directory) -> MemoryForge:
    """The desk, issue 1, and a request of Mia's to Ada, issue 2, which Ada was told of."""
    made = MemoryForge(utc())
    made.open("cora", "The desk.")
    asks(made, directory, "mia", "ada")
    return made


def asks(forge: MemoryForge, directory: Directory, mentee: str, mentor: str) -> int:
    """Let somebody ask a mentor, and the bot see it."""
    body = filled_in(
        forms_of(directory, language_tag),
        "mentorship",
        {"mentor": mentor, "skills": "python", "languages": "English", "goals": f"I am {mentee}."},
    )
    number = forge.open(mentee, body)
    bot.handle(forge, ".", number, forge.now)
    return number


def says(forge: MemoryForge, login: str, words: str, number: int = 2) -> Seen:
    """Let somebody say something a minute later, and the bot see it."""
    forge.now += MINUTE
    forge.say(login, number, words)
    assert bot.handle(forge, ".", number, forge.now).errors == []
    return Seen(forge.thread(number))


def test_a_thread_of_many_words_still_fits_and_still_ends(forge: MemoryForge) -> None:
    """However many words count, the status comment stays below GitHub's limit; then one answer says so, and ending still works."""
    says(forge, "ada", "/accept /started")
    for turn in range(MOST_COUNTED + 20):
        forge.now += MINUTE
        forge.say("mia", 2, "/break 3 weeks" if turn % 2 else "/continue")
        forge.say("ada", 2, "/update " + "@" * 500)
    for _ in range(40):
        bot.handle(forge, ".", 2, forge.now)
    seen = Seen(forge.thread(2))
    assert max(map(len, seen.bodies)) < LIMIT
    assert f"more than {MOST_COUNTED} commands" in seen.notices[-1]
    assert says(forge, "mia", "/end").state == "ended"


def test_a_flood_of_wrong_words_is_answered_for_a_while(forge: MemoryForge) -> None:
    """Thirty comments of those who take part are answered and no more, and the request goes on."""
    for turn in range(60):
        forge.say("mia", 2, f"/wrong{turn}")
    for _ in range(10):
        assert bot.handle(forge, ".", 2, forge.now).errors == []
    assert sum("answer:" in body for body in Seen(forge.thread(2)).notices) == 30
    assert says(forge, "ada", "/accept").state == "accepted"


def test_a_comment_has_one_answer_for_all_its_words(forge: MemoryForge) -> None:
    """Several words of one comment that do not count are answered in one comment."""
    before = len(Seen(forge.thread(2)).notices)
    seen = says(forge, "mia", "/accept /decline /acept")
    assert len(seen.notices) == before + 1
    assert all(f"`/{word}`" in seen.notices[-1] for word in ("accept", "decline", "acept"))


def test_of_two_status_comments_one_stays(forge: MemoryForge) -> None:
    """Where two runs began at once, the first status comment goes on and the other only points there."""
    comments = forge.stored[2]["comments"]
    comments.append({**copy.deepcopy(comments[0]), "id": comments[-1]["id"] + 1})
    seen = says(forge, "ada", "/accept")
    assert len(status_comments(seen.thread)) == 1
    assert seen.status == comments[0]["body"] and "said yes**" in seen.status
    assert any("See my first comment" in body for body in seen.bodies)
    assert bot.handle(forge, ".", 2, forge.now).actions == []


@pytest.mark.parametrize(
    ("closer", "state"), [(None, "withdrawn"), ("ghost", "ended"), ("github-actions[bot]", "waiting")]
)
def test_who_closed_is_not_always_known(forge: MemoryForge, closer: str | None, state: str) -> None:
    """Without a closer the author is meant; a ghost can only have been somebody with rights; what the bot closed and should not have is opened again."""
    person = (
        {
            "login": closer,
            "id": 10137 if closer == "ghost" else 41898282,
            "type": "Bot" if closer != "ghost" else "User",
        }
        if closer
        else None
    )
    forge.now += MINUTE
    forge.stored[2]["issue"].update(state="closed", closed_at="2026-11-21T12:01:00Z", closed_by=person)
    bot.handle(forge, ".", 2, forge.now)
    assert Seen(forge.thread(2)).state == state


def test_comments_of_the_same_second_count_in_the_order_of_their_numbers(forge: MemoryForge) -> None:
    """Two words at the same second count as they were written, in whatever order the forge gives them."""
    forge.say("ada", 2, "/decline")
    forge.say("ada", 2, "/accept")
    forge.stored[2]["comments"].reverse()
    bot.handle(forge, ".", 2, forge.now)
    assert Seen(forge.thread(2)).state == "declined"


def test_a_comment_older_than_what_counted_still_counts(forge: MemoryForge) -> None:
    """A comment that the forge shows late counts at its own time, and what was acknowledged after it stays."""
    forge.now += 10 * MINUTE
    early = forge.say("ada", 2, "/ask How much time?")
    forge.stored[2]["comments"][-1].update(created_at="2026-11-21T12:05:00Z", updated_at="2026-11-21T12:05:00Z")
    hidden = forge.stored[2]["comments"].pop()
    assert says(forge, "ada", "/accept").state == "accepted"
    forge.stored[2]["comments"].append({**hidden, "id": early})
    assert says(forge, "mia", "Hello").state == "accepted"


def test_a_clock_behind_the_forges_misses_nothing(forge: MemoryForge) -> None:
    """A comment that is some seconds ahead of the runner's clock is heard at once."""
    forge.now += MINUTE
    forge.say("ada", 2, "/accept")
    bot.handle(forge, ".", 2, forge.now - timedelta(seconds=45))
    assert Seen(forge.thread(2)).state == "accepted"


def test_an_issue_that_vanishes_while_the_sweep_runs_is_left_alone(forge: MemoryForge, directory: Directory) -> None:
    """What was deleted after it was listed is no trouble, and the others are served."""
    other = asks(forge, directory, "nils", "bela")
    read = forge.thread
    forge.thread = lambda number, **_more: None if number == 2 and forge.now > utc(1) else read(number)  # type: ignore[method-assign]
    listed = forge.threads
    forge.threads = lambda since, wanted: [  # type: ignore[method-assign]
        one for one in map(read, forge.numbers()) if wanted(one["issue"])
    ]
    forge.now = utc(4)
    done = bot.sweep(forge, ".", forge.now)
    forge.thread, forge.threads = read, listed
    assert done.errors == []
    assert {one.issue for one in done.actions if one.action == "comment"} == {1, other}


def test_one_trouble_does_not_keep_the_sweep_from_the_others(
    forge: MemoryForge, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A passing trouble with one issue is reported, and everybody else is reminded; a lasting one stops the run."""
    other = asks(forge, directory, "nils", "bela")
    perform = forge.perform
    forge.now = utc(4)

    def refuses(action: Action, passing: bool) -> Outcome:
        if action.issue == 2:
            raise ForgeError("no", passing)
        return perform(action)

    monkeypatch.setattr(forge, "perform", lambda action: refuses(action, passing=False))
    assert {one.issue for one in bot.sweep(forge, ".", forge.now).actions} <= {1}
    monkeypatch.setattr(forge, "perform", lambda action: refuses(action, passing=True))
    done = bot.sweep(forge, ".", forge.now)
    assert done.errors == ["issue 2: no"] and other in {one.issue for one in done.actions}
    assert forge.swept() is None


def test_a_run_that_breaks_off_still_tells_what_it_did(forge: MemoryForge) -> None:
    """When the forge fails half-way, what was posted until then still goes to other channels."""
    forge.now = utc(4)
    forge.lives = 1
    done = bot.handle(forge, ".", 2, forge.now)
    assert done.errors == ["issue 2: the lights went out"]
    assert [one.action for one in done.actions] == ["comment", "notify"]
    assert done.deliveries == [{"issue": 2, "mentor": "ada", "occasion": "reminder"}]


def test_a_request_does_not_stand_in_its_own_way(forge: MemoryForge, directory: Directory) -> None:
    """Who can be asked is told to each request as if it were not there itself, and to all others with it."""
    number = asks(forge, directory, "nils", "bela")
    says(forge, "bela", "/accept", number)
    index = RequestIndex(directory, forms_of(directory, language_tag), forge.now)
    index.load(thread_of(forge.thread(one)) for one in forge.numbers())
    assert index.context(number).statuses["bela"].availability == "open"
    assert index.context(2).statuses["bela"].availability == "waitlist"
    assert index.activity(None).mentors["bela"].active == 1


def test_a_desk_of_very_many_words_still_fits(
    forge: MemoryForge, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the words of two thousand mentors the desk's comment stays below GitHub's limit, and the newest words count."""
    many = {
        f"mentor-{number:04}": replace(directory.mentors["ada"], github=f"mentor-{number:04}", name=f"Mentor {number}")
        for number in range(2000)
    }
    crowd = replace(directory, mentors=MappingProxyType(many))
    _read(crowd, monkeypatch)
    for login in many:
        forge.say(login, 1, "/capacity 0")
    bot.handle(forge, ".", 1, forge.now)
    seen = Seen(forge.thread(1))
    assert len(seen.status) < LIMIT
    assert bot.activity(forge, ".", forge.now)[0].mentors["mentor-1999"].capacity == 0
    assert bot.handle(forge, ".", 1, forge.now).actions == []


@pytest.mark.parametrize("login", ["Ada", "ADA"])
def test_capitals_make_nobody_else_of_a_login(forge: MemoryForge, login: str) -> None:
    """Logins ignore case, and so does the bot."""
    forge.now += MINUTE
    forge.say(login, 2, "/accept")
    bot.handle(forge, ".", 2, forge.now)
    assert Seen(forge.thread(2)).state == "accepted"
    assert set(MENTORS) >= {"ada"}


def test_other_bots_are_not_listened_to(forge: MemoryForge) -> None:
    """A bot that writes a command, even under a mentor's login, changes nothing."""
    forge.say("ada", 2, "/accept")
    forge.stored[2]["comments"][-1]["user"]["type"] = "Bot"
    bot.handle(forge, ".", 2, forge.now)
    assert Seen(forge.thread(2)).state == "waiting"


def test_the_weekly_digest_goes_out_once_on_mondays(
    forge: MemoryForge, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Mondays, once, each mentor with waiting requests is told of them on other channels."""
    settings = replace(directory.settings, requests=replace(directory.settings.requests, weekly_digest=True))
    _read(replace(directory, settings=settings), monkeypatch)
    told = []
    for day in (1, 2, 2.1, 3, 9):
        forge.now = utc(day)
        told.append(
            [(one.mentor, one.issue) for one in bot.sweep(forge, ".", forge.now).actions if one.occasion == "digest"]
        )
    assert told == [[], [("ada", 2)], [], [], [("ada", 2)]]


def test_coordinators_without_a_channel_are_told_in_an_issue(
    forge: MemoryForge, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The board issue gets one comment a day, when there is something new and on Mondays; it names only coordinators."""
    desk = forge.open("cora", "What needs us.")
    settings = replace(directory.settings, requests=replace(directory.settings.requests, board_desk=desk))
    _read(replace(directory, settings=settings), monkeypatch)
    told = []
    for day in (1, 1.1, 8, 8.1, 9, 10):
        forge.now = utc(day)
        if day == 8.1:
            forge._when = None
        assert not bot.sweep(forge, ".", forge.now).errors
        told.append(len(forge.stored[desk]["comments"]))
    assert told == [1, 1, 2, 2, 3, 3]
    text = forge.stored[desk]["comments"][1]["body"]
    assert "@cora: " in text and "need a person today" in text and "No answer from the mentor: 1" in text
    assert "ada" not in text and "mia" not in text
    forge.close("cora", desk)
    forge.now = utc(16)
    bot.sweep(forge, ".", forge.now)
    assert len(forge.stored[desk]["comments"]) == 3
