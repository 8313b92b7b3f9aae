"""The mentee takes the request back."""

from generator.requests.commands.command import MENTEE, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def withdraw(course: Course, said: Said) -> Course:
    """Take the request back; no reason is needed."""
    return moved(course, "withdrawn", said.at, said.mark)


COMMAND = Command("withdraw", (MENTEE,), ("incomplete", "held", "waiting", "question", "waitlisted", "accepted"), withdraw)
