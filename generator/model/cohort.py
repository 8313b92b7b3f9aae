"""What a cohort is paired from: who applied, what coordinators decided before, and who has an open spot."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.learner import Learner

Pair = tuple[str, str]
"""A mentee's login and a mentor's handle."""


@dataclass(frozen=True, slots=True)
class Application:
    """One person who would like to take part, and what they said about it.

    `choices` are the mentors they would like best, in their order, and `avoid` those they must not be paired with.
    `issue` is the number of their application, or None for one that came another way.
    """

    mentee: str
    learner: Learner
    issue: int | None = None
    choices: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everything that pairing a program turns into proposals, beside the mentors' profiles.

    `locks` are pairs that must be proposed and `vetoes` pairs that must not. `capacities` are the spots that a mentor
    has in this program, where it says less or more than the open spots on their profile.
    """

    program: str
    applications: tuple[Application, ...]
    locks: tuple[Pair, ...] = ()
    vetoes: frozenset[Pair] = frozenset()
    capacities: Mapping[str, int] | None = None
