"""What's new: new mentors, spots that are open again and programs that opened, by day, with a feed of the same."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.attention import open_requests
from generator.insight.news import BACK, NEW, OPENS, SPOT, STARTS, News, coming_programs, news_of
from generator.site.atom import NEWEST, Entry, site_address, write_feed
from generator.site.build_stamp import built_line
from generator.site.faces import plain_face
from generator.site.meta_tags import page_head
from generator.site.page import Page, PlainFile
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, ngettext
from generator.text.dates import day_in_year

PATH = "activity/"
FEED = "feeds/activity.xml"
_MOST_IN_A_GROUP = 12
_MOST_GROUPS = 60
_page = template("activity.html")


class _One(NamedTuple):
    path: str
    name: str
    says: str
    face: Markup


class _Group(NamedTuple):
    """What of one kind happened on one day, and how many more than are shown."""

    sign: str
    title: str
    more: str
    shown: list[_One]


def activity_page(site: SiteContext) -> Page:
    """Return the page, latest day first, and what comes next above it."""
    title = _("What’s new")
    lead = _("New mentors, spots that are open again, and programs.")
    days = [
        (day_in_year(day, site.today), list(_groups(site, list(found)))) for day, found in groupby(_news(site), _day)
    ]
    waiting = len(open_requests(site.activity)) if site.activity else 0
    coming = [(_coming(site, one), _one(site, one)) for one in coming_programs(site.directory, site.today)]
    body = _page(
        title=title,
        lead=lead,
        days=days[:_MOST_GROUPS],
        coming=coming,
        requests=ngettext("{count} open request", "{count} open requests", waiting) if waiting else "",
        feed=FEED,
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, False), False)


def _coming(site: SiteContext, news: News) -> str:
    on = day_in_year(news.day, site.today)
    return _("{day}: applications open", day=on) if news.kind == OPENS else _("{day}: starts", day=on)


def _news(site: SiteContext) -> tuple[News, ...]:
    return news_of(site.directory, site.statuses, site.activity, site.joined, site.today)


def _day(news: News) -> date:
    return news.day


def _groups(site: SiteContext, news: Sequence[News]) -> Iterator[_Group]:
    for kind, found in groupby(news, lambda one: one.kind):
        every = list(found)
        hidden = len(every) - _MOST_IN_A_GROUP
        more = ngettext("and {count} more", "and {count} more", hidden) if hidden > 0 else ""
        shown = [_one(site, one) for one in every[:_MOST_IN_A_GROUP]]
        yield _Group("calendar" if kind in (OPENS, STARTS) else "people", _title(kind, len(every)), more, shown)


def _title(kind: str, count: int) -> str:
    if kind == NEW:
        return ngettext("{count} new mentor", "{count} new mentors", count)
    if kind == BACK:
        return _("Back from a break")
    if kind == SPOT:
        return _("A spot is open again")
    return _("Applications opened") if kind == OPENS else _("Started")


def _one(site: SiteContext, news: News) -> _One:
    if news.kind in (OPENS, STARTS):
        program = site.directory.programs[news.about]
        return _One(f"programs/{program.id}/", program.title, program.summary, Markup(""))
    mentor = site.directory.mentors[news.about]
    return _One(f"mentors/{mentor.handle}/", mentor.name, mentor.headline, plain_face(site, mentor))


def activity_feed(site: SiteContext) -> PlainFile:
    """Return the feed of the newest 50: each says what happened, and nothing that is not on the site."""
    newest = _news(site)[:NEWEST]
    settings = site.directory.settings
    updated = _midnight(newest[0].day) if newest else site.built.strftime("%Y-%m-%dT%H:%M:%SZ")
    title = _("{community}: what’s new", community=settings.name)
    entries = (_entry(site, one) for one in newest)
    return PlainFile(FEED, write_feed(settings, "activity", title, updated, FEED, PATH, entries))


def _entry(site: SiteContext, news: News) -> Entry:
    one = _one(site, news)
    name = f"activity/{news.kind}/{news.about}/{news.day}"
    title = f"{_title(news.kind, 1)}: {one.name}"
    return Entry(name, title, _midnight(news.day), site_address(site.directory.settings, one.path), one.says)


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
