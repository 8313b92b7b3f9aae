"""The first contact happened."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def started(course: Course, said: Said) -> Course:
    """Say that you have made contact. The trial begins, where there is one."""
    return moved(course, "active" if course.one_off or course.kind == "group" else "trial", said.at, said.mark)


COMMAND = Command("started", (MENTOR, MENTEE), ("accepted",), started)
