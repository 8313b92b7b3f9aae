"""The mentor asks something back."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def ask(course: RequestState, said: Event) -> RequestState:
    """Ask something first. The next comment of the mentee hands the turn back to you."""
    return moved(course, "question", said.at, said.mark, answered_at=course.answered_at or said.at)


COMMAND = Command("ask", (MENTOR,), ("waiting", "waitlisted"), ask, argument="your question", takes_text=True)
