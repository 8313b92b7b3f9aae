"""A mentor's page: what it says, what it never does, and when it offers a request."""

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity, MentorActivity
from generator.model.mentor import Contact, Learning, Location, Mentor, Window
from generator.model.vocabulary import Term, Vocabulary
from generator.site.asking import how_to_ask, request_url
from generator.site.cards import card
from generator.site.page import ROOT
from generator.site.pages import PhotoUrls, profile_page
from generator.text.github_addresses import LONGEST_URL, issue_form
from tests.fakes.small_site import BUILT, SETTINGS, TODAY, VOCABULARIES, pages_of, person, site_of

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;"


OUR_SCRIPTS = {
    (("type", "application/ld+json"),),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/mentor-directory.js")),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/profile.js")),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/ask-form.js")),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/my-page.js")),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/join-form.js")),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/heartbeat.js")),
    (("type", "module"), ("src", f"{ROOT}assets/lodestar/elements/certificate.js")),
    (("type", "application/json"), ("data-labels", None)),
}


class _Tags(HTMLParser):
    """Collects every tag with its attributes, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


def hostile_mentor() -> Mentor:
    """Return somebody who filled each text with markup."""
    return person(
        "mallory", name=HOSTILE, headline=HOSTILE, bio=HOSTILE, approach=HOSTILE, pronouns=HOSTILE, constraints=HOSTILE,
        can_help_with=(HOSTILE,), cannot_help_with=(HOSTILE,), affiliations=(HOSTILE,), skills=("python", HOSTILE),
        values=HOSTILE, interests=(HOSTILE,), search_engines=True,
    )  # fmt: skip


def test_each_group_of_terms_leads_to_others() -> None:
    """Below its label, each group of what a mentor can help with links to everyone who has one of its terms."""
    ada = person("ada", skills=("python", "testing"), topics=("code-review",))
    body = profile_page(site_of(ada), ada).body
    assert f'href="{ROOT}mentors/?skill=python&amp;skill=testing">Others who can <' in body
    assert f'href="{ROOT}mentors/?topic=code-review">Others who can <' in body


def test_hostile_text_stays_text_on_every_page() -> None:
    """Whatever people write, no page of the site carries a tag or an attribute of theirs."""
    for page in pages_of(site_of(hostile_mentor())):
        reader = _Tags()
        reader.feed(page.head + page.body)
        assert not [name for tag in reader.tags for name, _ in tag[1] if name.startswith("on")]
        assert not [tag for tag in reader.tags if tag[0] == "img" and ("src", "x") in tag[1]]
        assert {tuple(attributes) for tag, attributes in reader.tags if tag == "script"} <= OUR_SCRIPTS


def test_json_for_search_engines_cannot_end_its_script() -> None:
    """The description in the head is one JSON value, whatever the name holds, and says the same name."""
    head = profile_page(site_of(hostile_mentor()), hostile_mentor()).head
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    assert not set("<>&") & set(script)
    assert json.loads(script)["mainEntity"]["name"] == HOSTILE


def test_search_engines_come_only_by_invitation() -> None:
    """A page is out of search engines, without a description for them, until its mentor says otherwise."""
    shy, open_one = person("shy"), person("open", search_engines=True)
    site = site_of(shy, open_one)
    assert not profile_page(site, shy).indexed
    assert 'content="noindex"' in profile_page(site, shy).head
    assert "ld+json" not in profile_page(site, shy).head
    assert profile_page(site, open_one).indexed
    assert "noindex" not in profile_page(site, open_one).head


def test_a_request_names_the_mentor() -> None:
    """The button opens the request form with the mentor already filled in."""
    ada = person("Ada-L")
    url = urlsplit(request_url(ada, SETTINGS))
    assert url.path == "/example/mentors/issues/new"
    assert parse_qs(url.query) == {
        "template": ["request.yml"],
        "title": ["Mentorship request: Ada L."],
        "mentor": ["Ada-L"],
    }
    assert request_url(ada, SETTINGS).replace("&", "&amp;") in profile_page(site_of(ada), ada).body


@given(st.text(max_size=60))
def test_names_of_all_kinds_come_through_the_address(name: str) -> None:
    """Any name within its limit arrives in the title unchanged, and the address stays short enough."""
    name = name.encode("utf-8", "ignore").decode()
    url = request_url(person("ada", name=name), SETTINGS)
    assert len(url.encode()) <= LONGEST_URL
    assert parse_qs(urlsplit(url).query, keep_blank_values=True)["title"] == [f"Mentorship request: {name}"]


def test_an_address_that_grows_too_long_loses_its_title() -> None:
    """Beyond what GitHub takes, the fields that matter stay and the title goes."""
    url = issue_form("a/b", "request.yml", "語" * 2000, mentor="ada")
    assert len(url) <= LONGEST_URL
    assert url.endswith("?template=request.yml&mentor=ada")


@pytest.mark.parametrize("availability", ["waitlist", "closed", "paused", "stale"])
def test_nobody_is_asked_in_vain(availability: str) -> None:
    """Without room there is no button; a sentence says why, and a link says where to go instead."""
    ada = person("ada")
    body = profile_page(site_of(ada, statuses={"ada": AvailabilityStatus(availability, 0)}), ada).body
    assert "Ask Ada" not in body
    assert "template=request.yml" not in body
    assert "Ada L." in re.search(r'class="mentor-ask__reason">(.*?)</p>', body)[1]
    assert "skills/python/" in body


def test_a_pause_says_its_last_day() -> None:
    """Who pauses until a day is shown with that day, in the badge and in the sentence."""
    ada = person("ada")
    standing = AvailabilityStatus("paused", 2, until=TODAY.replace(month=12, day=12))
    body = profile_page(site_of(ada, statuses={"ada": standing}), ada).body
    assert "Paused until 12 Dec<" in body
    assert "until 12 December 2026" in body


def test_a_mentors_own_page_is_not_vouched_for() -> None:
    """A request that goes to an address of the mentor's choice is marked as such, for people and for machines."""
    ada = person("ada", contact=Contact("link", "https://ada.example/?a=1&b=2"))
    assert how_to_ask(ada, AvailabilityStatus("open", 1), SETTINGS).own_page
    body = profile_page(site_of(ada), ada).body
    [button] = re.findall(r'<a class="lo-button mentor-ask[^>]*>', body)
    assert 'rel="nofollow ugc noopener"' in button
    assert "https://ada.example/?a=1&b=2" in unescape(button)


