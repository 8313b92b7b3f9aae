"""With goals stated, the directory ranks and explains; goals stay in the browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.app.match import match_directory
from tests.e2e.browser.finder_page import (
    KEPT,
    expect_order,
    expect_shown,
    go,
    listed,
    open_goals,
    shown,
    with_goals,
)
from tests.e2e.browser.test_walk import COLOURS, PHONE, axe, change_colours, violations  # noqa: F401

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
LEARNER = {
    "want": [{"skill": "python", "importance": "must", "now": "basics", "reach": "confident"}, {"skill": "testing"}],
    "goals": ["specific-skills", "career-guidance"], "stage": "junior", "style": {"structure": "structured"}, "commitment": "1h",
    "formats": ["scheduled-calls"], "languages": ["en", "pl"], "timezone": "Europe/Berlin", "windows": ["Tue 18:00-20:00", "Sun 08:00-12:00"],
}  # fmt: skip


@pytest.fixture
def ranked(page: Page, address: str) -> Page:
    """The finder of somebody whose goals are stated, on the day of the tests."""
    page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    with_goals(page, address, LEARNER)
    return page


def test_the_browser_ranks_as_the_command_line_does(ranked: Page, example: Path, tmp_path: Path) -> None:
    """The same learner gets the same mentors in the same order with the same points and sentences, and the same are kept out."""
    file = tmp_path / "learner.json"
    file.write_text(json.dumps(LEARNER), encoding="utf-8")
    from datetime import date

    said = json.loads(match_directory(example, file, {}, date(2026, 11, 21), None, 50, "json"))
    expect_order(ranked, [match["github"].lower() for match in said["matches"]])
    for match in said["matches"]:
        card = ranked.locator(f"[data-handle={match['github'].lower()}]")
        expect(card.locator("[data-slot=points]").first).to_have_text(f"{int(match['points'] + 0.5)} of 100")
        if match["stated"] < 100:
            expect(card.locator("[data-slot=stated]")).to_have_text("Based on what you've both shared")
        card.locator("[data-do=expand]").click()
        for signal in match["signals"]:
            expect(card.locator(".mentor-points")).to_contain_text(signal["sentence"])


def test_a_card_says_what_it_helps_with_and_what_not(ranked: Page) -> None:
    """The badges name what is covered, a line what is not, another the time there and the hours in common."""
    tomasz = ranked.locator("[data-handle=example-tomasz]")
    expect(tomasz.locator(".mentor-band")).to_have_text("Strong match")
    expect(tomasz.locator(".mentor-help")).to_have_text(["Python", "Testing"])
    expect(tomasz.locator(".mentor-card__time")).to_have_text("Sat 10:30 there now · 5 h a week in common")
    expect(ranked.locator("[data-handle=example-camila] .lo-chip--no")).to_have_text("Not Testing")


def test_who_does_not_fit_is_found_by_name_with_the_reason(ranked: Page) -> None:
    """Somebody kept out by goals or filters is named below the list when searched for, and told why."""
    ranked.get_by_role("searchbox", name="What do you want help with?").fill("kwame")
    why = ranked.locator(".mentor-left-out")
    expect(why).to_contain_text("Not offering mentoring right now.")
    go(ranked, "?text=tomasz&language=ja")
    expect(why).to_contain_text("Hidden by: Language.")


def test_goals_are_stated_by_keyboard_and_kept_here_alone(page: Page, address: str) -> None:
    """Without a mouse a sentence is said and mentors are ranked; the goals are in this browser's storage and in no request."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{address}mentors/#goals")
    expect(page.locator(".mentor-goals__form:not([inert])")).to_be_visible()
    field = page.get_by_label("What do you want help with?").last
    field.focus()
    page.keyboard.type("I need python, and it must be in the evenings")
    expect(page.locator(".mentor-goals .lo-chip--wish").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".mentor-want__name")).to_have_text("Python")
    expect(page.locator(".mentor-count")).to_contain_text("fit your goals")
    expect(page.get_by_label("Sort by")).to_have_value("match")
    expect(page.get_by_label("Evenings")).to_be_checked()
    expect(page.locator(".mentor-goals__kept")).to_contain_text("Nothing is sent")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEPT))
    assert kept["want"] == [{"skill": "python", "importance": "nice"}]
    assert len(kept["windows"]) == 5
    assert kept["timezone"] == page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    assert not [one for one in asked if "python" in one.lower()]
    assert "python" not in page.url
    page.get_by_role("button", name="Delete my goals").click()
    assert page.evaluate("key => localStorage.getItem(key)", KEPT) is None
    expect(page.locator(".mentor-count")).to_have_text(f"{page.locator('.mentor-cards > li').count()} mentors")


