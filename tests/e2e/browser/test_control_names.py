"""What a screen reader calls every control, on each kind of page: one text file a kind, so that a changed name is read in review.

After a change that is meant, write the files again and read what `git diff tests/fixtures/names` shows:
`UPDATE_NAMES=yes make test ARGS="-n 0 tests/e2e/browser/test_control_names.py"`.
"""

import difflib
import json
import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser.finder_page import KEPT, TODAY, open_goals
from tests.e2e.browser.test_finder_room import PHONE
from tests.e2e.browser.test_walk import DESK
from tests.paths import ROOT

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]

FILES = ROOT / "tests" / "fixtures" / "names"
UPDATE = 'UPDATE_NAMES=yes make test ARGS="-n 0 tests/e2e/browser/test_control_names.py"'
LEARNER = {
    "want": [{"skill": "python", "importance": "must", "now": "basics"}],
    "topics": ["code-review"],
    "languages": ["pl"],
}
SAVED = ("example-tomasz", "example-noor")
_ROLES = {
    "DisclosureTriangle": "summary",
    "DisclosureTriangleGrouped": "summary",
    "ComboBoxSelect": "combobox",
    "InputTime": "time",
}
"""Roles that Chromium has for itself, in words that last."""
_NO_CONTROLS = {"RootWebArea", "main", "code", "dialog", "option", "MenuListOption", "none"}
_ONE_CARD_IS_LIKE_ANOTHER = """() => {
  for (const card of document.querySelectorAll(".mentor-cards > li + li, .lo-similar li + li")) card.remove();
}"""


def _plain(page: Page) -> None:
    """The page as it opens."""


def _expanded(page: Page) -> None:
    page.locator("[data-shelf=ready] [data-slot=total]:not(:empty)").wait_for()
    page.locator("[data-do=expand]").first.click()
    expect(page.locator(".mentor-card__more").first).to_be_visible()


def _filters(page: Page) -> None:
    page.locator(".mentor-open").click()
    sheet = page.get_by_role("dialog", name="Filters")
    sheet.locator("summary", has_text="Schedule").click()
    sheet.locator("summary", has_text="More filters").click()
    sheet.locator("details[data-name=stage] > summary").click()
    expect(sheet.get_by_role("checkbox", name="Junior")).to_be_visible()


def _goals(page: Page) -> None:
    open_goals(page)
    expect(page.locator(".mentor-count")).to_contain_text("your goals")
    expect(page.locator(".mentor-want__name").first).to_have_text("Python")
    for summary in page.locator(".mentor-goals__form summary").all():
        summary.evaluate("one => (one.parentElement.open = true)")
    page.locator("[data-do=add-hours]").click()


def _comparison(page: Page) -> None:
    expect(page.locator(".mentor-count")).to_contain_text("your goals")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".mentor-compare tbody tr").first).to_be_visible()


def _form(page: Page) -> None:
    expect(page.locator("[data-joining]")).to_have_attribute("data-ready", "all")
    for fold in page.locator(".lo-fold:not([hidden]) > summary").all():
        fold.click()
    page.get_by_role("button", name="Add", exact=True).last.click()
    # One hour is named like another.
    page.evaluate("document.querySelectorAll('.lo-weekgrid tr:nth-child(n + 3)').forEach((row) => row.remove())")


KINDS: dict[str, tuple[str, bool, Callable[[Page], None]]] = {
    "home": ("", False, _plain),
    "finder": ("mentors/", False, _expanded),
    "finder-filters": ("mentors/", False, _filters),
    "finder-goals": ("mentors/", True, _goals),
    "finder-comparison": ("mentors/", True, _comparison),
    "profile": ("mentors/example-tomasz/", False, _plain),
    "ask": ("ask/#example-tomasz", False, _plain),
    "me": ("me/", True, _plain),
    "programs": ("programs/", False, _plain),
    "requests": ("requests/", False, _plain),
    "join": ("join/", False, _form),
    "404": ("404.html", False, _plain),
}
"""By the kind of page: where it is, whether this browser knows the visitor's goals and shortlist, and what is opened on it."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_keeps_its_name(open_page: OpenPage, address: str, kind: str) -> None:
    """Each control has a name, and it is the one that was reviewed; a changed one is shown as a difference."""
    path, known, prepare = KINDS[kind]
    page = open_page(viewport=PHONE if kind == "finder-filters" else DESK, locale="en-GB", timezone_id="Europe/Berlin")
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page.goto(f"{address}robots.txt")
    if known:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, json.dumps(LEARNER)])
        saved = json.dumps({"handles": SAVED, "names": {"example-tomasz": "Tomasz", "example-noor": "Noor"}})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT.replace("goals", "shortlist"), saved])
    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    prepare(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(_ONE_CARD_IS_LIKE_ANOTHER)
    lines = list(_controls(page))
    assert not [line for line in lines if line.endswith(":")], "a control has no name"
    found = "".join(f"{line}\n" for line in dict.fromkeys(lines))
    file = FILES / f"{kind}.txt"
    if os.environ.get("UPDATE_NAMES"):
        FILES.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    expected = file.read_text(encoding="utf-8") if file.exists() else ""
    changed = difflib.unified_diff(
        expected.splitlines(), found.splitlines(), str(file.relative_to(ROOT)), "now", lineterm=""
    )
    assert expected == found, "\n".join([f"Names of controls changed. If this is meant: {UPDATE}", *changed])


def _controls(page: Page) -> Iterator[str]:
    """Name what can be reached with the keyboard, as the browser tells a screen reader, in the order of the page."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    ahead = [nodes[0]]
    while ahead:
        node = ahead.pop()
        role = node.get("role", {}).get("value", "none")
        # What a field for a time consists of is the browser's own, and differs by its language.
        inside = () if role == "InputTime" else node.get("childIds", ())
        ahead += [by_id[child] for child in reversed(inside) if child in by_id]
        focusable = any(one["name"] == "focusable" and one["value"]["value"] for one in node.get("properties", ()))
        if focusable and not node["ignored"] and role not in _NO_CONTROLS:
            name = " ".join(node.get("name", {}).get("value", "").split())
            yield f"{_ROLES.get(role, role)}: {name}".rstrip()


def test_every_file_of_names_is_of_a_kind() -> None:
    """No file is left of a kind of page that is gone."""
    assert {file.stem for file in FILES.glob("*.txt")} == set(KINDS)
