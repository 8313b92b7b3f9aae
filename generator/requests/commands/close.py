"""A coordinator ends a request."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def close(course: Course, said: Said) -> Course:
    """End the request, wherever it stands."""
    return moved(course, "ended", said.at, said.mark, cause="coordinator")


COMMAND = Command("close", (COORDINATOR,), ("incomplete", "held", "waiting", "question", "waitlisted", "accepted", "trial", "active", "on-break"), close)
