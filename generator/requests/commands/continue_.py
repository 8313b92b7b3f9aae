"""It goes on: after the trial, after a break, or at a check-in."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def go_on(request: RequestState, event: Event) -> RequestState:
    """Say that it goes on: after the trial, before a break is over, or whenever you are asked."""
    return moved(request, "active", event.at, event.event_id)


COMMAND = Command("continue", (MENTOR, MENTEE), ("trial", "active", "on-break"), go_on)
