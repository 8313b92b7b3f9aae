"""The page about the architecture says what the code does now; `make architecture` writes it anew."""

import re

from scripts.architecture import PAGE, by_module, layers, profile_walk, request_walk, rooms, search_walk

STALE = "the page is not what the code says any more; run `make architecture`"


def _section(title: str) -> str:
    """Return a section of the page by the beginning of its title."""
    text = PAGE.read_text(encoding="utf-8")
    return text[text.index(f"\n## {title}") :].partition("\n## ")[2].partition("\n## ")[0]


def _first_column(section: str) -> list[str]:
    return re.findall(r"^\| `([\w/.]+)` \|", section, re.MULTILINE)


def test_the_rooms_import_each_other_in_no_circle() -> None:
    """Every room is above all rooms that it imports, through however many others."""
    drawn = layers(rooms())
    height = {name: -row for row, names in enumerate(drawn) for name in names}
    assert all(height[one] < height[room.name] for room in rooms().values() for one in room.imports)


def test_the_page_draws_the_rooms_of_the_code() -> None:
    """The page names every room with its purpose and what it imports."""
    section = _section("Rooms")
    for room in rooms().values():
        imported = ", ".join(f"`{one}`" for one in sorted(room.imports)) or "nothing"
        assert f"| `{room.name}` | {room.purpose} | {imported} |" in section, STALE
    assert len(_first_column(section)) == len(rooms()), STALE


def test_the_walk_of_a_profile_is_the_one_on_the_page() -> None:
    """A profile's text passes the modules that the page lists, in that order."""
    assert list(by_module(profile_walk())) == _first_column(_section("A profile")), STALE


def test_the_walk_of_a_request_is_the_one_on_the_page() -> None:
    """An issue passes the modules that the page lists, in that order."""
    assert list(by_module(request_walk())) == _first_column(_section("An issue")), STALE


def test_the_walk_of_a_search_is_the_one_on_the_page() -> None:
    """A visitor's goals pass the scripts that the page lists, in that order."""
    assert search_walk() == re.findall(r"^- `(.+)`$", _section("A visitor"), re.MULTILINE), STALE
