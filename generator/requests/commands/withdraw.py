"""The mentee takes the request back."""

from generator.requests.commands.command import MENTEE, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def withdraw(request: RequestState, event: Event) -> RequestState:
    """Take the request back; no reason is needed."""
    return moved(request, "withdrawn", event.at, event.event_id)


COMMAND = Command(
    "withdraw", (MENTEE,), ("incomplete", "held", "waiting", "question", "waitlisted", "accepted"), withdraw
)
