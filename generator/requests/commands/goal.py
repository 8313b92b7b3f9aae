"""A goal is written down."""

from generator.requests.commands.command import MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState


def goal(request: RequestState, event: Event) -> RequestState:
    """Write down a goal you agreed on, for example `/goal first merged pull request by 1 May`."""
    return request


def says_something(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """An empty one tells nobody anything."""
    return None if event.words.strip() else f"Please write it behind `/{event.command}`, on the same line or below."


COMMAND = Command(
    "goal",
    (MENTOR, MENTEE),
    ("accepted", "trial", "active", "on-break"),
    goal,
    argument="text",
    check=says_something,
    takes_text=True,
    changes=False,
)
