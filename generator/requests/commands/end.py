"""It stops before the goal."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def end(course: RequestState, said: Event) -> RequestState:
    """Stop. Nobody has to give a reason. The mentor's place is free again."""
    return moved(course, "ended", said.at, said.mark, cause=said.role)


COMMAND = Command("end", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), end)
