"""What the bot's comments do, and which of it no sentence of ours does."""

from collections.abc import Iterator

from generator.forge.folder import FolderForge
from tests.fakes.github.rendering import acts_of

_OURS = {"strong", "em", "list", "table", "html_block", "html_inline", "code_inline", "fence", "blockquote", "cells"}
_HOSTS = (
    "https://story.example.org/", "https://github.com/story/town/", "https://docs.github.com/",
    "https://github.com/notifications", "https://github.com/settings/notifications", "https://example.org/conduct",
)  # fmt: skip


def foreign_acts(body: str, people: set[str]) -> Iterator[str]:
    """Yield what a comment does that no sentence of ours does."""
    for act in acts_of(body.partition("-->\n")[2] or body):
        what, _, target = act.partition(" ")
        ours = {
            "mention": target in people,
            "link": target.startswith(_HOSTS),
            "address": target.startswith(_HOSTS),
            "reference": "4321" not in target,
        }
        if not ours.get(what, what in _OURS):
            yield act


def comments_of(forge: FolderForge) -> list[str]:
    """Return every comment that the bot wrote, its status comments included."""
    threads = (forge.thread(number) for number in forge.numbers())
    return [
        one["body"]
        for thread in threads
        if thread
        for one in thread["comments"]
        if one["user"]["login"] == "github-actions[bot]"
    ]
