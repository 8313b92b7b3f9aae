"""The mentor says: later."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def waitlist(course: Course, said: Said) -> Course:
    """Keep the request until you have room, and write `/accept` then."""
    return moved(course, "waitlisted", said.at, said.mark, answered_at=course.answered_at or said.at)


COMMAND = Command("waitlist", (MENTOR,), ("waiting", "question"), waitlist)
