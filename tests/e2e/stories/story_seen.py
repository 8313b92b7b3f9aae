"""What somebody who reads a thread sees of the bot in it: mentions, state, words, and the next step at every end."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt

from generator.model.request_state import ENDINGS
from generator.requests.lifecycle.bot_memory import BotMemory, memory_of, posted_notices, status_comment
from generator.requests.lifecycle.memory_seal import UNSEALED
from generator.requests.lifecycle.thread import Thread, thread_of
from generator.requests.reviews.memory import REVIEW
from generator.text.catalogue import _
from tests.e2e.stories.story_worlds import bot_comments

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_MENTION = re.compile(r"(?<![\w/`])@([A-Za-z0-9][A-Za-z0-9-]*)")
_HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)


def live_text(body: str) -> str:
    """Return the text of a comment in which GitHub looks for mentions and references: all but code and what is hidden."""
    found: list[str] = []

    def walk(tokens: Iterable[Any]) -> None:
        for token in tokens:
            if token.type == "text":
                found.append(token.content)
            elif token.type in ("softbreak", "hardbreak", "paragraph_close", "td_close", "th_close"):
                found.append("\n")
            elif token.type in ("html_inline", "html_block"):
                found.append(re.sub(r"</?(?:details|summary|sub)>", "", _HIDDEN.sub("", token.content)))
            walk(token.children or ())

    walk(_MARKDOWN.parse(body))
    return "".join(found)


@cache
def mentions_in(body: str) -> list[str]:
    """Return the logins that a comment mentions."""
    return [login.lower() for login in _MENTION.findall(live_text(body))]


class Seen:
    """One thread as it stands."""

    def __init__(self, stored: dict[str, Any]) -> None:
        self.stored = stored
        self.issue = stored["issue"]
        self.thread: Thread = thread_of(stored)
        self.memory: BotMemory = memory_of(self.thread)
        found = status_comment(self.thread) or next(iter(REVIEW.comments(self.thread, UNSEALED)), None)
        self.status = found.body if found else ""
        self.bodies = [one["body"] for one in bot_comments(stored)]
        self.notices = [body for body in self.bodies if body.startswith("<!-- lodestar:notice")]

    @property
    def state(self) -> str:
        """The state that the labels show."""
        states = [label.removeprefix("state: ") for label in self.thread.labels if label.startswith("state: ")]
        assert len(states) <= 1, states
        return states[0] if states else ""

    @property
    def mentions(self) -> list[str]:
        """Whom the bot mentioned, in the order in which it did."""
        return [login for body in self.bodies for login in mentions_in(body)]

    def promises(self, coordinators: set[str], asked: set[str]) -> None:
        """What holds of every thread after every run of the bot."""
        where = f"issue {self.issue['number']}, {self.state}"
        assert self.state == self.memory.state or not self.status, where
        assert (self.issue["state"] == "closed") == (self.state in ENDINGS), where
        assert len(self.mentions) <= 3, (where, self.mentions)
        allowed = coordinators | asked | {self.thread.author.handle}
        assert set(self.mentions) <= allowed, (where, set(self.mentions) - allowed)
        told = [mention for sent in posted_notices(self.thread).values() for mention in sent.mentions]
        assert sorted(told) == sorted(self.mentions), where
        heads = [re.match(r"(?:<!-- lodestar:notice .*-->\n)+", body)[0] for body in self.notices]
        keys = [key for head in heads for key in re.findall(r"notice (\S+)", head)]
        assert len(keys) == len(set(keys)), (where, keys)
        if self.state in ENDINGS - {"removed"} and not self.thread.locked:
            assert self.notices, where
            ending = next(
                (
                    body
                    for body in reversed(self.notices)
                    if "<!-- lodestar:notice answer" not in body and "notice stranger" not in body
                ),
                "",
            )
            test_that_worked = _("It works").removesuffix("⟧") in ending
            leads_on = "http" in ending or "`/" in ending
            assert leads_on or test_that_worked or self.memory.state == "ended", (where, ending)


_ALLOWED = re.compile(
    r"https://(?:story\.example\.org/town/|example\.org/conduct|github\.com/(?:story/town/|settings/notifications|notifications))"
)
_LIVE = {
    "heading_open": "a heading", "image": "an image", "html_inline": "HTML", "html_block": "HTML", "code_block": "an indented block", "hr": "a rule",
}  # fmt: skip
_OURS = re.compile(r"</?(?:details|summary|sub)>|<!-- lodestar:(?:notice|status|review) .*? -->", re.DOTALL)


@cache
def live_troubles(body: str) -> list[str]:
    """Return what is alive in a comment of the bot and not its own: headings, images, HTML, links elsewhere, references, addresses."""
    found: list[str] = []

    def walk(tokens: Iterable[Any]) -> None:
        for token in tokens:
            if token.type in ("html_inline", "html_block"):
                rest = re.sub(
                    r"What you can do now|Prefer exact commands\?|For your first talk|\s",
                    "",
                    _OURS.sub("", token.content),
                )
                found.extend([f"HTML: {rest}"] if rest else [])
            elif token.type in _LIVE:
                found.append(_LIVE[token.type])
            elif token.type == "link_open" and not _ALLOWED.match(token.attrs["href"]):
                found.append(f"a link to {token.attrs['href']}")
            walk(token.children or ())

    walk(_MARKDOWN.parse(body))
    text = live_text(body)
    found.extend(address for address in re.findall(r"(?:https?://|www\.)\S+", text) if not _ALLOWED.match(address))
    found.extend(re.findall(r"(?<![\w&])(?:GH-|[\w-]+/[\w-]+#)\d+|[\w.]+@[\w.]+\w", text))
    return found
