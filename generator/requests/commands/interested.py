"""A mentor takes up an open request."""

from generator.requests.commands.command import ANY_MENTOR, Command
from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, asking


def interested(request: RequestState, event: Event) -> RequestState:
    """Say that an open request is one for you. You are then asked, and can accept."""
    return asking(request, event.by.handle, event.at, event.event_id)


def is_free_to_take(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Only a request without a mentor can be taken up, by somebody with room who is not the mentee."""
    if request.mentor:
        return "This request has gone to a mentor already, so nothing was changed. The list of open requests on the site shows who still looks for one."
    handle = context.mentor_handle_of(event.by, request.memory.ids)
    if event.by.id == request.mentee.id:
        return "This is your own request, so nothing was changed; somebody else has to take it up."
    earlier = context.open_between(request.mentee.handle, handle, request.number)
    if earlier:
        return f"The same person has an open request with you already, #{earlier.number}, so nothing was changed."
    if not can_take(handle, request.kind, context):
        return f"You cannot be asked at the moment, so nothing was changed. {_how_to_be_asked(context)} Then write `/interested` again."
    return None


def _how_to_be_asked(context: RequestContext) -> str:
    desk = context.directory.settings.requests.availability_desk
    return (
        f"At the availability desk (#{desk}), `/resume` ends a pause, `/confirm` an old profile, and `/capacity` with a number says how many places you have."
        if desk
        else "Your page on the site says why; a change of your profile mends it."
    )


COMMAND = Command(
    "interested",
    (ANY_MENTOR,),
    ("waiting",),
    interested,
    check=is_free_to_take,
    offered=lambda request, role: not request.mentor,
)
