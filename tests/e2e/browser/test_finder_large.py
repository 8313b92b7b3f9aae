"""Ten thousand mentors: the finder finds, counts, sorts and ranks them as a naive reading of their files does."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.app.match import match_directory
from generator.demo import write_demo
from generator.insight.activity import to_json
from generator.matching.overlap import free_time, weekly_hours
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.mentor import Window
from generator.model.vocabulary import Vocabularies
from generator.plugin.build import build_with_mkdocs
from generator.profiles.rules.times import parse_window
from tests.e2e.browser.finder_page import (
    COUNTED,
    READ,
    TODAY,
    Profile,
    expect_order,
    expect_shown,
    go,
    naively_listed,
    open_filter,
    open_goals,
    shown,
)
from tests.fakes.example_site import NOW
from tests.fakes.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OpenPage = Callable[..., Page]
MENTORS = 10_000
LEARNER = {
    "want": [{"skill": "python", "importance": "must"}, {"skill": "testing"}], "goals": ["specific-skills", "career-guidance"],
    "stage": "junior", "style": {"structure": "structured"}, "commitment": "1h", "languages": ["en"],
    "timezone": "Europe/Berlin", "windows": ["Tue 18:00-20:00", "Sun 08:00-12:00"],
}  # fmt: skip
NOTHING = {"text": "", "chosen": {}, "all": False, "written": False, "within": 0, "common": 0, "preset": "", "sort": ""}
FACETS = {
    "skill": "skills", "topic": "topics", "domain": "domains", "career_path": "career_paths", "language": "languages", "format": "formats",
    "channel": "channels", "relationship_type": "relationship_types", "stage": "stages_supported", "program": "programs", "affiliation": "affiliations",
}  # fmt: skip
"""How a filter is called in the index, where that is not how addresses call it."""

_ASK = """async ([asked, today]) => {
    const root = new URL(document.querySelector("mentor-directory").dataset.root, location);
    const worker = new Worker(new URL("assets/lodestar/search/directory-worker.js", root), { type: "module" });
    const answer = (question, id) => new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => data.id === id && (data.failed ? reject(new Error("failed")) : data.complete && resolve(data));
        const windows = question.learner?.windows ?? [];
        worker.postMessage({ id, base: new URL("api/directory/", root).href, from: 0, limit: 1e6, counted: [], learner: null, zone: "Europe/Berlin", windows, today, ...question });
    });
    const told = [];
    for (const [at, question] of asked.entries()) {
        const { total, cards } = await answer(question, at + 1);
        told.push([total, cards.map(({ handle, match }) => match ? [handle, match.points] : handle)]);
    }
    worker.terminate();
    return told;
}"""


_CLOCKS = """([zones, now]) => zones.map((timeZone) => new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(new Date(now)).find(({ type }) => type === "timeZoneName").value)"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic directory, in which some are full, some have a mentee or somebody waiting, and some have paused."""
    folder = tmp_path_factory.mktemp("large") / "root"
    write_demo(folder, MENTORS, 7, TODAY)
    mentors = {
        handle: load
        for at, path in enumerate(sorted((folder / "mentors").glob("*.yml")))
        for handle, load in _load(path.stem.lower(), at)
    }
    unread = Directory(Settings("", "", ""), Vocabularies())
    (folder / "activity.json").write_text(to_json(Activity(NOW, NOW, (), mentors), unread, TODAY), encoding="utf-8")
    return folder


def _load(handle: str, at: int) -> Iterator[tuple[str, MentorActivity]]:
    if at % 7 == 0:
        yield handle, MentorActivity(active=9, pending=1, last_asked=date(2026, 11, 1))
    elif at % 11 == 0:
        yield handle, MentorActivity(pending=1 + at % 3, last_asked=date(2026, 9, 30))
    elif at % 5 == 0:
        yield handle, MentorActivity(last_asked=date(2026, 11, 15))
    elif at % 13 == 0:
        yield handle, MentorActivity(paused_until=date(2026, 12, 24))


@pytest.fixture(scope="module")
def large(root: Path) -> Iterator[str]:
    """The address of its site."""
    site = root.parent / "served" / "large"
    build_with_mkdocs(root, site, NOW)
    with serving(site.parent) as address:
        yield f"{address}large/"


@pytest.fixture(scope="module")
def mentors(root: Path) -> dict[str, Profile]:
    """The profiles that the directory lists, read without any of its code."""
    activity = json.loads((root / "activity.json").read_text(encoding="utf-8"))["mentors"]
    read = (
        {"github": path.stem} | yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for path in (root / "mentors").glob("*.yml")
    )
    return naively_listed(mentor | {"known": activity.get(mentor["github"].lower(), {})} for mentor in read)