def test_one_tap_says_how_someone_likes_to_work(page: Page, address: str) -> None:
    """Stage, style, times and formats are one tap each, can be taken back, and have words of help beside them."""
    page.goto(f"{address}mentors/#goals")
    expect(page.locator(".mentor-goals__form:not([inert])")).to_be_visible()
    for name in ("Junior", "Structured", "Weekends", "Scheduled calls"):
        page.get_by_label(name, exact=True).check()
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEPT))
    assert (kept["stage"], kept["style"], kept["formats"]) == (
        "junior",
        {"structure": "structured"},
        ["scheduled-calls"],
    )
    assert kept["windows"] == ["Sat 09:00-21:00", "Sun 09:00-21:00"]
    page.get_by_label("Weekends").uncheck()
    page.get_by_label("Not stated").check()
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEPT))
    assert "windows" not in kept and "stage" not in kept
    for group in page.locator(".mentor-goals [aria-describedby]").all():
        assert page.locator(f"#{group.get_attribute('aria-describedby')}").text_content()


def test_a_sentence_becomes_chips_that_can_be_taken_away(page: Page, address: str) -> None:
    """What the box understands ranks at once and has a chip; what it doesn't is searched as text; nothing is in the address."""
    page.goto(f"{address}mentors/")
    box = page.get_by_role("searchbox", name="What do you want help with?")
    box.fill("python evenings tomasz")
    chips = page.get_by_role("list", name="What you look for")
    expect(chips.get_by_role("button", name="Change Python")).to_be_visible()
    expect(page.locator(".mentor-search .lo-heard")).to_have_text("As text: tomasz")
    expect(page).to_have_url(f"{address}mentors/#text=tomasz")
    expect_shown(page, {"example-tomasz"})
    box.press("Enter")
    expect(box).to_have_value("tomasz")
    box.fill("")
    expect(page.locator(".mentor-count")).to_contain_text("fit your goals")
    chips.get_by_role("button", name="Remove Python").click()
    chips.get_by_role("button", name="Remove my free hours").click()
    expect(page.locator(".mentor-set")).to_be_hidden()
    assert set(json.loads(page.evaluate("key => localStorage.getItem(key)", KEPT) or "{}")) <= {"timezone"}


def test_a_wishs_chip_opens_the_question_it_answers(page: Page, address: str) -> None:
    """Each chip of a wish leads to where it can be changed, also under “More”; one of a filter opens that filter."""
    with_goals(page, address, {**LEARNER, "relationship_types": ["near-peer"]}, "?language=en&within=5")
    chips = page.get_by_role("list", name="What you look for")
    form = page.locator(".mentor-goals__form")
    for name, place in {
        "Change Python (must)": "[data-id=python] select[name=importance]",
        "Change Career guidance": "input[name=goals][value=career-guidance]",
        "Change My free hours": ".mentor-hours__row select[name=day]",
        "Change Polish": "input[name=add_language]",
        "Change Junior": "input[name=stage][value=junior]",
        "Change Structured": "input[name=structure][value=structured]",
        "Change near-peer": "input[name=relationship_types][value=near-peer]",
    }.items():
        chips.get_by_role("button", name=name).click()
        expect(form.locator(place).first).to_be_focused()
        page.get_by_role("button", name="Show who fits").click()
    chips.get_by_role("button", name="Change Language: English").click()
    expect(page.locator("details[data-name=language] > summary")).to_be_focused()
    page.keyboard.press("Escape")
    chips.get_by_role("button", name="Change Time difference", exact=False).first.click()
    expect(page.locator("details[data-name=hours] > summary")).to_be_focused()


