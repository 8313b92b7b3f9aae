"""What was heard in a sentence."""

from dataclasses import dataclass

TERMS = ("skills", "topics", "domains", "career_paths")
"""The parts that name terms of a vocabulary."""

VALUES = ("goals", "stage", "languages", "time", "zone", "place", "commitment", "formats")
"""The parts that hold small values; `stage`, `zone`, `place` and `commitment` hold one at most."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that was heard: the id or value, and the words of the sentence it was heard in."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class HeardTerm:
    """A term that is not wanted: avoided, or known already. `kind` is one of `TERMS`."""

    kind: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence as it was understood. `text` holds the words that mean nothing to us, as they were typed.

    `avoid` never counts as wanted. `known` is a guess, so it is shown and never filters.
    """

    skills: tuple[Heard, ...] = ()
    topics: tuple[Heard, ...] = ()
    domains: tuple[Heard, ...] = ()
    career_paths: tuple[Heard, ...] = ()
    avoid: tuple[HeardTerm, ...] = ()
    known: tuple[HeardTerm, ...] = ()
    goals: tuple[Heard, ...] = ()
    stage: tuple[Heard, ...] = ()
    languages: tuple[Heard, ...] = ()
    time: tuple[Heard, ...] = ()
    zone: tuple[Heard, ...] = ()
    place: tuple[Heard, ...] = ()
    commitment: tuple[Heard, ...] = ()
    formats: tuple[Heard, ...] = ()
    text: tuple[str, ...] = ()

    def ids(self, part: str) -> list[str]:
        """Return the ids or values of one part, without the words they were heard in."""
        return [one.value for one in getattr(self, part)]
