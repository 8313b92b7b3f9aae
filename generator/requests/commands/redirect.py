"""The mentor knows somebody who fits better."""

from generator.model.request import PENDING_STATES
from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.commands.naming import can_be_named, named_in
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, asking
from generator.requests.replies.markdown_links import counted
from generator.text.markdown_escape import plain


def redirect(request: RequestState, event: Event) -> RequestState:
    """Pass the request on to another mentor, who is then asked.

    A mentor passes on what waits for them; the mentee what waits for nobody, as after a no.
    """
    return asking(request, named_in(event.words), event.at, event.event_id)


def is_theirs_to_pass_on(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A mentor passes on what waits for them, a mentee what waits for nobody."""
    if event.role == MENTEE and request.mentor and request.state in PENDING_STATES:
        return f"This waits for {plain(context.name(request.mentor))} now, so nothing was changed. To ask somebody else instead, write `/withdraw` and open a new request."
    if event.role == MENTEE and request.cause == "held":
        return "No coordinator has looked at this yet, so nothing was changed. A coordinator can still pass it on, or you can send a new request."
    if event.role == MENTOR and request.state not in PENDING_STATES:
        return (
            "This request has ended for you, so nothing was changed. Its author or a coordinator can still pass it on."
        )
    most = context.directory.settings.requests.limits.open_for_each_mentee
    if (
        request.state not in PENDING_STATES
        and len(context.open_of_mentee(request.mentee.handle, request.number)) >= most
    ):
        return f"You have {counted(most, 'open request')} already, which is the most at once, so nothing was changed. When one of them has ended, write `/redirect` again."
    return can_be_named(request, event, context)


def fits_now(request: RequestState, role: str) -> bool:
    """A mentee has nothing to pass on while a mentor is asked, nor what nobody was told of."""
    if role == MENTEE and (request.sent_at is None or request.cause == "held"):
        return False
    return (role == MENTOR) == bool(request.mentor and request.state in PENDING_STATES)


COMMAND = Command(
    "redirect",
    (MENTOR, MENTEE),
    ("waiting", "question", "waitlisted", "declined", "expired"),
    redirect,
    argument="@login",
    check=is_theirs_to_pass_on,
    offered=fits_now,
)
