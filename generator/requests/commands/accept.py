"""The mentor says yes."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def accept(course: Course, said: Said) -> Course:
    """Say yes. It counts even after the request has expired.

    How many places a mentor has is theirs to say, so a yes beyond them counts too; the site then shows them as full.
    """
    return moved(course, "accepted", said.at, said.mark, answered_at=course.answered_at or said.at)


COMMAND = Command("accept", (MENTOR,), ("waiting", "question", "waitlisted", "expired"), accept)
