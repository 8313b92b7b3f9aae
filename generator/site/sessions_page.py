"""Events and office hours on one page, in the visitor's own time, and as calendars."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.events import coming_events, past_events
from generator.insight.sessions import Session, sessions_of
from generator.site.build_stamp import built_line
from generator.site.calendars import ALL, calendars_of, has_calendar, mentor_calendar
from generator.site.events import event_rows
from generator.site.faces import plain_face
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _
from generator.text.counting import minutes
from generator.text.dates import city_of, clock_and_day
from generator.text.labels import choice

PATH = "sessions/"
_MOST = 200
_page = template("sessions.html")


class _Row(NamedTuple):
    """One office hour as a line: when in UTC for scripts, and in the mentor's own time for everyone else."""

    exact: str
    until: str
    when: str
    name: str
    handle: str
    face: Markup
    details: str
    url: str | None
    calendar: str


def sessions_page(site: SiteContext) -> Page:
    """Return the page; without events and office hours it says what they are."""
    title = _("Events and office hours")
    lead = _("Come along, or drop in without asking first.")
    rows = list(_rows(site))
    body = _page(
        title=title,
        lead=lead,
        rows=rows,
        events=event_rows(site, coming_events(site.directory, site.built)),
        past=event_rows(site, past_events(site.directory, site.built)),
        everything=ALL if calendars_of(site.directory) else "",
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, bool(rows or site.directory.events)), False)


def _rows(site: SiteContext) -> Iterator[_Row]:
    for session in sessions_of(site.directory, site.statuses, site.built)[:_MOST]:
        mentor = site.directory.mentors[session.handle]
        yield _Row(
            session.starts.isoformat(),
            session.ends.isoformat(),
            _in_their_time(session, mentor.timezone),
            mentor.name,
            session.handle,
            plain_face(site, mentor),
            _details(session),
            session.hour.url,
            mentor_calendar(session.handle) if has_calendar(mentor) else "",
        )


def _in_their_time(session: Session, zone: str) -> str:
    return _("{when}, {city} time", when=clock_and_day(session.starts, zone), city=city_of(zone))


def _details(session: Session) -> str:
    return _(
        "{length}, {frequency}",
        length=minutes(session.hour.minutes),
        frequency=choice("office_hours.every", session.hour.every).lower(),
    )
