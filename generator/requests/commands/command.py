"""What every command is made of, and the effects that several of them share."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.model.request_state import ACTIVE_STATES, ENDINGS, STATES
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved

MENTOR, MENTEE, COORDINATOR, ANY_MENTOR = "mentor", "mentee", "coordinator", "any-mentor"
"""Who may write a command: the mentor who is asked, the mentee, who looks after requests, anyone listed as a mentor."""
ANSWERABLE = ("waiting", "question", "talking", "waitlisted", "undecided")
"""A mentor has been asked, or every mentor, and has not said yes or no."""
RUNNING = tuple(state for state in STATES if state in ACTIVE_STATES)
"""A mentor said yes, and it has not ended."""
UNENDED = tuple(state for state in STATES if state not in ENDINGS)

Effect = Callable[[RequestState, Event], RequestState]


@dataclass(frozen=True, slots=True)
class Command:
    """One command that people can write on the first line of a comment.

    `effect` turns a request into the one after it. `check` returns why it cannot be now, as a sentence, or
    None; it is asked only the first time, so that what was once acknowledged stays. `summary` says in one
    line what it does, `more` what the reference page adds; both are marked for translators. `argument`
    shows what follows the command. `noted` returns what is remembered of its words, where that is not what was
    written: ids and numbers, and none of a free text. `takes_text` means that everything after it belongs to it, other lines
    included. `offered` says whether it is worth naming to a role now. `about_availability` means that it
    counts in the availability issue, too. `of_applications` are the states of an application in which coordinators
    may write it too, and with `of_proposals` mentees may, while a mentor is proposed to them. A command that `changes` nothing is only a sign of life, and need
    not be remembered.
    """

    name: str
    roles: tuple[str, ...]
    states: tuple[str, ...]
    effect: Effect
    argument: str = ""
    check: Callable[[RequestState, Event, RequestContext], str | None] = lambda request, event, context: None
    offered: Callable[[RequestState, str], bool] = lambda request, role: True
    noted: Callable[[RequestState, Event, RequestContext], str] | None = None
    takes_text: bool = False
    about_availability: bool = False
    of_applications: tuple[str, ...] = ()
    of_proposals: bool = False
    changes: bool = True
    summary: str = ""
    more: str = ""

    @property
    def written(self) -> str:
        """How it is written, with its argument."""
        return f"/{self.name} {self.argument}".strip()

    def decides(self, request: RequestState, role: str) -> bool:
        """Whether coordinators decide about an application with it now, or a mentee about the mentor who is proposed."""
        if role == MENTEE:
            return self.of_proposals and bool(request.proposed)
        return role == COORDINATOR and request.kind == "application" and request.state in self.of_applications


def moves_to(state: str, answers: bool = False, role_is_cause: bool = False) -> Effect:
    """Return the effect of a plain transition; `answers` means that the mentor answers with it."""

    def effect(request: RequestState, event: Event) -> RequestState:
        answered_at = request.answered_at or event.at if answers else request.answered_at
        cause = event.role if role_is_cause else ""
        return moved(request, state, event.at, event.event_id, cause=cause, answered_at=answered_at)

    return effect


def changes_nothing(request: RequestState, event: Event) -> RequestState:
    """Leave the request as it is; the comment itself is what counts."""
    return request


def states_availability(request: RequestState, event: Event) -> RequestState:
    """Note what a mentor says about their own availability."""
    return replace(request, statements=(*request.statements, event))
