"""Which texts are searched for contact details follows from the schema, so that a new field is covered from its first day."""

from datetime import date
from typing import Any

import pytest

from generator.profiles import free_text
from generator.profiles.free_text import free_texts, text_tree
from generator.profiles.rules.contact import TextsHoldNoContact
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.rules.program import PROGRAM_RULES, ROADMAP_RULES
from generator.schema import schema

CONTEXT = RuleContext(date(2026, 11, 21))
RULES = {"mentor": MENTOR_RULES, "program": PROGRAM_RULES, "roadmap": ROADMAP_RULES}


def _filled(part: dict[str, Any], text: str) -> Any:
    if part["type"] == "object":
        return {name: _filled(inner, text) for name, inner in part["properties"].items()}
    if part["type"] == "array":
        return [_filled(part["items"], text)]
    return text if free_text.is_free_text(part) else part["examples"][0]


@pytest.mark.parametrize("name", RULES)
def test_an_address_is_found_in_every_free_text(name: str) -> None:
    """An email address is reported in each text field that the schema has, at any depth."""
    fields = _filled(schema(name), "ada@example.org")
    texts = {path for path, _text in free_texts(fields, text_tree(name))}
    rule = next(rule for code, rule in RULES[name] if code == "contact-in-text")
    assert len(texts) >= 8
    assert texts == {found.path for found in rule(fields, "x", CONTEXT)}


def test_a_new_text_field_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text field that is added to the schema and nowhere else is searched at once."""
    more = {**schema("mentor"), "properties": {**schema("mentor")["properties"], "motto": {"type": "string"}}}
    monkeypatch.setattr(free_text, "schema", lambda name: more)
    text_tree.cache_clear()
    try:
        found = list(TextsHoldNoContact("mentor")({"motto": "ada@example.org"}, "ada", CONTEXT))
    finally:
        text_tree.cache_clear()
    assert [one.path for one in found] == [("motto",)]
