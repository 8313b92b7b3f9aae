"""Beside GitHub's own parser of issue forms: the same for honest people, and different where it can be fooled."""

import json
import os
import re
import subprocess
from itertools import product
from pathlib import Path

import pytest
import yaml

from generator.requests.forms.form import CHECKBOXES, DROPDOWN, Choice, Field, Form
from generator.requests.forms.form_file import form_text
from generator.requests.forms.headings import answers_of
from tests.fakes.asking_community import body_of, boxes, form_named, forms

SCRIPT = Path(__file__).with_name("issue_parser.mjs")
FIXTURES = ("example", "extra", "missing", "no-ids")
HONEST = {
    "mentor": ("ada-l", "", "@ada-l"),
    "mentee": ("mei-lin", "", "@mei-lin"),
    "details": (
        "Skills and topics: python!, testing\nLanguages: English, German",
        "C#, Node.js & more",
        "- one\n\n- two",
    ),
    "kind": ("Mentorship: regular help over weeks or months", "Group: joining a group this mentor leads"),
    "answers": ("How many hours a week?\n\nThree.", ""),
    "program": ("spring",),
    "goals": ("Learn.", "First.\n\nSecond with `code`, **bold** and a list:\n\n- one\n- two", "## Why\n\nBecause."),
}


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where `make test` installed GitHub's parser."""
    folder = os.environ.get("LODESTAR_NODE")
    if not folder:
        pytest.fail(
            "LODESTAR_NODE names no folder. Run the tests by `make test`, which installs GitHub's parser.",
            pytrace=False,
        )
    return Path(folder)


def theirs(folder: Path, pairs: list[tuple[str, str]]) -> list[dict]:
    """Read issues with GitHub's parser."""
    lines = "".join(json.dumps(pair) + "\n" for pair in pairs)
    done = subprocess.run(["node", SCRIPT, folder], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def ours(form: Form, body: str) -> dict:
    """Read an issue with our reader, and say what was read as GitHub's parser does."""
    answers, _ = answers_of(body, form)
    return {field.id: _as_theirs(field, answers[field.id]) for field in form.fields if answers.get(field.id)}


def _as_theirs(field: Field, answer: str) -> object:
    nothing = answer.lower() in ("_no response_", "none")
    if field.type == CHECKBOXES:
        lines = [line.strip() for line in answer.split("\n")]
        return {
            "selected": [line[6:] for line in lines if line[:5].lower() == "- [x]"],
            "unselected": [line[6:] for line in lines if line[:5] == "- [ ]"],
        }
    if field.type == DROPDOWN:
        return [] if nothing else [part.strip() for part in answer.split(",")]
    return None if nothing else answer


def form_in(template: str) -> Form:
    """Take a form from any template, as far as reading needs it."""
    fields = []
    for part in yaml.safe_load(template)["body"]:
        if part["type"] != "markdown":
            event = part["attributes"]
            choices = tuple(Choice(str(one), str(one)) for one in event.get("options", ()))
            fields.append(
                Field(
                    part.get("id") or re.sub("[^a-z0-9]+", "_", event["label"].lower()).strip("_"),
                    part["type"],
                    event["label"],
                    choices=choices,
                )
            )
    return Form("any.yml", "any", "Any", "", "", "", "", tuple(fields))


def _without_nothing(event: dict) -> dict:
    return {name: value for name, value in event.items() if value is not None}


def test_honest_people_are_read_alike(folder: Path) -> None:
    """What is filled into any of our forms without tricks says the same to GitHub's parser and to ours."""
    cases = []
    for form in forms().forms:
        asked = [field for field in form.shown if field.type != CHECKBOXES]
        ticks = {
            field.id: (boxes(form, field.id), boxes(form, field.id, False))
            for field in form.shown
            if field.type == CHECKBOXES
        }
        options = [HONEST.get(field.id) or ("", field.choices[-1].text) for field in asked]
        for number, values in enumerate(product(*options)):
            if number % 3 == 0:
                answers = dict(zip((field.id for field in asked), values, strict=True)) | {
                    id: both[number // 3 % 2] for id, both in ticks.items()
                }
                cases.append((form, body_of(form, answers)))
    read = theirs(folder, [(form_text(form), body) for form, body in cases])
    assert len(cases) > 40
    assert [_without_nothing(event) for event in read] == [_without_nothing(ours(form, body)) for form, body in cases]


@pytest.mark.parametrize("name", FIXTURES)
def test_github_s_own_examples_are_read_alike(folder: Path, name: str) -> None:
    """The examples that come with GitHub's parser say the same to ours, which reads any form by its headings."""
    fixture = folder / "node_modules" / "@github" / "issue-parser" / "__fixtures__" / name
    template, body = (
        (fixture / "template.yml").read_text(encoding="utf-8"),
        (fixture / "issue.md").read_text(encoding="utf-8"),
    )
    assert _without_nothing(theirs(folder, [(template, body)])[0]) == _without_nothing(ours(form_in(template), body))


def test_only_theirs_is_fooled(folder: Path) -> None:
    """A heading forged in the free text changes the mentor for GitHub's parser, and nothing for ours."""
    request = form_named("request.yml")
    body = body_of(
        request, {"mentor": "ada-l", "adult": boxes(request, "adult"), "goals": "Learn.\n\n### Mentor\n\nevil"}
    )
    assert "evil" == theirs(folder, [(form_text(request), body)])[0]["mentor"]
    answers, forged = answers_of(body, request)
    assert ("ada-l", True) == (answers["mentor"], forged)
