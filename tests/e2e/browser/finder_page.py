"""What the tests of the finder share: a naive reading of the profiles, and the page as a reader meets it."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

from tests.paths import ROOT

TODAY = date(2026, 11, 21)
KEPT = "lodestar /community-mentors/ goals"
Profile = dict[str, Any]

READ: dict[str, Callable[[Profile], list[str]]] = {
    "skill": lambda mentor: _and_broader("skills", mentor["skills"] + mentor.get("can_introduce", [])),
    "topic": lambda mentor: _and_broader("topics", mentor.get("topics", [])),
    "domain": lambda mentor: _and_broader("domains", mentor.get("domains", [])),
    "career_path": lambda mentor: _and_broader("career-paths", mentor.get("career_paths", [])),
    "language": lambda mentor: mentor["languages"],
    "country": lambda mentor: [mentor["location"]["country"]] if "location" in mentor else [],
    "city": lambda mentor: ["/".join(mentor["location"].values())] if "city" in mentor.get("location", {}) else [],
    "timezone": lambda mentor: [mentor["timezone"]],
    "commitment": lambda mentor: [mentor["commitment"]],
    "format": lambda mentor: mentor.get("formats", []),
    "channel": lambda mentor: mentor.get("channels", []),
    "relationship_type": lambda mentor: mentor.get("relationship_types", []),
    "structure": lambda mentor: [mentor["style"]["structure"]] if mentor.get("style", {}).get("structure") else [],
    "guidance": lambda mentor: [mentor["style"]["guidance"]] if mentor.get("style", {}).get("guidance") else [],
    "stage": lambda mentor: mentor.get("stages_supported", []),
    "program": lambda mentor: mentor.get("programs", []),
    "background": lambda mentor: mentor.get("background", []),
    "affiliation": lambda mentor: mentor.get("affiliations", []),
    "accessibility": lambda mentor: mentor.get("accessibility", []),
    "office_hours": lambda mentor: ["offered"] if mentor.get("office_hours") else [],
    "availability": lambda mentor: [_availability(mentor)],
}
"""By the name in an address: which values a profile has, as anybody would read them in the file; a term is every broader one, too."""


@cache
def _broader(vocabulary: str) -> dict[str, list[str]]:
    terms = yaml.safe_load((ROOT / "vocabulary" / f"{vocabulary}.yml").read_text(encoding="utf-8"))
    return {term["id"]: term.get("broader", []) for term in terms}


def _and_broader(vocabulary: str, ids: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    ahead = list(ids)
    while ahead:
        if (id := ahead.pop()) not in found:
            found[id] = None
            ahead += _broader(vocabulary).get(id, [])
    return list(found)


def _age(mentor: Profile) -> int:
    confirmed = mentor.get("last_confirmed")
    return (TODAY - confirmed).days if confirmed else 0


def _availability(mentor: Profile) -> str:
    known = mentor["known"]
    if known.get("until"):
        return "paused"
    if _age(mentor) > 210:
        return "stale"
    if not mentor["capacity"]:
        return "closed"
    active, pending = known.get("active", 0), known.get("pending", 0)
    full = active >= mentor["capacity"] or pending >= 5
    return "waitlist" if full else "limited" if active or pending else "open"


def listed(root: Path) -> dict[str, Profile]:
    """Return the profiles that the directory lists, by handle, with what is known of their requests."""
    activity = json.loads((root / "activity.json").read_text(encoding="utf-8"))["mentors"]
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (root / "mentors").glob("*.yml")]
    return naively_listed(mentor | {"known": activity.get(mentor["github"].lower(), {})} for mentor in read)


def naively_listed(profiles: Iterable[Profile]) -> dict[str, Profile]:
    """Keep those who offer mentoring and confirmed their profile within 300 days, by handle."""
    shown = [mentor for mentor in profiles if mentor.get("offer_to_mentor", True) and _age(mentor) <= 300]
    return {mentor["github"].lower(): mentor for mentor in shown}


def go(page: Page, query: str) -> None:
    """Follow a link to a search without loading the page anew."""
    page.evaluate(
        """query => { history.pushState(null, "", location.pathname + query); dispatchEvent(new PopStateEvent("popstate")); }""",
        query,
    )


def shown(page: Page) -> list[str]:
    """Return the handles on the cards, in their order."""
    return page.locator(".mentor-cards > li").evaluate_all("cards => cards.map(card => card.dataset.handle)")


def expect_shown(page: Page, handles: set[str]) -> None:
    """Wait until exactly these mentors are shown, and the line above says how many they are."""
    count = page.locator(".mentor-count")
    words = {0: "No mentors", 1: "1 mentor "}.get(len(handles), f"{len(handles)} mentors")
    expect(count).to_contain_text(words)
    # Another search may have left as many cards, so their number alone says nothing.
    page.wait_for_function(SHOWN, arg=sorted(handles))


def expect_order(page: Page, handles: list[str]) -> None:
    """Wait until exactly these mentors are shown, in this order: cards come after the address, the form and the count."""
    page.wait_for_function(
        "handles => JSON.stringify([...document.querySelectorAll('.mentor-cards > li')].map(card => card.dataset.handle)) === JSON.stringify(handles)",
        arg=handles,
    )


def open_goals(page: Page) -> None:
    """Open the form of the goals, and wait until its script listens: a file or a text put into it before would be lost."""
    page.locator("details.mentor-goals > summary").click()
    expect(page.locator(".mentor-goals__form:not([inert])")).to_be_visible()


SHOWN = """handles => {
    const cards = [...document.querySelectorAll(".mentor-cards > li")].map(card => card.dataset.handle).sort();
    return JSON.stringify(cards) === JSON.stringify(handles);
}"""
"""Whether exactly the mentors with these sorted handles are shown."""


def with_goals(page: Page, address: str, learner: dict[str, Any], query: str = "") -> None:
    """Open the finder as somebody who stated goals before."""
    page.goto(f"{address}mentors/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, json.dumps(learner)])
    page.goto(f"{address}mentors/{query}")
    expect(page.locator(".mentor-count")).to_contain_text("fit")


COUNTED = """([name, expected]) => Object.entries(expected).every(([value, count]) => {
    const box = [...document.querySelectorAll(`details[data-name=${name}] input[type=checkbox]`)].find(one => one.value === value);
    return box && box.parentElement.querySelector("[data-slot=count]").textContent === count.toLocaleString("en");
})"""
"""Whether a filter shows these numbers beside its values."""


def open_filter(page: Page, name: str) -> Locator:
    """Open a filter, and the part of the page that it is in."""
    panel = page.locator(f"details[data-name={name}]")
    panel.evaluate("part => { for (let one = part; one; one = one.parentElement.closest('details')) one.open = true; }")
    return panel
