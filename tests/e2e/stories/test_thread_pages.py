"""What the bot writes, whole: every notice is kept as a page that people read in reviews, in plain words."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.e2e.stories import story_runner
from tests.e2e.stories.story_runner import stories
from tests.e2e.stories.thread_pages import PAGES, SHOWN, file_of, first_line_of, page_of, visible_words
from tests.fakes.request_community import write_community

_AVOIDED = re.compile(
    r"\b(?:somebody|nobody else who|stands?|places?|word|these words|told|mends?|cures?|hears? of|turn|come about|whoever|registry|ledger|desk)\b",
    re.IGNORECASE,
)
"""Words that words.md replaced by plainer ones; `told` and others may come in people's own text, which is left out."""
_NOTICES = {
    "accepted", "answer", "ask-back", "asked-enough", "begin", "break-over", "call", "check-in", "completed", "contact", "declined", "ended", "expired", "finish", "held",
    "held-again", "help", "incomplete", "left-out", "on-list", "proposed", "question", "remind", "reopened", "still-there", "stranger", "told", "trial-over", "turn", "undecided", "waitlisted", "withdrawn",
}  # fmt: skip
"""The beginnings of the keys under which the bot posts notices."""


@pytest.fixture(scope="module")
def community(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community's files."""
    return write_community(tmp_path_factory.mktemp("community"))


@cache
def _page(name: str, root: Path) -> tuple[str, set[str], list[str]]:
    return page_of(stories()[name], root)


@pytest.mark.parametrize("name", SHOWN)
def test_a_thread_reads_as_its_page_says(name: str, community: Path) -> None:
    """A changed sentence changes a page; `python -m tests.e2e.stories.thread_pages` writes it anew."""
    assert _page(name, community)[0] == file_of(name).read_text(encoding="utf-8")


def test_every_notice_is_on_a_page(community: Path) -> None:
    """No comment of the bot can change without a page that shows it, and no page is left over."""
    assert set().union(*(_page(name, community)[1] for name in SHOWN)) == _NOTICES
    assert {file_of(name) for name in SHOWN} == set(PAGES.glob("*.md"))


def _own_words(text: str) -> str:
    """Return a text without what others wrote: blocks and spans of code, addresses, and quoted lines."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"^(?:>[^\n]*$|(`{3,}).*?^\1$)", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`|\]\([^)]*\)|https?://\S+", "", text)


def test_the_bot_speaks_plainly(community: Path) -> None:
    """No comment contains a word that the community's list of words replaces by a plainer one."""
    found = {
        (match[0].lower(), line)
        for name in SHOWN
        for text in _page(name, community)[2]
        for line in _own_words(text).splitlines()
        for match in _AVOIDED.finditer(line)
    }
    assert found == set()


def _of_the_bot(community: Path) -> list[str]:
    return [text for name in SHOWN for text in _page(name, community)[2] if "lodestar:" in text]


def test_the_first_line_of_every_notice_is_the_message(community: Path) -> None:
    """An e-mail's preview shows 90 characters: a whole sentence, and neither a list nor a heading."""
    lines = {first_line_of(text) for text in _of_the_bot(community) if "lodestar:notice" in text}
    assert {line for line in lines if len(line) > 90 or not line[0].isalpha() and line[0] not in "@`"} == set()
    assert {line for line in lines if line[-1] not in ".?"} == set()


def test_no_notice_is_longer_than_sixty_words(community: Path) -> None:
    """What has to be read fits on a phone; people's own text and what is folded away do not count."""
    notices = {text for text in _of_the_bot(community) if "lodestar:notice" in text}
    assert {text: len(visible_words(text)) for text in notices if len(visible_words(text)) > 60} == {}


def test_the_status_is_a_line(community: Path) -> None:
    """Where a request stands is said in 25 words; a list of what is missing comes below it."""
    statuses = {text for text in _of_the_bot(community) if "state" in text and "lodestar:status" in text}
    heads = {text.split("-->", 1)[1].strip().split("\n\n")[0] for text in statuses}
    assert {head: len(visible_words(head)) for head in heads if len(visible_words(head)) > 25} == {}


def test_commands_come_last_and_folded(community: Path) -> None:
    """Below what is folded away there is nothing, and each comment folds commands away once at most."""
    for text in _of_the_bot(community):
        assert text.count("Prefer exact commands?") <= 1
        assert "</details>" not in text or text.rstrip().endswith("</details>"), text


_LONG = {"ada": "a" + "d" * 38, "mia": "m" + "i" * 38, "cora": "c" + "o" * 38}
"""Logins as long as GitHub allows."""


def test_long_names_leave_the_first_line_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the longest logins and names, and with everything a form can ask, previews and phones still show the message."""
    root = write_community(tmp_path / "town")
    monkeypatch.setattr(story_runner, "MENTORS", {*story_runner.MENTORS, *_LONG.values()})
    monkeypatch.setattr(story_runner, "COORDINATORS", {*story_runner.COORDINATORS, *_LONG.values()})
    mentor = (root / "mentors" / "ada.yml").read_text(encoding="utf-8").replace("name: Ada Stern", f"name: {'W' * 60}")
    (root / "mentors" / f"{_LONG['ada']}.yml").write_text(mentor, encoding="utf-8")
    for path in (root / "directory.yml", *root.glob("mentors/*.yml"), *root.glob("programs/*.yml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\b(ada|cora)\b", lambda login: _LONG[login[0]], text), encoding="utf-8")
    (root / "mentors" / "ada.yml").unlink()
    steps = [
        {"mia opens": {"mentor": "ada", "timezone": "America/Argentina/ComodRivadavia", "commitment": "~1 hour/month"}}
    ]
    steps += [{"day": 4}, {"day": 8}, {"day": 15}, {"ada says": "/waitlist"}, {"ada says": "/accept"}, {"day": 25}]
    steps += [
        {"mia says": "/started"},
        {"day": 56},
        {"day": 57},
        {"ada says": "/continue"},
        {"day": 150},
        {"mia says": "/complete"},
    ]
    told = json.loads(re.sub(r"\b(ada|mia|cora)\b", lambda login: _LONG[login[0]], json.dumps(steps)))
    _, keys, texts = page_of({"title": "long names", "steps": told}, root)
    assert {"told", "remind", "expired"} <= keys
    notices = [text for text in texts if "lodestar:notice" in text]
    assert [line for line in map(first_line_of, notices) if len(line) > 90] == []
    assert [text for text in notices if len(visible_words(text)) > 60] == []
