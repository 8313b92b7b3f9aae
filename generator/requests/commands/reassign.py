"""A coordinator finds another mentor."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.commands.naming import can_be_named, named_in
from generator.requests.course import Course, asking
from generator.requests.ledger import Said


def reassign(course: Course, said: Said) -> Course:
    """Give the request to another mentor, who is then asked, even after it was declined or has expired."""
    return asking(course, named_in(said.words), said.at, said.mark)


COMMAND = Command("reassign", (COORDINATOR,), ("held", "waiting", "question", "waitlisted", "accepted", "declined", "expired"), reassign, argument="@login", check=can_be_named)
