"""What real profiles say and how often, ready to draw from. See README.md beside distributions.json for its origin."""

import json
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from random import Random

from generator.model.vocabulary import Vocabularies, Vocabulary


@dataclass(frozen=True, slots=True)
class Draw:
    """Values with the sums of their weights, so that drawing one is a single look-up."""

    values: tuple[str, ...]
    sums: tuple[float, ...]

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "Draw":
        """Take each value as often as its weight says."""
        return cls(tuple(weights), tuple(accumulate(weights.values())))

    def one(self, random: Random) -> str:
        """Draw one value."""
        return self.values[min(bisect(self.sums, random.random() * self.sums[-1]), len(self.values) - 1)]

    def some(self, random: Random, count: int) -> list[str]:
        """Draw up to `count` different values."""
        found: dict[str, None] = {}
        for _ in range(4 * count):
            if len(found) == count:
                break
            found.setdefault(self.one(random))
        return list(found)


@dataclass(frozen=True, slots=True)
class Distributions:
    """How often each thing is said, limited to the words of the vocabularies at hand."""

    skills: Draw
    skills_together: Mapping[str, Draw]
    skills_each: Draw
    topics: Draw
    domains: Draw
    career_paths: Draw
    languages: Draw
    zones: Draw
    hours: Draw
    places: Draw
    years: Draw


def read_distributions(vocabularies: Vocabularies) -> Distributions:
    """Read the counts of real profiles; words that nobody used yet are drawn seldom, words that are gone never."""
    counts = json.loads(files(__package__).joinpath("distributions.json").read_text(encoding="utf-8"))
    together = {
        first: Draw.of(kept)
        for first, others in counts["skills_together"].items()
        if (kept := {id: count for id, count in others.items() if id in vocabularies.skills.terms})
    }
    return Distributions(
        skills=_known(counts["skills"], vocabularies.skills, 0.3),
        skills_together=together,
        topics=_known(counts["topics"], vocabularies.topics, 6),
        domains=_known(counts["domains"], vocabularies.domains, 0.5),
        career_paths=_known(counts["career_paths"], vocabularies.career_paths, 2),
        **{name: Draw.of(counts[name]) for name in ("skills_each", "languages", "zones", "hours", "places", "years")},
    )


def _known(counts: Mapping[str, float], vocabulary: Vocabulary, least: float) -> Draw:
    return Draw.of({id: counts.get(id, 0) + least for id in vocabulary.terms})


def draw_skills(random: Random, shape: Distributions, count: int) -> list[str]:
    """Draw skills that go together as they do in real profiles."""
    found = [shape.skills.one(random)]
    for _ in range(6 * count):
        if len(found) >= count:
            break
        near = shape.skills_together.get(random.choice(found)) if random.random() < 0.75 else None
        another = (near or shape.skills).one(random)
        if another not in found:
            found.append(another)
    return found
