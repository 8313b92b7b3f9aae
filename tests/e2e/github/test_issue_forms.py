"""The issue forms ask what the bot reads, in words that people and programs both understand."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.app.check import check_root
from generator.requests.forms.community_forms import all_forms
from generator.requests.forms.form import Form
from generator.requests.replies.labels import FORM_LABELS
from generator.schema import schema
from generator.site.asking import FORM, request_url
from generator.site.program_states import APPLY_FORM
from tests.e2e.github.form_lints import fields, parse
from tests.paths import ROOT

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FILES = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")
DIRECTORY = check_root(ROOT, date(2026, 11, 21)).directory
assert DIRECTORY
FORMS = all_forms(DIRECTORY.settings, DIRECTORY.vocabularies)

ASKED = {
    "request.yml": ("mentor", "kind", "details", "adult", "goals"),
    "question.yml": ("mentor", "details", "adult", "goals"),
    "interview.yml": ("mentor", "details", "adult", "goals"),
    "apply.yml": ("mentor", "program", "details", "adult", "answers", "goals"),
    "offer.yml": ("mentee", "adult", "goals"),
    "self-test.yml": ("mention",),
}
TYPES = {
    "mentor": "input", "kind": "dropdown", "details": "textarea", "answers": "textarea", "program": "input",
    "adult": "checkboxes",
    "mention": "checkboxes", "mentee": "input", "goals": "textarea",
}  # fmt: skip
INSISTED = {"details", "kind", "program", "goals", "mentee"}
"""What no request can do without."""


def text_of(name: str) -> str:
    """Return the text of a form."""
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)
def test_a_form_asks_exactly_what_the_bot_reads(form: Form) -> None:
    """Each form has the fields of the design, in its order and of the right kind, and the file says the same."""
    asked = fields(text_of(form.file))
    assert ASKED[form.file] == tuple(field.id for field in form.shown) == tuple(field["id"] for field in asked)
    assert {name: TYPES[name] for name in ASKED[form.file]} == {field["id"]: field["type"] for field in asked}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)
def test_a_form_insists_on_little(form: Form) -> None:
    """Only what no request can do without must be filled in; whoever cannot tell leaves the rest open."""
    insisted = {
        field["id"] for field in fields(text_of(form.file)) if field.get("validations", {}).get("required") == "true"
    }
    assert INSISTED & set(ASKED[form.file]) == insisted


@pytest.mark.parametrize("form", [form for form in FORMS if form.free_text], ids=lambda form: form.file)
def test_only_adults_can_ask(form: Form) -> None:
    """Whoever asks must say that they are 18 or older."""
    adult = next(field for field in fields(text_of(form.file)) if field["id"] == "adult")
    assert [{"label": "I am 18 or older.", "required": "true"}] == adult["attributes"]["options"]


@pytest.mark.parametrize(
    ("id", "field"), [("commitment", "commitment"), ("format", "formats"), ("relationship", "relationship_types")]
)
def test_a_choice_is_offered_in_the_words_of_the_profiles(id: str, field: str) -> None:
    """The forms understand what the profiles can say, all of it, in its order and in the words that the site shows."""
    said = schema("mentor")["properties"][field]
    labels = (said.get("items") or said)["x-labels"]
    for form in FORMS:
        for asked in form.fields:
            if asked.id == id:
                assert {value: label.lower() for value, label in labels.items()} == {
                    choice.id: choice.name.lower() for choice in asked.choices
                }


def test_all_forms_ask_in_the_same_words() -> None:
    """A field that several forms have is labelled alike, so that who knows one form knows them all; only the free text differs."""
    labels = {(field.id, field.label) for form in FORMS for field in form.fields if field.id != "goals"}
    assert len({id for id, _ in labels}) == len(labels)


def test_every_form_can_be_told_from_the_others() -> None:
    """The headings alone say which form an issue comes from."""
    assert len({tuple(field.label for field in form.fields) for form in FORMS}) == len(FORMS)


def test_forms_carry_labels_that_the_project_has() -> None:
    """GitHub drops a label that the repository does not have, so every form carries one of the project's."""
    carried = {label for path in FILES for label in parse(path.read_text(encoding="utf-8"))["labels"]}
    assert {label.name for label in FORM_LABELS} == carried


def test_links_fill_in_only_what_can_be_filled_in() -> None:
    """Every link to a form, and the script that adds to it, names text fields of that form: GitHub shows an empty page for others."""
    fillable = {
        form.file: {field.id for field in form.shown if field.type in ("input", "textarea")} | {"template", "title"}
        for form in FORMS
    }
    base = check_root(ROOT / "tests" / "examples" / "base", date(2026, 11, 21)).directory
    assert base
    named = set(parse_qs(urlsplit(request_url(base.mentors["ada-l"], base.settings)).query))
    script = (ROOT / "generator/site/assets/lib/asking.js").read_text(encoding="utf-8")
    named |= set(re.findall(r'id: "(\w+)"', script[script.index("function fieldsOf") :].split("\n}", 1)[0]))
    assert {"mentor", "details", "goals"} <= named <= fillable[FORM]
    assert "program" in fillable[APPLY_FORM]


def test_the_help_asks_what_makes_a_request_worth_reading() -> None:
    """Whoever asks for regular help is asked for goals, for why this mentor, and for what they can give in return."""
    about = next(form for form in FORMS if form.file == FORM).fields[-1].about
    assert all(words in about for words in ("like to reach", "Why this mentor", "offer in return", "How often"))


def test_conduct_is_never_reported_in_public() -> None:
    """There is no blank issue, and the chooser shows the private contact, as do all forms for people."""
    chooser = parse(text_of("config.yml"))
    assert "false" == chooser["blank_issues_enabled"]
    contact = DIRECTORY.settings.private_contact
    assert contact == chooser["contact_links"][0]["url"]
    assert all(f"(<{contact}>)" in form.intro for form in FORMS if form.free_text)