@pytest.fixture(scope="module")
def everybody(browser: Browser, large: str) -> Iterator[Callable[..., list[Any]]]:
    """Ask the page's worker for everybody whom a search finds, in their order, where the page shows 24 at once."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{large}mentors/")

    def ask(*questions: dict[str, Any]) -> list[Any]:
        asked = [{**question, "search": NOTHING | question.get("search", {})} for question in questions]
        return page.evaluate(_ASK, [asked, TODAY.isoformat()])

    yield ask
    context.close()


@pytest.fixture(scope="module")
def agreed(browser: Browser, mentors: dict[str, Profile]) -> set[str]:
    """Name the mentors whose clock stands alike for Python and for the browser: countries change theirs, and both learn it at other times."""
    zones = sorted({mentor["timezone"] for mentor in mentors.values()})
    page = browser.new_page()
    clocks = dict(zip(zones, page.evaluate(_CLOCKS, [zones, NOW.isoformat()]), strict=True))
    page.close()
    written = {zone: NOW.astimezone(ZoneInfo(zone)).strftime("GMT%z") for zone in zones}
    alike = {
        zone for zone in zones if clocks[zone].replace(":", "") in (written[zone], written[zone].removesuffix("+0000"))
    }
    assert len(alike) > len(zones) - 5
    return {handle for handle, mentor in mentors.items() if mentor["timezone"] in alike}


@pytest.fixture
def finder(open_page: OpenPage, large: str) -> Page:
    """The finder on the day of the tests, with its index loaded."""
    page = open_page()
    page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    page.goto(f"{large}mentors/")
    page.locator("[data-shelf=ready] [data-slot=total]:not(:empty)").wait_for()
    return page


def _used(mentors: dict[str, Profile], name: str) -> list[str]:
    """List the values of a filter, the rarest first."""
    counts = Counter(value for mentor in mentors.values() for value in set(READ[name](mentor)))
    return sorted(counts, key=lambda value: (counts[value], value))


def test_every_filter_finds_the_same_set(everybody: Callable[..., list[Any]], mentors: dict[str, Profile]) -> None:
    """Rare, usual and frequent values of every filter find exactly the mentors whose file states them."""
    asked = []
    for name in READ:
        used = _used(mentors, name)
        asked += [(name, value) for value in dict.fromkeys((*used[:2], *used[len(used) // 2 :][:1], *used[-2:]))]
    told = everybody(*({"search": {"chosen": {FACETS.get(name, name): [value]}}} for name, value in asked))
    for (name, value), (total, handles) in zip(asked, told, strict=True):
        expected = {handle for handle, mentor in mentors.items() if value in READ[name](mentor)}
        assert (total, set(handles)) == (len(expected), expected), (name, value)


def test_every_count_is_the_same(finder: Page, mentors: dict[str, Profile]) -> None:
    """Beside every value of every filter stands how many mentors its choice would leave, among those who speak German."""
    for name, read in READ.items():
        other, given = ("language", "de") if name != "language" else ("commitment", "1h")
        go(finder, f"?{other}={given}")
        open_filter(finder, name)
        left = Counter(
            value for mentor in mentors.values() if given in READ[other](mentor) for value in set(read(mentor))
        )
        finder.wait_for_function(COUNTED, arg=[name, {value: left[value] for value in _used(mentors, name)}])


def test_the_page_shows_whom_a_rare_value_finds(finder: Page, mentors: dict[str, Profile]) -> None:
    """A filter chosen on the page leaves its mentors' cards, several filters leave those whom all fit, and the count says how many."""
    rare = next(
        value
        for value in _used(mentors, "skill")
        if sum(value in READ["skill"](mentor) for mentor in mentors.values()) > 3
    )
    for query, fits in {
        f"?skill={quote(rare)}": lambda mentor: rare in READ["skill"](mentor),
        f"?skill={quote(rare)}&language=en": lambda mentor: (
            rare in READ["skill"](mentor) and "en" in mentor["languages"]
        ),
    }.items():
        go(finder, query)
        expect_shown(finder, {handle for handle, mentor in mentors.items() if fits(mentor)})


