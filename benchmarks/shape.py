"""Count what real profiles say, in the ids of our vocabulary: `python -m benchmarks.shape PROFILES.jsonl > shape.json`.

The counts are kept in generator/demo/distributions.json, so that synthetic directories have the shape of real ones.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from benchmarks.places import zone_of
from benchmarks.real import RealPerson, known_words, read_people
from generator.demo.words import read_vocabularies
from generator.model.vocabulary import Vocabularies


def count_shape(people: Iterable[RealPerson], vocabularies: Vocabularies) -> dict[str, dict]:
    """Count ids, how many each person has, which skills go together, and the rest that was stated."""
    people = list(people)
    known = [known_words(person.words, vocabularies) for person in people]
    pairs: dict[str, Counter] = {}
    for words in known:
        for first, other in permutations(words.skills, 2):
            pairs.setdefault(first, Counter())[other] += 1
    return {
        "skills": _count(id for words in known for id in words.skills),
        "skills_together": {
            first: _sorted(others, 2) for first, others in sorted(pairs.items()) if max(others.values()) > 1
        },
        "skills_each": _count(len(words.skills) for words in known if words.skills),
        "topics": _count(id for words in known for id in words.topics),
        "domains": _count(id for words in known for id in words.domains),
        "career_paths": _count(id for words in known for id in words.career_paths),
        "languages": _count(" ".join(person.languages) for person in people if person.languages),
        "zones": _count(zone_of(person.country) for person in people if person.country),
        "hours": _count(person.hours for person in people if person.hours is not None),
        "places": _count(person.places for person in people if person.places is not None),
        "years": _count(person.years for person in people if person.years is not None),
    }


def _count(values: Iterable) -> dict[str, int]:
    return _sorted(Counter(values), 1)


def _sorted(counts: Counter, least: int) -> dict[str, int]:
    kept = [(str(value), count) for value, count in counts.items() if count >= least]
    return dict(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


if __name__ == "__main__":
    shape = count_shape(read_people(Path(sys.argv[1])), read_vocabularies())
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(counts, ensure_ascii=False)}" for name, counts in shape.items())
    sys.stdout.write(f"{{\n{rows}\n}}\n")
