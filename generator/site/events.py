"""Events as rows of a page: in the time of their own place for everyone, and as moments for scripts."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.insight.events import Gathering, coming_events
from generator.site.calendars import event_calendar
from generator.site.site_context import SiteContext
from generator.text.catalogue import N_, _
from generator.text.counting import hours, minutes
from generator.text.dates import city_of, clock_and_day, day
from generator.text.labels import choice
from generator.text.languages import language

_EVERY = {"week": N_("every week"), "two-weeks": N_("every two weeks"), "month": N_("every month")}


class EventRow(NamedTuple):
    """One event at one of its times; `exact` and `until` are its beginning and end in UTC."""

    exact: str
    until: str
    when: str
    title: str
    about: str
    details: str
    place: str
    url: str
    program: tuple[str, str] | None
    calendar: str


def event_rows(site: SiteContext, gatherings: Iterable[Gathering]) -> list[EventRow]:
    """Return a row for each."""
    return [_row(site, one) for one in gatherings]


def next_event(site: SiteContext) -> EventRow | None:
    """Return the event that comes next, for the first page, or None."""
    return next(iter(event_rows(site, coming_events(site.directory, site.built)[:1])), None)


def events_of_program(site: SiteContext, program_id: str) -> list[EventRow]:
    """Return the coming events of one program."""
    found = (one for one in coming_events(site.directory, site.built) if one.event.program == program_id)
    return event_rows(site, found)


def _row(site: SiteContext, one: Gathering) -> EventRow:
    event = one.event
    program = site.directory.programs.get(event.program)
    return EventRow(
        one.starts.isoformat(),
        one.ends.isoformat(),
        _("{when}, {city} time", when=clock_and_day(one.starts, event.timezone), city=city_of(event.timezone)),
        event.title,
        event.about,
        _details(one),
        event.place,
        event.url,
        (f"programs/{program.id}/", program.title) if program else None,
        event_calendar(event.id),
    )


def _details(one: Gathering) -> str:
    event = one.event
    parts = [
        choice("events.kind", event.kind, "events"),
        minutes(event.minutes) if event.minutes < 120 else hours(round(event.minutes / 60, 1)),
        _(_EVERY[event.every]) if event.every else "",
        _("until {day}", day=day(event.until)) if event.every and event.until else "",
        ", ".join(map(language, event.languages)),
    ]
    return " · ".join(filter(None, parts))
