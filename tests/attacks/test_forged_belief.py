"""Attacks on what the bot believes: forms that nobody sees, and a memory that another workflow writes under its name."""

import json
from pathlib import Path

import pytest

from generator.adapters.secrets import MEMORY
from generator.app import bot
from generator.forge.folder import FolderForge
from generator.forge.people import People, user
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.bot_memory import BotMemory, memory_of, notice_mark, status_mark
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import BOT, thread_of
from generator.text.languages import language_tag
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community

BOT_ACCOUNT = {"login": BOT, "id": 41898282, "type": "Bot"}
MINE, THEIRS = MemorySeal("the community's secret"), MemorySeal("a guess")
ANSWERS = {"mentor": "ada", "skills": "python!", "languages": "English", "goals": "Write my first tests."}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community without an availability issue."""
    root = write_community(tmp_path / "town")
    settings = root / "directory.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("availability_desk: 1", "availability_desk: 900"))
    (root / "threads").mkdir()
    return root


def _form(root: Path, **answers: str) -> str:
    return filled_in(forms_of(bot.load_readable(root, utc())[0], language_tag), "mentorship", {**ANSWERS, **answers})


def _opened(root: Path, body: str) -> tuple[FolderForge, int]:
    forge = FolderForge(root / "threads", utc())
    number = People(forge).open(user("mia"), body)
    bot.handle(forge, root, number, utc())
    return forge, number


HIDDEN = {
    "in a code fence": "```\n{}\n```",
    "in a fence that nobody closes": "Like this:\n\n~~~text\n{}",
    "in a longer fence with a shorter one inside": "````\n```\n{}\n```\n````",
    "in a comment": "<!--\n{}\n-->",
    "in a comment that nobody closes": "See below.\n\n<!-- {}",
    "folded up": "<details>\n\n{}\n\n</details>",
    "folded up behind a sentence": "More <DETAILS>\n\n{}",
    "in a tag": "<div>\n{}",
}


@pytest.mark.parametrize("name", [*HIDDEN, "in indented code", "in code by tabs"])
def test_a_form_that_nobody_sees_is_no_request(root: Path, name: str) -> None:
    """The bot stays silent below it, and calls no mentor."""
    form = _form(root)
    if name in HIDDEN:
        # In a tag, the blank lines would end it.
        body = HIDDEN[name].replace("{}", form.replace("\n\n", "\n") if name == "in a tag" else form)
    else:
        indent = "\t" if "tabs" in name else "    "
        body = "\n".join(indent + line for line in form.split("\n"))
    forge, number = _opened(root, body)
    assert forge.thread(number)["comments"] == []


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_mentor_does_not_beat_the_one_that_is_seen(root: Path, name: str) -> None:
    """Above the whole form, a heading that nobody sees names Bela; Ada, whom everyone sees, is asked."""
    if "nobody closes" in name or "sentence" in name:
        pytest.skip("it hides the whole form")
    hidden = HIDDEN[name].replace("{}", "### Mentor\nbela" if name == "in a tag" else "### Mentor\n\nbela")
    forge, number = _opened(root, f"{hidden}\n\n{_form(root)}")
    bodies = [one["body"] for one in forge.thread(number)["comments"]]
    assert any("@ada" in body for body in bodies) and not any("@bela" in body for body in bodies)


def test_code_in_the_goals_stays_what_it_is(root: Path) -> None:
    """An honest form with code and a comment in its free text is sent as it was."""
    forge, number = _opened(root, _form(root, goals="I wrote:\n\n```\n### Mentor\n\nbela\n```\n\n<!-- a note -->"))
    assert any("@ada" in one["body"] for one in forge.thread(number)["comments"])


def _forged(root: Path, forge: FolderForge, number: int, body: str) -> str:
    """Let another workflow speak under the bot's name before the bot looks again, and return the state it sees."""
    People(forge).say(BOT_ACCOUNT, number, body)
    later = FolderForge(root / "threads", utc(1))
    bot.sweep(later, root, utc(1))
    return memory_of(thread_of(later.thread(number)), _seal_of(root)).state


