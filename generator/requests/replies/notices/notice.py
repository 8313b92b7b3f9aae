"""A comment that asks a person to act, or tells how something ended."""

from dataclasses import dataclass

from generator.requests.commands import BY_NAME
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState


@dataclass(frozen=True, slots=True)
class Notice:
    """A comment and the handles it mentions.

    With an `occasion` it also goes out on the other channels that `mentor`, a handle, has.
    """

    body: str
    mentions: tuple[str, ...] = ()
    occasion: str = ""
    mentor: str = ""


def mention_of(handle: str, request: RequestState, name: str, context: RequestContext) -> tuple[str, tuple[str, ...]]:
    """Return how somebody is addressed, and whom that mentions: nobody once the request had its mentions, and no stranger."""
    may_call = request.memory.mentions_left > 0 and handle not in context.reassigned_logins
    return (f"@{handle}", (handle,)) if may_call else (name, ())


def words_to_say(*names: str) -> str:
    """List commands with what they do, for a comment."""
    return "\n".join(f"- `{command.written}`: {command.summary}" for command in (BY_NAME[name] for name in names))
