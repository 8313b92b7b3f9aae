"""What was asked for is reached."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def complete(course: RequestState, said: Event) -> RequestState:
    """Say that you have reached what you set out for. The mentor's place is free again."""
    return moved(course, "completed", said.at, said.mark)


COMMAND = Command("complete", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), complete)
