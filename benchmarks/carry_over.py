"""Turn real profiles of three directories into a Lodestar directory: `python -m benchmarks.carry_over PROFILES.jsonl FOLDER`.

The words go through the vocabulary and what it does not know is counted. What a profile does not say and
Lodestar requires is filled in as little as possible, and every such filling is counted too.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.places import NOWHERE, zone_of
from benchmarks.real import Known, RealPerson, known_words, read_people
from generator.demo import write_demo
from generator.demo.words import read_vocabularies
from generator.model.vocabulary import Vocabularies
from generator.profiles.yaml_writer import yaml_text

MOST_SKILLS, MOST_TOPICS, MOST_OTHERS = 12, 12, 6
SKILL_OF_ANY_MENTOR = "mentoring"
"""The one skill that being listed as a mentor shows, for those who state none that the vocabulary knows."""
_HOME = "# Real profiles without the people\n\nWhat mentors of three public directories wrote, under other names.\n"
_CHANNELS = {"email": "email", "slack": "messaging"}


@dataclass(slots=True)
class Report:
    """What was carried over and what was not, counted; `unknown` holds the words as they were written."""

    people: int = 0
    words: int = 0
    unknown: Counter = field(default_factory=Counter)
    filled: Counter = field(default_factory=Counter)
    left_out: Counter = field(default_factory=Counter)

    def text(self) -> str:
        """Say it all in lines."""
        lost = sum(self.unknown.values())
        lines = [
            f"{self.people} people carried over, nobody left out",
            f"{self.words} words written, {self.words - lost} known ({(self.words - lost) / max(1, self.words):.1%}), {lost} unknown ({len(self.unknown)} different)",
            *(f"{count} people {words}" for words, count in self.filled.most_common()),
            *(f"{count} {words}" for words, count in self.left_out.most_common()),
            "unknown words: " + "; ".join(word for word, _ in self.unknown.most_common()),
        ]
        return "\n".join(lines) + "\n"


def profile_of(person: RealPerson, vocabularies: Vocabularies, report: Report) -> dict:
    """Make a profile of what a person says, and count in the report what is lost or filled in."""
    known = known_words(person.words, vocabularies)
    report.people += 1
    report.words += len(person.words)
    report.unknown.update(known.unknown)
    _count_fillings(person, known, report)
    skills = known.skills[:MOST_SKILLS] or (SKILL_OF_ANY_MENTOR,)
    labels = [vocabularies.skills.label(id) for id in skills[:3]]
    number = person.id.rpartition("-")[2]
    fields: dict = {"name": f"Mentor {number}", "github": person.id, "headline": _headline(labels)}
    if person.disabled:
        fields["offer_to_mentor"] = False
    fields |= {
        "skills": skills,
        "topics": known.topics[:MOST_TOPICS],
        "domains": known.domains[:MOST_OTHERS],
        "career_paths": known.career_paths[:MOST_OTHERS],
    }
    fields["years_experience"] = person.years
    fields["relationship_types"] = ("long-term",) if person.kind in ("both", "long-term") else ()
    fields["formats"] = ("ad-hoc-qa",) if person.kind in ("both", "ad-hoc") else ()
    fields["channels"] = tuple(dict.fromkeys(_CHANNELS[word] for word in person.channels if word in _CHANNELS))
    fields |= {
        "commitment": _commitment(person.hours),
        "capacity": min(20, 1 if person.places is None else person.places),
    }
    fields |= {"timezone": zone_of(person.country), "languages": person.languages or ("en",)}
    return {name: value for name, value in fields.items() if value is not None and value != ()}


def _headline(labels: list[str]) -> str:
    line = f"Helps with {' and '.join((', '.join(labels[:-1]), labels[-1]) if len(labels) > 1 else labels)}"
    return line if len(line) <= 100 else f"Helps with {labels[0]}"


def _commitment(hours: int | None) -> str:
    return "1h" if hours is None or hours <= 1 else "2h"


def _count_fillings(person: RealPerson, known: Known, report: Report) -> None:
    fillings = {
        f"state no known skill and carry '{SKILL_OF_ANY_MENTOR}', which is all that their listing shows": not known.skills,
        "state no language and carry 'en', the language of their directory": not person.languages,
        f"state no country and carry {NOWHERE}": not person.country,
        "state no hours and carry a commitment of 1h": person.hours is None,
        "offer more than two hours a month and carry 2h, the most there is": (person.hours or 0) > 2,
        "state no number of mentees and carry a capacity of 1": person.places is None,
        "were switched off and carry offer_to_mentor: false": person.disabled,
    }
    report.filled.update(words for words, true in fillings.items() if true)
    left_out = {
        f"skills beyond the first {MOST_SKILLS} left out": len(known.skills) - MOST_SKILLS,
        f"topics beyond the first {MOST_TOPICS} left out": len(known.topics) - MOST_TOPICS,
        f"domains beyond the first {MOST_OTHERS} left out": len(known.domains) - MOST_OTHERS,
        "languages left out, not found by name": len(person.unread_languages),
        "ways to contact left out: they name accounts, which the data no longer holds": sum(
            word not in _CHANNELS for word in person.channels
        ),
    }
    report.left_out.update({words: count for words, count in left_out.items() if count > 0})


def carry_over(people: Iterable[RealPerson], folder: Path, today: date) -> Report:
    """Write a directory with a profile for each person; the folder must be new."""
    vocabularies = read_vocabularies()
    write_demo(folder, 0, 1, today)
    (folder / "docs" / "index.md").write_text(_HOME, encoding="utf-8")
    report = Report()
    for person in people:
        fields = profile_of(person, vocabularies, report)
        (folder / "mentors" / f"{fields['github']}.yml").write_text(yaml_text(fields), encoding="utf-8")
    return report


if __name__ == "__main__":
    sys.stdout.write(carry_over(read_people(Path(sys.argv[1])), Path(sys.argv[2]), date.today()).text())
