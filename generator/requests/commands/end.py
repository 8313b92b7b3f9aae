"""It stops before the goal."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def end(request: RequestState, event: Event) -> RequestState:
    """Stop. Nobody has to give a reason. The mentor's place is free again."""
    return moved(request, "ended", event.at, event.event_id, cause=event.role)


COMMAND = Command("end", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), end)
