"""The JSON Schemas of everything people write, as they are published for editors."""

import json
from functools import cache
from pathlib import Path
from typing import Any

NAMES = (
    "mentor",
    "program",
    "roadmap",
    "vocabulary",
    "phrases",
    "directory",
    "learner",
    "cohort",
    "events",
    "communities",
    "resources",
    "story",
)


@cache
def schema(name: str) -> dict[str, Any]:
    """Load one of `NAMES`."""
    loaded: dict[str, Any] = json.loads(schema_text(name))
    return loaded


def schema_text(name: str) -> str:
    """Return the schema's file as it is."""
    return Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8")


@cache
def field_choices(name: str, field: str) -> tuple[str, ...]:
    """Return the choices of a field of one of `NAMES`, or of the values of its list, in the schema's order."""
    found = schema(name)
    for part in field.split("."):
        found = found.get("items", found)["properties"][part]
    return tuple(found.get("items", found)["enum"])
