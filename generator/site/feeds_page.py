"""Every feed of the site on one page: what each is about, and where it is."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.site.activity_page import FEED as NEWS_FEED
from generator.site.build_stamp import built_line
from generator.site.calendars import ALL, calendars_of
from generator.site.feeds import FEED_PATH, newest_title
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.request_feeds import ALL_REQUESTS, title_of_all
from generator.site.site_context import SiteContext
from generator.site.stories import FEED as STORIES_FEED
from generator.site.stories import feed_title as stories_title
from generator.site.templating import template
from generator.site.thanks_page import FEED as THANKS_FEED
from generator.site.thanks_page import feed_title as thanks_title
from generator.text.catalogue import _

PATH = "feeds/"
_page = template("feeds.html")


class Feed(NamedTuple):
    """One feed or calendar; `kind` is its media type."""

    path: str
    title: str
    about: str
    kind: str = "application/atom+xml"


def feeds_page(site: SiteContext) -> Page:
    """Return the page."""
    title = _("Feeds and calendars")
    lead = _("Follow what is new without an account. Copy an address into your feed reader or calendar.")
    body = _page(title=title, lead=lead, feeds=list(feeds_of(site)), built=built_line(site.built))
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, True), False)


def feeds_of(site: SiteContext) -> Iterator[Feed]:
    """Yield every feed that this build writes, and the calendar of all."""
    settings = site.directory.settings
    yield Feed(FEED_PATH, newest_title(settings), _("Profiles that are new, changed or confirmed."))
    if site.activity:
        about = _("Requests and openings as they move: kinds and states, never names.")
        yield Feed(ALL_REQUESTS, title_of_all(settings), about)
    about = _("New mentors, spots that are open again, and programs that opened.")
    yield Feed(NEWS_FEED, _("{community}: what’s new", community=settings.name), about)
    yield Feed(STORIES_FEED, stories_title(site), _("True stories of mentorships, told by the people in them."))
    yield Feed(THANKS_FEED, thanks_title(site), _("What mentees say to their mentors, and what was reached together."))
    if calendars_of(site.directory):
        about = _("Events, office hours and the dates of programs, as a calendar that keeps itself up to date.")
        yield Feed(ALL, _("{community}: calendar", community=settings.name), about, "text/calendar")