def test_time_zones_and_hours_are_those_of_the_clocks(
    everybody: Callable[..., list[Any]], mentors: dict[str, Profile], agreed: set[str]
) -> None:
    """“Within 3 hours” and “at least 2 hours in common” find whom the time zone database and the stated hours say."""
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    ahead = {
        zone: noon.astimezone(ZoneInfo(zone)).utcoffset().total_seconds() / 3600
        for zone in {m["timezone"] for m in mentors.values()}
    }
    apart = {zone: abs(hours - 1) % 24 for zone, hours in ahead.items()}
    near = {
        handle
        for handle, mentor in mentors.items()
        if min(apart[mentor["timezone"]], 24 - apart[mentor["timezone"]]) <= 3
    }
    mine = _free(LEARNER)
    common = {
        handle for handle, mentor in mentors.items() if (theirs := _free(mentor)) and weekly_hours(mine, theirs) >= 2
    }
    (_, within), (_, shared) = everybody(
        {"search": {"within": 3}}, {"search": {"common": 2}, "windows": LEARNER["windows"]}
    )
    assert (set(within) & agreed, set(shared) & agreed) == (near & agreed, common & agreed)
    assert 0 < len(common) < len(near) < len(mentors)


def _free(side: Profile) -> Any:
    """Return somebody's hours in UTC, as Python reads them."""
    return free_time(tuple(Window(*parse_window(text)) for text in side.get("windows", [])), side["timezone"], TODAY)


def test_every_order_is_the_same_and_loses_nobody(
    finder: Page, everybody: Callable[..., list[Any]], mentors: dict[str, Profile], large: str
) -> None:
    """The list, experience and last confirmation sort as the files say, equals as in the list; names as in a telephone book."""
    (_, before), (_, experience), (_, confirmed), (_, names) = everybody(
        {}, *({"search": {"sort": sort}} for sort in ("experience", "confirmed", "name"))
    )
    assert sorted(before) == sorted(mentors)
    expect_order(finder, before[:24])
    finder.goto(f"{large}mentors/page/2/")
    expect_order(finder, before[24:48])
    assert experience == sorted(before, key=lambda handle: -mentors[handle].get("years_experience", -1))
    assert confirmed == sorted(before, key=lambda handle: -mentors[handle].get("last_confirmed", date.min).toordinal())
    assert sorted(names) == sorted(before)
    plain = [
        mentors[handle]["name"] for handle in names if re.fullmatch("[A-Z][a-z]+ [A-Z][a-z]+", mentors[handle]["name"])
    ]
    assert plain == sorted(plain, key=lambda name: name.casefold().split())
    finder.goto(f"{large}mentors/?sort=experience")
    finder.get_by_role("button", name="Show more").click()
    expect_order(finder, experience[:48])


def test_everybody_is_ranked_as_on_the_command_line(
    root: Path, everybody: Callable[..., list[Any]], mentors: dict[str, Profile], agreed: set[str], tmp_path: Path
) -> None:
    """The browser keeps out whom Python keeps out, and gives all others the same order and points; shelves are parts of them."""
    file = tmp_path / "goals.json"
    file.write_text(json.dumps(LEARNER), encoding="utf-8")
    said = json.loads(match_directory(root, file, {}, TODAY, None, MENTORS, "json"))["matches"]
    learner = {"learner": LEARNER}
    shelves = ("ready", "group", "near-peers", "different-path")
    (total, ranked), *stood = everybody(learner, *({**learner, "search": {"preset": shelf}} for shelf in shelves))
    assert total == len(said)
    expected = [[match["handle"].lower(), match["points"]] for match in said]
    assert [one for one in ranked if one[0] in agreed] == [one for one in expected if one[0] in agreed]
    fits = {handle: mentors[handle] for handle, _ in ranked}
    domains = Counter(domain for mentor in fits.values() for domain in mentor.get("domains", []))
    usual = max(domains, key=lambda domain: domains[domain])
    for shelf, (_, found) in zip(shelves, stood, strict=True):
        expected = [handle for handle in fits if _SHELVES[shelf](fits[handle], usual)]
        assert [handle for handle, _ in found] == expected, shelf
        assert 0 < len(expected) < len(fits)


def _different(mentor: Profile, usual: str) -> bool:
    teaches = {"python", "testing"} & set(mentor["skills"])
    return bool(
        teaches
        and mentor.get("domains")
        and usual not in mentor["domains"]
        and not mentor["timezone"].startswith("Europe/")
    )


