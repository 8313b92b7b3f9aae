"""The issue forms ask what the bot reads, in words that people and programs both understand."""

import re
from pathlib import Path

import form_lints
import pytest
from form_lints import LINTS, fields, options, parse

from generator.model.mentor import COMMITMENT_MINUTES

FOLDER = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")

IDS = ("mentor", "skills", "kind", "format", "commitment", "relationship", "languages", "timezone", "program")
REQUEST_IDS = tuple(name for name in IDS if name != "program") + ("adult", "goals")
APPLY_IDS = tuple(name for name in IDS if name not in {"kind", "relationship"}) + ("adult", "goals")

TYPES = {
    "mentor": "input",
    "skills": "input",
    "kind": "dropdown",
    "format": "dropdown",
    "commitment": "dropdown",
    "relationship": "dropdown",
    "languages": "input",
    "timezone": "input",
    "program": "input",
    "adult": "checkboxes",
    "goals": "textarea",
}

WORDS = {
    "kind": ("mentorship", "quick-question", "informational-interview", "group"),
    "format": ("ad-hoc-qa", "scheduled-calls", "resource-sharing"),
    "relationship": (
        "traditional",
        "long-term",
        "project-focused",
        "one-to-many",
        "mentorship-circle",
        "cohort",
        "near-peer",
        "study-buddy-plus",
        "reciprocal",
        "organization-program",
        "course",
        "career",
    ),
}
"""What stands before the colon of each option, as the bot reads it."""

GOOD = """\
name: Ask
description: Ask somebody.
body:
  - type: markdown
    attributes:
      value: Everything here is public.
  - type: input
    id: mentor
    attributes:
      label: Mentor
  - type: dropdown
    id: format
    attributes:
      label: Format
      multiple: true
      default: 1
      options: [Calls, Chat]
  - type: textarea
    id: goals
    attributes:
      label: Goals
"""

BAD = [
    ("something_is_asked", GOOD[GOOD.index("  - type: input") :], ""),
    ("something_is_asked", "name: Ask", 'name: " "'),
    ("ids_are_unique", "id: format", "id: mentor"),
    ("ids_are_unique", "    id: format\n", ""),
    ("labels_are_unique", "label: Format", "label: mentor!"),
    ("free_text_comes_last", "type: input", "type: textarea"),
    ("free_text_comes_last", "type: textarea", "type: input"),
    (
        "free_text_comes_last",
        "    id: mentor\n",
        "    id: first\n    attributes: {label: First}\n  - type: textarea\n    id: mentor\n",
    ),
    ("options_can_be_chosen", "[Calls, Chat]", "[Calls, None]"),
    ("options_can_be_chosen", "[Calls, Chat]", "[Calls, calls]"),
    ("options_can_be_chosen", "default: 1", "default: 2"),
    ("several_choices_can_be_told_apart", "[Calls, Chat]", '["Calls, video or audio", Chat]'),
    ("no_secret_is_asked", "label: Format", "label: Your password"),
    ("no_secret_is_asked", "label: Format", "label: Your e-mail address"),
    ("public_is_said_first", "Everything here is public.", "Hello."),
]


def form(name: str) -> str:
    """Return the text of a form."""
    return (FOLDER / name).read_text(encoding="utf-8")


def slug(option: str) -> str:
    """Return what stands before an option's colon, in kebab-case."""
    return re.sub(r"[^\w-]", "", option.split(":")[0].lower().replace(" ", "-"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
@pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.__name__)
def test_each_form_keeps_each_promise(path: Path, lint: form_lints.Lint) -> None:
    """Every issue form keeps every promise of ours."""
    assert list(lint(path.read_text(encoding="utf-8"))) == []


def test_the_good_example_keeps_every_promise() -> None:
    """The form that the bad examples are made from is good, so each of them is bad for one reason."""
    assert [finding for lint in LINTS for finding in lint(GOOD)] == []


@pytest.mark.parametrize(("name", "old", "new"), BAD)
def test_a_broken_promise_is_found(name: str, old: str, new: str) -> None:
    """Each promise can be broken, and breaking it is found."""
    assert old in GOOD
    assert list(getattr(form_lints, name)(GOOD.replace(old, new, 1)))


def test_every_promise_has_a_bad_example() -> None:
    """No promise is kept by a lint that never finds anything."""
    assert {name for name, _, _ in BAD} == {lint.__name__ for lint in LINTS}


@pytest.mark.parametrize(("name", "ids"), [("request.yml", REQUEST_IDS), ("apply.yml", APPLY_IDS)])
def test_a_form_asks_exactly_what_the_bot_reads(name: str, ids: tuple[str, ...]) -> None:
    """The request and the application have the fields of the design, in its order and of the right kind."""
    asked = fields(form(name))
    assert ids == tuple(field["id"] for field in asked)
    assert {name: TYPES[name] for name in ids} == {field["id"]: field["type"] for field in asked}


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("request.yml", {"skills", "kind", "languages", "goals"}),
        ("apply.yml", {"skills", "languages", "program", "goals"}),
    ],
)
def test_a_form_insists_on_little(name: str, required: set[str]) -> None:
    """Only what no request can do without must be filled in; whoever cannot tell leaves the rest open."""
    insisted = {field["id"] for field in fields(form(name)) if field.get("validations", {}).get("required") == "true"}
    assert required == insisted


@pytest.mark.parametrize("name", ["request.yml", "apply.yml"])
def test_only_adults_can_ask(name: str) -> None:
    """Whoever asks must say that they are 18 or older."""
    adult = next(field for field in fields(form(name)) if field["id"] == "adult")
    assert [{"label": "I am 18 or older.", "required": "true"}] == adult["attributes"]["options"]


@pytest.mark.parametrize("name", ["request.yml", "apply.yml"])
def test_the_time_is_asked_in_the_words_of_the_profiles(name: str) -> None:
    """The form offers the four commitments of the profiles, in the words that the site shows."""
    words = {15: "~15 minutes/month", 30: "~30 minutes/month", 60: "~1 hour/month", 120: "~2 hours/month"}
    commitment = next(field for field in fields(form(name)) if field["id"] == "commitment")
    assert [words[minutes] for minutes in COMMITMENT_MINUTES.values()] == options(commitment)


@pytest.mark.parametrize("name", ["request.yml", "apply.yml"])
def test_each_choice_begins_with_the_word_that_the_bot_reads(name: str) -> None:
    """An option may explain itself after a colon; what stands before it names one value of the design."""
    for field in fields(form(name)):
        if field["id"] in WORDS:
            assert WORDS[field["id"]] == tuple(slug(option) for option in options(field))


def test_both_forms_ask_in_the_same_words() -> None:
    """A field that both forms have offers the same choices and has the same label, so one reader reads both."""
    request = {field["id"]: field for field in fields(form("request.yml"))}
    for field in fields(form("apply.yml")):
        if field["id"] in request:
            assert request[field["id"]]["attributes"]["label"] == field["attributes"]["label"]
            assert options(request[field["id"]]) == options(field)


def test_conduct_is_never_reported_in_public() -> None:
    """There is no blank issue, and the chooser shows the private contact."""
    chooser = parse((FOLDER / "config.yml").read_text(encoding="utf-8"))
    assert "false" == chooser["blank_issues_enabled"]
    assert ["https://example.org/conduct"] == [link["url"] for link in chooser["contact_links"]]
