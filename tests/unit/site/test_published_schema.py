"""The schemas on the site suggest the directory's ids to editors, and forbid nothing that the check accepts."""

import json

import jsonschema
import pytest

from generator.model.program import Program
from generator.profiles.yaml_reader import read_plain
from generator.schema import NAMES, schema
from generator.site.published_schema import published_schema
from tests.fakes.small_site import person, site_of
from tests.paths import SITES

DIRECTORY = site_of(person("ada-l"), programs=(Program("spring", "Spring", "career", "Us"),)).directory


def _suggested(name: str, field: str) -> list[str]:
    part = json.loads(published_schema(name, DIRECTORY))["properties"][field]
    return part.get("items", part)["anyOf"][0]["enum"]


@pytest.mark.parametrize(
    ("field", "id"),
    [("skills", "python"), ("can_introduce", "testing"), ("topics", "code-review"), ("domains", "technology"), ("programs", "spring"),
     ("timezone", "Europe/Berlin")],
)  # fmt: skip
def test_an_editor_suggests_the_ids_of_the_directory(field: str, id: str) -> None:
    """Wherever a profile takes ids, the published schema lists those that exist."""
    assert id in _suggested("mentor", field)


@pytest.mark.parametrize("name", NAMES)
def test_suggestions_are_the_only_difference(name: str) -> None:
    """Without the suggestions the published schema is the one that the check uses."""

    def without(part):
        if isinstance(part, dict):
            return {key: without(inner) for key, inner in part.items() if key != "anyOf"}
        return [without(inner) for inner in part] if isinstance(part, list) else part

    published = json.loads(published_schema(name, DIRECTORY))
    jsonschema.Draft202012Validator.check_schema(published)
    assert without(published) == schema(name)


def test_what_the_check_accepts_stays_valid_in_editors() -> None:
    """Every example profile, and an id that is not in the vocabulary yet, fit the published schema."""
    validator = jsonschema.Draft202012Validator(json.loads(published_schema("mentor", DIRECTORY)))
    for path in sorted((SITES / "example" / "mentors").glob("*.yml")):
        profile = read_plain(path.read_text(encoding="utf-8"))
        assert validator.is_valid(profile), path
        assert validator.is_valid({**profile, "skills": ["something-new"]})
        assert not validator.is_valid({**profile, "skills": [5]})
