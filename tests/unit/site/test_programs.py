"""Programs, roadmaps and home: what they promise is true today."""

import re
from datetime import date, timedelta

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity
from generator.model.program import Milestone, Participant, Program, Project, ProjectMember, Resource, Roadmap, Step
from generator.model.request import RequestSummary
from generator.site.pages import home_page
from generator.site.roadmaps import checklist
from tests.fakes.small_site import BUILT, TODAY, pages_of, person, site_of

WEEK = timedelta(weeks=1)


def program(**changes: object) -> Program:
    """Return a program that takes applications today, with changes."""
    dates = {"opens": TODAY - WEEK, "closes": TODAY + WEEK, "starts": TODAY + 2 * WEEK, "duration_weeks": 12}
    return Program(
        **{"id": "spring", "title": "Spring <3", "kind": "group-cohort", "organiser": "Us", **dates, **changes}
    )


def body_of(path: str, *programs: Program, roadmaps: tuple[Roadmap, ...] = ()) -> str:
    """Return the body of one page of a site with one mentor."""
    site = site_of(person("ada", programs=("spring",)), programs=programs, roadmaps=roadmaps)
    return _today(next(page.body for page in pages_of(site) if page.path == path))


def _today(body: str) -> str:
    """Leave out what waits in the page for a later day."""
    while "<template data-until" in body:
        body = re.sub(r"<template data-until[^>]*>(?:(?!<template).)*?</template>", "", body, flags=re.DOTALL)
    return body


def test_applications_are_offered_only_while_they_are_taken() -> None:
    """The button is there between the first and the last day to apply, and otherwise a sentence says when."""
    assert "template=apply.yml" in body_of("programs/spring/", program())
    early = body_of("programs/spring/", program(opens=TODAY + WEEK, closes=TODAY + 2 * WEEK))
    assert "template=apply.yml" not in early
    assert "Applications open on 28 November 2026." in early
    late = body_of("programs/spring/", program(closes=TODAY - timedelta(days=1)))
    assert "template=apply.yml" not in late
    assert "Applications closed on 20 November 2026." in late


def test_a_full_program_offers_no_applications() -> None:
    """Where everyone it has room for was accepted, the page says so instead, and no star marks its card."""
    accepted = RequestSummary(7, "application", "accepted", "", "grace", BUILT, BUILT, program="spring")
    site = site_of(person("ada"), programs=(program(places=1),), activity=Activity(BUILT, BUILT, (accepted,)))
    page = next(page.body for page in pages_of(site) if page.path == "programs/spring/")
    assert "template=apply.yml" not in page
    assert "All spots are taken. When one opens, you can apply here." in page
    assert "The spot is taken" in page
    assert "All spots are taken" in next(page.body for page in pages_of(site) if page.path == "programs/")


def test_a_private_program_takes_applications_in_its_own_repository() -> None:
    """Applications to a private program never become public issues."""
    private = program(
        visibility="private-repo", private_repository="school/private", min_age=14, safeguarding_officer="Jo"
    )
    body = body_of("programs/spring/", private)
    assert "https://github.com/school/private/issues/new?template=apply.yml" in body
    assert "public issues" not in body


def test_milestones_have_dates_when_the_start_is_known() -> None:
    """A milestone of week 2 shows the first day of that week."""
    milestones = (Milestone("First program", 2, "It runs"),)
    assert "12 December 2026" in body_of("programs/spring/", program(milestones=milestones))
    assert "Week 2" in body_of("programs/spring/", program(milestones=milestones, starts=None, duration_weeks=None))


def test_a_program_lists_who_names_it_or_is_named() -> None:
    """Mentors appear on a program's page whether the program's file names them or their own file names it."""
    assert "mentors/ada/" in body_of("programs/spring/", program())


def test_a_roadmap_can_be_copied_as_a_task_list() -> None:
    """Each step is one line that GitHub turns into a box to tick, whatever line breaks its file has."""
    steps = (Step("one", "Write\n a program", done_when="It runs."), Step("two", "Test it"))
    roadmap = Roadmap("path", "Path", "beginner", ("python",), steps)
    assert checklist(roadmap) == "- [ ] Write a program (done when: It runs)\n- [ ] Test it"
    assert "- [ ] Test it" in body_of("roadmaps/path/", roadmaps=(roadmap,))


def test_roadmaps_add_up_their_hours() -> None:
    """A roadmap says how long all its steps take together, and each step how long it takes itself."""
    steps = (
        Step("one", "One", hours=1.5),
        Step("two", "Two", hours=2, resources=(Resource("R", "https://r.example", minutes=150),)),
    )
    body = body_of("roadmaps/path/", roadmaps=(Roadmap("path", "Path", "beginner", (), steps),))
    assert "2 steps, about 3.5 hours" in body
    assert "2.5 hours" in body


