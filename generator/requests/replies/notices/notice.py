"""A comment that asks someone to act, or says how a request ended.

Its first line is the message, because an e-mail's preview shows nothing else. Commands come last, and folded.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.requests.commands import BY_NAME
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import _

FIRST_LINE = 90
"""Letters of a comment that an e-mail's preview shows on a phone."""
MOST_WORDS = 60
"""Words of a comment that have to be read; what someone wrote themselves, and what is folded away, does not count."""
_UNREAD = re.compile(r"^>.*$|<details>.*?</details>|</?sub>", re.MULTILINE | re.DOTALL)
_UNSEEN = re.compile(r"\]\([^)\s]*\)|[*\[\u2060]|&#[0-9]+;")


@dataclass(frozen=True, slots=True)
class Notice:
    """A comment and the handles it mentions. One that `edits` replaces the last comment whose key begins with one of these, where there is one.

    With an `occasion` it is also sent over the other channels that `mentor`, a handle, has.
    """

    body: str
    mentions: tuple[str, ...] = ()
    occasion: str = ""
    mentor: str = ""
    edits: tuple[str, ...] = ()


def mention_of(handle: str, request: RequestState, name: str, context: RequestContext) -> tuple[str, tuple[str, ...]]:
    """Return how someone is addressed, and whom that mentions.

    Nobody is mentioned once the request has used up its mentions, nor by a login that belongs to someone else: now, or
    because the owner of the handle has no account.
    """
    theirs = handle not in context.reassigned_logins and context.has_account(handle, request.memory.ids)
    may_mention = theirs and request.memory.mentions_left > 0
    return (f"@{handle}", (handle,)) if may_mention else (name, ())


def visible(text: str) -> str:
    """Return a line as it is read, without addresses and signs of markup."""
    return _UNSEEN.sub(lambda found: "x" if found[0].startswith("&") else "", text)


def first_line(*candidates: str) -> str:
    """Return the first of several ways to say the same that a preview shows whole, or else the last."""
    return next((one for one in candidates if one and len(visible(one)) <= FIRST_LINE), candidates[-1])


def is_short(text: str) -> bool:
    """Whether a comment has no more words to be read than fit on a phone."""
    return len(re.findall(r"\w+(?:[’'-]\w+)*", visible(_UNREAD.sub("", text)))) <= MOST_WORDS


def small(*parts: str) -> str:
    """Write what only some need to know, in small letters and in one line."""
    told = " · ".join(part for part in parts if part)
    return f"<sub>{told}</sub>" if told else ""


def exact_commands(*names: str, more: str = "") -> str:
    """Name commands for those who prefer them, folded away; `more` are commands as they are written."""
    return folded(" · ".join([*(f"`{BY_NAME[name].written}`" for name in names), *filter(None, [more])]))


def folded(text: str, title: str = "") -> str:
    """Fold a text away under a title."""
    summary = title or _("Prefer exact commands?")
    return f"<details><summary>{summary}</summary>\n\n{text}\n\n</details>" if text else ""


def paragraphs(parts: Iterable[str]) -> str:
    """Join the paragraphs of a comment, without the empty ones."""
    return "\n\n".join(part for part in parts if part)
