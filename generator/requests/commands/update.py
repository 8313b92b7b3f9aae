"""Something is told about how it goes."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState


def update(request: RequestState, event: Event) -> RequestState:
    """Tell how it goes. Every other comment of yours is a sign of life, too."""
    return request


def says_something(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """An empty one tells nobody anything."""
    return None if event.words.strip() else f"Please write it behind `/{event.command}`, on the same line or below."


COMMAND = Command(
    "update",
    (MENTOR, MENTEE),
    ("accepted", "trial", "active", "on-break"),
    update,
    argument="text",
    check=says_something,
    takes_text=True,
    changes=False,
)
