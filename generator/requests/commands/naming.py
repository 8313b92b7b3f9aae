"""What `/redirect` and `/reassign` share: a mentor is named, who must be one and must have a free spot."""

from generator.requests.lifecycle.admission import can_take, elsewhere
from generator.requests.lifecycle.bot_memory import MOST_MENTIONS, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import _
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
        return _("Please say to whom, for example `/{command} @ada-l`. Nothing has changed yet.", command=event.command)
    if request.sent_at is None:
        return _("This request was never sent, so it can't be passed on. Please send a new one.")
    if not context.mentor(handle):
        near = closest(handle, [mentor for mentor in context.directory.mentors if context.mentor(mentor)])
        hint = (
            _("Did you mean `{login}`?", login=near)
            if near
            else _("It is the last part of their page’s address, and the name of their file in `mentors/`.")
        )
        return f"{_('There is no mentor with that name here, so nothing has changed.')} {hint}"
    own_login = handle == request.mentee.handle and context.has_account(handle)
    if own_login or context.is_one(request.mentee, handle, request.memory.ids):
        return _("That is the mentee, so nothing has changed. Please name someone else.")
    if handle == request.mentor and request.state != "expired":
        return _("That mentor already has this request, so nothing has changed.")
    earlier = context.open_between(request.mentee, handle, request.number)
    if earlier:
        return _(
            "{mentor} already has an open request from the same mentee, #{number}, so nothing has changed. Please name someone else.",
            mentor=plain(context.name(handle)),
            number=earlier.number,
        )
    if elsewhere(handle, context):
        return _(
            "{mentor} is asked in private, so nothing has changed: the button on their page opens the form. Please name someone else.",
            mentor=plain(context.name(handle)),
        )
    if not can_take(handle, request.kind, context, request.number):
        return _(
            "{mentor} can't be asked right now, so nothing has changed. Please name someone else. The site shows who has a free spot.",
            mentor=plain(context.name(handle)),
        )
    if request.memory.mentions_left <= 0 and context.has_account(handle) and not event.words.startswith("@"):
        return _(
            "I've already mentioned {count} people here, and won't mention more. Please mention them yourself: `/{command} @{login}`, with the @, notifies them.",
            count=MOST_MENTIONS,
            command=event.command,
            login=handle,
        )
    return None