def test_the_form_of_the_goals_is_fetched_once_someone_comes_near(page: Page, address: str) -> None:
    """A first visit fetches neither that form, nor the comparison, nor what reads a sentence or matches goals."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"{address}mentors/")
    page.locator("[data-shelf=ready] [data-slot=total]:not(:empty)").wait_for()
    later = ("goals-form.js", "comparison-view.js", "card-more.js", "ask-box.js", "matching.js")
    assert not set(later) & set(asked)
    page.locator(".mentor-goals > summary").hover()
    page.wait_for_function("performance.getEntriesByType('resource').some(one => one.name.endsWith('goals-form.js'))")
    page.locator(".mentor-goals > summary").click()
    expect(page.locator(".mentor-goals__form:not([inert])")).to_be_visible()


def test_the_box_of_a_missing_page_understands_a_sentence(page: Page, address: str) -> None:
    """On the 404 page a sentence is heard, kept as goals, and leads to those who fit."""
    page.goto(f"{address}404.html")
    page.get_by_label("What do you want help with?").fill("I need help with python in the evenings")
    expect(page.locator(".lo-heard")).to_contain_text("Python")
    page.get_by_role("button", name="Show who can help").click()
    expect(page).to_have_url(f"{address}mentors/")
    expect(page.locator(".mentor-count")).to_contain_text("fit your goals")


def test_a_sentence_that_is_changed_takes_its_wishes_along(page: Page, address: str) -> None:
    """Until a sentence is sent, its wishes follow what is typed; what was wished for before stays."""
    page.goto(f"{address}robots.txt")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, json.dumps({"topics": ["code-review"]})])
    page.goto(f"{address}mentors/")
    box = page.get_by_role("searchbox", name="What do you want help with?")
    want = "key => (JSON.parse(localStorage.getItem(key)).want ?? []).map(({skill}) => skill)"
    for sentence, skills in {"I want to learn python": ["python"], "I want to learn git": ["git"], "": []}.items():
        box.fill(sentence)
        page.wait_for_function(
            f"([key, wanted]) => JSON.stringify(({want})(key)) === JSON.stringify(wanted)", arg=[KEPT, skills]
        )
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEPT))["topics"] == ["code-review"]


def test_an_unknown_skill_is_said(page: Page, address: str) -> None:
    """A word that is no skill here is not taken over silently."""
    page.goto(f"{address}mentors/")
    open_goals(page)
    page.locator(".mentor-goals__more > summary").click()
    expect(page.locator("datalist#mentor-terms option").first).to_be_attached()
    page.get_by_label("Add a skill or a topic").fill("basket weaving")
    page.locator("[data-do=add]").click()
    expect(page.locator(".mentor-goals__problem")).to_contain_text("“basket weaving” isn't in our lists.")


def test_goals_are_saved_and_opened_again(ranked: Page, open_page: OpenPage, address: str, tmp_path: Path) -> None:
    """What is saved as a file is a learner's file, and opening it elsewhere ranks the same."""
    open_goals(ranked)
    with ranked.expect_download() as saving:
        ranked.get_by_role("button", name="Save to a file").click()
    file = tmp_path / "goals.json"
    saving.value.save_as(file)
    assert json.loads(file.read_text()) == LEARNER
    other = open_page()
    other.clock.set_fixed_time("2026-11-21T09:30:00Z")
    other.goto(f"{address}mentors/")
    open_goals(other)
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator(".mentor-count")).to_have_text(ranked.locator(".mentor-count").inner_text())
    expect_order(other, shown(ranked))
    file.write_text("[1]")
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator(".mentor-goals [data-slot=done]")).to_have_text("We found no goals in this file.")


