"""Lists: everybody once, in a fair order, on pages that lead to each other."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.insight.availability import AvailabilityStatus
from generator.matching.prepared import daily_rotation
from generator.model.availability import AVAILABILITIES
from generator.site.page import ROOT
from generator.site.pagination import paginate
from generator.site.sorting import in_listing_order
from tests.fakes.small_site import TODAY, pages_of, person, site_of


def linked_mentors(body: str) -> list[str]:
    """Return the handles that a body links to, in order."""
    return re.findall(rf'href="{ROOT}mentors/([a-z0-9-]+)/"', body)


@given(st.integers(0, 200), st.integers(1, 30))
def test_paginating_loses_and_repeats_nobody(count: int, size: int) -> None:
    """However long a list is, its pages together hold each thing exactly once, in order."""
    pages = list(paginate(range(count), size, "list/"))
    assert [thing for _, things in pages for thing in things] == list(range(count))
    assert all(things for _, things in pages) or count == 0


@given(st.integers(1, 60))
def test_every_page_of_a_list_can_be_reached(count: int) -> None:
    """From the first page "next" leads through all pages, and each page marks itself as the current one."""
    pages = {pages.path: pages for pages, _ in paginate(range(count), 1, "list/")}
    path, seen = "list/", []
    while path is not None:
        seen.append(path)
        assert [link.path for link in pages[path].links if link.current] == [path]
        path = pages[path].next
    assert seen == list(pages)


def test_a_window_of_pages_leaves_no_gap_of_one() -> None:
    """Where only one page would be left out, it is linked instead of being replaced by dots."""
    by_number = {pages.number: pages for pages, _ in paginate(range(9), 1, "list/")}
    assert [link.number for link in by_number[4].links] == [1, 2, 3, 4, 5, None, 9]
    assert [link.number for link in by_number[1].links] == [1, 2, None, 9]


def test_the_directory_shows_everybody_listed_once() -> None:
    """Over all pages of the directory each listed mentor has one card, and hidden ones have none."""
    mentors = [person(f"m{number}") for number in range(60)]
    site = site_of(*mentors, statuses={"m7": AvailabilityStatus("hidden", 0)})
    pages = [page for page in pages_of(site) if re.fullmatch(r"mentors/(page/\d+/)?", page.path)]
    shown = [handle for page in pages for handle in linked_mentors(page.body)]
    assert len(pages) == 3
    assert sorted(shown) == sorted(f"m{number}" for number in range(60) if number != 7)


def test_a_long_list_of_one_skill_loses_nobody_between_teaching_and_introducing() -> None:
    """Those who teach come first, those who introduce after them, across the border of pages."""
    teaching = [person(f"t{number}") for number in range(70)]
    introducing = [person(f"i{number}", skills=("testing",), can_introduce=("python",)) for number in range(70)]
    pages = [page for page in pages_of(site_of(*teaching, *introducing)) if page.path.startswith("skills/python/")]
    shown = [handle for page in pages for handle in linked_mentors(page.body)]
    assert len(shown) == len(set(shown)) == 140
    assert all(handle.startswith("t") for handle in shown[:70])
    assert ["Can get you started" in page.body for page in pages] == [False, False, True, True, True, True]


def test_who_can_be_asked_comes_first() -> None:
    """Whoever has room comes first, by how many wait for each place, as in a match; then the order of availabilities decides."""
    mentors = [person(name) for name in AVAILABILITIES] + [person("busy")]
    statuses = {name: AvailabilityStatus(name, 1) for name in AVAILABILITIES} | {
        "busy": AvailabilityStatus("open", 1, pending=3)
    }
    order = [mentor.github for mentor in in_listing_order(mentors, statuses, TODAY)]
    assert order == [
        *sorted(("open", "limited"), key=lambda name: daily_rotation(name, TODAY)),
        "busy",
        "waitlist",
        "closed",
        "paused",
        "stale",
    ]


def test_equals_take_turns_every_day() -> None:
    """Within a day the order stays, and on other days others are on top."""
    mentors = [person(f"m{number}") for number in range(20)]
    statuses = {mentor.handle: AvailabilityStatus("open", 2) for mentor in mentors}
    days = [TODAY + timedelta(days=number) for number in range(30)]
    tops = {in_listing_order(mentors, statuses, day)[0].github for day in days}
    assert len(tops) > 8
    assert in_listing_order(mentors[::-1], statuses, TODAY) == in_listing_order(mentors, statuses, TODAY)


def test_a_term_that_nobody_offers_says_what_to_do_next() -> None:
    """An empty page of a skill leads to asking everyone, to looking around and to joining."""
    body = next(page.body for page in pages_of(site_of(person("ada"))) if page.path == "skills/dotnet/")
    assert "No mentors yet" in body
    assert f'href="{ROOT}join/"' in body
    assert "issues/new?template=request.yml" in body


def test_a_term_shows_its_neighbours_and_other_words() -> None:
    """The page of a skill names its synonyms and links to broader and related skills."""
    body = next(page.body for page in pages_of(site_of(person("ada"))) if page.path == "skills/python/")
    assert "Also called: py, python3" in body
    assert f'href="{ROOT}skills/programming/"' in body
    assert f'href="{ROOT}skills/testing/"' in body


def test_spoken_languages_have_pages() -> None:
    """Each language that somebody listed speaks has a page under its tag in small letters."""
    paths = {page.path for page in pages_of(site_of(person("ada", languages=("en", "pt-BR"))))}
    assert {"languages/", "languages/en/", "languages/pt-br/"} <= paths


def test_a_filter_without_choices_is_hidden_from_the_start() -> None:
    """What no mentor states is no filter; the page says so itself, so that nothing moves when the browser learns it."""
    site = site_of(person("a", formats=("ad-hoc-qa",)), person("b"))
    body = next(page.body for page in pages_of(site) if page.path == "mentors/")
    parts = dict(re.findall(r'data-name="(\w+)"( hidden)?>', body))
    assert (parts["skill"], parts["format"], parts["availability"]) == ("", "", "")
    assert (parts["domain"], parts["office_hours"]) == (" hidden", " hidden")


def test_an_empty_finder_invites_and_offers_nothing_to_search() -> None:
    """Where nobody is listed, the page says so once and how to be the first; no search, filter or goal would find anyone."""
    body = next(page.body for page in pages_of(site_of(own_pages=frozenset({"join/"}))) if page.path == "mentors/")
    assert body.count("Nobody is listed yet") == 1
    assert f'href="{ROOT}join/"' in body
    for part in ("mentor-directory", "mentor-goals", "mentor-browse", "mentor-cards", "<form"):
        assert part not in body
    peopled = next(page.body for page in pages_of(site_of(person("ada"))) if page.path == "mentors/")
    assert "Nobody is listed yet" not in peopled and "<form" in peopled
