"""Office hours become moments, right when clocks change on either side, and calendars say the same."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from generator.insight.availability import AvailabilityStatus
from generator.insight.sessions import is_on, moments, sessions_of
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor, OfficeHour
from generator.model.vocabulary import Vocabularies
from generator.site.calendars import calendar_files
from generator.site.site_context import SiteContext

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ZONES = (
    "Europe/London", "Europe/Lisbon", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo",
    "Australia/Sydney", "Pacific/Auckland", "Africa/Nairobi", "America/St_Johns",
)  # fmt: skip
HOURS = (
    OfficeHour("fri", "17:00", 45, "week"),
    OfficeHour("mon", "23:30", 60, "two-weeks", None, date(2026, 11, 23)),
    OfficeHour("sun", "10:00", 30, "month", "https://example.org/room", date(2026, 11, 22)),
    OfficeHour("tue", "09:00", 30, "month", None, date(2026, 6, 30)),
)


def directory(zone: str, hours: tuple[OfficeHour, ...] = HOURS) -> Directory:
    """A directory with one mentor in a zone."""
    ada = Mentor("Ada", "ada", "H", ("python",), ("en",), zone, "1h", 2, office_hours=hours)
    settings = Settings("Test", "example/mentors", "https://example.org/contact", "https://example.org/m/")
    return Directory(settings, Vocabularies(), {"ada": ada})


STATUSES = {"ada": AvailabilityStatus("open", 2)}


def context(zone: str, hours: tuple[OfficeHour, ...] = HOURS) -> SiteContext:
    """A site with this mentor alone."""
    return SiteContext(directory(zone, hours), STATUSES, TODAY, NOW)


@pytest.mark.parametrize("zone", ZONES)
def test_a_calendar_and_the_page_agree_for_a_year(zone: str) -> None:
    """Another library reads the calendar and expands it: over a year it finds the moments that the page shows."""
    end = NOW + timedelta(days=365)
    page = [session.starts for session in sessions_of(directory(zone), STATUSES, NOW, 365)]
    [calendar, _everything] = calendar_files(context(zone))
    found = [
        start
        for event in vobject.readOne(calendar.content.decode()).vevent_list
        for start in _expanded(event, zone, end)
    ]
    inside = sorted(start for start in found if start >= NOW - timedelta(minutes=60))
    assert [one for one in inside if one < end] == page
    assert len(page) > 80


def _expanded(event: Any, zone: str, end: datetime) -> list[datetime]:
    """Expand on the mentor's own clock, as calendars do: a recurrence is at the same hour there all year."""
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == [zone]
    event.dtstart.value = event.dtstart.value.replace(tzinfo=None)
    until = end.replace(tzinfo=None) + timedelta(days=2)
    starts = event.getrruleset().between(datetime(2026, 1, 1), until, inc=True)
    return [start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for start in starts]


def test_an_hour_keeps_its_local_time_across_the_change_of_clocks() -> None:
    """Five in the afternoon in London is five all year: sixteen in UTC until the end of October, seventeen after."""
    found = list(moments(HOURS[0], "Europe/London", date(2026, 10, 20), 14))
    assert [(one.month, one.day, one.hour) for one in found] == [(10, 23, 16), (10, 30, 17)]


def test_every_second_week_is_counted_from_the_written_day() -> None:
    """Weeks between do not count, nor do days before the first."""
    days = [date(2026, 11, 9) + timedelta(weeks=week) for week in range(6)]
    assert [day.isoformat() for day in days if is_on(HOURS[1], day)] == ["2026-11-23", "2026-12-07"]


def test_a_fifth_week_means_the_last() -> None:
    """The fifth Tuesday of June becomes the last one of every month."""
    year = (date(2026, 7, 1) + timedelta(days=day) for day in range(120))
    assert [day.isoformat() for day in year if is_on(HOURS[3], day)] == [
        "2026-07-28", "2026-08-25", "2026-09-29", "2026-10-27",
    ]  # fmt: skip


def test_an_hour_without_known_weeks_is_in_no_calendar() -> None:
    """Without a first day, every two weeks could be either: no moment is made up."""
    unclear = (OfficeHour("mon", "19:00", 30, "two-weeks"), OfficeHour("mon", "19:00", 30, "month"))
    assert not sessions_of(directory("UTC", unclear), STATUSES, NOW)
    assert not list(calendar_files(context("UTC", unclear)))


@pytest.mark.parametrize("availability", ["paused", "stale", "hidden"])
def test_who_is_away_holds_no_office_hours(availability: str) -> None:
    """Office hours of someone on a break, or long unheard of, are neither on the page nor in a calendar."""
    away = {"ada": AvailabilityStatus(availability, 0)}
    assert not sessions_of(directory("UTC"), away, NOW)


def test_an_hour_that_runs_now_is_shown() -> None:
    """What began half an hour ago and has not ended can still be joined."""
    begun = (OfficeHour("sat", "11:30", 45, "week"),)
    assert [one.starts.hour for one in sessions_of(directory("UTC", begun), STATUSES, NOW, 1)] == [11]
