"""What the choices and fields of the JSON Schemas are called, where editors and forms find the same words."""

from functools import cache
from typing import Any

from generator.schema import schema
from generator.text.catalogue import _, cache_by_language

_VAGUE = frozenset({"go", "here", "information", "more", "start", "this"})


def is_vague(label: str) -> bool:
    """Tell whether a label says nothing as the text of a link: the language Go reads there like "go"."""
    return label.casefold() in _VAGUE


@cache_by_language
def choice(field: str, value: str, of: str = "mentor") -> str:
    """Return the label of a choice; `field` is its name in the schema `of`, "style.structure" when nested.

    A choice without a label is written as its own words.
    """
    label = _labels(of, field).get(value)
    return _(label) if label else value.replace("-", " ").capitalize()


@cache_by_language
def choices(field: str, values: tuple[str, ...], of: str = "mentor") -> str:
    """Return the labels of several choices: "Messaging, Video calls"."""
    return ", ".join([choice(field, value, of) for value in values])


@cache_by_language
def field_title(field: str, of: str = "mentor") -> str:
    """Return what a field of the schema `of` is called on forms and pages."""
    return _(_field(of, field)["title"])


@cache
def _labels(of: str, field: str) -> dict[str, str]:
    """Find the labels of a field, which stand on the field itself or on what its list holds."""
    found = _field(of, field)
    return found.get("x-labels") or found.get("items", {}).get("x-labels") or {}


def _field(of: str, path: str) -> dict[str, Any]:
    found = schema(of)
    for name in path.split("."):
        found = found.get("items", found)["properties"][name]
    return found
