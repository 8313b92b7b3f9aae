"""The schemas say what a file may hold and the model what the code knows of it; the two never come apart."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from generator.model.cohort import Application, Cohort
from generator.model.community import Community, Event, SharedResource
from generator.model.directory import (
    Bands,
    Days,
    Freshness,
    Joining,
    Limits,
    Look,
    MatchSettings,
    RequestSettings,
    Settings,
    Weights,
)
from generator.model.learner import IMPORTANCE, STAGES, Learner, Want
from generator.model.mentor import (
    COMMITMENT_MINUTES,
    WEEKDAYS,
    Calls,
    Contact,
    Expectations,
    Learning,
    Location,
    Mentor,
    OfficeHour,
    Style,
)
from generator.model.program import (
    Milestone,
    Participant,
    Program,
    Project,
    ProjectMember,
    ProposedPair,
    Resource,
    Roadmap,
    Step,
)
from generator.model.story import Story
from generator.model.vocabulary import KINDS, Term
from generator.profiles.source import VOCABULARY_FILES
from generator.schema import NAMES, field_choices, schema

MODELS: dict[tuple[str, ...], type] = {
    ("mentor",): Mentor,
    ("mentor", "style"): Style,
    ("mentor", "calls"): Calls,
    ("mentor", "office_hours"): OfficeHour,
    ("mentor", "expectations"): Expectations,
    ("mentor", "contact"): Contact,
    ("mentor", "learning"): Learning,
    ("mentor", "location"): Location,
    ("program",): Program,
    ("program", "milestones"): Milestone,
    ("program", "resources"): Resource,
    ("program", "pairs"): ProposedPair,
    ("program", "people"): Participant,
    ("program", "projects"): Project,
    ("program", "projects", "people"): ProjectMember,
    ("roadmap",): Roadmap,
    ("roadmap", "steps"): Step,
    ("roadmap", "steps", "resources"): Resource,
    ("vocabulary",): Term,
    ("directory",): Settings,
    ("directory", "look"): Look,
    ("directory", "joining"): Joining,
    ("directory", "freshness"): Freshness,
    ("directory", "match"): MatchSettings,
    ("directory", "match", "weights"): Weights,
    ("directory", "match", "bands"): Bands,
    ("directory", "requests"): RequestSettings,
    ("directory", "requests", "days"): Days,
    ("directory", "requests", "limits"): Limits,
    ("learner",): Learner,
    ("learner", "want"): Want,
    ("learner", "style"): Style,
    ("events", "events"): Event,
    ("communities", "communities"): Community,
    ("resources", "resources"): SharedResource,
    ("story",): Story,
    ("cohort",): Cohort,
    ("cohort", "applications"): Application,
}
"""The class behind each group of fields."""
PLAIN = {
    ("mentor", "links"): "pairs of a kind and a link",
    ("phrases",): "phrases by vocabulary and id",
    ("phrases", "skills"): "phrases by id",
    ("phrases", "topics"): "phrases by id",
    ("phrases", "domains"): "phrases by id",
    ("phrases", "career_paths"): "phrases by id",
    ("events",): "a list of events",
    ("communities",): "a list of communities",
    ("resources",): "a list of links",
    ("directory", "github_ids"): "a mapping from names to numbers",
    ("cohort", "locks"): "pairs of a mentee and a mentor",
    ("cohort", "vetoes"): "pairs of a mentee and a mentor",
    ("cohort", "capacities"): "pairs of a mentor and a number",
}
"""Groups that have no class of their own, and what they become."""
FROM_THE_FILE_NAME = {
    Mentor: {"file_name"},
    Program: {"id"},
    Roadmap: {"id"},
    Cohort: {"program"},
    Story: {"id", "text"},
}
NOT_WRITABLE_YET: dict[type, set[str]] = {}
"""Fields that the code has a default for, while no file can set them so far; delete one here when the schema has it."""


def _groups(part: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    while "items" in part:
        part = part["items"]
    if "properties" in part:
        yield path, part["properties"]
        for name, inner in part["properties"].items():
            yield from _groups(inner, (*path, name))


GROUPS = {path: names for name in NAMES for path, names in _groups(schema(name), (name,))}


def test_every_group_of_fields_has_a_class() -> None:
    """Each group in a schema is one of the model's classes, or is listed here as plain data."""
    assert set(GROUPS) == set(MODELS) | set(PLAIN)


@pytest.mark.parametrize("path", MODELS, ids=".".join)
def test_a_class_has_the_fields_of_its_schema(path: tuple[str, ...]) -> None:
    """A field in the schema alone would crash the check on the first file that uses it; one in the model alone is unreachable."""
    kind = MODELS[path]
    known = {field.name for field in fields(kind)} - FROM_THE_FILE_NAME.get(kind, set())
    waiting = NOT_WRITABLE_YET.get(kind, set())
    assert waiting <= known and not waiting & set(GROUPS[path])
    unfinished = sorted((known - waiting) ^ set(GROUPS[path]))
    assert not unfinished, f"only in the schema or only in {kind.__name__}: {', '.join(unfinished)}"


def test_the_models_steps_are_the_schemas_choices() -> None:
    """Orders and numbers that the model gives to choices cover the schema's choices, in its order."""
    assert field_choices("mentor", "stage") == STAGES
    assert field_choices("learner", "stage") == STAGES
    assert field_choices("roadmap", "stage") == STAGES
    assert field_choices("mentor", "commitment") == tuple(COMMITMENT_MINUTES)
    assert field_choices("learner", "commitment") == tuple(COMMITMENT_MINUTES)
    assert field_choices("mentor", "office_hours.day") == WEEKDAYS
    assert set(field_choices("learner", "want.importance")) == set(IMPORTANCE)


@pytest.mark.parametrize("name", NAMES)
def test_ids_come_from_somewhere(name: str) -> None:
    """A field that takes ids says of what, and that is something a directory has."""
    known = {*KINDS, "programs", "roadmaps", "timezones", "countries"}
    assert set(VOCABULARY_FILES.values()) == set(KINDS)

    def walk(part: dict[str, Any]) -> Iterator[str]:
        if "x-ids-of" in part:
            yield part["x-ids-of"]
        for inner in (*part.get("properties", {}).values(), *([part["items"]] if "items" in part else [])):
            yield from walk(inner)

    assert set(walk(schema(name))) <= known
