"""When the state of a request changes by itself, and from when a silence and a question count."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.requests.lifecycle.state import RequestState

LATE = timedelta(hours=36)
MOST_QUESTIONS = 2
"""How often people are asked in a state before the request waits for a word of theirs."""


@dataclass(frozen=True, slots=True)
class Timer:
    """When the present state changes by itself, and into what; "asked" means only that people are asked, "freed" that the spot is free."""

    at: datetime
    state: str
    cause: str = ""


def silent_since(request: RequestState) -> datetime:
    """Return when the present silence began."""
    return max(request.since, request.last_word or request.since)


def asked_since(key: str, at: datetime, request: RequestState, now: datetime) -> datetime:
    """Return when people were asked something: from the day of the comment where the bot was late with it."""
    sent = request.memory.notices.get(key)
    if sent is None:
        return now if now - at > LATE and not request.mute else at
    return sent.at if sent.at - at > LATE else at
