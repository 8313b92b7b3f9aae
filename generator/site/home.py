"""The first page: two doors, what is true today, and the community's own words."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.attention import open_requests
from generator.site.build_stamp import built_line
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.programs import CURRENT, program_cards
from generator.site.site_context import SiteContext
from generator.site.templating import mark_safe, template
from generator.text.catalogue import _, ngettext

_home = template("home.html")


class _Count(NamedTuple):
    line: Markup
    path: str


def home_page(site: SiteContext, welcome: Markup) -> Page:
    """Make the first page; `welcome` is what the community wrote itself and appears below the doors."""
    settings = site.directory.settings
    description = settings.tagline or _("{community}: find a mentor, or become one.", community=settings.name)
    body = _home(
        name=settings.name,
        tagline=settings.tagline,
        counts=list(_counts(site)),
        programs=program_cards(site, CURRENT),
        welcome=welcome,
        built=built_line(site.built),
    )
    head = page_head(site, "", settings.name, description, site.indexing)
    return Page("", settings.name, description, body, head, site.indexing)


def _counts(site: SiteContext) -> Iterator[_Count]:
    """Count only what a visitor can see and check in the lists; a community without mentors counts nothing."""
    listed = [mentor for handle, mentor in site.directory.mentors.items() if site.standings[handle].listed]
    if not listed:
        return
    free = sum(site.standings[mentor.handle].can_be_asked for mentor in listed)
    spoken = len({tag.lower() for mentor in listed for tag in mentor.languages})
    number = len(listed)
    yield _count(ngettext("<strong>{count}</strong> mentor", "<strong>{count}</strong> mentors", number), "mentors/")
    yield _count(
        ngettext("<strong>{count}</strong> taking mentees", "<strong>{count}</strong> taking mentees", free), "mentors/"
    )
    if site.activity:
        requests = len(open_requests(site.activity))
        line = ngettext("<strong>{count}</strong> open request", "<strong>{count}</strong> open requests", requests)
        yield _count(line, "requests/")
    yield _count(
        ngettext("<strong>{count}</strong> language", "<strong>{count}</strong> languages", spoken), "languages/"
    )


def _count(line: str, path: str) -> _Count:
    return _Count(mark_safe(line), path)
