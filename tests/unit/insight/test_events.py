"""Events become moments, right when clocks change, and calendars read by another library say the same."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject

from generator.insight.events import coming_events, days_of, gatherings_of, past_events
from generator.model.community import Event
from generator.model.directory import Directory, Settings
from generator.model.program import Program
from generator.model.vocabulary import Vocabularies
from generator.site.calendars import calendar_files
from generator.site.sessions_page import sessions_page
from generator.site.site_context import SiteContext
from tests.unit.insight.test_sessions import NOW, TODAY, ZONES, _expanded

WEEKLY = Event("weekly", "Weekly", date(2026, 11, 23), "23:30", 60, "UTC", every="week", until=date(2027, 9, 6))
FORTNIGHT = Event(
    "fortnight", "Two weeks", date(2026, 10, 29), "09:00", 90, "UTC", every="two-weeks", not_on=(date(2026, 12, 24),)
)
MONTHLY = Event("monthly", "Monthly", date(2026, 9, 29), "02:30", 45, "UTC", every="month")
ONCE = Event("once", "Once", date(2027, 3, 28), "01:30", 120, "UTC", place="Library", program="spring")
OVER = Event("over", "Over", date(2026, 6, 1), "10:00", 60, "UTC", every="week", until=date(2026, 7, 7))
EVENTS = (WEEKLY, FORTNIGHT, MONTHLY, ONCE, OVER)


def directory(zone: str, events: tuple[Event, ...] = EVENTS) -> Directory:
    """A directory with events in a zone, one of them a program's."""
    settings = Settings("Test", "example/mentors", "https://example.org/contact", "https://example.org/m/")
    spring = Program("spring", "Spring", "cohort", "Us")
    there = tuple(replace(event, timezone=zone) for event in events)
    return Directory(settings, Vocabularies(), {}, {"spring": spring}, events=there)


@pytest.mark.parametrize("zone", ZONES)
def test_a_calendar_and_the_page_agree_for_a_year(zone: str) -> None:
    """Another library reads each event's calendar and expands it: it finds the moments that the page shows."""
    everything, end = directory(zone), NOW + timedelta(days=365)
    files = {file.path: file for file in calendar_files(SiteContext(everything, {}, TODAY, NOW))}
    for event in everything.events:
        page = [one.starts for one in gatherings_of(event, NOW, 365)]
        [read] = vobject.readOne(files[f"calendars/event.{event.id}.ics"].content.decode()).vevent_list
        if event.every:
            until = datetime.combine(event.until, datetime.max.time()) if event.until else datetime.max
            local = {one.value[0].replace(tzinfo=None) for one in read.contents.get("exdate", ())}
            found = [one for one in _expanded(_without_end(read), zone, end) if _local(one, zone) <= until]
            found = [one for one in found if _local(one, zone) not in local]
        else:
            found = [read.dtstart.value.astimezone(UTC)]
        assert [one for one in found if NOW - timedelta(minutes=event.minutes) < one < end] == page, event.id
        assert page or event is everything.events[-1]


def _local(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _without_end(event):  # type: ignore[no-untyped-def]
    """Take out what the other library can only read together with a time zone; both are compared by themselves."""
    rule = event.rrule.value
    event.rrule.value = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    event.contents.pop("exdate", None)
    return event


def test_an_end_is_written_as_calendars_need_it() -> None:
    """The last time of what repeats is in UTC, and days without it are on the event's own clock."""
    files = {
        file.path: file.content.decode()
        for file in calendar_files(SiteContext(directory("Asia/Tokyo"), {}, TODAY, NOW))
    }
    assert "UNTIL=20270906T143000Z" in files["calendars/event.weekly.ics"]
    assert "EXDATE;TZID=Asia/Tokyo:20261224T090000" in files["calendars/event.fortnight.ics"]


def test_calendars_of_a_program_and_of_everything_have_the_events() -> None:
    """A program's calendar has its own events, and the one of everything has all."""
    files = {file.path: file.content.decode() for file in calendar_files(SiteContext(directory("UTC"), {}, TODAY, NOW))}
    assert files["calendars/program.spring.ics"].count("BEGIN:VEVENT") == 1
    assert files["calendars/all.ics"].count("BEGIN:VEVENT") == len(EVENTS)


def test_an_event_months_away_is_shown_once() -> None:
    """Next to every time of the coming weeks stands the first time of what comes later."""
    found = [one.event.id for one in coming_events(directory("UTC"), NOW)]
    assert [found.count(event.id) for event in EVENTS] == [4, 2, 1, 1, 0]
    assert found[-1] == "once"


def test_a_day_without_the_event_is_left_out() -> None:
    """There is none on the day before Christmas, and the week after the next has it again."""
    days = list(days_of(FORTNIGHT, date(2026, 12, 1), date(2027, 1, 31)))
    assert days == [date(2026, 12, 10), date(2027, 1, 7), date(2027, 1, 21)]


def test_what_is_over_is_kept_and_folded() -> None:
    """The page keeps an event that is over, with its last time, behind a line that opens."""
    there = directory("UTC")
    assert [(one.event.id, one.starts.date()) for one in past_events(there, NOW)] == [("over", date(2026, 7, 6))]
    body = str(sessions_page(SiteContext(there, {}, TODAY, NOW)).body)
    coming, _, past = body.partition("<details")
    assert "Weekly" in coming and ">Over<" not in coming and ">Over<" in past


def test_an_event_that_runs_now_is_shown() -> None:
    """Whoever comes half an hour late can still join."""
    now = datetime(2027, 3, 28, 2, tzinfo=UTC)
    assert gatherings_of(ONCE, now, 28)
    assert not gatherings_of(ONCE, now + timedelta(hours=2), 28)
