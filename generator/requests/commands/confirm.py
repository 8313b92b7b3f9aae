"""A mentor says that their profile still holds."""

from dataclasses import replace

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.course import Course, MentorWord
from generator.requests.ledger import Said


def confirm(course: Course, said: Said) -> Course:
    """Say that your profile is still right, so that it does not grow old on the site."""
    return replace(course, words=(*course.words, MentorWord(said.by.handle, "confirm", said.at)))


COMMAND = Command("confirm", (MENTOR,), STATES, confirm, at_desk=True)
