"""Pairs of people who both look for someone: two who could mentor each other, and two who could learn together.

Both must have said that they look for a mentor, so that both are public. Each function finds a pair or not, and what
it rests on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.matching.overlap import weekly_hours
from generator.matching.prepared import PreparedMentee, PreparedMentor

RECIPROCAL, STUDY_BUDDY = "reciprocal", "study-buddy-plus"
LEAST_HOURS = 1.0
"""Hours a week that two need in common to learn together."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who looks for a mentor, from both sides: what they want, and what they could teach."""

    handle: str
    name: str
    wants: PreparedMentee
    teaches: PreparedMentor


@dataclass(frozen=True, slots=True)
class Swap:
    """Two could mentor each other: the labels of what each could teach the other."""

    other: str
    name: str
    you_teach: tuple[str, ...]
    they_teach: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Buddy:
    """Two could learn together: what both want, how many hours a week they share, and who is a step ahead.

    `ahead` is 0 at the same stage, 1 where the other is one step ahead, and -1 where they are one behind.
    """

    other: str
    name: str
    topics: tuple[str, ...]
    hours: float
    ahead: int


def swap_between(one: Person, other: Person) -> Swap | None:
    """Find what two could teach each other: each lists what the other wants, and they share a language.

    Who names kinds of mentorship and offers some must name "reciprocal" among them.
    """
    if one.handle == other.handle or not one.wants.languages & other.wants.languages:
        return None
    if not (_open_to(one, RECIPROCAL) and _open_to(other, RECIPROCAL)):
        return None
    theirs, mine = _taught(one, other), _taught(other, one)
    return Swap(other.handle, other.name, mine, theirs) if mine and theirs else None


def _taught(mentee: Person, mentor: Person) -> tuple[str, ...]:
    """Return the labels of what one wants and the other lists, or something narrower."""
    profile, offers = mentor.teaches.profile, mentor.teaches.offers
    return tuple(
        wanted.label
        for wanted in mentee.wants.wanted
        if not wanted.narrower.isdisjoint(offers[wanted.kind]) and wanted.id not in profile.cannot_help_with
    )


def buddy_between(one: Person, other: Person) -> Buddy | None:
    """Find whether two could learn together: the same topic, stages at most a step apart, and an hour a week in common.

    What isn't stated can't be compared, so both must name their stage and their free hours. Who names kinds of
    mentorship must name "study-buddy-plus" among them.
    """
    first, second = one.wants, other.wants
    if one.handle == other.handle or not first.languages & second.languages:
        return None
    if not (_open_to(one, STUDY_BUDDY) and _open_to(other, STUDY_BUDDY)):
        return None
    if first.stage is None or second.stage is None or abs(first.stage - second.stage) > 1:
        return None
    if first.free is None or second.free is None:
        return None
    hours = weekly_hours(first.free, second.free)
    wanted = {term.id for term in second.wanted}
    topics = tuple(term.label for term in first.wanted if term.id in wanted)
    if not topics or hours < LEAST_HOURS:
        return None
    return Buddy(other.handle, other.name, topics, hours, second.stage - first.stage)


def _open_to(person: Person, kind: str) -> bool:
    """Tell whether someone excludes a kind of mentorship by naming others."""
    named = person.teaches.profile.relationship_types
    return not named or kind in named


def swaps_of(one: Person, others: Iterable[Person]) -> list[Swap]:
    """Return everyone with whom one could swap: who teaches most first, then by handle."""
    found = [swap for other in others if (swap := swap_between(one, other))]
    return sorted(found, key=lambda swap: (-len(swap.they_teach), swap.other))


def buddies_of(one: Person, others: Iterable[Person]) -> list[Buddy]:
    """Return everyone with whom one could learn: most topics first, then most hours, then by handle."""
    found = [buddy for other in others if (buddy := buddy_between(one, other))]
    return sorted(found, key=lambda buddy: (-len(buddy.topics), -buddy.hours, buddy.other))
