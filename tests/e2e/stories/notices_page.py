"""Draw docs/reference/notices.md: every notice as an e-mail shows it and as GitHub renders it, from the stories.

`python -m tests.e2e.stories.notices_page` writes the page anew; a test says when that is due.
"""

import re
import tempfile
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from generator.requests.replies.notices.notice import visible
from tests.e2e.stories.story_runner import Stage, stories
from tests.e2e.stories.story_worlds import FolderWorld
from tests.e2e.stories.thread_pages import SHOWN, START, Listening, first_line_of
from tests.fakes.request_community import write_community
from tests.paths import ROOT

PAGE = ROOT / "docs" / "reference" / "notices.md"
TITLES = {
    "told": "To the mentor, at once", "remind": "Still hoping for an answer", "declined": "A no", "expired": "No answer",
    "accepted": "A yes", "contact": "Have you met?", "trial-over": "After the trial", "check-in": "Is it still going well?",
    "break-over": "After a break", "completed": "Done", "ended": "It ends", "withdrawn": "Taken back",
    "waitlisted": "Later", "question": "A question is open", "held": "To a coordinator: a review",
    "held-again": "To a coordinator: the review again", "help": "Someone asks for a coordinator",
    "incomplete": "Not sent yet", "reopened": "Opened again by hand", "begin": "Notification test",
    "call": "Notification test: the call", "answer": "A command that didn’t work", "stranger": "A command by someone else",
    "undecided": "Nothing was decided", "turn": "Who is next?", "ask-back": "Was that a yes?", "others": "Others meanwhile",
}  # fmt: skip
_MARKDOWN = MarkdownIt("commonmark", {"html": True, "breaks": True}).enable("table")
_NOTICE = re.compile(r"<!-- lodestar:notice ([a-z]+(?:-[a-z]+)*)")
_HIDDEN = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_HEAD = """---
title: What the bot writes
hide: [toc]
search: {exclude: true}
---

# What the bot writes

Every notice of the bot, as an e-mail on a phone shows it and as GitHub renders it. The names are from a made-up town. What is folded on GitHub is folded here; tap it to open.

This page is drawn from the tests' stories by `python -m tests.e2e.stories.notices_page`. Nobody edits it by hand.
"""


def every_notice() -> dict[str, list[tuple[str, str]]]:
    """Return by kind the issue's title and the text of every notice that reads differently, in the order of the stories."""
    found: dict[str, list[tuple[str, str]]] = {}
    known = stories()
    seen: set[str] = set()
    for name in SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            root = write_community(Path(folder) / "town")
            world = FolderWorld(None, START)
            bots = Listening(world, root)
            stage = Stage(world, bots, root)
            for step in known[name]["steps"]:
                stage.play([step])
                for action in bots.heard:
                    kind = _NOTICE.match(action.body or "")
                    if action.action not in ("comment", "edit-comment") or not kind:
                        continue
                    shape = re.sub(
                        r"@?\b(?:mia|nils|olga|pete|quin|rosa|Ada|Bela|Gwen|Dora|ada|bela|gwen|dora)\b",
                        "x",
                        first_line_of(action.body),
                    )
                    if f"{kind[1]} {shape}" not in seen:
                        seen.add(f"{kind[1]} {shape}")
                        title = world.thread(action.issue)["issue"]["title"]
                        found.setdefault(kind[1], []).append((title, _HIDDEN.sub("", action.body).strip()))
                bots.heard.clear()
    return found


def page() -> str:
    """Return the whole page."""
    found = every_notice()
    order = [*(kind for kind in TITLES if kind in found), *(kind for kind in found if kind not in TITLES)]
    parts = [_HEAD]
    for kind in order:
        parts.append(f"## {TITLES.get(kind, kind.replace('-', ' ').capitalize())}\n")
        parts += [_card(title, text) for title, text in found[kind]]
    return "\n".join(parts)


def _card(title: str, text: str) -> str:
    """Draw one notice: the e-mail's subject and preview, and the comment."""
    unfolded = re.sub(r"<details>.*?</details>|</?sub>", "", text, flags=re.DOTALL)
    preview = " ".join(visible(unfolded).replace("> ", "").split())[:120]
    rendered = re.sub(r"<a [^>]*>(.*?)</a>", r"<u>\1</u>", _MARKDOWN.render(text))
    # Blank lines would end a block of HTML.
    lines = [line for line in rendered.splitlines() if line.strip()]
    mail = f"<p><b>{escape(title)}</b><br>{escape(preview)}</p>"
    return "\n".join(
        [
            '<div class="lo-notice">',
            f'<div class="lo-notice__mail">{mail}</div>',
            '<div class="lo-notice__text">',
            *lines,
            "</div>",
            "</div>",
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
