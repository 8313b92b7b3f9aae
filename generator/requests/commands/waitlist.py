"""The mentor says: later."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def waitlist(course: RequestState, said: Event) -> RequestState:
    """Keep the request until you have room, and write `/accept` then."""
    return moved(course, "waitlisted", said.at, said.mark, answered_at=course.answered_at or said.at)


COMMAND = Command("waitlist", (MENTOR,), ("waiting", "question"), waitlist)
