"""Time zones as people write them."""

import pytest

from generator.text.time_zones import find_zone, near_zone, unclear, zone_names, zones_meant


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"), ("São Paulo", "America/Sao_Paulo"),
        ("new york", "America/New_York"), ("UTC", "UTC"), ("cet", "CET"), ("Hogwarts", None), ("", None), ("Europe", None), ("Berlim", None),
        ("Spain", "Europe/Madrid"), ("España", "Europe/Madrid"), ("DE", "Europe/Berlin"), ("the Netherlands", "Europe/Amsterdam"),
        ("Pune", "Asia/Kolkata"), ("Pune, India", "Asia/Kolkata"), ("Amsterdam/Netherlands", "Europe/Amsterdam"), ("UK/Birmingham", "Europe/London"),
        ("San Francisco", "America/Los_Angeles"), ("BST", "Europe/London"), ("CEST", "Europe/Berlin"), ("JST", "Asia/Tokyo"),
        ("US", None), ("IST", None), ("PST", None), ("UTC+1", None), ("+0530", "Asia/Kolkata"), ("Barcelona", None),
    ],
)  # fmt: skip
def test_a_zone_is_found_by_its_name_or_city(words: str, zone: str | None) -> None:
    """A zone is found by its name or its city, whatever the capitals and accents; a guess is not taken for an answer."""
    assert zone == find_zone(words)


def test_every_zone_finds_itself() -> None:
    """Every zone of the world's list is found by its own name."""
    assert zone_names() == {find_zone(name) for name in zone_names()}


@pytest.mark.parametrize(
    ("words", "some"),
    [
        ("IST", {"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"}), ("GMT+5:30", {"Asia/Kolkata", "Asia/Colombo"}), ("utc -5", {"America/New_York"}),
        ("US", {"America/New_York", "America/Los_Angeles"}), ("CST", {"Asia/Shanghai", "America/Chicago"}), ("Hogwarts", set()), ("UTC+25", set()),
    ],
)  # fmt: skip
def test_what_has_several_meanings_names_them(words: str, some: set[str]) -> None:
    """An abbreviation, a distance or a large country stands for several zones, and a question can name them."""
    meant = zones_meant(words)
    assert some <= set(meant) if some else meant == ()


def test_a_country_settles_several_meanings() -> None:
    """Where someone lives decides between the meanings of an abbreviation or a distance."""
    assert (find_zone("IST", "IE"), find_zone("UTC+1", "ES"), find_zone("CST", "CN")) == (
        "Europe/Dublin", "Europe/Madrid", "Asia/Shanghai",
    )  # fmt: skip


def test_a_misspelt_zone_is_guessed_only_when_it_is_near() -> None:
    """A slip in a city or a zone is forgiven, a word of its own is not."""
    assert (near_zone("Europe/Lodnon"), near_zone("Berlim"), near_zone("Atlantis")) == (
        "Europe/London",
        "Europe/Berlin",
        None,
    )


def test_est_is_known_to_be_unclear() -> None:
    """EST has no summer time, which New York has, and a city is never unclear."""
    assert "America/New_York" in unclear("EST")
    assert unclear("Europe/Madrid") == () == unclear("EET")
