"""People who look for a mentor are shown where they said so, as long as they said so, and to those who could help."""

import json
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest

from generator.model.activity import Activity
from generator.model.mentor import Contact, Learning, Mentor, Window
from generator.model.request import RequestSummary
from generator.site.mentees import mentee_pages
from generator.site.mentees_file import mentees_file
from generator.site.pages import home_page, list_pages, profile_page
from tests.fakes.small_site import BUILT, TODAY, person, site_of

SOON = TODAY + timedelta(days=30)
EVENING = (Window(0, 1080, 1200),)


def _mentee(handle: str = "mei", until: date | None = SOON, **more: object) -> Mentor:
    learning = more.pop("learning", Learning(("python",), ("specific-skills",), "beginner", until))
    values: dict = {
        "name": f"{handle.title()} <R.>", "offer_to_mentor": False, "seeking_mentor": True, "skills": (), "commitment": "",
        "capacity": 0, "windows": EVENING,
    }  # fmt: skip
    return person(handle, learning=learning, **(values | more))


def _page(*people: Mentor, **others: object) -> str:
    return next(mentee_pages(site_of(*people, **others))).body


def test_a_mentee_is_shown_with_what_they_want_and_who_could_help() -> None:
    """A card says what is wanted, until when, and which mentor could help with it; names are text."""
    body = _page(_mentee(), person("ada", name="Ada L."), person("bo", name="Bo", skills=("dotnet",)))
    assert 'href="\x03skills/python/"' in body or "skills/python/" in body
    assert "Looking until 21 December 2026" in body
    assert "Mei &lt;R.&gt;" in body
    assert "Could help" in body
    assert "mentors/ada/" in body
    assert "mentors/bo/" not in body


@pytest.mark.parametrize(
    ("until", "confirmed", "shown"),
    [
        (TODAY, None, True),
        (TODAY - timedelta(days=1), None, False),
        (TODAY + timedelta(days=90), None, True),
        (TODAY + timedelta(days=91), None, False),
        (None, None, False),
        (None, TODAY - timedelta(days=90), True),
        (None, TODAY - timedelta(days=91), False),
        (TODAY + timedelta(days=300), TODAY, True),
        (SOON, TODAY - timedelta(days=100), False),
    ],
)
def test_nobody_is_shown_for_longer_than_90_days(until: date | None, confirmed: date | None, shown: bool) -> None:
    """The day in the file counts, and never more than 90 days after the profile was confirmed; without a day nobody is shown."""
    mei = _mentee(until=until, last_confirmed=confirmed)
    site = site_of(mei)
    assert ("mei" in site.mentees) is shown
    assert ("Mei &lt;R.&gt;" in next(mentee_pages(site)).body) is shown
    assert ("Not listed" == profile_page(site, mei).title) is not shown


def test_examples_never_get_old() -> None:
    """Lodestar's own examples need no day."""
    assert "example-mei" in site_of(_mentee("example-mei", until=None)).mentees


def test_only_who_said_so_is_shown() -> None:
    """Neither a mentor nor someone who only left `learning` in the file appears."""
    mentor, former = person("ada"), _mentee("former", seeking_mentor=False)
    assert not site_of(mentor, former).mentees


def test_the_page_stays_without_anyone() -> None:
    """Where nobody looks for a mentor, the page says so, leads on, and has no place in the header."""
    site = site_of(person("ada"))
    body = next(mentee_pages(site)).body
    assert "Nobody is looking for a mentor here right now" in body
    assert "mentors/" in body


def test_no_page_about_a_mentee_invites_search_engines() -> None:
    """Neither the list nor the profile of someone who only learns is for search engines, even if their file says so."""
    mei = _mentee(search_engines=True)
    site = site_of(mei)
    pages = [profile_page(site, mei), *mentee_pages(site)]
    assert not any(page.indexed for page in pages)
    assert all("noindex" in page.head for page in pages)


