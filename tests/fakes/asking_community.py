"""A small community whose forms are filled in, and GitHub's way of writing a filled form into an issue."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from generator.app.check import check_root
from generator.model.directory import Directory
from generator.model.vocabulary import Term, Vocabularies, Vocabulary
from generator.requests.forms.community_forms import forms_of
from generator.requests.forms.form import CHECKBOXES, Form, Forms
from generator.text.languages import language_tag
from tests.paths import EXAMPLES

BASE = EXAMPLES / "base"
SKILLS = (
    Term("csharp", "C#"), Term("git", "Git"), Term("libraries", "Libraries, archives and museums"), Term("nodejs", "Node.js"),
    Term("python", "Python", ("py",)), Term("testing", "Testing"), Term("r", "R"), Term("go", "Go (language)", ("golang",)),
)  # fmt: skip
TOPICS = (
    Term("code-review", "Code review"),
    Term("cv-review", "CV review"),
    Term("feedback", "Giving and receiving feedback"),
)


@cache
def community() -> Directory:
    """The example directory with more words, two mentors of one name, and an address."""
    base = check_root(BASE, date(2026, 11, 21)).directory
    assert base
    ada = base.mentors["ada-l"]
    twins = {handle: replace(ada, github=handle, name="Kim Lee") for handle in ("kim-1", "kim-2")}
    return replace(
        base,
        settings=replace(base.settings, site_url="https://mentors.example.org/"),
        vocabularies=Vocabularies(Vocabulary.of(SKILLS), Vocabulary.of(TOPICS)),
        mentors={"ada-l": ada, "no": replace(ada, github="No", name="Noor"), **twins},
    )


@cache
def forms() -> Forms:
    """The forms of this community."""
    return forms_of(community(), language_tag)


def form_named(file: str) -> Form:
    """Return one of the forms."""
    return next(form for form in forms().forms if form.file == file)


def body_of(form: Form, answers: Mapping[str, str]) -> str:
    """Write answers into an issue as GitHub does: a heading for each label, and something below each of them."""
    return "\n\n".join(f"### {field.label}\n\n{answers.get(field.id) or '_No response_'}" for field in form.shown)


def older(form: Form) -> Form:
    """The form as it was before answers became lines of its details."""
    kept = (field for field in form.fields if field.id not in ("details", "on_behalf"))
    return replace(form, fields=tuple(replace(field, retired=False) for field in kept))


def boxes(form: Form, id: str, ticked: bool = True) -> str:
    """Write the boxes of a field as GitHub does."""
    field = next(field for field in form.fields if field.id == id)
    assert field.type == CHECKBOXES
    return "\n".join(f"- [{'x' if ticked else ' '}] {choice.text}" for choice in field.choices)
