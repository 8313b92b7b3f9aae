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
from generator.site.templating import template

_home = template("home.html")


class _Count(NamedTuple):
    number: str
    words: str
    path: str


def home_page(site: SiteContext, welcome: Markup) -> Page:
    """Make the first page; `welcome` is what the community wrote itself and stands below the doors."""
    settings = site.directory.settings
    description = settings.tagline or f"{settings.name}: find a mentor, or become one."
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
    with_room = sum(site.standings[mentor.handle].can_be_asked for mentor in listed)
    spoken = {tag.lower() for mentor in listed for tag in mentor.languages}
    yield _Count(f"{len(listed):,}", "mentor" if len(listed) == 1 else "mentors", "mentors/")
    yield _Count(f"{with_room:,}", "with room now", "mentors/")
    if site.activity:
        waiting = len(open_requests(site.activity))
        yield _Count(f"{waiting:,}", "open request" if waiting == 1 else "open requests", "requests/")
    yield _Count(f"{len(spoken):,}", "language" if len(spoken) == 1 else "languages", "languages/")
