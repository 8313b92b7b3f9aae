"""The JSON Schemas of everything people write, as they are published for editors."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

NAMES = ("mentor", "program", "roadmap", "vocabulary", "directory", "learner")


@cache
def schema(name: str) -> dict[str, Any]:
    """Load one of `NAMES`."""
    loaded: dict[str, Any] = json.loads(schema_text(name))
    return loaded


def schema_text(name: str) -> str:
    """Return the schema's file as it is."""
    return files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