def test_a_card_leads_to_the_page_for_asking(ranked: Page, address: str) -> None:
    """An open card has a button to ask, which names the mentor after the `#`; the page there reads the goals itself."""
    card = ranked.locator("[data-handle=example-tomasz]")
    card.locator("[data-do=expand]").click()
    card.get_by_role("link", name="Ask Tomasz").click()
    expect(ranked).to_have_url(f"{address}ask/#example-tomasz")
    expect(ranked.get_by_role("heading", name="Ask Tomasz")).to_be_visible()


def test_goals_can_be_cleared(ranked: Page) -> None:
    """Clearing the goals leaves nothing of them in the browser."""
    open_goals(ranked)
    ranked.get_by_role("button", name="Delete my goals").click()
    assert ranked.evaluate("Object.keys(localStorage).filter((key) => /goals|words/.test(key))") == []


def test_a_badge_leads_to_where_the_profile_says_so(ranked: Page, address: str) -> None:
    """What a mentor can help with is a link to their expertise, where the skill stands."""
    ranked.locator("[data-handle=example-tomasz] .mentor-help").first.click()
    expect(ranked).to_have_url(f"{address}mentors/example-tomasz/#expertise")
    expect(ranked.locator("section[aria-labelledby=expertise]")).to_contain_text("Python")


def test_every_shelf_says_who_stands_on_it(ranked: Page) -> None:
    """A shelf shows a part of those who fit, as many as its button says, and a sentence why."""
    everybody = set(shown(ranked))
    for shelf, expected in {
        "ready": "They have spots open",
        "different-path": "come from another field",
        "near-peers": "one step ahead",
        "group": "office hours",
    }.items():
        button = ranked.locator(f"[data-shelf={shelf}]")
        button.click()
        expect(ranked.locator(".mentor-shelf")).to_contain_text(expected)
        count = int(button.locator("[data-slot=total]").inner_text())
        expect(ranked.locator(".mentor-cards > li")).to_have_count(count)
        assert 0 < count and set(shown(ranked)) <= everybody


def test_near_peers_are_at_my_stage_or_one_step_on(ranked: Page, example: Path) -> None:
    """Whoever stands on the shelf of near peers is near by stage or offers to learn together."""
    mentors = listed(example)
    ranked.locator("[data-shelf=near-peers]").click()
    expect(ranked.locator(".mentor-shelf")).to_be_visible()
    for handle in shown(ranked):
        kinds = set(mentors[handle].get("relationship_types", []))
        assert mentors[handle].get("stage") in ("junior", "mid") or kinds & {
            "near-peer",
            "study-buddy-plus",
            "reciprocal",
        }


def test_time_zones_filter_by_clock_and_by_common_hours(ranked: Page) -> None:
    """“Within 3 hours of mine” and “at least 2 hours in common” keep whom a look at their clocks and hours would keep."""
    ranked.locator("details[data-name=hours] > summary").click()
    ranked.locator("select[name=within]").select_option("3")
    expect(ranked).to_have_url(ranked.url.split("?")[0] + "?within=3")
    expect(ranked.locator("[data-handle=example-haruka]")).to_have_count(0)
    expect(ranked.locator("[data-handle=example-tomasz]")).to_have_count(1)
    ranked.locator("select[name=common]").select_option("2")
    expect(ranked.locator(".mentor-cards > li")).to_have_count(1)
    expect_order(ranked, ["example-tomasz"])


