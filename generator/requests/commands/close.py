"""A coordinator ends a request."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def close(request: RequestState, event: Event) -> RequestState:
    """End the request, wherever it stands."""
    return moved(request, "ended", event.at, event.event_id, cause="coordinator")


COMMAND = Command(
    "close",
    (COORDINATOR,),
    ("incomplete", "held", "waiting", "question", "waitlisted", "accepted", "trial", "active", "on-break"),
    close,
)
