"""A request for a mentor: what was asked, by whom, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime

from generator.model.learner import Want

KINDS = ("mentorship", "quick-question", "interview", "group", "application", "self-test")
"""What can be asked for; `self-test` asks only whether the bot's mentions arrive."""

STATES = (
    "incomplete", "held", "waiting", "question", "waitlisted", "accepted", "trial", "active", "on-break",
    "completed", "ended", "declined", "expired", "withdrawn", "removed",
)  # fmt: skip
"""Every state, in the order in which a request may come through them."""

PENDING_STATES = frozenset({"held", "waiting", "question", "waitlisted"})
"""Somebody has still to say yes or no."""
ACTIVE_STATES = frozenset({"accepted", "trial", "active", "on-break"})
"""The mentor said yes; the request takes one of their places."""
ENDINGS = frozenset({"completed", "ended", "declined", "expired", "withdrawn", "removed"})
"""Nothing more will happen by itself."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the forge. A login can be renamed and taken by somebody else; the id cannot."""

    id: int
    login: str

    @property
    def handle(self) -> str:
        """The one spelling for comparisons: logins ignore case."""
        return self.login.lower()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request's form says, in the ids of the vocabularies; empty or None where left open.

    `mentor` is a handle, or empty for an open request. `skills` and `topics` are known ids, `unknown`
    the words that no vocabulary has. `goals` is the one free text, as it was written.
    """

    kind: str
    mentor: str = ""
    skills: tuple[Want, ...] = ()
    topics: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    format: str | None = None
    commitment: str | None = None
    relationship: str | None = None
    languages: tuple[str, ...] = ()
    timezone: str | None = None
    program: str = ""
    adult: bool = False
    goals: str = ""


@dataclass(frozen=True, slots=True)
class RequestSummary:
    """One request as its thread tells it at a moment. Times are in UTC.

    `mentor` is the handle of whoever is asked now, or empty. `opened` is when it was sent, `since` when
    the present state began, `due` when that state ends by itself, or None.
    """

    number: int
    kind: str
    state: str
    mentor: str
    mentee: str
    opened: datetime
    since: datetime
    due: datetime | None = None
    program: str = ""

    @property
    def open(self) -> bool:
        """The request has not ended."""
        return self.state not in ENDINGS
