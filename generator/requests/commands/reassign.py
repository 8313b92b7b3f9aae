"""A coordinator finds another mentor."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.commands.naming import can_be_named, named_in
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, asking


def reassign(request: RequestState, event: Event) -> RequestState:
    """Give the request to another mentor, who is then asked, even after it was declined or has expired."""
    return asking(request, named_in(event.words), event.at, event.event_id)


COMMAND = Command(
    "reassign",
    (COORDINATOR,),
    ("held", "waiting", "question", "waitlisted", "accepted", "declined", "expired"),
    reassign,
    argument="@login",
    check=can_be_named,
)
