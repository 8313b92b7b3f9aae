"""The mentor says no."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved

REASONS = {
    "no-capacity": "has no room at the moment",
    "not-my-area": "is not the right person for these goals",
    "timing": "cannot at the time you need",
    "stage": "thinks that somebody else fits better where you are now",
    "format": "works in another way than the one you asked for",
    "other": "cannot take this on",
}
"""Why a mentor says no, and how it is passed on."""


def decline(request: RequestState, event: Event) -> RequestState:
    """Say no, with a reason if you like: no-capacity, not-my-area, timing, stage, format or other. Others who have room are then named."""
    return moved(
        request,
        "declined",
        event.at,
        event.event_id,
        cause=reason_of(event.words),
        answered_at=request.answered_at or event.at,
    )


def reason_of(words: str) -> str:
    """Return the reason that was given, "other" where none was."""
    return _first(words) if _first(words) in REASONS else "other"


def _first(words: str) -> str:
    return (words.lower().split() or ["other"])[0].strip(".,;:!")


def reason_is_known(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A reason is one of a few words, so that it can be passed on kindly."""
    if _first(event.words) not in REASONS:
        return f"The reason behind `/decline` can be {', '.join(f'`{reason}`' for reason in REASONS)}, or nothing at all, so nothing was changed. Please write for example `/decline no-capacity`."
    return None


COMMAND = Command(
    "decline", (MENTOR,), ("waiting", "question", "waitlisted"), decline, argument="reason", check=reason_is_known
)
