"""The mentor asks something back."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def ask(course: Course, said: Said) -> Course:
    """Ask something first. The next comment of the mentee hands the turn back to you."""
    return moved(course, "question", said.at, said.mark, answered_at=course.answered_at or said.at)


COMMAND = Command("ask", (MENTOR,), ("waiting", "waitlisted"), ask, argument="your question", takes_text=True)
