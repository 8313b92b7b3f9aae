"""A goal is written down."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.course import Course
from generator.requests.ledger import Said
from generator.requests.registry import Registry


def goal(course: Course, said: Said) -> Course:
    """Write down a goal you agreed on, for example `/goal first merged pull request by 1 May`."""
    return course


def says_something(course: Course, said: Said, registry: Registry) -> str | None:
    """An empty one tells nobody anything."""
    return None if said.words.strip() else f"Please write it behind `/{said.command}`, on the same line or below."


COMMAND = Command("goal", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break"), goal, argument="text", check=says_something, takes_text=True, changes=False)
