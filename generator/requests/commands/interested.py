"""A mentor takes up an open request."""

from generator.requests.commands.command import ANY_MENTOR, Command
from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, asking


def interested(course: RequestState, said: Event) -> RequestState:
    """Say that an open request is one for you. You are then asked, and can accept."""
    return asking(course, said.by.handle, said.at, said.mark)


def is_free_to_take(course: RequestState, said: Event, registry: RequestContext) -> str | None:
    """Only a request without a mentor can be taken up, by somebody with room who is not the mentee."""
    if course.mentor:
        return "This request has gone to a mentor already, so nothing was changed. The list of open requests on the site shows who still looks for one."
    handle = registry.mentor_handle_of(said.by, course.ledger.ids)
    if said.by.id == course.mentee.id:
        return "This is your own request, so nothing was changed; somebody else has to take it up."
    earlier = registry.open_between(course.mentee.handle, handle, course.number)
    if earlier:
        return f"The same person has an open request with you already, #{earlier.number}, so nothing was changed."
    if not can_take(handle, course.kind, registry):
        return f"You cannot be asked at the moment, so nothing was changed. {_how_to_be_asked(registry)} Then write `/interested` again."
    return None


def _how_to_be_asked(registry: RequestContext) -> str:
    desk = registry.directory.settings.requests.availability_desk
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
    offered=lambda course, role: not course.mentor,
)
