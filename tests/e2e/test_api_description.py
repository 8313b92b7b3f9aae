"""`api/openapi.json` describes every file that the site publishes for programs: where it is, and each key in it."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.model.directory import Settings
from generator.site.api_description import PATH, api_description

HOST = "https://example.org/"


@pytest.fixture(scope="module")
def described(site: Path) -> dict[str, Any]:
    """The description, as the built site has it."""
    return json.loads((site / PATH).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def registry(site: Path, described: dict[str, Any]) -> Registry:
    """The description and the schemas that it leads to, at their addresses; unknown keys are mistakes here."""
    for schema in described["components"]["schemas"].values():
        _close(schema)
    files = {PATH: described} | {
        f"schema/{path.name}": json.loads(path.read_text(encoding="utf-8")) for path in (site / "schema").iterdir()
    }
    return Registry().with_resources(
        (HOST + path, Resource.from_contents(content, default_specification=DRAFT202012))
        for path, content in files.items()
    )


def _close(schema: Any) -> None:
    if isinstance(schema, dict):
        if "properties" in schema:
            schema["additionalProperties"] = False
        for inner in schema.values():
            _close(inner)


@cache
def _operations() -> list[tuple[str, dict[str, Any]]]:
    document = json.loads(api_description(Settings("Us", "us/us", "", HOST)).content)
    return [(path, methods["get"]) for path, methods in document["paths"].items()]


@pytest.mark.parametrize(("path", "operation"), _operations(), ids=[path for path, _ in _operations()])
def test_each_described_file_is_published(site: Path, path: str, operation: dict[str, Any]) -> None:
    """Each path leads to a file of the site, and what its address leaves open is a parameter that is described."""
    named = [one["name"] for one in operation.get("parameters", [])]
    assert re.findall(r"\{(\w+)\}", path) == named
    assert list(site.glob(re.sub(r"\{\w+\}", "*", path.lstrip("/"))))
    assert operation["responses"]["200"]["content"]


def test_each_published_file_is_as_it_is_described(site: Path, described: dict[str, Any], registry: Registry) -> None:
    """Every JSON file for programs fits its schema, and no key in it is missing there."""
    checked = 0
    for path, methods in described["paths"].items():
        content = methods["get"]["responses"]["200"]["content"]
        if "application/json" not in content:
            continue
        reference = content["application/json"]["schema"]["$ref"]
        validator = Draft202012Validator({"$ref": HOST + PATH + reference}, registry=registry)
        for file in site.glob(re.sub(r"\{\w+\}", "*", path.lstrip("/"))):
            problems = [error.message for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8")))]
            assert problems == [], file.name
            checked += 1
    assert checked > 10


def test_a_key_that_is_not_described_would_be_noticed(registry: Registry) -> None:
    """The check of the test above can fail: a new key and a wrong value are both named."""
    validator = Draft202012Validator({"$ref": f"{HOST}{PATH}#/components/schemas/MentorList"}, registry=registry)
    errors = [error.message for error in validator.iter_errors({"version": 2, "built": "", "mentors": [], "more": 1})]
    assert len(errors) == 2
