"""A mentor is back."""

from dataclasses import replace

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import MentorWord, RequestState


def resume(course: RequestState, said: Event) -> RequestState:
    """End your pause now."""
    return replace(course, words=(*course.words, MentorWord(said.by.handle, "resume", said.at)))


COMMAND = Command("resume", (MENTOR,), STATES, resume, at_desk=True)
