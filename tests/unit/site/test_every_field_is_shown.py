"""What people may write in a profile changes what others see: no field of the schema is forgotten by the pages."""

from copy import deepcopy
from typing import Any

import pytest

from generator.model.program import Program, Roadmap
from generator.profiles.parse import parse_mentor
from generator.schema import schema
from generator.site.pages import profile_page
from tests.fakes.small_site import site_of
from tests.paths import ROOT

FIELDS = schema("mentor")["properties"]
BASE: dict[str, Any] = {
    "name": "Ada L.", "github": "ada-l", "headline": "Backend engineer", "skills": ["python"], "languages": ["en"],
    "timezone": "Europe/London", "commitment": "1h", "capacity": 2, "last_confirmed": "2026-11-01",
}  # fmt: skip
BESIDE: dict[str, dict[str, Any]] = {
    "learning": {"seeking_mentor": True},
    "seeking_mentor": {"learning": {"skills": ["testing"]}},
    "group_size": {"relationship_types": ["mentorship-circle"]},
}
"""Fields that are shown only together with another one."""
NOT_ON_THE_PAGE: dict[str, str] = {}
"""Fields that may leave the profile page as it is, each with what it is for."""
OTHERS: dict[str, Any] = {
    "github": "grace-h", "name": "Grace H.", "headline": "Compilers", "skills": ["testing"], "languages": ["de"],
    "timezone": "Asia/Kolkata", "commitment": "2h", "capacity": 3, "last_confirmed": "2026-10-01", "offer_to_mentor": False,
    "seeking_mentor": True, "search_engines": True, "programs": ["spring"], "roadmaps": ["first-steps"],
    "contact": {"mode": "link", "url": "https://example.org/ask"},
}  # fmt: skip
"""Another value for a field, where the schema's example would not do."""


def _page(fields: dict[str, Any]) -> str:
    mentor = parse_mentor(deepcopy(fields))
    program = Program("spring", "Spring", "career", "Us")
    roadmap = Roadmap("first-steps", "First steps", "beginner", ("python",), ())
    site = site_of(mentor, programs=(program,), roadmaps=(roadmap,))
    page = profile_page(site, mentor)
    return f"{page.title}\n{page.head}\n{page.body}"


def _value(name: str) -> Any:
    return OTHERS[name] if name in OTHERS else FIELDS[name]["examples"][0]


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in NOT_ON_THE_PAGE])
def test_a_field_changes_the_profile_page(name: str) -> None:
    """Filling a field in, or changing it, changes the mentor's page; a new field that no page shows is named here."""
    beside = {**BASE, **BESIDE.get(name, {})}
    before = {field: value for field, value in beside.items() if field in BASE or field != name}
    assert _page({**before, name: _value(name)}) != _page(before), f"no page shows the field {name}"


def test_the_examples_use_every_field() -> None:
    """A newcomer finds each field in one of the example profiles, except the day, with which examples would get old."""
    used = {
        line.partition(":")[0]
        for path in (ROOT / "mentors").glob("example-*.yml")
        for line in path.open(encoding="utf-8")
    }
    assert set() == set(FIELDS) - used - {"last_confirmed"}, "add it to one of mentors/example-*.yml"


def _parts() -> list[tuple[str, str]]:
    found = []
    for name, about in FIELDS.items():
        group = about.get("items", about)
        found += [(name, part) for part in group.get("properties", {})]
    return found


PARTS_NOT_ON_THE_PAGE: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize(("name", "part"), [one for one in _parts() if one not in PARTS_NOT_ON_THE_PAGE])
def test_a_part_of_a_field_changes_the_profile_page(name: str, part: str) -> None:
    """Each part of a group, such as a mentor's style or an office hour, changes the page too."""
    group = FIELDS[name].get("items", FIELDS[name])
    whole = {one: about["examples"][0] for one, about in group["properties"].items()}
    if name == "contact":
        whole = OTHERS["contact"]
    required = set(group.get("required", ()))
    other = _another(group["properties"][part], whole[part])
    changed = (
        {**whole, part: other}
        if part in required or name == "contact"
        else {k: v for k, v in whole.items() if k != part}
    )
    wrap = (lambda value: [value]) if "items" in FIELDS[name] else (lambda value: value)
    beside = {**BASE, **BESIDE.get(name, {})}
    assert _page({**beside, name: wrap(whole)}) != _page({**beside, name: wrap(changed)}), (
        f"no page shows {name}.{part}"
    )


def _another(about: dict[str, Any], value: Any) -> Any:
    if "enum" in about:
        return next(choice for choice in about["enum"] if choice != value)
    if about["type"] == "integer":
        return value + 1
    return "18:30" if value == "17:00" else f"{value}x"
