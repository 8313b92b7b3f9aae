"""Make a synthetic directory in memory: the checked settings and words of a demo, and as many people as wanted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from json import loads
from pathlib import Path

from generator.checking import check_root
from generator.demo import draw_people, write_demo
from generator.insight.availability import Standing, standing
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.profiles.build import mentor_of, sorted_proxy
from generator.site.api import mentor_file
from generator.site.index import index_files
from generator.site.order import in_listing_order
from generator.site.page import PlainFile

MATCHED = (
    "github", "offer_to_mentor", "skills", "can_introduce", "topics", "goals", "cannot_help_with", "stage", "stages_supported", "style",
    "relationship_types", "formats", "languages", "timezone", "windows", "commitment", "capacity", "availability", "openings",
)  # fmt: skip
"""What a match reads of the API's JSON."""


@dataclass(frozen=True, slots=True)
class People:
    """A directory, where everybody stands, and the listed mentors in the order of the static list."""

    directory: Directory
    standings: Mapping[str, Standing]
    listed: tuple[Mentor, ...]
    today: date


def make_people(size: int, seed: int, today: date, folder: Path) -> People:
    """Draw so many people into a directory; only what they share is written, to a new folder."""
    write_demo(folder, 0, seed, today)
    shared = check_root(folder, today).directory
    if shared is None:
        raise SystemExit("the synthetic directory has errors; run `lodestar demo` and `lodestar check` to see them")
    mentors = {handle: mentor_of(fields) for handle, fields in draw_people(size, seed, today)}
    directory = replace(shared, mentors=sorted_proxy(mentors))
    standings = {handle: standing(mentor, today, directory.settings.freshness) for handle, mentor in directory.mentors.items()}
    return People(directory, standings, tuple(in_listing_order(directory.mentors.values(), standings, today)), today)


def our_files(people: People) -> Iterator[PlainFile]:
    """Yield the browser's index as a build writes it."""
    built = datetime.combine(people.today, time(2, 28), UTC)
    yield from index_files(people.directory, people.standings, built, [mentor.handle for mentor in people.listed])


def documents(people: People) -> list[dict[str, str]]:
    """Describe the listed mentors as search libraries take them: name, headline, skills and topics as text, no bios."""
    words = people.directory.vocabularies
    return [
        {
            "id": mentor.handle,
            "name": mentor.name,
            "headline": mentor.headline,
            "skills": ", ".join(map(words.skills.label, mentor.skills)),
            "topics": ", ".join(map(words.topics.label, mentor.topics)),
        }
        for mentor in people.listed
    ]


def candidates(people: People) -> list[dict]:
    """Describe the listed mentors as the API does, limited to what a match reads."""
    found = []
    for mentor in people.listed:
        stated = loads(mentor_file(mentor, people.standings[mentor.handle]).content)
        found.append({name: stated[name] for name in MATCHED if name in stated})
    return found


def vocabularies(people: People) -> dict[str, list[dict]]:
    """Describe the two vocabularies in which a match knows what is near to what."""
    return {
        kind: [
            {"id": term.id, "label": term.label, "synonyms": term.synonyms, "broader": term.broader, "related": term.related}
            for term in people.directory.vocabularies.of_kind(kind).terms.values()
        ]
        for kind in ("skills", "topics")
    }
