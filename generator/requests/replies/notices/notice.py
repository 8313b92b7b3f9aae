"""A comment that asks someone to act, or says how a request ended."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.requests.commands import BY_NAME
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import _


@dataclass(frozen=True, slots=True)
class Notice:
    """A comment and the handles it mentions.

    With an `occasion` it is also sent over the other channels that `mentor`, a handle, has.
    """

    body: str
    mentions: tuple[str, ...] = ()
    occasion: str = ""
    mentor: str = ""


def mention_of(handle: str, request: RequestState, name: str, context: RequestContext) -> tuple[str, tuple[str, ...]]:
    """Return how someone is addressed, and whom that mentions.

    Nobody is mentioned once the request has used up its mentions, nor by a login that belongs to someone else now.
    """
    may_mention = request.memory.mentions_left > 0 and handle not in context.reassigned_logins
    return (f"@{handle}", (handle,)) if may_mention else (name, ())


def command_list(*names: str) -> str:
    """List commands with what they do, for a comment."""
    return "\n".join(f"- `{command.written}`: {_(command.summary)}" for command in (BY_NAME[name] for name in names))


def paragraphs(parts: Iterable[str]) -> str:
    """Join the paragraphs of a comment, without the empty ones."""
    return "\n\n".join(part for part in parts if part)
