"""What a mentor and a mentee agreed on and set out to do: the part of a request that begins with a yes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

FREQUENCIES: Mapping[str, int | None] = MappingProxyType(
    {"weekly": 7, "every-two-weeks": 14, "monthly": 30, "quarterly": 91, "as-needed": None}
)
"""How often two can agree to talk, and after how many days that is; None where no day follows from it."""
CHANNELS = ("messaging", "audio", "video", "email", "in-person", "office-hours")
STYLES = ("structured", "balanced", "flexible")
GOALS = "goals"
"""The end condition that everything both wrote down is reached; the other one is a day."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two agreed on; empty or None where they said nothing. `until` is a day, or `GOALS`, or "open"."""

    frequency: str = ""
    channel: str = ""
    style: str = ""
    trial: int | None = None
    until: str = ""

    @property
    def last_day(self) -> date | None:
        """The day on which it ends, where they agreed on one."""
        return date.fromisoformat(self.until) if self.until[:1].isdigit() else None

    def __bool__(self) -> bool:
        """Whether anything was agreed."""
        return self != Agreement()


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal. Its text is in a comment, at a place; nothing but that comment keeps it.

    `source` is the id of the event that set it. A dropped goal keeps its number, so that no other one changes its own.
    `text` is what the comment says now, and empty where nobody can read it any more.
    """

    number: int
    source: str
    place: int = 0
    due: date | None = None
    done: datetime | None = None
    dropped: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mentorship:
    """How far two have come: their agreement, their goals, and the roadmap's steps that are done, by id.

    `asked_to_finish` names the end condition about which they were asked last.
    """

    agreement: Agreement = Agreement()
    goals: tuple[Goal, ...] = ()
    roadmap: str = ""
    steps: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    asked_to_finish: str = ""

    @property
    def current(self) -> tuple[Goal, ...]:
        """The goals that were not dropped."""
        return tuple(one for one in self.goals if not one.dropped)

    @property
    def last_reached(self) -> datetime | None:
        """When a goal was reached or a step was done last."""
        return max((*filter(None, (one.done for one in self.current)), *self.steps.values()), default=None)

    def with_goal(self, number: int, **changes: Any) -> "Mentorship":
        """Return it with one goal changed."""
        goals = tuple(replace(one, **changes) if one.number == number else one for one in self.goals)
        return replace(self, goals=goals)

    def with_step(self, step: str, done: datetime | None) -> "Mentorship":
        """Return it with one step done, or not done any more."""
        rest = {id: at for id, at in self.steps.items() if id != step}
        return replace(self, steps=MappingProxyType(rest | ({step: done} if done else {})))


@dataclass(frozen=True, slots=True)
class Progress:
    """What others may know of a mentorship: what is reached, in numbers and ids, and nothing that anyone wrote.

    `goals` are, for each one, its number, whether it is reached, and by when it should be. `began` is the day of the yes.
    """

    goals: tuple[tuple[int, bool, date | None], ...] = ()
    roadmap: str = ""
    steps: tuple[str, ...] = ()
    frequency: str = ""
    channel: str = ""
    until: str = ""
    began: date | None = None
