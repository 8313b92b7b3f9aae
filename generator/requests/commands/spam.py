"""A coordinator removes what is no request at all."""

from generator.model.request import STATES
from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def spam(request: RequestState, event: Event) -> RequestState:
    """Remove what was never meant as a request. It is closed and locked, and the next one of its author waits for you."""
    return moved(request, "removed", event.at, event.event_id)


COMMAND = Command("spam", (COORDINATOR,), tuple(state for state in STATES if state != "removed"), spam)
