"""The directory itself: every listed mentor as a card, and the parts that the browser's search wakes up."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.asking import FORM
from generator.site.build_stamp import built_line
from generator.site.goals import goals_form
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.pagination import Pagination, paginate
from generator.site.search_index.facets import FACETS
from generator.site.site_context import SiteContext
from generator.site.templating import concat, template
from generator.text.github_addresses import issue_form
from generator.text.labels import counted

CARDS_ON_A_PAGE = 24
_mentors = template("mentors.html")
_pagination = template("pagination.html")
_SCRIPT = template("directory_script.html")()


@dataclass(frozen=True, slots=True)
class Filter:
    """One of the directory's filters: its name in addresses, its words, and its facet. The browser fills in the choices."""

    name: str
    label: str
    facet: str


FILTERS = (
    Filter("skill", "Skill", "skills"),
    Filter("topic", "Topic", "topics"),
    Filter("domain", "Domain", "domains"),
    Filter("language", "Language", "languages"),
    Filter("commitment", "Commitment", "commitment"),
    Filter("format", "Format", "formats"),
    Filter("availability", "Availability", "availability"),
)
MORE_FILTERS = (
    Filter("career_path", "Career path", "career_paths"),
    Filter("relationship_type", "Kind of mentorship", "relationship_types"),
    Filter("channel", "Channel", "channels"),
    Filter("structure", "Structure", "structure"),
    Filter("guidance", "Guidance", "guidance"),
    Filter("stage", "For people who are", "stages_supported"),
    Filter("program", "Program", "programs"),
    Filter("accessibility", "Accessibility", "accessibility"),
    Filter("office_hours", "Office hours", "office_hours"),
    Filter("timezone", "Lives by the time of", "timezone"),
)


def mentor_pages(site: SiteContext, order: Sequence[Mentor], cards: Mapping[str, Markup]) -> Iterator[Page]:
    """Yield the pages of the directory, with the cards of `order` in their order."""
    lead = _lead(site, order)
    stated = _stated(order)
    for pages, mentors in paginate(order, CARDS_ON_A_PAGE, "mentors/"):
        yield _mentor_page(site, lead, pages, concat(cards[mentor.handle] for mentor in mentors), len(order), stated)


def _mentor_page(site: SiteContext, lead: str, pages: Pagination, cards: Markup, total: int, stated: Set[str]) -> Page:
    first = pages.number == 1
    title = "Find a mentor" if first else f"Mentors, page {pages.number} of {pages.count}"
    body = _mentors(
        title=title,
        first=first,
        lead=lead,
        filters=FILTERS,
        more_filters=MORE_FILTERS,
        stated=stated,
        goals=goals_form() if first else "",
        request_form=issue_form(site.directory.settings.repository, FORM, "") if first else "",
        counted=counted(total, "mentor", "mentors"),
        cards=[cards],
        pages=_pagination(pages=pages),
        built=built_line(site.built),
    )
    indexed = site.indexing and first
    head = page_head(site, pages.path, title, lead, indexed)
    return Page(pages.path, title, lead, body, concat((head, _SCRIPT)) if first else head, indexed)


def _stated(mentors: Sequence[Mentor]) -> Set[str]:
    """Name the facets that anybody states, so that a filter without choices is hidden before the browser knows them."""
    return {facet.name for facet in FACETS if any(map(facet.read, mentors))} | {"availability"}


def _lead(site: SiteContext, order: Sequence[Mentor]) -> str:
    with_room = sum(site.standings[mentor.handle].can_be_asked for mentor in order)
    total = counted(len(order), "mentor", "mentors")
    room = "one has" if with_room == 1 else f"{with_room:,} have"
    return f"{total} in {site.directory.settings.name}; {room} room for a new mentee today."
