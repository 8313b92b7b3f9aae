"""The first contact happened."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved


def started(course: RequestState, said: Event) -> RequestState:
    """Say that you have made contact. The trial begins, where there is one."""
    return moved(course, "active" if course.one_off or course.kind == "group" else "trial", said.at, said.mark)


def has_somebody(course: RequestState, said: Event, registry: RequestContext) -> str | None:
    """There is nobody to be in contact with before a mentor was found."""
    return (
        None
        if course.mentor
        else "No mentor has been found for this application yet, so there is nothing to start. You hear of it here."
    )


def fits_now(course: RequestState, role: str) -> bool:
    """Only with a mentor."""
    return bool(course.mentor)


COMMAND = Command("started", (MENTOR, MENTEE), ("accepted",), started, check=has_somebody, offered=fits_now)
