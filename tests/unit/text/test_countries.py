"""Countries by the names that people use."""

from gettext import NullTranslations

import pytest

from generator.text.catalogue import speaking
from generator.text.countries import country, country_code, country_codes, other_names, place


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("India", "IN"),
        ("in", "IN"),
        ("Deutschland", "DE"),
        ("españa", "ES"),
        ("uk", "GB"),
        ("日本", "JP"),
        ("Narnia", None),
    ],
)
def test_a_country_is_known_by_each_of_its_names(words: str, code: str | None) -> None:
    """A country's English name, its own and its code all lead to it; no other word does."""
    assert country_code(words) == code


def test_every_country_has_a_name_in_the_readers_language() -> None:
    """Each code of ISO 3166 has a name in English and in the spoken language, and keeps its other names for a search."""
    assert all(len(code) == 2 and country(code) != code for code in country_codes())
    german = NullTranslations()
    german._info = {"language": "de"}  # type: ignore[attr-defined]
    with speaking(german):
        assert country("IN") == "Indien"
        assert place("PL", "Łódź") == "Łódź, Polen"
        assert "Japan" not in other_names("JP")
    assert other_names("DE") == ("Deutschland",)
