"""A mentor is away for a while."""

from dataclasses import replace
from datetime import timedelta

from generator.model.request import STATES
from generator.requests.commands.command import MENTOR, Command
from generator.requests.commands.durations import last_day
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import MentorWord, RequestState

_WITHOUT_WORDS = 30
_LONGEST = 366


def pause(request: RequestState, event: Event) -> RequestState:
    """Be shown as paused and get no new requests, for example `/pause 30d` or `/pause 2027-01-31`. It ends by itself."""
    until = last_day(event.words, event.at.date(), _WITHOUT_WORDS) or event.at.date() + timedelta(days=_WITHOUT_WORDS)
    return replace(request, words=(*request.words, MentorWord(event.by.handle, "pause", event.at, until=until)))


def has_an_end(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A pause ends by itself, so it needs a last day."""
    until = last_day(event.words, event.at.date(), _WITHOUT_WORDS)
    if until is None:
        return "Please say how long, for example `/pause 30d`, `/pause 6 weeks` or `/pause 2027-01-31`. Nothing was changed yet."
    if (until - event.at.date()).days > _LONGEST:
        return "A pause can last a year at most, so nothing was changed. For longer, write `offer_to_mentor: false` into your profile: it is kept, and not listed."
    return None


COMMAND = Command("pause", (MENTOR,), STATES, pause, argument="how long", check=has_an_end, about_availability=True)
