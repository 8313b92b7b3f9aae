"""The mentor says yes."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def accept(request: RequestState, event: Event) -> RequestState:
    """Say yes. It counts even after the request has expired.

    How many places a mentor has is theirs to say, so a yes beyond them counts too; the site then shows them as full.
    """
    return moved(request, "accepted", event.at, event.event_id, answered_at=request.answered_at or event.at)


COMMAND = Command("accept", (MENTOR,), ("waiting", "question", "waitlisted", "expired"), accept)
