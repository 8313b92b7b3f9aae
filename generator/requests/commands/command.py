"""What every command is made of."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState

MENTOR, MENTEE, COORDINATOR, ANY_MENTOR = "mentor", "mentee", "coordinator", "any-mentor"
"""Who may say something: the mentor who is asked, the person who asks, who looks after requests, anybody listed as a mentor."""


@cache
def _first_line(effect: Callable[[RequestState, Event], RequestState]) -> str:
    return inspect.cleandoc(effect.__doc__ or "").splitlines()[0]


@dataclass(frozen=True, slots=True)
class Command:
    """One word people can say, on the first line of a comment.

    `effect` turns a course into the one after it, and its docstring is what help and guides say. `check`
    returns why it cannot be now, as a sentence, or None; it is asked only the first time, so that what
    was once acknowledged stays. `argument` shows what stands after the word. `takes_text` means that
    everything after it belongs to it, other lines included. `offered` says whether it is worth naming to a role now.
    A word that `changes` nothing is only a sign of life, and need not be remembered.
    """

    name: str
    roles: tuple[str, ...]
    states: tuple[str, ...]
    effect: Callable[[RequestState, Event], RequestState]
    argument: str = ""
    check: Callable[[RequestState, Event, RequestContext], str | None] = lambda request, event, context: None
    offered: Callable[[RequestState, str], bool] = lambda request, role: True
    takes_text: bool = False
    about_availability: bool = False
    changes: bool = True

    @property
    def summary(self) -> str:
        """What it does, in one line."""
        return _first_line(self.effect)

    @property
    def written(self) -> str:
        """How it is written, with its argument."""
        return f"/{self.name} {self.argument}".strip()
