"""A mentor is back."""

from dataclasses import replace

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import MentorWord, RequestState


def resume(request: RequestState, event: Event) -> RequestState:
    """End your pause now."""
    return replace(request, words=(*request.words, MentorWord(event.by.handle, "resume", event.at)))


COMMAND = Command("resume", (MENTOR,), STATES, resume, about_availability=True)
