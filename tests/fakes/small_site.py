"""A directory of a few people, as small as a test of a page wants it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from generator.insight.availability import AvailabilityStatus, availability_status
from generator.model.activity import MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor
from generator.model.program import Program, Roadmap
from generator.model.vocabulary import Term, Vocabularies, Vocabulary
from generator.site.page import Page
from generator.site.pages import SiteContext, list_pages, profile_page

TODAY = date(2026, 11, 21)
BUILT = datetime(2026, 11, 21, 2, 28, tzinfo=UTC)
SETTINGS = Settings("Lodestar", "example/mentors", "https://example.org/conduct", site_url="https://example.org/m/")
SKILLS = Vocabulary.of(
    (
        Term("python", "Python", ("py", "python3"), broader=("programming",), related=("testing",)),
        Term("programming", "Programming"),
        Term("testing", "Testing"),
        Term("dotnet", ".NET"),
    )
)
TOPICS = Vocabulary.of((Term("code-review", "Code review"), Term("homework", "Homework and coursework")))
VOCABULARIES = Vocabularies(SKILLS, TOPICS, Vocabulary.of((Term("technology", "Technology"),)))
ADA = Mentor("Ada L.", "Ada-L", "Backend engineer", ("python",), ("en",), "Europe/London", "1h", 2)


def person(github: str, **changes: object) -> Mentor:
    """Return Ada under another GitHub name, with changes."""
    return replace(ADA, github=github, **changes)


def site_of(
    *mentors: Mentor,
    statuses: dict[str, AvailabilityStatus] | None = None,
    programs: tuple[Program, ...] = (),
    roadmaps: tuple[Roadmap, ...] = (),
    settings: Settings = SETTINGS,
    **others: object,
) -> SiteContext:
    """Return the site of a few mentors; who is not in `statuses` has the status of an idle mentor."""
    directory = Directory(
        settings,
        VOCABULARIES,
        MappingProxyType({mentor.handle: mentor for mentor in mentors}),
        MappingProxyType({program.id: program for program in programs}),
        MappingProxyType({roadmap.id: roadmap for roadmap in roadmaps}),
    )
    idle = {
        mentor.handle: availability_status(mentor, TODAY, settings.freshness, MentorActivity()) for mentor in mentors
    }
    return SiteContext(directory, idle | (statuses or {}), TODAY, BUILT, **others)


def pages_of(site: SiteContext) -> Iterator[Page]:
    """Yield every page as the build makes it, but for home, which needs the welcome text."""
    yield from list_pages(site)
    for mentor in site.directory.mentors.values():
        yield profile_page(site, mentor)
