"""The schemas as the site publishes them: with the directory's own ids, which editors then suggest."""

import json
from functools import cache
from typing import Any

from generator.model.directory import Directory
from generator.model.vocabulary import KINDS
from generator.schema import schema
from generator.text.countries import country, country_codes
from generator.text.time_zones import zone_names


def published_schema(name: str, directory: Directory) -> str:
    """Return one of the schemas as JSON text, with suggestions wherever a field takes ids.

    A suggestion is one of two branches and the other takes every text, so that nothing becomes invalid
    that the schema without suggestions accepts: which ids exist is for the rules to say.
    """
    return json.dumps(_with_ids(schema(name), _ids(directory)), ensure_ascii=False, indent=2) + "\n"


def _ids(directory: Directory) -> dict[str, dict[str, str]]:
    """Collect the ids of each kind with their labels."""
    ids = {
        kind: {term.id: term.label for term in directory.vocabularies.of_kind(kind).terms.values()} for kind in KINDS
    }
    ids["programs"] = {program.id: program.title for program in directory.programs.values()}
    ids["roadmaps"] = {roadmap.id: roadmap.title for roadmap in directory.roadmaps.values()}
    ids["timezones"] = _zones()
    ids["countries"] = {code: country(code) for code in country_codes()}
    return ids


@cache
def _zones() -> dict[str, str]:
    return {zone: zone.replace("_", " ") for zone in sorted(zone_names())}


def _with_ids(part: Any, ids: dict[str, dict[str, str]]) -> Any:
    if isinstance(part, list):
        return [_with_ids(inner, ids) for inner in part]
    if not isinstance(part, dict):
        return part
    copied = {name: _with_ids(inner, ids) for name, inner in part.items()}
    known = ids.get(part["x-ids-of"]) if isinstance(part.get("x-ids-of"), str) else None
    if known:
        copied["anyOf"] = [{"enum": list(known), "enumDescriptions": list(known.values())}, {"type": "string"}]
    return copied