def test_who_only_learns_is_in_no_list_of_mentors() -> None:
    """The list of mentors, its terms and the home page don't name someone who offers no mentoring."""
    site = site_of(_mentee(), person("ada"))
    for page in (home_page(site, ""), *list_pages(site)):
        if not page.path.startswith("mentees/"):
            assert "Mei" not in page.body, page.path


def test_two_who_could_help_each_other_read_why_on_both_profiles() -> None:
    """A reciprocal pair and two study buddies are named with their reasons, on the list and on both profiles."""
    ada = person(
        "ada", name="Ada", seeking_mentor=True, skills=("python",), learning=Learning(("testing",), until=SOON)
    )
    bo = _mentee("bo", name="Bo", skills=("testing",))
    mei = _mentee("mei", name="Mei")
    site = site_of(ada, bo, mei)
    listed = next(mentee_pages(site)).body
    on_ada, on_bo, on_mei = (profile_page(site, one).body for one in (ada, bo, mei))
    assert "Bo can teach Testing, and wants to learn Python." in on_ada
    assert "Ada can teach Python, and wants to learn Testing." in on_bo
    assert "Bo wants to learn Python too, is at the same stage, and is free at the same time 2 h a week." in on_mei
    assert "Mei wants to learn Python too" in on_bo
    assert all(
        words in listed for words in ("Bo can teach Testing", "Ada can teach Python", "Mei wants to learn Python")
    )


def test_the_browser_gets_what_it_compares_and_no_more() -> None:
    """The file for the browser holds what mentees want in the words of a learner file, and nothing that they wrote freely."""
    mei = _mentee(bio="A secret of mine", values="Honesty")
    written = json.loads(mentees_file(site_of(mei, person("ada"))).content)
    (one,) = written["mentees"]
    assert one["learner"]["want"] == [{"skill": "python", "importance": "nice"}]
    assert one["until"] == SOON.isoformat()
    assert {term["id"] for term in written["vocabularies"]["skills"]} >= {"python", "testing"}
    assert "secret" not in json.dumps(written)


def test_without_mentees_the_browser_gets_no_vocabulary() -> None:
    """Where nobody looks for a mentor, the file is nearly empty."""
    assert len(mentees_file(site_of(person("ada"))).content) < 500


def test_a_mentee_with_an_open_request_is_answered_there() -> None:
    """Where a mentee has asked everyone already, a mentor is led to that request."""
    request = RequestSummary(7, "mentorship", "waiting", "", "mei", BUILT, BUILT)
    body = _page(_mentee(), activity=Activity(BUILT, BUILT, (request,), {}))
    assert "https://github.com/example/mentors/issues/7" in body


def test_help_is_offered_with_a_form_or_a_link() -> None:
    """A mentor gets the form for offers with the mentee filled in, or the mentee's own link; without both there is no button."""
    assert "template=offer.yml" in _page(_mentee("mei"))
    assert "mentee=mei" in _page(_mentee("mei"))
    link = _page(_mentee("mei", contact=Contact("link", "https://example.org/mei")))
    assert 'href="https://example.org/mei"' in link
    without = _page(replace(_mentee("mei"), github=None, file_name="mei"))
    assert "Offer to help" not in without


def test_who_only_learns_manages_their_own_page() -> None:
    """Their page has the fold too: change what they look for, stop and leave, with no command that is only for mentors."""
    body = unescape(str(profile_page(site_of(mei := _mentee()), mei).body))
    assert 'data-manage="mei"' in body and "Looking until 21 December 2026." in body
    assert "/edit/main/mentors/mei.yml" in body
    assert "issues/new?template=leave.yml&handle=mei" in body
    assert "/pause" not in body and "/capacity" not in body
    lin = replace(_mentee("lin"), github=None, file_name="lin")
    assert "You need no GitHub account" in profile_page(site_of(lin), lin).body
