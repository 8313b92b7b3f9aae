"""Make a synthetic directory in memory: the checked settings and words of a demo, and as many people as wanted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.app.check import check_root
from generator.demo import draw_people, write_demo
from generator.insight.availability import AvailabilityStatus, availability_status
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.profiles.parse import parse_mentor, sorted_proxy
from generator.site.page import PlainFile
from generator.site.search_index.index import index_files
from generator.site.sorting import in_listing_order


@dataclass(frozen=True, slots=True)
class People:
    """A directory, where everybody stands, and the listed mentors in the order of the static list."""

    directory: Directory
    statuses: Mapping[str, AvailabilityStatus]
    listed: tuple[Mentor, ...]
    today: date


def make_people(size: int, seed: int, today: date, folder: Path) -> People:
    """Draw so many people into a directory; only what they share is written, to a new folder."""
    write_demo(folder, 0, seed, today)
    shared = check_root(folder, today).directory
    if shared is None:
        raise SystemExit("the synthetic directory has errors; run `lodestar demo` and `lodestar check` to see them")
    mentors = {handle: parse_mentor(fields, handle) for handle, fields in draw_people(size, seed, today)}
    directory = replace(shared, mentors=sorted_proxy(mentors))
    statuses = {
        handle: availability_status(mentor, today, directory.settings.freshness)
        for handle, mentor in directory.mentors.items()
    }
    return People(directory, statuses, tuple(in_listing_order(directory.mentors.values(), statuses, today)), today)


def our_files(people: People) -> Iterator[PlainFile]:
    """Yield the browser's index as a build writes it."""
    built = datetime.combine(people.today, time(2, 28), UTC)
    yield from index_files(people.directory, people.statuses, built, [mentor.handle for mentor in people.listed])


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
