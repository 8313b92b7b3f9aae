"""The mentor says: later."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def waitlist(request: RequestState, event: Event) -> RequestState:
    """Keep the request until you have room, and write `/accept` then."""
    return moved(request, "waitlisted", event.at, event.event_id, answered_at=request.answered_at or event.at)


COMMAND = Command("waitlist", (MENTOR,), ("waiting", "question"), waitlist)
