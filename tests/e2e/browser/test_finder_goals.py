"""With goals stated, the directory ranks and explains; goals stay in the browser."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.app.match import match_directory
from tests.e2e.browser.finder_page import KEPT, go, listed, shown, with_goals
from tests.e2e.browser.test_walk import PHONE, axe, violations  # noqa: F401

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
    assert shown(ranked) == [match["github"].lower() for match in said["matches"]]
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
    ranked.get_by_role("searchbox", name="Search mentors").fill("kwame")
    why = ranked.locator(".mentor-left-out")
    expect(why).to_contain_text("Not offering mentoring right now.")
    go(ranked, "?text=tomasz&language=ja")
    expect(why).to_contain_text("Hidden by: Language.")


def test_goals_are_stated_by_keyboard_and_kept_here_alone(page: Page, address: str) -> None:
    """Without a mouse a skill is added and mentors are ranked; the goals are in this browser's storage and in no request."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{address}mentors/")
    page.locator("details.mentor-goals > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("datalist#mentor-terms option").first).to_be_attached()
    field = page.get_by_label("Add a skill or a topic")
    field.focus()
    field.type("py")
    field.fill("python")
    page.keyboard.press("Enter")
    expect(page.locator(".mentor-want__name")).to_have_text("Python")
    expect(page.locator(".mentor-count")).to_contain_text("fit your goals")
    expect(page.get_by_label("Sort by")).to_have_value("match")
    expect(page.locator(".mentor-goals__privacy")).to_contain_text("Nothing is sent")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEPT))
    assert kept["want"] == [{"skill": "python", "importance": "must"}]
    assert kept["timezone"] == page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    assert not [one for one in asked if "python" in one.lower()]
    assert "python" not in page.url
    page.get_by_role("button", name="Clear my goals").click()
    assert page.evaluate("key => localStorage.getItem(key)", KEPT) is None
    expect(page.locator(".mentor-count")).to_have_text(f"{page.locator('.mentor-cards > li').count()} mentors")


def test_an_unknown_skill_is_said(page: Page, address: str) -> None:
    """A word that is no skill here is not taken over silently."""
    page.goto(f"{address}mentors/")
    page.locator("details.mentor-goals > summary").click()
    expect(page.locator("datalist#mentor-terms option").first).to_be_attached()
    page.get_by_label("Add a skill or a topic").fill("basket weaving")
    page.locator("[data-do=add]").click()
    expect(page.locator(".mentor-goals__problem")).to_contain_text("“basket weaving” isn't in our lists.")


def test_goals_are_saved_and_opened_again(ranked: Page, open_page: OpenPage, address: str, tmp_path: Path) -> None:
    """What is saved as a file is a learner's file, and opening it elsewhere ranks the same."""
    ranked.locator("details.mentor-goals > summary").click()
    with ranked.expect_download() as saving:
        ranked.get_by_role("button", name="Save to a file").click()
    file = tmp_path / "goals.json"
    saving.value.save_as(file)
    assert json.loads(file.read_text()) == LEARNER
    other = open_page()
    other.clock.set_fixed_time("2026-11-21T09:30:00Z")
    other.goto(f"{address}mentors/")
    other.locator("details.mentor-goals > summary").click()
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator(".mentor-count")).to_have_text(ranked.locator(".mentor-count").inner_text())
    assert shown(other) == shown(ranked)
    file.write_text("[1]")
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator("[data-slot=done]")).to_have_text("We found no goals in this file.")


def test_a_request_carries_skills_and_goals(ranked: Page) -> None:
    """The button's link fills the form's text fields with what was stated, and stays short enough for GitHub."""
    card = ranked.locator("[data-handle=example-tomasz]")
    card.locator("[data-do=expand]").click()
    link = card.get_by_role("link", name="Request mentorship")
    expect(link).to_be_visible()
    address = link.get_attribute("href")
    fields = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
    assert (fields["mentor"], fields["skills"], fields["languages"]) == (
        "example-tomasz",
        "Python!, Testing",
        "English, Polish",
    )
    assert fields["timezone"] == "Europe/Berlin"
    assert (
        "career guidance" in fields["goals"]
        and "Python: I know the basics; I'd like to be confident with it." in fields["goals"]
    )
    assert len(address) <= 7500


