"""What was asked for is reached."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def complete(course: Course, said: Said) -> Course:
    """Say that you have reached what you set out for. The mentor's place is free again."""
    return moved(course, "completed", said.at, said.mark)


COMMAND = Command("complete", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), complete)
