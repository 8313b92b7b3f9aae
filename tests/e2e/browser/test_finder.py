"""Filters, orders and addresses of the finder say what a naive reading of the profiles says."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser.finder_page import COUNTED, READ, expect_order, expect_shown, go, listed, open_filter, shown
from tests.examples import examples

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]


@pytest.fixture
def finder(page: Page, address: str) -> Page:
    """The finder, with its index loaded."""
    page.goto(f"{address}mentors/")
    page.locator(".mentor-shelves").wait_for(state="visible")
    return page


def test_every_filter_finds_whom_the_profiles_name(finder: Page, example: Path) -> None:
    """Rare, usual and frequent values of each filter find exactly the mentors whose file states them."""
    mentors = listed(example)
    for name, read in READ.items():
        used = Counter(value for mentor in mentors.values() for value in read(mentor))
        values = sorted(used, key=lambda value: (used[value], value))
        for value in values[:: max(1, len(values) // examples(usual=3, many=1000))]:
            go(finder, f"?{name}={quote(value)}")
            expect_shown(finder, {handle for handle, mentor in mentors.items() if value in read(mentor)})


def test_every_count_is_what_a_choice_would_leave(finder: Page, example: Path) -> None:
    """The number beside each choice is how many would be left, given the other filters; one with nobody cannot be chosen."""
    mentors = listed(example)
    for name, read in READ.items():
        other, given = ("language", "en") if name != "language" else ("commitment", "1h")
        go(finder, f"?{other}={given}")
        panel = open_filter(finder, name)
        left = Counter(value for mentor in mentors.values() if given in READ[other](mentor) for value in read(mentor))
        expected = {value: left[value] for mentor in mentors.values() for value in read(mentor)}
        finder.wait_for_function(COUNTED, arg=[name, expected])
        assert panel.locator("input[type=checkbox]:disabled").evaluate_all(
            "boxes => boxes.map(box => box.value).sort()"
        ) == sorted(value for value, count in expected.items() if count == 0)


def test_filters_narrow_each_other_and_values_widen(finder: Page, example: Path) -> None:
    """Several filters must all fit, several values of one need not; skills can be asked for all together, and that is stated."""
    mentors = listed(example)
    go(finder, "?skill=python&skill=git&language=en")
    expect_shown(
        finder, {h for h, m in mentors.items() if {"python", "git"} & set(READ["skill"](m)) and "en" in m["languages"]}
    )
    go(finder, "?skill=python&skill=git&skills=all")
    expect_shown(finder, {h for h, m in mentors.items() if {"python", "git"} <= set(READ["skill"](m))})
    assert finder.locator("input[name=mode][value=all]").is_checked()


def test_filters_are_chosen_and_taken_back_by_hand(finder: Page, example: Path) -> None:
    """Checking a box filters, its number shows on the filter, and the button with its name takes it back."""
    mentors = listed(example)
    finder.locator("details[data-name=skill] > summary").click()
    finder.locator("details[data-name=skill] input[value=python]").check()
    expect_shown(finder, {handle for handle, mentor in mentors.items() if "python" in mentor["skills"]})
    expect(finder.locator("details[data-name=skill] > summary")).to_contain_text("1")
    finder.keyboard.press("Escape")
    finder.get_by_role("button", name="Remove Skill: Python").click()
    expect(finder.locator(".mentor-count")).to_have_text(f"{len(mentors)} mentors")


def test_an_empty_result_says_which_filter_to_loosen(finder: Page, example: Path) -> None:
    """Where nobody is found, a button names the filter to leave out and how many are found without it."""
    go(finder, "?skill=python&language=ar")
    mentors = listed(example)
    arabic = [handle for handle, mentor in mentors.items() if "ar" in mentor["languages"]]
    without = finder.get_by_role("button", name=f"Without Skill: Python: {len(arabic)} mentor")
    without.click()
    expect_shown(finder, set(arabic))
    expect(finder).to_have_url(finder.url.split("?")[0] + "?language=ar")


def test_orders_are_as_the_profiles_say(finder: Page, example: Path) -> None:
    """Experience, last confirmation and name sort by what the files say; equals keep the order of the list."""
    mentors = listed(example)
    before = shown(finder)
    select = finder.get_by_label("Sort by")
    for sort, key in {
        "experience": lambda handle: -mentors[handle].get("years_experience", -1),
        "confirmed": lambda handle: -mentors[handle].get("last_confirmed", date.min).toordinal(),
    }.items():
        select.select_option(sort)
        expected = sorted(before, key=key)
        expect_order(finder, expected)
    select.select_option("name")
    expect(finder.locator(".mentor-cards > li").nth(1)).to_have_attribute("data-handle", "example-aroha")
    select.select_option("availability")
    expect_order(finder, before)
    assert "ratings" not in select.inner_text().lower()


def test_back_and_forward_restore_filters_and_order(finder: Page) -> None:
    """Every choice is a step that the back button undoes and the forward button repeats."""
    start = shown(finder)
    finder.get_by_label("Sort by").select_option("name")
    finder.locator(".mentor-facets__more > summary").click()
    finder.get_by_label("Search bios too").check()
    finder.get_by_role("button", name="Free, not asked recently").click()
    expect(finder).to_have_url(finder.url.split("?")[0] + "?bios=yes&shelf=ready&sort=name")
    finder.go_back()
    expect(finder.get_by_role("button", name="All mentors")).to_have_attribute("aria-pressed", "true")
    finder.go_back()
    expect(finder.get_by_label("Search bios too")).not_to_be_checked()
    finder.go_back()
    expect(finder.get_by_label("Sort by")).to_have_value("availability")
    expect_order(finder, start)
    finder.go_forward()
    expect(finder.get_by_label("Sort by")).to_have_value("name")


def test_a_shared_link_shows_the_same_to_others(finder: Page, open_page: OpenPage) -> None:
    """The address of a search opens the same search elsewhere."""
    go(finder, "?text=data&language=en&sort=experience")
    expect(finder.locator(".mentor-count")).to_contain_text("match")
    expect(finder.get_by_role("button", name="Copy link")).to_be_visible()
    elsewhere = open_page()
    elsewhere.goto(finder.url)
    expect(elsewhere.locator(".mentor-count")).to_have_text(finder.locator(".mentor-count").inner_text())
    expect_order(elsewhere, shown(finder))
    expect(elsewhere.get_by_role("button", name="Change Language: English")).to_be_visible()


def test_a_typing_mistake_is_forgiven_and_said(finder: Page) -> None:
    """A word that nobody writes finds the nearest one, and a sentence says which."""
    finder.get_by_role("searchbox", name="What do you want help with?").fill("pyhton")
    expect(finder.locator(".mentor-corrected")).to_have_text("Showing results for “python”.")
    assert "example-tomasz" in shown(finder)


def test_what_mentors_wrote_is_loaded_only_when_asked(finder: Page) -> None:
    """Bios are fetched when somebody ticks the box and searches, never before."""
    asked: list[str] = []
    finder.on("request", lambda request: asked.append(request.url))
    box = finder.get_by_role("searchbox", name="What do you want help with?")
    box.fill("geodesy")
    expect(finder.locator(".mentor-count")).to_have_text("No mentors match")
    assert not [url for url in asked if "/texts/" in url]
    finder.locator(".mentor-facets__more > summary").click()
    finder.get_by_label("Search bios too").check()
    expect_shown(finder, {"example-tomasz"})


def test_a_card_opens_in_place(finder: Page) -> None:
    """A card tells more without leaving the list: approach, limits and free hours, and the button to ask."""
    card = finder.locator("[data-handle=example-tomasz]")
    button = card.get_by_role("button", name="More about Tomasz")
    button.click()
    expect(card.locator("dl")).to_contain_text("We pick one small thing")
    expect(card.locator("dl")).to_contain_text("Can't help with")
    assert card.get_by_role("link", name="Ask Tomasz").get_attribute("href").endswith("ask/#example-tomasz")
    card.get_by_role("button", name="Less about Tomasz").click()
    expect(card.locator("dl")).to_be_hidden()


@pytest.mark.parametrize(
    ("handle", "words"),
    [
        ("example-kwame", "Not taking mentees"),
        ("example-layla", "Full"),
        ("example-priya", "5 requests waiting"),
        ("example-fernanda", "Paused until 3 Dec"),
    ],
    ids=["closed", "all places taken", "too many wait", "paused"],
)
def test_whoever_has_no_place_cannot_be_asked_from_a_card(finder: Page, handle: str, words: str) -> None:
    """A card of somebody without a place says so and tells more, and offers no button to ask; nor does a shelf of who is ready."""
    card = finder.locator(f"[data-handle={handle}]")
    expect(card.locator(".mentor-card__spots")).to_have_text(words)
    card.get_by_role("button", name="More about").click()
    expect(card.locator("dl")).not_to_be_empty()
    expect(card.get_by_role("link", name="Ask")).to_have_count(0)
    expect(card.get_by_role("link", name="Full profile")).to_be_visible()
    finder.get_by_role("button", name="Free, not asked recently").click()
    expect(finder.locator(".mentor-shelf")).to_be_visible()
    expect(card).to_have_count(0)


def test_what_matched_is_marked_and_named(finder: Page) -> None:
    """A broader term finds who lists a narrower one and says so, and the words that were typed are marked."""
    go(finder, "?skill=frontend-development")
    card = finder.locator('[data-handle="example-noor"]')
    expect(card.locator(".mentor-card__found li")).to_have_text("React is part of Frontend development")
    expect(card.locator(".mentor-card__skills mark")).to_have_text("React")
    go(finder, "#text=repository")
    card = finder.locator('[data-handle="example-tomasz"]')
    expect(card.locator(".mentor-card__found li")).to_contain_text("repository without panic")
    expect(card.locator("mark")).to_have_text("repository")
    go(finder, "#text=pune")
    expect(finder.locator('[data-handle="example-priya"] mark')).to_have_text("Pune")


def test_a_word_that_is_no_term_leads_to_the_nearest_ones(finder: Page) -> None:
    """Where a word finds nobody, the page names terms that read alike with how many they find, and one press takes one."""
    finder.get_by_role("searchbox", name="What do you want help with?").fill("pythonistas ")
    near = finder.locator(".mentor-unknown button").first
    expect(near).to_contain_text("Python (")
    near.click()
    expect(finder).to_have_url(finder.url.split("?")[0] + "?skill=python")
