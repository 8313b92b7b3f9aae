"""What's new is dated by Git and by the requests, and names nobody who is not listed."""

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.adapters.git import first_days
from generator.insight.availability import AvailabilityStatus
from generator.insight.news import BACK, NEW, OPENS, SPOT, STARTS, News, coming_programs, news_of
from generator.model.activity import Activity, MentorActivity
from generator.model.program import Program
from generator.model.request import RequestSummary
from generator.site.activity_page import activity_feed, activity_page
from generator.site.site_context import SiteContext
from tests.fakes.small_site import TODAY, person, site_of

SPRING = Program("spring", "Spring", "cohort", "Us", opens=date(2026, 11, 1), starts=date(2027, 1, 10))
FREE, FULL = AvailabilityStatus("open", 1), AvailabilityStatus("waitlist", 0)


def ended(number: int, mentor: str, day: int, state: str = "completed") -> RequestSummary:
    """A request that ended on a day of November."""
    at = datetime(2026, 11, day, tzinfo=UTC)
    return RequestSummary(number, "mentorship", state, mentor, "mentee", at, at)


def news(site: SiteContext) -> list[tuple[str, str, str]]:
    """Return what is new as texts."""
    found = news_of(site.directory, site.statuses, site.activity, site.joined, TODAY)
    return [(one.day.isoformat(), one.kind, one.about) for one in found]


def test_new_mentors_and_programs_come_latest_first() -> None:
    """Within a day programs come first; what is older than 90 days or still to come is not news."""
    joined = {"ada-l": date(2026, 11, 1), "old": date(2026, 5, 1), "bo": date(2026, 11, 20)}
    site = site_of(person("Ada-L"), person("old"), person("bo"), programs=(SPRING,), joined=joined)
    assert news(site) == [("2026-11-20", NEW, "bo"), ("2026-11-01", OPENS, "spring"), ("2026-11-01", NEW, "ada-l")]
    assert coming_programs(site.directory, TODAY) == (News(date(2027, 1, 10), STARTS, "spring"),)


def test_a_spot_is_open_again_from_the_day_on_which_there_was_none_before() -> None:
    """With one open spot it is the last mentorship to end, with two the last but one; who is full has none."""
    requests = (
        ended(1, "one", 3),
        ended(2, "one", 9, "ended"),
        ended(3, "two", 4),
        ended(4, "two", 8),
        ended(5, "full", 9),
    )
    requests += (ended(6, "one", 19, "declined"),)
    statuses = {"one": FREE, "two": AvailabilityStatus("open", 2), "full": FULL}
    activity = Activity(datetime(2026, 11, 21, tzinfo=UTC), requests=requests)
    site = site_of(person("one"), person("two"), person("full"), statuses=statuses, activity=activity)
    assert news(site) == [("2026-11-09", SPOT, "one"), ("2026-11-04", SPOT, "two")]


def test_who_is_back_from_a_break_can_be_asked() -> None:
    """It counts from the day after the break, and only while there is a spot."""
    mentors = {name: MentorActivity(paused_until=date(2026, 11, 9)) for name in ("one", "full", "gone")}
    activity = Activity(datetime(2026, 11, 21, tzinfo=UTC), mentors=mentors)
    site = site_of(person("one"), person("full"), statuses={"one": FREE, "full": FULL}, activity=activity)
    assert news(site) == [("2026-11-10", BACK, "one")]


@pytest.mark.parametrize("availability", ["hidden"])
def test_nobody_is_named_who_is_not_listed(availability: str) -> None:
    """A hidden profile is in no news, and neither is whoever only learns."""
    site = site_of(
        person("ada-l"),
        person("mei", offer_to_mentor=False),
        statuses={"ada-l": AvailabilityStatus(availability, 0)},
        joined={"ada-l": TODAY, "mei": TODAY},
    )
    assert news(site) == []
    assert "Nothing new in the last 90 days" in activity_page(site).body


def test_the_page_and_the_feed_say_the_same() -> None:
    """Names are links to profiles, and the feed has each of them with its day."""
    site = site_of(person("Ada-L"), programs=(SPRING,), joined={"ada-l": date(2026, 11, 20)})
    body = str(activity_page(site).body)
    assert "1 new mentor" in body and "mentors/ada-l/" in body and "Friday 20 November" in body
    feed = activity_feed(site).content.decode()
    assert feed.count("<entry>") == 2 and "1 new mentor: Ada L." in feed and "2026-11-20T00:00:00Z" in feed


def test_many_on_one_day_are_counted(tmp_path: Path) -> None:
    """A directory that moves in with a hundred people names some of them and counts the rest."""
    people = [person(f"m{number}") for number in range(100)]
    body = str(activity_page(site_of(*people, joined={one.handle: TODAY for one in people})).body)
    assert "100 new mentors" in body and "and 88 more" in body and body.count("mentors/m") == 12


def test_git_knows_since_when_someone_is_here(tmp_path: Path) -> None:
    """It is the day of the commit that added the file; without a repository nothing is known."""
    assert first_days(tmp_path) == {}
    (tmp_path / "mentors").mkdir()
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for name, day in (("Ada", "2026-10-02"), ("bo", "2026-11-03")):
        (tmp_path / "mentors" / f"{name}.yml").write_text("name: x", encoding="utf-8")
        subprocess.run(["git", "-C", tmp_path, "add", "."], check=True)
        dated = {"GIT_COMMITTER_DATE": f"{day}T12:00:00+0000", "PATH": "/usr/bin:/bin"}
        subprocess.run(["git", "-C", tmp_path, *who, "commit", "-qm", name], check=True, env=dated)
    assert first_days(tmp_path) == {"ada": date(2026, 10, 2), "bo": date(2026, 11, 3)}
