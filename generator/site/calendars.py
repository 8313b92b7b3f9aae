"""Calendars that people subscribe to: office hours of one mentor, dates and events of a program, one event, and all.

The only importer of icalendar. Times are in the mentor's own zone with its rules, so that a calendar shows them right
when clocks change on either side.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from generator.insight.events import start_on
from generator.insight.sessions import is_on, takes_place, week_of_month
from generator.model import community
from generator.model.directory import Directory
from generator.model.mentor import Mentor, OfficeHour
from generator.model.program import Program
from generator.site.page import PlainFile
from generator.site.site_context import SiteContext
from generator.text.catalogue import _

ALL = "calendars/all.ics"
_DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}


def mentor_calendar(handle: str) -> str:
    """Return the path of a mentor's calendar."""
    return f"calendars/{handle}.ics"


def program_calendar(program_id: str) -> str:
    """Return the path of a program's calendar; no handle has a dot."""
    return f"calendars/program.{program_id}.ics"


def event_calendar(event_id: str) -> str:
    """Return the path of the calendar of one event, all its times."""
    return f"calendars/event.{event_id}.ics"


def calendar_files(site: SiteContext) -> Iterator[PlainFile]:
    """Yield a calendar for each mentor with office hours, each program with dates, each event, and for everything."""
    everything: list[Event] = []
    for handle, mentor in site.directory.mentors.items():
        events = list(_mentor_events(site, mentor)) if takes_place(mentor, site.statuses[handle]) else []
        if events:
            everything += events
            title = _("Office hours of {name}", name=mentor.name)
            yield PlainFile(mentor_calendar(handle), _written(site, title, events))
    invitations = {event.id: _invitation(site, event) for event in site.directory.events}
    for event in site.directory.events:
        yield PlainFile(event_calendar(event.id), _written(site, event.title, [invitations[event.id]]))
    everything += invitations.values()
    for program in site.directory.programs.values():
        dates = list(_program_events(site, program))
        everything += dates
        events = dates + [invitations[one.id] for one in site.directory.events if one.program == program.id]
        if events:
            yield PlainFile(program_calendar(program.id), _written(site, program.title, events))
    if everything:
        yield PlainFile(ALL, _written(site, site.directory.settings.name, everything))


def recurring_day(
    site: SiteContext, path: str, title: str, first: date, rule: dict[str, object], url: str
) -> PlainFile:
    """Return a calendar with one day that comes back; it leaves people's time free."""
    event = _event(site, path.removeprefix("calendars/").removesuffix(".ics"), title)
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("rrule", rule)
    event.add("url", url)
    return PlainFile(path, _written(site, title, [event]))


def has_calendar(mentor: Mentor) -> bool:
    """Tell whether anyone can say when a mentor's office hours are."""
    return any(hour.every == "week" or hour.first for hour in mentor.office_hours)


def _written(site: SiteContext, title: str, events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Lodestar//lodestar-mentors//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval;value=duration", "P1D")
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones(
        first_date=site.today - timedelta(days=366), last_date=site.today + timedelta(days=1100)
    )
    return bytes(calendar.to_ical())


def _mentor_events(site: SiteContext, mentor: Mentor) -> Iterator[Event]:
    for number, hour in enumerate(mentor.office_hours):
        first = _first_day(hour, site.today)
        if first is None:
            continue
        starts = datetime.combine(first, time.fromisoformat(hour.at), ZoneInfo(mentor.timezone))
        event = _event(site, f"{mentor.handle}-{number}", _("Office hour: {name}", name=mentor.name))
        event.add("dtstart", starts)
        event.add("duration", timedelta(minutes=hour.minutes))
        event.add("rrule", _rule(hour))
        _link(event, site, f"mentors/{mentor.handle}/")
        if hour.url:
            event.add("location", hour.url)
        yield event


def _first_day(hour: OfficeHour, today: date) -> date | None:
    """Return the day a calendar counts from: the one that is written, or the next; None where nobody knows the weeks."""
    if hour.first:
        return hour.first
    if hour.every != "week":
        return None
    return next(day for ahead in range(7) if is_on(hour, day := today + timedelta(days=ahead)))


def _rule(hour: OfficeHour) -> dict[str, object]:
    if hour.every == "month" and hour.first:
        return {"freq": "monthly", "byday": f"{week_of_month(hour.first)}{_DAYS[hour.day]}"}
    return {"freq": "weekly", "interval": 1 if hour.every == "week" else 2, "byday": _DAYS[hour.day]}


def _invitation(site: SiteContext, event: community.Event) -> Event:
    """Return an event with the rule by which it repeats, on the clock of its own place."""
    starts = datetime.combine(event.date, time.fromisoformat(event.at), ZoneInfo(event.timezone))
    found = _event(site, f"event.{event.id}", event.title)
    found.add("dtstart", starts)
    found.add("duration", timedelta(minutes=event.minutes))
    if event.every:
        found.add("rrule", _repeating(event))
        for day in event.not_on:
            found.add("exdate", datetime.combine(day, starts.time(), starts.tzinfo))
    if event.about:
        found.add("description", event.about)
    if event.place or event.url:
        found.add("location", event.place or event.url)
    if event.url:
        found.add("url", event.url)
    else:
        _link(found, site, "sessions/")
    return found


def _repeating(event: community.Event) -> dict[str, object]:
    weekday = tuple(_DAYS.values())[event.date.weekday()]
    rule: dict[str, object] = {"freq": "weekly", "interval": 1 if event.every == "week" else 2, "byday": weekday}
    if event.every == "month":
        rule = {"freq": "monthly", "byday": f"{week_of_month(event.date)}{weekday}"}
    if event.until:
        rule["until"] = start_on(event, event.until).astimezone(UTC)
    return rule


def _program_events(site: SiteContext, program: Program) -> Iterator[Event]:
    days = [
        ("opens", _("{program}: applications open", program=program.title), program.opens),
        ("closes", _("{program}: last day to apply", program=program.title), program.closes),
        ("starts", _("{program} starts", program=program.title), program.starts),
        ("ends", _("{program}: last day", program=program.title), program.last_day),
    ]
    days += [
        (f"milestone-{number}", f"{program.title}: {milestone.title}", program.first_day_of(milestone.week))
        for number, milestone in enumerate(program.milestones)
    ]
    for name, title, day in days:
        if day:
            event = _event(site, f"program.{program.id}-{name}", title)
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            _link(event, site, f"programs/{program.id}/")
            yield event


def _event(site: SiteContext, name: str, title: str) -> Event:
    event = Event()
    event.add("uid", f"{name}@{site.directory.settings.repository.replace('/', '.')}.lodestar")
    event.add("dtstamp", site.built.replace(hour=0, minute=0, second=0, microsecond=0))
    event.add("summary", title)
    return event


def _link(event: Event, site: SiteContext, path: str) -> None:
    """Add the address of a page, where the site has one on the web."""
    if site.directory.settings.site_url:
        event.add("url", site.directory.settings.site_url + path)


def calendars_of(directory: Directory) -> bool:
    """Tell whether there is anything to put into a calendar."""
    return (
        bool(directory.events)
        or any(has_calendar(mentor) for mentor in directory.mentors.values())
        or any(program.starts or program.opens or program.closes for program in directory.programs.values())
    )
