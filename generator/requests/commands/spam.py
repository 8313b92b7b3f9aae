"""A coordinator removes what is no request at all."""

from generator.model.request import STATES
from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.course import Course, moved
from generator.requests.ledger import Said


def spam(course: Course, said: Said) -> Course:
    """Remove what was never meant as a request. It is closed and locked, and the next one of its author waits for you."""
    return moved(course, "removed", said.at, said.mark)


COMMAND = Command("spam", (COORDINATOR,), tuple(state for state in STATES if state != "removed"), spam)
