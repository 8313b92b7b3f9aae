"""The coordinators' board: what needs a person today, as kinds, counts and links to threads. It names nobody."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.insight.attention import open_requests
from generator.insight.board import ABOUT_MENTORS, KINDS, BoardRow, board_rows
from generator.model.activity import Activity
from generator.site.build_stamp import built_line
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.request_pages import heartbeat
from generator.site.request_states import GROUPS, group_of, group_title
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, ngettext
from generator.text.counting import mentors as counted_mentors
from generator.text.dates import span
from generator.text.github_addresses import pull_requests_of, thread_of

PATH = "board/"
_MINUTES_EACH = 3
_page = template("board.html")


class Todo(NamedTuple):
    """One row: what it is, since how long, what to write, and where."""

    title: str
    waited: str
    do: str
    number: int
    thread: str


def board_page(site: SiteContext) -> Page:
    """Return the page; without anything known of requests it says so."""
    activity = site.activity
    rows = _rows(site, activity) if activity else ()
    todos = [_todo(row, site) for row in rows if row.issue and row.why not in ABOUT_MENTORS]
    title, lead = _("Coordinators’ board"), _lead(activity is not None, len(rows))
    body = _page(
        title=title,
        lead=lead,
        known=activity is not None,
        heartbeat=heartbeat(site, activity) if activity else "",
        todos=todos,
        mentors=_about_mentors(rows),
        running=list(_running(activity)) if activity else [],
        pulls=pull_requests_of(site.directory.settings),
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, False), False)


def _rows(site: SiteContext, activity: Activity) -> tuple[BoardRow, ...]:
    return board_rows(activity, site.directory, site.statuses, site.built)


def _lead(known: bool, count: int) -> str:
    if not known:
        return _("Once there are requests, this page says what needs a person.")
    if not count:
        return _("Nothing needs a person today. Everything else runs by itself.")
    return ngettext(
        "One thing needs a person today, about {minutes} minutes.",
        "{count} things need a person today, about {minutes} minutes.",
        count,
        minutes=_MINUTES_EACH * count,
    )


def _todo(row: BoardRow, site: SiteContext) -> Todo:
    waited = span((site.built - row.since).days)
    return Todo(
        _(KINDS[row.why].title), waited, row.do, row.issue or 0, thread_of(site.directory.settings, row.issue or 0)
    )


def _about_mentors(rows: tuple[BoardRow, ...]) -> list[tuple[str, str]]:
    counts = Counter(row.why for row in rows if row.why in ABOUT_MENTORS)
    return [(_(KINDS[why].title), counted_mentors(count)) for why, count in counts.items()]


def _running(activity: Activity) -> Iterator[tuple[str, int]]:
    """Count what is open by what it waits for."""
    counts = Counter(group_of(request) for request in open_requests(activity))
    yield from ((group_title(group), counts[group]) for group in GROUPS if counts[group])