def test_a_private_request_goes_to_the_private_repository() -> None:
    """Who is asked in private has a button to the form there, and says who can read it; the public page of asking is left out."""
    ada, settings = person("ada", contact=Contact("private")), replace(SETTINGS, private_repository="example/quiet")
    site = site_of(ada, settings=settings)
    body = profile_page(site, ada).body
    [button] = re.findall(r'<a class="lo-button mentor-ask[^>]*>', body)
    assert "https://github.com/example/quiet/issues/new?template=request.yml" in button and "mentor=ada" in button
    assert "data-ask" not in button
    assert "Only people invited to <bdi>example/quiet</bdi> can read it." in body
    assert f'<a href="{SETTINGS.private_contact}">Ask to be invited</a>' in body
    assert "Asked in private" in card(site, ada)


def test_what_was_not_said_leaves_no_trace() -> None:
    """A profile with only what is required has no empty section and no question without an answer."""
    body = profile_page(site_of(person("ada")), person("ada")).body
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", body) == [
        "Would you two fit?",
        "What I can help with",
        "About this profile",
    ]
    assert not re.search(r"<d[dt][^>]*>\s*</d[dt]>", body)


def test_the_button_leads_to_the_page_for_asking() -> None:
    """Scripts find the address of the page for asking on the button, with the mentor after the #."""
    assert f'data-ask="{ROOT}ask/#ada-l"' in profile_page(site_of(person("Ada-L")), person("Ada-L")).body


def test_free_hours_are_drawn_and_told() -> None:
    """The strip has a bar for each window, and the lines join days with the same hours, in the mentor's own time."""
    ada = person("ada", timezone="Europe/Warsaw", windows=(Window(1, 1080, 1200), Window(3, 1080, 1200)))
    body = profile_page(site_of(ada), ada).body
    assert body.count("<rect ") == 2
    assert "<b>Tuesday and Thursday</b> 18:00–20:00" in body
    assert "In Ada’s time: Europe/Warsaw (UTC+1 now)." in body


def test_others_are_free_and_share_a_skill() -> None:
    """A profile names up to three others who are free and share a skill, and never the mentor or who is busy."""
    others = [person(f"other-{number}", name=f"Other {number}") for number in range(5)]
    busy, far = person("busy", name="Busy"), person("far", name="Far", skills=("dotnet",))
    ada = person("ada")
    site = site_of(ada, busy, far, *others, statuses={"busy": AvailabilityStatus("closed", 0)})
    part = profile_page(site, ada).body.partition('id="similar"')[2].partition("</section>")[0]
    named = re.findall(r"mentors/([\w-]+)/", part)
    assert len(named) == len(set(named)) == 3
    assert set(named) <= {one.handle for one in others}


def test_similar_mentors_take_turns() -> None:
    """With many to choose from, the profiles do not all name the same three."""
    people = [person(f"mentor-{number}") for number in range(40)]
    site = site_of(*people)
    named = {
        handle
        for one in people
        for handle in re.findall(r"mentors/([\w-]+)/", profile_page(site, one).body.partition('id="similar"')[2])
    }
    assert len(named) > 30


