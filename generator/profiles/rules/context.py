"""What a rule may know besides the file it checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.model.vocabulary import Vocabularies
from generator.profiles.violation import Violation


@dataclass(frozen=True, slots=True)
class RuleContext:
    """The directory around a file: its vocabularies, the lower-case handles of all profiles, the ids of programs and
    roadmaps, the SVG files beside the settings, and whether these name a place for private requests.
    """

    today: date
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    handles: frozenset[str] = frozenset()
    programs: frozenset[str] = frozenset()
    roadmaps: frozenset[str] = frozenset()
    logos: frozenset[str] = frozenset()
    private_requests: bool = False


Rule = tuple[str, Callable[[Any, str, RuleContext], Iterator[Violation]]]