def test_the_shortlist_compares_side_by_side(ranked: Page, address: str) -> None:
    """Saved mentors stay after a reload in a tray; it opens a sheet with up to four side by side, reasons first, each to ask or remove."""
    for handle in shown(ranked)[:5]:
        ranked.locator(f"[data-handle={handle}] [data-do=shortlist]").click()
    ranked.reload()
    expect(ranked.get_by_role("region", name="Shortlist")).to_contain_text("5 on your shortlist")
    ranked.get_by_role("button", name="Compare").click()
    sheet = ranked.get_by_role("dialog", name="Your shortlist")
    expect(sheet.get_by_role("checkbox")).to_have_count(5)
    expect(sheet.locator("input:checked")).to_have_count(4)
    expect(sheet.locator("input:disabled")).to_have_count(1)
    table = sheet.locator("table")
    expect(table.locator("thead th")).to_have_count(4)
    expect(table.locator("tbody th").first).to_have_text("Match")
    for line in ("Wishes covered", "Hours in common", "Replies within"):
        expect(table.get_by_role("rowheader", name=line)).to_be_visible()
    expect(table).not_to_contain_text("of 100")
    asking = sheet.get_by_role("link", name="Ask Tomasz", exact=False)
    assert asking.evaluate("link => link.href") == f"{address}ask/#example-tomasz"
    expect(sheet).to_contain_text("You can have up to 3 open requests at a time.")
    sheet.get_by_role("button", name="Remove Tomasz", exact=False).click()
    expect(table.locator("thead th")).to_have_count(4)
    ranked.keyboard.press("Escape")
    expect(ranked.get_by_role("button", name="Compare")).to_be_focused()
    ranked.get_by_role("button", name="Compare").click()
    sheet.get_by_role("button", name="Clear shortlist").click()
    expect(ranked.get_by_role("region", name="Shortlist")).to_be_hidden()


def test_the_headers_bookmark_opens_the_shortlist(page: Page, address: str) -> None:
    """From any page the bookmark leads to the comparison, which says how to save someone where nobody is saved."""
    page.goto(address)
    page.get_by_role("link", name="Shortlist").click()
    sheet = page.get_by_role("dialog", name="Your shortlist")
    expect(sheet).to_contain_text("Nobody is saved yet.")
    sheet.get_by_role("button", name="Close").click()
    expect(page).to_have_url(f"{address}mentors/")


def test_axe_finds_nothing_in_the_open_finder(open_page: OpenPage, address: str, axe: str) -> None:  # noqa: F811
    """With goals, a filter, a card, the shortlist and a comparison open, axe finds nothing, in light and in dark."""
    page = open_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    with_goals(page, address, LEARNER)
    _open_everything(page)
    assert violations(page, axe) == []
    change_colours(page, "dark")
    assert violations(page, axe, COLOURS) == []
    page.locator("[data-do=compare]").click()
    expect(page.locator(".mentor-compare tbody tr").first).to_be_visible()
    assert violations(page, axe, COLOURS) == []
    change_colours(page, "light")
    assert violations(page, axe) == []


def test_the_open_finder_fits_the_smallest_screen(open_page: OpenPage, address: str) -> None:
    """At 320 px, which is also 400 % zoom, and with text at 200 %, nothing of the open finder scrolls sideways; buttons are large enough to touch."""
    page = open_page(viewport=PHONE)
    with_goals(page, address, LEARNER)
    _open_everything(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    small = page.locator(
        "mentor-directory :is(button, select, summary, input:not([type=checkbox], [type=radio], [type=file]))"
    ).evaluate_all(
        "parts => parts.filter(part => part.checkVisibility() && part.getBoundingClientRect().height < 43.5).map(part => part.outerHTML.slice(0, 90))"
    )
    assert small == []


def _open_everything(page: Page) -> None:
    for handle in shown(page)[:2]:
        page.locator(f"[data-handle={handle}] [data-do=shortlist]").click()
    open_goals(page)
    page.locator(".mentor-goals__more > summary").click()
    page.locator("[data-do=expand]").first.click()
    expect(page.locator(".mentor-card__more dl").first).not_to_be_empty()
    if page.locator(".mentor-open").is_visible():
        page.locator(".mentor-open").click()
    page.locator("details[data-name=language] > summary").click()
    expect(page.locator("details[data-name=language] [data-slot=count]").first).not_to_be_empty()
