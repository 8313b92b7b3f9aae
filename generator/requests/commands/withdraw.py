"""The mentee takes the request back."""

from generator.requests.commands.command import MENTEE, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def withdraw(course: RequestState, said: Event) -> RequestState:
    """Take the request back; no reason is needed."""
    return moved(course, "withdrawn", said.at, said.mark)


COMMAND = Command(
    "withdraw", (MENTEE,), ("incomplete", "held", "waiting", "question", "waitlisted", "accepted"), withdraw
)
