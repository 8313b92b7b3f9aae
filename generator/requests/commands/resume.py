"""A mentor is back."""

from dataclasses import replace

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.course import Course, MentorWord
from generator.requests.ledger import Said


def resume(course: Course, said: Said) -> Course:
    """End your pause now."""
    return replace(course, words=(*course.words, MentorWord(said.by.handle, "resume", said.at)))


COMMAND = Command("resume", (MENTOR,), STATES, resume, at_desk=True)
