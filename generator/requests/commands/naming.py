"""What `/redirect` and `/reassign` share: a mentor is named, who must be one and must have room."""

from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.bot_memory import MOST_MENTIONS, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text.closest import closest
from generator.text.markdown_escape import plain


def named_in(words: str) -> str:
    """Return the handle that was named, or nothing."""
    first = words.split()[0] if words.split() else ""
    return first.removeprefix("@").rstrip(".,").lower()


def can_be_named(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Say why a request cannot go to who was named, or None."""
    handle = named_in(event.words)
    if not handle:
        return f"Please say to whom, for example `/{event.command} @ada-l`. Nothing was changed yet."
    if request.sent_at is None:
        return (
            "This was never complete, so nobody was told of it, and it cannot be passed on. Please send a new request."
        )
    if not context.mentor(handle):
        near = closest(handle, [mentor for mentor in context.directory.mentors if context.mentor(mentor)])
        hint = (
            f" Did you mean `{near}`?"
            if near
            else " It is the GitHub name at the top of their page, and the name of their file in `mentors/`."
        )
        return f"No mentor of that name is listed here, so nothing was changed.{hint}"
    if handle == request.mentee.handle or context.is_one(request.mentee, handle, request.memory.ids):
        return "That is the person who asks, so nothing was changed. Please name somebody else."
    if handle == request.mentor and request.state != "expired":
        return "That mentor has this request already, so nothing was changed."
    earlier = context.open_between(request.mentee.handle, handle, request.number)
    if earlier:
        return f"{plain(context.name(handle))} has an open request of the same person already, #{earlier.number}, so nothing was changed. Please name somebody else."
    if not can_take(handle, request.kind, context):
        return f"{plain(context.name(handle))} cannot be asked at the moment, so nothing was changed. Please name somebody else; the site shows who has room."
    if request.memory.mentions_left <= 0 and not event.words.startswith("@"):
        return f"I have called {MOST_MENTIONS} people here and call no more, so please do it yourself: `/{event.command} @{handle}`, with the @, tells them."
    return None
