"""What someone who looks for a mentor says about themselves; it is stored nowhere."""

from dataclasses import dataclass

from generator.model.mentor import Style, Window

STAGES = ("exploring", "beginner", "junior", "mid", "senior", "lead")
"""How far along someone is, step by step."""

IMPORTANCE = {"must": 2, "nice": 1}
"""How much a wanted skill counts, by the word for it."""


@dataclass(frozen=True, slots=True)
class Want:
    """A skill someone wants to learn, and one of `IMPORTANCE`.

    How well they know it now and want to know it is said in requests, and counts in no match.
    """

    skill: str
    importance: str = "nice"
    now: str | None = None
    reach: str | None = None


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's file: every part is optional, and empty or None where not stated.

    `most_important` names the signal of the match that counts half as much again.
    """

    want: tuple[Want, ...] = ()
    topics: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    stage: str | None = None
    style: Style = Style()
    commitment: str | None = None
    formats: tuple[str, ...] = ()
    relationship_types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    timezone: str | None = None
    windows: tuple[Window, ...] = ()
    most_important: str | None = None
