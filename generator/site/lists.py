"""The directory itself: every listed mentor as a card, and the parts that the browser's search wakes up."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.build_stamp import built_line
from generator.site.goals import goals_form
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.pagination import Pagination, paginate
from generator.site.search_index.facets import FACETS, FILTERS
from generator.site.site_context import SiteContext
from generator.site.templating import concat, template
from generator.text.catalogue import _, ngettext
from generator.text.counting import mentors as counted_mentors

CARDS_ON_A_PAGE = 24
_mentors = template("mentors.html")
_pagination = template("pagination.html")
_SCRIPT = template("directory_script.html")()


class _Shown(NamedTuple):
    """One filter on the page; the browser fills in the choices."""

    name: str
    label: str
    facet: str


def mentor_pages(site: SiteContext, order: Sequence[Mentor], cards: Mapping[str, Markup]) -> Iterator[Page]:
    """Yield the pages of the directory, with the cards of `order` in their order."""
    lead = _lead(site, order)
    stated = _stated(order)
    for pages, mentors in paginate(order, CARDS_ON_A_PAGE, "mentors/"):
        yield _mentor_page(site, lead, pages, concat(cards[mentor.handle] for mentor in mentors), len(order), stated)


def _mentor_page(site: SiteContext, lead: str, pages: Pagination, cards: Markup, total: int, stated: Set[str]) -> Page:
    first = pages.number == 1
    title = (
        _("Find a mentor") if first else _("Mentors, page {number} of {count}", number=pages.number, count=pages.count)
    )
    body = _mentors(
        title=title,
        first=first,
        searched=first and total > 0,
        join="join/" if "join/" in site.own_pages else "",
        lead=lead,
        filters=_filters(more=False),
        more_filters=_filters(more=True),
        within=lambda hours: ngettext("Within {count} hour", "Within {count} hours", hours),
        at_least=lambda hours: ngettext("At least {count} hour", "At least {count} hours", hours),
        stated=stated,
        goals=goals_form() if first and total else "",
        open_requests=site.directory.settings.requests.limits.open_for_each_mentee,
        counted=counted_mentors(total),
        cards=[cards],
        pages=_pagination(pages=pages),
        built=built_line(site.built),
    )
    indexed = site.indexing and first
    head = page_head(site, pages.path, title, lead, indexed)
    return Page(pages.path, title, lead, body, concat((head, _SCRIPT)) if first else head, indexed)


def _filters(more: bool) -> list[_Shown]:
    return [_Shown(one.name, _(one.title), facet) for facet, one in FILTERS if one.more is more]


def _stated(mentors: Sequence[Mentor]) -> Set[str]:
    """Name the facets that anyone states, so that a filter without choices is hidden before the browser knows them."""
    return {facet.name for facet in FACETS if any(map(facet.read, mentors))} | {"availability"}


def _lead(site: SiteContext, order: Sequence[Mentor]) -> str:
    free = sum(site.statuses[mentor.handle].can_be_asked for mentor in order)
    return " ".join(
        (
            ngettext("{count} mentor.", "{count} mentors.", len(order)),
            ngettext("{count} is taking new mentees.", "{count} are taking new mentees.", free),
        )
    )
