"""What the choices and fields of the JSON Schemas are called, where editors and forms find the same words."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from generator.schema import schema
from generator.text.catalogue import N_, _, cache_by_language

COMMITMENTS_IN_SENTENCES = {
    "15m": N_("about 15 minutes"),
    "30m": N_("about 30 minutes"),
    "1h": N_("about 1 hour"),
    "2h": N_("about 2 hours"),
}
"""The time of each commitment, for a sentence that says "a month" itself; scripts get it too."""

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


def in_sentence(value: str) -> str:
    """Write a choice of a profile or a goal inside a sentence: "project-help" is "project help"."""
    label = _choices_of_a_match().get(value)
    return _(without_capitals(label)) if label else value.replace("-", " ")


def in_schema_order(values: Iterable[str]) -> list[str]:
    """Write several choices inside a sentence in the order of the schema, as the browser does, which knows no other."""
    order = list(_choices_of_a_match())
    return [in_sentence(value) for value in sorted(values, key=order.index)]


def without_capitals(label: str) -> str:
    """Write a label inside a sentence: "Study Buddy Plus" without capitals, "Ad-hoc Q&A" with those of the abbreviation."""
    return " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in label.split(" "))


@cache_by_language
def field_title(field: str, of: str = "mentor") -> str:
    """Return what a field of the schema `of` is called on forms and pages."""
    return _(_field(of, field)["title"])


@cache_by_language
def explanation(field: str, value: str, of: str = "mentor") -> str:
    """Return what explains a choice behind its label on forms, or nothing."""
    text = _on_choices(of, field, "x-explanations").get(value, "")
    return _(text) if text else ""


@cache
def values(field: str, of: str = "mentor") -> tuple[str, ...]:
    """Return every choice of a field, in the schema's order."""
    return tuple(_field(of, field).get("enum") or _field(of, field)["items"]["enum"])


@cache_by_language
def spellings(field: str, of: str = "mentor") -> dict[str, str]:
    """Return a field's choices by what they are called: in the spoken language, in English, and as they are written."""
    named = _labels(of, field)
    return {
        **{_(label): value for value, label in named.items()},
        **{label: value for value, label in named.items()},
        **{value: value for value in values(field, of)},
    }


@cache
def _choices_of_a_match() -> dict[str, str]:
    """Collect the labels of every choice that a match speaks of."""
    fields = ("goals", "formats", "relationship_types", "stage", *(f"style.{axis}" for axis in _style_axes()))
    return {value: label for field in fields for value, label in _labels("mentor", field).items()}


def _style_axes() -> Iterable[str]:
    axes: dict[str, Any] = _field("mentor", "style")["properties"]
    return axes


def _labels(of: str, field: str) -> dict[str, str]:
    return _on_choices(of, field, "x-labels")


@cache
def _on_choices(of: str, field: str, keyword: str) -> dict[str, str]:
    """Find what a schema says about each choice of a field, on the field itself or on what its list holds."""
    found = _field(of, field)
    return found.get(keyword) or found.get("items", {}).get(keyword) or {}


def _field(of: str, path: str) -> dict[str, Any]:
    found = schema(of)
    for name in path.split("."):
        found = found.get("items", found)["properties"][name]
    return found
