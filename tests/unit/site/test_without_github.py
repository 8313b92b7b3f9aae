"""Pages and data of a mentor without a GitHub account: how they are asked, and never a login."""

import json
from dataclasses import replace
from datetime import date

from generator.insight.activity import read_activity, to_json
from generator.model.activity import Activity, MentorActivity
from generator.model.mentor import Contact, Mentor
from generator.model.program import Roadmap
from generator.site.api import list_file, mentor_file
from generator.site.asking import how_reached, how_to_ask
from generator.site.cards import card
from generator.site.pages import profile_page
from generator.site.roadmaps import roadmap_pages
from generator.site.search_index.index import index_files
from tests.fakes.small_site import ADA, BUILT, SETTINGS, person, site_of

GRETA: Mentor = replace(ADA, github=None, file_name="Greta-O", name="Greta Ohm", search_engines=True)
LINKED = replace(GRETA, contact=Contact("link", "https://example.org/greta"))


def _page(mentor: Mentor) -> str:
    site = site_of(mentor, person("bo"), activity=Activity(BUILT), indexing=True)
    page = profile_page(site, mentor)
    return page.body + page.head


def test_a_profile_says_how_they_are_asked() -> None:
    """The profile leads to the form with the handle, or to their own page, and says which; it never links to a login."""
    through, own = _page(GRETA), _page(LINKED)
    assert "Asked through a coordinator" in through and "mentor=greta-o" in through
    assert "Asked on their own page" in own and "https://example.org/greta" in own
    for page in (through, own):
        assert "github.com/greta-o" not in page.lower() and "@greta-o" not in page.lower()
        assert "mentions" not in page and "None" not in page


def test_a_card_says_it_too() -> None:
    """The card says how they are asked, and a card of anyone else says nothing about it."""
    site = site_of(GRETA, ADA)
    assert "Asked through a coordinator" in card(site, GRETA)
    assert "Asked" not in card(site, ADA)
    assert ("", "Asked on their own page") == (how_reached(ADA), how_reached(LINKED))


def test_they_can_be_asked_whenever_anyone_could() -> None:
    """An account makes no difference to who can be asked."""
    site = site_of(GRETA, ADA)
    asks = [how_to_ask(one, site.statuses[one.handle], SETTINGS) for one in (GRETA, ADA)]
    assert [True, True] == [bool(one.url) for one in asks]


def test_data_has_a_handle_for_everyone() -> None:
    """Rows name the handle, and `github` is null; the index carries a handle only where no login says it."""
    site = site_of(GRETA, ADA)
    rows = json.loads(list_file(site.directory, site.statuses, BUILT).content)["mentors"]
    assert {"ada-l": "Ada-L", "greta-o": None} == {row["handle"]: row["github"] for row in rows}
    one = json.loads(mentor_file(GRETA, site.statuses["greta-o"]).content)
    assert ("greta-o", None) == (one["handle"], one["github"]) and "file_name" not in one
    files = {
        file.path: file.content for file in index_files(site.directory, site.statuses, BUILT, ["greta-o", "ada-l"])
    }
    cards = json.loads(files["api/directory/cards/0.json"])
    assert ([None, "Ada-L"], {"0": "greta-o"}) == (cards["github"], cards["handles"])
    assert {"0": "Asked through a coordinator"} == cards["reached"]


def test_activity_is_kept_by_handle() -> None:
    """What requests add up to is written and read again under the handle."""
    site = site_of(GRETA)
    known = Activity(BUILT, None, (), {"greta-o": MentorActivity(active=1)})
    written = to_json(known, site.directory, date(2026, 11, 21))
    assert {"greta-o"} == set(json.loads(written)["mentors"]) and known == read_activity(written)


def test_a_roadmap_names_its_author_without_a_login() -> None:
    """Who wrote a roadmap and has no account is named by their name."""
    roadmap = Roadmap("first", "First steps", "beginner", ("python",), (), authors=("greta-o", "ada-l"))
    pages = roadmap_pages(site_of(GRETA, ADA, roadmaps=(roadmap,)))
    body = next(page.body for page in pages if page.path == "roadmaps/first/")
    assert "Greta Ohm" in body and "@ada-l" in body and "@greta-o" not in body