def test_the_track_record_comes_with_its_definitions() -> None:
    """What is known of past requests is shown with what it means, and without anything known there is no section."""
    ada = person("ada")
    known = {"ada": MentorActivity(completed=1, response="a week")}
    body = profile_page(site_of(ada, activity=Activity(BUILT, mentors=known)), ada).body
    assert "Usually answers within a week" in body
    assert "<dt>mentorship completed</dt><dd>1</dd>" in body
    assert "from three answers on" in body
    assert "Track record" not in profile_page(site_of(ada), ada).body


def test_hidden_mentors_have_a_short_page_and_no_place_in_lists() -> None:
    """Somebody who stopped mentoring is not listed, and an old link says so without anything that they wrote."""
    ada = person("ada", offer_to_mentor=False)
    pages = {page.path: page for page in pages_of(site_of(ada, person("bob")))}
    page = pages["mentors/ada/"]
    assert "isn't listed" in unescape(page.body)
    assert not page.indexed and "noindex" in page.head
    assert not [
        text for text in (ada.name, ada.headline) if text in page.title + page.description + page.head + page.body
    ]
    assert not any("mentors/ada/" in page.body for path, page in pages.items() if path != "mentors/ada/")


def test_own_learning_is_shown_until_its_day() -> None:
    """What a mentor wants to learn is shown while they look for somebody, and gone after the day they gave."""
    wish = Learning(("testing",), until=TODAY)
    seeking, late = person("a", seeking_mentor=True, learning=wish), person("b", learning=wish)
    past = person("c", seeking_mentor=True, learning=Learning(("testing",), until=TODAY.replace(day=20)))
    site = site_of(seeking, late, past)
    assert ["What I’m learning" in profile_page(site, one).body for one in (seeking, late, past)] == [
        True,
        False,
        False,
    ]


def test_refused_topics_are_named_by_their_labels() -> None:
    """A topic that somebody does not help with is shown by its label, and own words as they are."""
    ada = person("ada", cannot_help_with=("homework", "tax returns"))
    body = profile_page(site_of(ada), ada).body
    assert "Homework and coursework" in body
    assert "tax returns" in body


def test_a_photo_replaces_the_initials() -> None:
    """With a photo the page shows it, large here and small on cards; without one, initials."""
    ada = person("ada")
    photos = {"ada": PhotoUrls("photos/ada-96.webp", "photos/ada-320.webp")}
    with_photo = profile_page(site_of(ada, photos=photos), ada)
    assert "photos/ada-320.webp" in with_photo.body
    assert "https://example.org/m/photos/ada-320.webp" in with_photo.head
    assert ">AL</span>" in profile_page(site_of(ada), ada).body


def test_every_page_says_how_old_it_is() -> None:
    """Availability is as old as the build, and each page ends by saying when that was."""
    for page in pages_of(site_of(person("ada"))):
        assert '<time datetime="2026-11-21T02:28:00+00:00">21 November 2026, 02:28 UTC</time>' in page.body


def test_no_link_reads_as_go_alone() -> None:
    """The language Go is a link that says what it is, on profiles and in the list of skills: "Go" alone says nothing."""
    vocabularies = replace(VOCABULARIES, skills=Vocabulary.of((Term("go", "Go"),)))
    site = site_of(person("gopher", skills=("go",)))
    site = replace(site, directory=replace(site.directory, vocabularies=vocabularies))
    bodies = {page.path: page.body for page in pages_of(site)}
    for path in ("mentors/gopher/", "skills/"):
        assert 'Go<span class="mentor-unseen"> (skill)</span></a>' in bodies[path]
        assert ">Go</a>" not in bodies[path]


def test_where_someone_lives_is_beside_their_time() -> None:
    """Who states a country, or a city in it, has both named in words; who states neither shows only the time."""
    for location, words in ((Location("IN", "Pune"), "Pune, India"), (Location("IN"), "India")):
        ada = person("ada-l", location=location)
        assert f'<span class="lo-who__place" dir="auto">{words}</span>' in profile_page(site_of(ada), ada).body
    assert "lo-who__place" not in profile_page(site_of(person("ada-l")), person("ada-l")).body


def test_own_words_and_values_are_both_written_as_they_are_meant() -> None:
    """What someone values follows their own words, and neither loses its markup to the other."""
    ada = person("ada", bio="I *like* tests.", values="Honest words.")
    body = profile_page(site_of(ada), ada).body
    assert "I <em>like</em> tests." in body
    assert "What I value in a mentorship" in body
    assert "&lt;div" not in body
