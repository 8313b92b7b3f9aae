"""A mentor says how many mentees they have room for."""

import re
from dataclasses import replace

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import MentorWord, RequestState

_MOST = 20


def capacity(request: RequestState, event: Event) -> RequestState:
    """Say how many mentees you take at once, those you have included, for example `/capacity 1`; 0 means no new ones."""
    number = int(event.words) if re.fullmatch(r"[0-9]{1,2}", event.words) else 0
    return replace(request, words=(*request.words, MentorWord(event.by.handle, "capacity", event.at, capacity=number)))


def is_a_number(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """The number of places is a whole number."""
    if not re.fullmatch(r"[0-9]{1,2}", event.words) or int(event.words) > _MOST:
        return f"Please write a whole number from 0 to {_MOST} behind `/capacity`, for example `/capacity 2`. Nothing was changed yet."
    return None


COMMAND = Command(
    "capacity", (MENTOR,), STATES, capacity, argument="number", check=is_a_number, about_availability=True
)
