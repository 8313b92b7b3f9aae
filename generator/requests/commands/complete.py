"""What was asked for is reached."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def complete(request: RequestState, event: Event) -> RequestState:
    """Say that you have reached what you set out for. The mentor's place is free again."""
    return moved(request, "completed", event.at, event.event_id)


COMMAND = Command("complete", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), complete)
