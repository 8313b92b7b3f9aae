"""One request as it really goes: what its people meant and did, beside what the bot made of it."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from benchmarks.community.wordings import Writer

UNDECIDED = frozenset({"waiting", "question", "waitlisted", "talking", "undecided"})
"""States in which a mentor is asked and has not decided; some versions of the bot know fewer."""
PENDING = UNDECIDED | {"incomplete", "held"}
RUNNING = frozenset({"accepted", "trial", "active", "on-break", "quiet"})
MATCHED = RUNNING | {"completed"}
_HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
_LOGIN = re.compile(r"mentor-\d{3,4}")


@dataclass(frozen=True, slots=True)
class Mentee:
    """Someone who looks for help."""

    login: str
    writer: Writer
    style: str
    user: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Act:
    """Someone wrote something: who, in which role, what they meant, and whether in plain words."""

    at: datetime
    login: str
    role: str
    meaning: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The bot showed another state; `swept` means that time brought it, not something someone wrote."""

    at: datetime
    state: str
    mentor: str
    cause: str
    swept: bool


@dataclass(slots=True)
class Pair:
    """What really goes on between two people, whoever is told."""

    mentor: str
    met: datetime | None
    over: datetime
    gap: timedelta
    writes_here: bool
    answers_bot: bool
    ended_well: bool
    reported: bool = False
    said_end: bool = False

    def runs(self, at: datetime) -> bool:
        """Whether they are in touch and mean to go on."""
        return self.met is not None and at < self.over


@dataclass(slots=True)
class Life:
    """A request from its opening on."""

    number: int
    mentee: Mentee
    kind: str
    skill: str
    opened: datetime
    acts: list[Act] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    asked: dict[str, datetime] = field(default_factory=dict)
    """When each mentor was asked."""
    refused: set[str] = field(default_factory=set)
    agreed: str = ""
    meant: str = ""
    """What the present mentor means in the end; they may have to say it again."""
    learned: bool = False
    pair: Pair | None = None
    closed: bool = False
    seen: int = 0
    """How many comments of the bot people have seen."""
    rounds: int = 0
    over: bool = False
    told_nobody: bool = False
    lost_pair: bool = False
    turns: int = 0
    """Grows with each thing that makes earlier plans void."""

    @property
    def state(self) -> str:
        """Return what the bot shows now."""
        return self.steps[-1].state if self.steps else "incomplete"

    @property
    def mentor(self) -> str:
        """Return who is asked, or is the mentor, now."""
        return self.steps[-1].mentor if self.steps else ""

    @property
    def matched(self) -> bool:
        """Whether a mentor ever took this."""
        return any(step.state in MATCHED for step in self.steps)

    def state_at(self, at: datetime) -> str:
        """Return what the bot showed at a time."""
        return next((step.state for step in reversed(self.steps) if step.at <= at), "incomplete")

    def spoke(self, login: str) -> bool:
        """Whether someone wrote anything since they were asked."""
        since = self.asked.get(login)
        return since is not None and any(act.login == login and act.at >= since for act in self.acts)


def visible(body: str) -> str:
    """Return what people see of a comment."""
    return _HIDDEN.sub("", body).strip()


def logins_in(text: str) -> list[str]:
    """Return the mentors that a comment names, in order."""
    return list(dict.fromkeys(_LOGIN.findall(text)))