_SHELVES: dict[str, Callable[[Profile, str], Any]] = {
    "ready": lambda mentor, usual: (
        READ["availability"](mentor)[0] in ("open", "limited")
        and (mentor["known"].get("last_asked") or "") < "2026-10-22"
    ),
    "group": lambda mentor, usual: (
        mentor.get("office_hours")
        or (
            READ["availability"](mentor)[0] in ("open", "limited")
            and {"one-to-many", "mentorship-circle", "cohort"} & set(mentor.get("relationship_types", []))
        )
    ),
    "near-peers": lambda mentor, usual: (
        mentor.get("stage") in ("junior", "mid")
        or {"near-peer", "study-buddy-plus", "reciprocal"} & set(mentor.get("relationship_types", []))
    ),
    "different-path": _different,
}


def test_goals_from_a_file_a_link_and_the_way_back(
    finder: Page, open_page: OpenPage, everybody: Callable[..., list[Any]], tmp_path: Path
) -> None:
    """Goals that are opened from a file rank everybody; a filter narrows, going back undoes it, and its link never carries the goals."""
    file = tmp_path / "goals.json"
    file.write_text(json.dumps(LEARNER), encoding="utf-8")
    (total, ranked), (fewer, narrowed) = everybody(
        {"learner": LEARNER}, {"learner": LEARNER, "search": {"chosen": {"languages": ["pl"]}}}
    )
    count = finder.locator(".mentor-count")
    open_goals(finder)
    finder.locator("input[type=file]").set_input_files(file)
    expect(count).to_have_text(f"{total:,} mentors fit your goals")
    expect_order(finder, [handle for handle, _ in ranked[:24]])
    finder.locator("details.mentor-goals > summary").click()
    finder.locator("details[data-name=language] > summary").click()
    finder.locator("details[data-name=language] input[value=pl]").check()
    expect(count).to_have_text(f"{fewer:,} mentors fit your goals")
    expect_order(finder, [handle for handle, _ in narrowed[:24]])
    link = finder.url
    finder.go_back()
    expect(count).to_have_text(f"{total:,} mentors fit your goals")
    expect_order(finder, [handle for handle, _ in ranked[:24]])
    elsewhere = open_page()
    elsewhere.goto(link)
    expect(elsewhere.locator(".mentor-count")).to_contain_text("match")
    assert "python" not in link
    [(_, speaking)] = everybody({"search": {"chosen": {"languages": ["pl"]}}})
    expect_order(elsewhere, speaking[:24])


@pytest.mark.parametrize(
    ("standing", "words"),
    [("waitlist", "Full"), ("closed", "Not taking mentees"), ("paused", "Paused until 24 Dec")],
)
def test_who_has_no_place_cannot_be_asked(
    finder: Page, everybody: Callable[..., list[Any]], mentors: dict[str, Profile], standing: str, words: str
) -> None:
    """Whoever is full, closed or on a break is found and says so, has no button to ask, and stands on no shelf of those who are ready."""
    these = {handle for handle, mentor in mentors.items() if READ["availability"](mentor) == [standing]}
    (_, ranked), (_, ready) = everybody({"learner": LEARNER}, {"search": {"preset": "ready"}})
    assert len(these) > 20 and not these & set(ready)
    assert bool(these & {handle for handle, _ in ranked}) == (standing == "waitlist")
    go(finder, f"?availability={standing}")
    expect(finder.locator(".mentor-count")).to_have_text(f"{len(these):,} mentors match")
    assert set(shown(finder)) <= these
    card = finder.locator(".mentor-cards > li").first
    expect(card.locator(".mentor-card__spots")).to_have_text(words)
    card.get_by_role("button", name="More about").click()
    expect(card.locator("dl")).not_to_be_empty()
    expect(card.get_by_role("link", name="Ask")).to_have_count(0)
    expect(card.get_by_role("link", name="Full profile")).to_be_visible()


def test_a_full_mentor_still_fits_with_fewer_points(
    finder: Page, everybody: Callable[..., list[Any]], mentors: dict[str, Profile], large: str
) -> None:
    """A full mentor who fits is ranked, and the card says that no place is open and who waits."""
    [(_, ranked)] = everybody({"learner": LEARNER})
    full = next(handle for handle, _ in ranked if READ["availability"](mentors[handle]) == ["waitlist"])
    finder.evaluate("([key, text]) => localStorage.setItem(key, text)", ["lodestar /large/ goals", json.dumps(LEARNER)])
    finder.goto(f"{large}mentors/?text={full}&availability=waitlist")
    card = finder.locator(f"[data-handle='{full}']")
    card.get_by_role("button", name="More about").click()
    expect(card.locator(".mentor-points")).to_contain_text("No spots open. 1 person is waiting.")
    expect(card.locator(".mentor-points")).to_contain_text("2 of 4")
