"""The mentor asks something back."""

from generator.requests.commands.command import MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState, moved


def ask(request: RequestState, event: Event) -> RequestState:
    """Ask something first. The next comment of the mentee hands the turn back to you."""
    return moved(request, "question", event.at, event.event_id, answered_at=request.answered_at or event.at)


COMMAND = Command("ask", (MENTOR,), ("waiting", "waitlisted"), ask, argument="your question", takes_text=True)
