"""The first page: what this is, a box for what you want help with, and who is free now."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.attention import open_requests
from generator.model.mentor import Mentor
from generator.site.events import next_event
from generator.site.faces import face
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.programs import CURRENT, program_cards
from generator.site.site_context import SiteContext
from generator.site.sorting import in_listing_order
from generator.site.templating import concat, template
from generator.text.catalogue import _, ngettext
from generator.text.counting import listed, number, spots
from generator.text.languages import language
from generator.text.names import short_name

_home = template("home.html")
ON_THE_MAP = 6
_IN_REACH = 3
"""How many faces fit beside the numbers on a phone."""
_WAYS = {
    1: "M45 95 40 36",
    2: "M45 95 13 66M45 95 62 34",
    3: "M45 95 13 74M45 95 62 56M13 74 24 28",
    4: "M45 95 13 76M45 95 62 64M13 76 22 42M62 64 56 22",
    5: "M45 95 12 80M45 95 62 70M12 80 22 54M62 70 54 40M22 54 11 26",
    6: "M45 95 12 80M45 95 62 70M12 80 22 54M62 70 54 40M22 54 11 26M54 40 63 11",
}
"""The lines of the map from "You" at the foot, by how many people it has; `home.css` places the people at their ends.

A line never runs where a name is, however long the name.
"""


class _Shown(NamedTuple):
    handle: str
    name: str
    skills: str
    about: str
    facts: str
    face: Markup


class _Example(NamedTuple):
    path: str
    label: str


def home_page(site: SiteContext, welcome: Markup) -> Page:
    """Make the first page; `welcome` is what the community wrote itself, below everything else."""
    settings = site.directory.settings
    promise = settings.tagline or _("Free mentoring from people who've been there")
    mentors = [mentor for handle, mentor in site.directory.mentors.items() if site.statuses[handle].listed]
    free = [mentor for mentor in mentors if site.statuses[mentor.handle].can_be_asked]
    shown = [_shown(site, mentor) for mentor in _first_free(site, free)]
    body = _home(
        promise=promise,
        people_count=len(mentors),
        counts=list(_counts(site, mentors, free)),
        definition=_definition(site),
        faces=concat(one.face for one in shown[:_IN_REACH]),
        people=[one._replace(name=short_name(one.name)) for one in shown],
        lines=_WAYS[max(1, len(shown))],
        tiles=shown,
        examples=list(_examples(site, free)),
        programs=program_cards(site, CURRENT),
        event=next_event(site),
        expiry=settings.requests.days.expiry,
        join="join/" if "join/" in site.own_pages else "",
        welcome=welcome,
    )
    head = page_head(site, "", settings.name, promise, site.indexing)
    return Page("", settings.name, promise, body, head, site.indexing, bare=True)


def _first_free(site: SiteContext, free: Sequence[Mentor]) -> Iterator[Mentor]:
    """Yield a few free mentors in the order of the lists, no two of the same first skill while others are there."""
    order = in_listing_order(free, site.statuses, site.today)
    first: dict[str, Mentor] = {}
    for mentor in order:
        first.setdefault(mentor.skills[0], mentor)
    different = list(first.values())
    rest = [mentor for mentor in order if mentor not in different[:ON_THE_MAP]]
    yield from (different[:ON_THE_MAP] + rest)[:ON_THE_MAP]


def _shown(site: SiteContext, mentor: Mentor) -> _Shown:
    label = site.directory.vocabularies.skills.label
    skills = listed([label(one) for one in mentor.skills[:2]])
    about = mentor.can_help_with[0] if mentor.can_help_with else skills
    status = site.statuses[mentor.handle]
    facts = " · ".join((spots(status.openings), ", ".join(map(language, mentor.languages[:3]))))
    return _Shown(mentor.handle, mentor.name, skills, about, facts, face(site, mentor))


def _counts(site: SiteContext, mentors: Sequence[Mentor], free: Sequence[Mentor]) -> Iterator[str]:
    """Count only what a visitor can see and check in the lists."""
    yield ngettext("{count} mentor", "{count} mentors", len(mentors))
    yield _("{count} free", count=number(len(free)))
    if site.activity:
        waiting = len(open_requests(site.activity))
        yield ngettext("{count} open request", "{count} open requests", waiting)
    spoken = {tag.lower() for mentor in mentors for tag in mentor.languages}
    yield ngettext("{count} language", "{count} languages", len(spoken))


def _definition(site: SiteContext) -> str:
    return _(
        "Free means: the mentor has an open spot, isn't on a break, and confirmed their profile in the last {days} days. "
        "Numbers are from the last update of this site.",
        days=site.directory.settings.freshness.stale_after_days,
    )


def _examples(site: SiteContext, free: Sequence[Mentor]) -> Iterator[_Example]:
    """Yield three topics that free mentors like to talk about, the most frequent first."""
    counted: dict[str, int] = {}
    for mentor in free:
        for topic in mentor.topics:
            counted[topic] = counted.get(topic, 0) + 1
    label = site.directory.vocabularies.topics.label
    for topic in sorted(counted, key=lambda one: (-counted[one], one))[:3]:
        yield _Example(f"topics/{topic}/", label(topic))
