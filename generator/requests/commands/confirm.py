"""A mentor says that their profile still holds."""

from dataclasses import replace

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import MentorWord, RequestState


def confirm(request: RequestState, event: Event) -> RequestState:
    """Say that your profile is still right, so that it does not grow old on the site."""
    return replace(request, words=(*request.words, MentorWord(event.by.handle, "confirm", event.at)))


COMMAND = Command("confirm", (MENTOR,), STATES, confirm, about_availability=True)
