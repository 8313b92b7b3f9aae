"""It stops before the goal."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def end(course: Course, said: Said) -> Course:
    """Stop. Nobody has to give a reason. The mentor's place is free again."""
    return moved(course, "ended", said.at, said.mark, cause=said.role)


COMMAND = Command("end", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), end)
