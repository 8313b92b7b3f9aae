"""The quick validator and the one that explains must never disagree."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.profiles.fast_schema import is_valid
from generator.profiles.shape import EXPLANATIONS, schema_violations
from generator.profiles.yaml_reader import NeedsFullParse, read_plain
from generator.schema import NAMES, schema
from tests.paths import ROOT

PROFILES = [
    read_plain(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests" / "sites" / "example" / "mentors").glob("*.yml"))
]
ANY_VALUE = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        2.0,
        1.5,
        10**9,
        "",
        "x",
        "y" * 2000,
        "2026-11-01",
        [],
        ["python"],
        ["python", "python"],
        [None],
        {},
        {"a": 1},
        [[]],
    ]
)


def _ways(value: object, way: tuple = ()) -> list[tuple]:
    ways = [way] if way else []
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return ways + [inner for name, part in parts for inner in _ways(part, (*way, name))]


@given(st.data())
def test_both_validators_agree_on_mutated_profiles(data: st.DataObject) -> None:
    """Whatever is changed, dropped or added in a real profile, both say yes or both say no."""
    profile = deepcopy(data.draw(st.sampled_from(PROFILES)))
    for _ in range(data.draw(st.integers(1, 3))):
        ways = _ways(profile)
        if not ways:
            break
        *parents, last = data.draw(st.sampled_from(ways))
        holder = profile
        for part in parents:
            holder = holder[part]
        deed = data.draw(st.sampled_from(["change", "drop", "add"]))
        if deed == "drop":
            del holder[last]
        elif deed == "add" and isinstance(holder, dict):
            holder[data.draw(st.sampled_from(["capactiy", "x", "name"]))] = deepcopy(data.draw(ANY_VALUE))
        else:
            holder[last] = deepcopy(data.draw(ANY_VALUE))
    assert is_valid("mentor")(profile) == (not list(schema_violations("mentor", profile)))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "examples" / "invalid").glob("*/*/mentors/*.yml")), ids=lambda path: path.parts[-3]
)
def test_both_validators_agree_on_every_example(path: Path) -> None:
    """For each example of a mistake that can be read at all, both validators give the same verdict."""
    if not path.is_file() or path.is_symlink():
        return
    try:
        profile = read_plain(path.read_text(encoding="utf-8"))
    except (NeedsFullParse, UnicodeDecodeError):
        return
    assert is_valid("mentor")(profile) == (not list(schema_violations("mentor", profile)))


@pytest.mark.parametrize("name", NAMES)
def test_schemas_use_only_what_can_be_explained(name: str) -> None:
    """Every keyword of our schemas has an explanation in words, so no mistake can pass without a message."""
    explained = {keyword for keyword, _, _ in EXPLANATIONS}
    silent = {
        "$schema",
        "$defs",
        "$ref",
        "title",
        "description",
        "examples",
        "x-is",
        "x-explanations",
        "x-labels",
        "x-ids-of",
        "items",
        "properties",
        "if",
        "else",
    }
    used: set[str] = set()

    def walk(part: object, is_schema: bool) -> None:
        if isinstance(part, dict):
            if is_schema:
                used.update(part)
            for key, inner in part.items():
                if key in ("properties", "$defs"):
                    for field in inner.values():
                        walk(field, True)
                elif key == "items":
                    walk(inner, True)

    walk(schema(name), True)
    assert used <= explained | silent


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described_with_an_example_that_fits(name: str) -> None:
    """Each field has a title, a description, words for messages and examples, and the examples are valid."""
    import jsonschema

    whole = schema(name)
    fields = (whole.get("items") or whole)["properties"]
    for field, about in fields.items():
        assert {"title", "description", "examples", "x-is"} <= set(about), field
        for example in about["examples"]:
            jsonschema.validate(example, {**about, "$defs": whole.get("$defs", {})})
    json.dumps(whole)