def test_goals_can_be_cleared(ranked: Page) -> None:
    """Clearing the goals leaves nothing of them in the browser."""
    ranked.locator("details.mentor-goals > summary").click()
    ranked.get_by_role("button", name="Clear my goals").click()
    assert ranked.evaluate("Object.keys(localStorage).filter((key) => /goals|words/.test(key))") == []


def test_a_badge_leads_to_where_the_profile_says_so(ranked: Page, address: str) -> None:
    """What a mentor can help with is a link to their expertise, where the skill stands."""
    ranked.locator("[data-handle=example-tomasz] .mentor-help").first.click()
    expect(ranked).to_have_url(f"{address}mentors/example-tomasz/#expertise")
    expect(ranked.locator("section[aria-labelledby=expertise]")).to_contain_text("Python")


@pytest.mark.parametrize(
    ("shelf", "expected"),
    [
        ("ready", "They have spots open"),
        ("different-path", "come from another field"),
        ("near-peers", "one step ahead"),
        ("group", "office hours"),
    ],
)
def test_every_shelf_says_who_stands_on_it(ranked: Page, shelf: str, expected: str) -> None:
    """A shelf shows a part of those who fit, as many as its button says, and a sentence why."""
    everybody = set(shown(ranked))
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
    assert shown(ranked) == ["example-tomasz"]


def test_the_shortlist_compares_side_by_side(ranked: Page) -> None:
    """Mentors kept in mind stay after a reload, and up to four stand side by side with reasons."""
    for handle in shown(ranked)[:5]:
        ranked.locator(f"[data-handle={handle}] [data-do=shortlist]").click()
    names = ranked.locator(".mentor-shortlist__names li")
    expect(names).to_have_count(5)
    expect(names.locator("input:checked")).to_have_count(4)
    expect(names.locator("input:disabled")).to_have_count(1)
    ranked.reload()
    expect(names).to_have_count(5)
    ranked.get_by_role("button", name="Compare").click()
    table = ranked.locator(".mentor-compare table")
    expect(table.locator("thead th")).to_have_count(4)
    expect(table.get_by_role("rowheader", name="Match", exact=True)).to_be_visible()
    expect(table).to_contain_text("Can help you with")
    ranked.get_by_role("button", name="Clear shortlist").click()
    expect(ranked.locator("mentor-shortlist")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_finder(open_page: OpenPage, address: str, axe: str, scheme: str) -> None:  # noqa: F811
    """With goals, a filter, a card, the shortlist and a comparison open, axe finds nothing, in light and in dark."""
    page = open_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    with_goals(page, address, LEARNER)
    _open_everything(page)
    assert violations(page, axe) == []


def test_the_open_finder_fits_the_smallest_screen(open_page: OpenPage, address: str) -> None:
    """At 320 px, which is also 400 % zoom, nothing of the open finder scrolls sideways, and buttons are large enough to touch."""
    page = open_page(viewport=PHONE)
    with_goals(page, address, LEARNER)
    _open_everything(page)
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
    page.locator("details.mentor-goals > summary").click()
    page.locator("[data-do=compare]").click()
    expect(page.locator(".mentor-compare tbody tr").first).to_be_visible()
    page.locator("[data-do=expand]").first.click()
    expect(page.locator(".mentor-card__more dl").first).not_to_be_empty()
    if page.locator(".mentor-open").is_visible():
        page.locator(".mentor-open").click()
    page.locator("details[data-name=language] > summary").click()
    expect(page.locator("details[data-name=language] [data-slot=count]").first).not_to_be_empty()
