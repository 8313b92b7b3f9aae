"""Somebody says thank you."""

from dataclasses import replace

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import RequestState


def thanks(request: RequestState, event: Event) -> RequestState:
    """Say thank you. It stands here and nowhere else."""
    return replace(request, thanks=(*request.thanks, event.role))


COMMAND = Command(
    "thanks",
    (MENTOR, MENTEE),
    ("accepted", "trial", "active", "on-break", "completed", "ended", "declined"),
    thanks,
    argument="your words",
    takes_text=True,
)
