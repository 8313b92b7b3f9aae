"""What the form knows, as two files: what every visitor needs, and the long lists of places and languages.

Nothing else reads them, so their shape may change with the scripts in `assets/profile/`.
"""

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

from generator.model.directory import Directory
from generator.model.mentor import MOST_DAYS_SEEKING
from generator.model.vocabulary import KINDS, Vocabulary
from generator.schema import schema
from generator.site.page import PlainFile
from generator.text.catalogue import _, cache_by_language
from generator.text.countries import country, country_codes, names_of_countries
from generator.text.languages import language_codes, language_names
from generator.text.time_zones import unclear, zone_lookup, zone_names

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_READ = (
    "type", "required", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems",
    "uniqueItems", "x-ids-of", "examples", "if", "else",
)  # fmt: skip
"""The keywords of a schema that the form's check reads."""


def join_files(directory: Directory) -> Iterator[PlainFile]:
    """Yield `api/join.json` and `api/names.json`."""
    yield PlainFile("api/join.json", _encode(known(directory)).encode())
    yield PlainFile("api/names.json", _names())


def known(directory: Directory) -> dict[str, Any]:
    """Return what a profile is checked against: the schema in the site's language, and every id there is."""
    zones = sorted(zone_names())
    return {
        "schema": _pruned(schema("mentor")),
        "vocabularies": {kind: _terms(directory.vocabularies.of_kind(kind)) for kind in KINDS},
        "programs": [[program.id, program.title] for program in directory.programs.values()],
        "roadmaps": [[roadmap.id, roadmap.title] for roadmap in directory.roadmaps.values()],
        "zones": zones,
        "unclear": {zone: others for zone in zones if (others := unclear(zone))},
        "private_requests": bool(directory.settings.private_repository),
        "most_days_seeking": MOST_DAYS_SEEKING,
        "countries": {code: country(code) for code in country_codes()},
    }


@cache_by_language
def _names() -> bytes:
    return _encode(names()).encode()


def names() -> dict[str, Any]:
    """Return how people call languages, countries and the places whose time they live by."""
    return {
        "languages": language_names(),
        "codes": " ".join(language_codes()),
        "countries": names_of_countries(),
        **zone_lookup(),
    }


def _terms(vocabulary: Vocabulary) -> list[list[str]]:
    return [[term.id, term.label, *term.synonyms] for term in vocabulary.terms.values()]


def _pruned(part: dict[str, Any]) -> dict[str, Any]:
    """Keep what the check reads; the words of an expectation are those of the site's language."""
    kept = {name: part[name] for name in _READ if name in part}
    if "x-is" in part:
        kept["x-is"] = _(part["x-is"])
    if "properties" in part:
        kept["properties"] = {name: _pruned(inner) for name, inner in part["properties"].items()}
    if "items" in part:
        kept["items"] = _pruned(part["items"])
    return kept
