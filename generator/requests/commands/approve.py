"""A coordinator lets a request go on."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, asking, moved


def approve(request: RequestState, event: Event) -> RequestState:
    """Let a held request go on: to the mentor it names, into the program, or else to every mentor."""
    if request.kind == "application" and not request.mentor:
        return moved(request, "accepted", event.at, event.event_id)
    return asking(request, request.mentor, event.at, event.event_id)


COMMAND = Command("approve", (COORDINATOR,), ("held",), approve)
