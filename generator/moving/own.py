"""Read what `lodestar export` wrote back into the same profiles."""

import json
from collections.abc import Mapping
from typing import Any

from generator.moving.draft import NO_FIELD, Draft
from generator.moving.map_file import typed
from generator.schema import schema

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run; the export writes an apostrophe before it."""


def read_own(draft: Draft, raw: Mapping[str, Any]) -> None:
    """Take every field as it is; a row of a table becomes lists and groups again."""
    draft.handle = str(raw.get("handle", ""))
    named = {name: value for name, value in raw.items() if name != "handle"}
    fields = _grouped(named) if "handle" in raw else named
    known = {name: value for name, value in fields.items() if name in schema("mentor")["properties"]}
    draft.fields.update(typed(known))
    for name in fields:
        if name in known:
            draft.carry(name, name, name)
        else:
            draft.lose(name, name, NO_FIELD)


def _grouped(row: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in row.items():
        group, _dot, inner = name.partition(".")
        about = schema("mentor")["properties"].get(group, {})
        about = about.get("properties", {}).get(inner, {}) if inner else about
        if not inner:
            fields[group] = _from_cell(value, about)
        else:
            fields.setdefault(group, {})[inner] = _from_cell(value, about)
    return fields


def _from_cell(value: Any, about: Mapping[str, Any]) -> Any:
    """Undo what a cell of the table is: a list is joined by "; " or written as JSON."""
    if not isinstance(value, str):
        return value
    if about.get("type") == "array":
        if value.startswith("["):
            try:
                return json.loads(value)
            except ValueError:
                return [value]
        return value.split("; ")
    stripped = value.lstrip("'")
    return value[1:] if value != stripped and stripped.startswith(FORMULA) else value
