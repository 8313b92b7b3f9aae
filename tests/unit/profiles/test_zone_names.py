"""Time zones as people write them."""

import pytest

from generator.profiles.rules.times import find_zone, zone_names


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"), ("São Paulo", "America/Sao_Paulo"),
        ("new york", "America/New_York"), ("UTC", "UTC"), ("cet", "CET"), ("Hogwarts", None), ("", None), ("Europe", None), ("Berlim", None),
    ],
)  # fmt: skip
def test_a_zone_is_found_by_its_name_or_city(words: str, zone: str | None) -> None:
    """A zone is found by its name or its city, whatever the capitals and accents; a guess is not taken for an answer."""
    assert zone == find_zone(words)


def test_every_zone_finds_itself() -> None:
    """Every zone of the world's list is found by its own name."""
    assert zone_names() == {find_zone(name) for name in zone_names()}
