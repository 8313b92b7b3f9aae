"""A coordinator lets a request go on."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.course import Course, asking, moved
from generator.requests.ledger import Said


def approve(course: Course, said: Said) -> Course:
    """Let a request go on that was waiting for you: the mentor is told, or the place in the program given."""
    if course.kind == "application" and not course.mentor:
        return moved(course, "accepted", said.at, said.mark)
    return asking(course, course.mentor, said.at, said.mark)


COMMAND = Command("approve", (COORDINATOR,), ("held",), approve)
