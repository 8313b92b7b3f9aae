"""The fixed words of the sentences about a match; scripts get the same ones from `site/script_choices.py`."""

from collections.abc import Iterable
from functools import cache

from generator.schema import schema
from generator.text import catalogue
from generator.text.catalogue import N_, _

COMMITMENT_WORDS = {
    "15m": "~15 minutes/month",
    "30m": "~30 minutes/month",
    "1h": "~1 hour/month",
    "2h": "~2 hours/month",
}
COMMITMENTS_IN_SENTENCES = {
    "15m": N_("about 15 minutes"),
    "30m": N_("about 30 minutes"),
    "1h": N_("about 1 hour"),
    "2h": N_("about 2 hours"),
}
"""The time of each commitment, for a sentence that says "a month" itself."""


def choice(value: str) -> str:
    """Write a choice of a file inside a sentence: "project-help" is "project help"."""
    label = _labels().get(value)
    return _(in_sentence(label)) if label else value.replace("-", " ")


def in_sentence(label: str) -> str:
    """Write a label inside a sentence: "Study Buddy Plus" without capitals, "Ad-hoc Q&A" with those of the abbreviation."""
    return " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in label.split(" "))


@cache
def _labels() -> dict[str, str]:
    """Collect the labels of every choice that a match speaks of."""
    fields = schema("mentor")["properties"]
    style = fields["style"]["properties"].values()
    lists = (fields[name]["items"] for name in ("goals", "formats", "relationship_types"))
    return {value: label for found in (*lists, fields["stage"], *style) for value, label in found["x-labels"].items()}


def choices(values: Iterable[str]) -> list[str]:
    """Write several choices."""
    return [choice(value) for value in values]


def choices_in_order(values: Iterable[str]) -> list[str]:
    """Write several choices in the order of the schema, as the browser does, which knows no other."""
    order = list(_labels())
    return choices(sorted(values, key=order.index))


def number(value: float) -> str:
    """Write a number with at most two digits after the point, and without those that say nothing."""
    return catalogue.number(hundredths(value))


def hundredths(value: float) -> float:
    """Round to two digits as JavaScript can, too: a half goes up."""
    return int(value * 100 + 0.5) / 100
