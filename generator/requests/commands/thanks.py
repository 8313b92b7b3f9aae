"""Somebody says thank you."""

from dataclasses import replace

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.course import Course
from generator.requests.ledger import Said


def thanks(course: Course, said: Said) -> Course:
    """Say thank you. It stands here and nowhere else."""
    return replace(course, thanks=(*course.thanks, said.role))


COMMAND = Command("thanks", (MENTOR, MENTEE), ("accepted", "trial", "active", "on-break", "completed", "ended", "declined"), thanks, argument="your words", takes_text=True)
