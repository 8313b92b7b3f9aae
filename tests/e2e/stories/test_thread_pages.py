"""What the bot writes, whole: every notice is kept as a page that people read in reviews, in plain words."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.e2e.stories.story_runner import stories
from tests.e2e.stories.thread_pages import PAGES, SHOWN, file_of, page_of
from tests.fakes.request_community import write_community

_AVOIDED = re.compile(
    r"\b(?:somebody|nobody else who|stands?|places?|word|these words|told|mends?|cures?|hears? of|turn|come about|whoever|registry|ledger|desk)\b",
    re.IGNORECASE,
)
"""Words that words.md replaced by plainer ones; `told` and others may come in people's own text, which is left out."""
_NOTICES = {
    "accepted", "answer", "begin", "break-over", "call", "check-in", "completed", "contact", "declined", "ended", "expired", "held",
    "held-again", "incomplete", "question", "remind", "reopened", "stranger", "told", "trial-over", "waitlisted", "withdrawn",
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
    text = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
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
