"""The pages of progress and the calendars of check-ins: ticks and days, and nothing that anyone wrote."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateutil.rrule import rrulestr
from icalendar import Calendar

from generator.insight.activity import read_activity, to_json
from generator.model.activity import Activity
from generator.model.mentorship import Progress
from generator.model.program import Roadmap, Step
from generator.model.request import RequestSummary
from generator.site.check_ins import check_in_calendars
from generator.site.progress_pages import progress_pages
from generator.site.site_context import SiteContext
from tests.fakes.small_site import ADA, BUILT, TODAY, site_of

ROADMAP = Roadmap("first", "First steps", "beginner", ("python",), steps=(Step("a", "Begin"), Step("b", "Go on")))
BEGAN = datetime(2026, 10, 1, tzinfo=UTC)
PROGRESS = Progress(
    goals=((1, True, None), (3, False, date(2027, 5, 1))),
    roadmap="first",
    steps=("a",),
    frequency="every-two-weeks",
    channel="video",
    until="2027-01-31",
    began=BEGAN.date(),
)
RUNNING = RequestSummary(12, "mentorship", "active", "ada-l", "grace", BEGAN, BEGAN, progress=PROGRESS)


def site(*requests: RequestSummary) -> SiteContext:
    """Return a site with these requests."""
    return site_of(ADA, roadmaps=(ROADMAP,), activity=Activity(BUILT, requests=requests))


def test_a_mentorship_shows_what_is_next_and_names_nobody() -> None:
    """The next step comes first, ticks and days follow, and neither the mentor's nor the mentee's name is anywhere."""
    _list, page = progress_pages(site(RUNNING))
    text = str(page.body)
    assert page.path == "progress/12/"
    assert text.index("Go on") < text.index("2 of 4 done") < text.index("Goal 3")
    assert "by 1 May 2027" in text
    assert "Every two weeks" in text
    assert "calendars/mentorship.12.ics" in text
    assert not {"grace", "ada", "Ada"} & set(text.replace("/", " ").replace(">", " ").replace("<", " ").split())


def test_search_engines_are_kept_out() -> None:
    """No page of progress asks to be found."""
    assert [page.indexed for page in progress_pages(site(RUNNING))] == [False, False]


def test_only_what_has_begun_has_a_page() -> None:
    """A request that nobody has answered is not in the list, and an empty list says what will be there."""
    (empty,) = progress_pages(site(replace(RUNNING, state="waiting", progress=None)))
    assert "No mentorship has begun yet" in str(empty.body)


def test_progress_comes_back_from_the_file() -> None:
    """What the bot writes into activity.json, the site reads as it was."""
    known = site(RUNNING)
    written = to_json(Activity(BUILT, requests=(RUNNING,)), known.directory, TODAY)
    assert read_activity(written).requests[0].progress == PROGRESS
    assert (
        "progress"
        not in json.loads(
            to_json(Activity(BUILT, requests=(replace(RUNNING, progress=None),)), known.directory, TODAY)
        )["requests"][0]
    )


def test_check_ins_come_back_in_the_agreed_rhythm_until_the_end() -> None:
    """Another reader of calendars finds a day every two weeks, the last one not after the agreed day; an ended one has none."""
    (file,) = check_in_calendars(site(RUNNING, replace(RUNNING, number=13, state="completed")))
    (event,) = Calendar.from_ical(file.content).walk("VEVENT")
    rule, first = event["rrule"].to_ical().decode(), datetime.combine(event["dtstart"].dt, datetime.min.time())
    days = [one.date() for one in rrulestr(rule, dtstart=first)]
    assert days[0] == date(2026, 10, 15)
    assert {later - earlier for earlier, later in zip(days, days[1:], strict=False)} == {timedelta(days=14)}
    assert date(2027, 1, 17) < days[-1] <= date(2027, 1, 31)
    assert file.path == "calendars/mentorship.12.ics"