def _seal_of(root: Path) -> MemorySeal:
    settings = bot.load_readable(root, utc())[0].settings
    return MemorySeal(bot.memory_secret(), settings.requests.memory_signed_since)


def test_an_echo_in_the_middle_of_a_comment_is_no_memory(root: Path) -> None:
    """Another workflow that quotes an issue below its own words forges no state."""
    mark = status_mark(BotMemory(state="completed"), 1, user("mia")["id"])
    forge = FolderForge(root / "threads", utc())
    number = People(forge).open(user("mia"), _form(root))
    assert _forged(root, forge, number, f"Thank you for your issue:\n\n{mark}\n**Completed**") == "waiting"


@pytest.mark.parametrize(("number", "author"), [(77, "mia"), (1, "eve")])
def test_another_request_s_memory_is_not_believed(root: Path, number: int, author: str) -> None:
    """A copy of a real memory counts only in the issue, and for the author, that it was written for."""
    mark = status_mark(BotMemory(state="completed"), number, user(author)["id"])
    forge = FolderForge(root / "threads", utc())
    People(forge).open(user("mia"), _form(root))
    assert _forged(root, forge, 1, f"{mark}\n**Completed**") == "waiting"


@pytest.mark.parametrize(
    "seal", [MemorySeal(), THEIRS, MemorySeal("the community's secret ")], ids=["unsigned", "guessed", "near"]
)
def test_with_a_secret_only_what_is_signed_is_believed(
    root: Path, monkeypatch: pytest.MonkeyPatch, seal: MemorySeal
) -> None:
    """A memory and a notice at the very start of a comment, with all numbers right, count for nothing without the signature."""
    monkeypatch.setenv(MEMORY, MINE.secret)
    forge = FolderForge(root / "threads", utc())
    number = People(forge).open(user("mia"), _form(root))
    mark = status_mark(BotMemory(state="completed"), number, user("mia")["id"], seal)
    People(forge).say(BOT_ACCOUNT, number, f"{notice_mark('told:1', (), number, seal)}\nhello")
    assert _forged(root, forge, number, f"{mark}\n**Completed**") == "waiting"
    bodies = [one["body"] for one in FolderForge(root / "threads", utc(1)).thread(number)["comments"]]
    assert any("@ada" in body for body in bodies)
    assert bot.sweep(FolderForge(root / "threads", utc(1)), root, utc(1)).actions == []


def test_a_signature_is_for_one_issue_and_one_text(root: Path) -> None:
    """What was signed for one request is not believed in another, nor after a letter was changed."""
    forge = FolderForge(root / "threads", utc())
    number = People(forge).open(user("mia"), _form(root))
    mark = status_mark(BotMemory(state="waiting"), number, user("mia")["id"], MINE)

    def _read(text: str) -> str:
        stored = json.loads(json.dumps(forge.thread(number)))
        comment = {"id": 9, "user": BOT_ACCOUNT, "created_at": "2026-11-21T13:00:00Z", "body": text}
        return memory_of(thread_of({**stored, "comments": [comment]}), MINE).state

    assert _read(mark) == "waiting"
    assert _read(mark.replace('"waiting"', '"completed"')) == ""
    assert _read(status_mark(BotMemory(state="completed"), number + 1, user("mia")["id"], MINE)) == ""


def test_what_was_written_before_the_secret_stays_readable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the day on which signing began in the settings, a request from before goes on, and is signed from then on."""
    forge, number = _opened(root, _form(root))
    People(forge).say(user("ada"), number, "/accept")
    bot.handle(forge, root, number, utc())
    monkeypatch.setenv(MEMORY, MINE.secret)
    path = root / "directory.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  memory_signed_since: 2026-11-22\n", encoding="utf-8")
    later = FolderForge(root / "threads", utc(2))
    bot.sweep(later, root, utc(2))
    thread = thread_of(later.thread(number))
    assert (memory_of(thread, _seal_of(root)).state, memory_of(thread, MINE).state) == ("accepted", "accepted")
    assert MINE.secret not in json.dumps(later.thread(number))
