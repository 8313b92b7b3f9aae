"""A coordinator lets a request go on."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, asking, moved


def approve(course: RequestState, said: Event) -> RequestState:
    """Let a held request go on: to the mentor it names, into the program, or else to every mentor."""
    if course.kind == "application" and not course.mentor:
        return moved(course, "accepted", said.at, said.mark)
    return asking(course, course.mentor, said.at, said.mark)


COMMAND = Command("approve", (COORDINATOR,), ("held",), approve)
