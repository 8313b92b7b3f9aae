"""The first contact happened."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved


def started(request: RequestState, event: Event) -> RequestState:
    """Say that you have made contact. The trial begins, where there is one."""
    return moved(request, "active" if request.one_off or request.kind == "group" else "trial", event.at, event.event_id)


def has_somebody(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """There is nobody to be in contact with before a mentor was found."""
    return (
        None
        if request.mentor
        else "No mentor has been found for this application yet, so there is nothing to start. You hear of it here."
    )


def fits_now(request: RequestState, role: str) -> bool:
    """Only with a mentor."""
    return bool(request.mentor)


COMMAND = Command("started", (MENTOR, MENTEE), ("accepted",), started, check=has_somebody, offered=fits_now)