def test_home_counts_what_a_visitor_can_see() -> None:
    """The numbers on the first page are those of the lists: hidden mentors and their languages do not count."""
    mentors = (person("a"), person("b", languages=("de", "en")), person("c", languages=("fr",)))
    statuses = {"b": AvailabilityStatus("waitlist", 0), "c": AvailabilityStatus("hidden", 0)}
    body = home_page(site_of(*mentors, statuses=statuses), Markup("<p>Welcome</p>")).body
    line = re.search(r'lo-sky__line">(.*?)</summary>', body, re.DOTALL)
    assert line and re.findall(r"<span>(.*?)</span>", line[1]) == ["2 mentors", "1 free", "2 languages"]
    assert "<p>Welcome</p>" in body


def test_home_shows_programs_that_one_can_still_join_or_follow() -> None:
    """Open, upcoming and running programs are on the first page, closed ones are not."""
    closed = program(id="old", title="Old", opens=None, closes=TODAY - 20 * WEEK, starts=TODAY - 19 * WEEK)
    site = site_of(programs=(program(), closed))
    body = home_page(site, Markup("")).body
    assert "Spring &lt;3" in body
    assert ">Old<" not in body


def test_an_empty_directory_still_has_all_its_pages() -> None:
    """Before the first mentor every page exists and says what to do."""
    site = site_of()
    assert "be the first" in home_page(site, Markup("")).body
    assert {"mentors/", "skills/", "languages/", "programs/", "roadmaps/"} <= {page.path for page in pages_of(site)}


def test_people_are_joined_by_their_ids_over_the_years() -> None:
    """A page names everyone by role, links profiles, and says in which other program someone took part."""
    people = (Participant("noor", "Noor M."), Participant("ada", roles=("speaker",)))
    bird = Project("Bird songs", "A quiz", (ProjectMember("noor"), ProjectMember("ada", "mentor")), "finished", "Used")
    first = program(
        id="first", title="First", series="steps", starts=TODAY - 60 * WEEK, people=people, projects=(bird,)
    )
    second = program(series="steps", people=(Participant("noor", roles=("helper",)),))
    old, new = (body_of(f"programs/{one}/", first, second) for one in ("first", "spring"))
    assert "Bird songs" in old and "Used" in old and "Finished" in old
    assert "mentors/ada/" in old and "also in" in old and "Noor M." in new
    assert "programs/first/" in new and "Other years" in new


def test_a_profile_names_the_programs_of_earlier_years() -> None:
    """Who is named by a program, and not by their own profile, finds it there with what they did."""
    past = program(id="past", title="Past", people=(Participant("ada", roles=("speaker",)),))
    assert "Past (Speaker)" in body_of("mentors/ada/", program(), past)


def test_week_0_is_the_week_before_the_start() -> None:
    """What people prepare before the first week has a date too, and no year is too early for it."""
    assert program().first_day_of(0) == TODAY + WEEK
    assert program(starts=date.min).first_day_of(0) == date.min
    assert program(starts=None).first_day_of(0) is None


def test_spots_and_the_waiting_list_are_counted() -> None:
    """The page says how many spots are left and how many people wait; the card says what is left."""
    held = [RequestSummary(one, "application", "accepted", "", "p", BUILT, BUILT, program="spring") for one in (7, 8)]
    waiting = RequestSummary(9, "application", "waitlisted", "", "q", BUILT, BUILT, program="spring")
    activity = Activity(BUILT, BUILT, (*held, waiting))
    pages = {one.path: one.body for one in pages_of(site_of(programs=(program(places=5),), activity=activity))}
    assert "3 of 5 spots left · 1 on the waiting list" in pages["programs/spring/"]
    assert "3 spots left" in pages["programs/"]


def test_later_days_wait_in_the_page() -> None:
    """What is true from a later day on is there already, so that a page that nobody builds again says the right thing."""
    site = site_of(programs=(program(),))
    body = next(page.body for page in pages_of(site) if page.path == "programs/spring/")
    assert _today(body).count("Open for applications") == 1 and "Starts soon" not in _today(body)
    assert [body.index(one) for one in ("Open for applications", "Starts soon", "Running", "Over")] == sorted(
        body.index(one) for one in ("Open for applications", "Starts soon", "Running", "Over")
    )
    assert f'data-until="{TODAY + WEEK}"' in body


def test_the_questions_of_a_program_are_filled_in() -> None:
    """The form opens with the program's own questions, and a closed program names the next of its series."""
    asked = program(screening=("How many hours?", "What have you tried?"))
    assert re.search(r"&amp;answers=How(%20|\+)many(%20|\+)hours%3F", body_of("programs/spring/", asked))
    over = program(id="old", title="Old", series="s", opens=None, closes=TODAY - 20 * WEEK, starts=TODAY - 19 * WEEK)
    body = body_of("programs/old/", over, program(series="s"))
    assert "The next one:" in body and 'programs/spring/">Spring &lt;3</a>, Apply by' in body
