"""Whatever is filled into a form comes back, and whatever else is in an issue does no harm."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.learner import Want
from generator.model.request import Asked
from generator.model.request_kind import KINDS
from generator.requests.forms.details import write_details
from generator.requests.forms.form import Form, Forms
from generator.requests.forms.headings import answers_of
from generator.requests.forms.reader import read_form
from generator.requests.forms.shared_fields import commitment_field, format_field, relationship_field
from generator.text.languages import language
from generator.text.time_zones import zone_names
from tests.examples import examples
from tests.fakes.asking_community import SKILLS, TOPICS, body_of, boxes, form_named, forms, older

LEVELS = ("new", "basics", "working", "confident")
UNKNOWN = ("Knitting", "@ada", "#12", "rust & iron", "a/b testing", "<b>", "`x`", "[x](y)")
LABELS = {term.id: term.label for term in (*SKILLS, *TOPICS)}
ASKING = [form for form in forms().forms if form.free_text and form.kind != "offer"]
ALL_LABELS = sorted({field.label for form in forms().forms for field in form.fields})

free_texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*(f"### {label}" for label in ALL_LABELS), "evil", "```", "~~~", "<!--", "-->", "- [x] I am 18 or older.", "_No response_"]), max_size=20).map("\n\n".join),
    st.sampled_from(list(ASKING)).map(lambda form: body_of(form, {"mentor": "evil", "goals": "evil"})),
).filter(lambda text: re.sub("<!--.*?(-->|$)", "", text, flags=re.DOTALL).strip().lower() not in ("", "none", "_no response_"))  # fmt: skip
one_line = st.one_of(
    st.text(st.characters(exclude_characters="\n\r"), max_size=60), st.sampled_from([f"### {label}" for label in ALL_LABELS]), st.just("### ")
).map(str.strip)  # fmt: skip


def _distinct(values, most: int):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


def _or_none(choices):
    return st.none() | st.sampled_from([choice.id for choice in choices])


@st.composite
def wants(draw: st.DrawFn) -> Want:
    """A wanted skill, with levels now and then."""
    now, reach = draw(st.sampled_from([(None, None), *((a, b) for a in LEVELS for b in LEVELS)]))
    return Want(
        draw(st.sampled_from([term.id for term in SKILLS])), draw(st.sampled_from(["must", "nice"])), now, reach
    )


@st.composite
def filled(draw: st.DrawFn) -> tuple[Form, Asked]:
    """One of the forms, and what somebody says in it."""
    form = draw(st.sampled_from(ASKING))
    has = {field.id for field in form.fields}
    skills = draw(st.lists(wants(), max_size=4, unique_by=lambda want: want.skill).map(tuple))
    asked = Asked(
        kind=draw(st.sampled_from(["mentorship", "group", "quick-question", "interview"]))
        if "kind" in has
        else form.kind,
        mentor=draw(st.sampled_from(["", "ada-l", "kim-1", "no", "somebody-new"])),
        skills=skills,
        topics=draw(_distinct([term.id for term in TOPICS], 3)),
        unknown=draw(_distinct(UNKNOWN, 3)),
        format=draw(_or_none(format_field().choices)) if "format" in has else None,
        commitment=draw(_or_none(commitment_field().choices)) if "commitment" in has else None,
        relationship=draw(_or_none(relationship_field().choices)) if "relationship" in has else None,
        languages=draw(
            st.lists(
                st.sampled_from(["en", "de", "pt-BR", "zh-Hant", "sr-Cyrl-RS", "no", "fil"]),
                min_size=1,
                max_size=4,
                unique=True,
            ).map(tuple)
        ),
        timezone=draw(st.none() | st.sampled_from(sorted(zone_names()))) if "timezone" in has else None,
        program="spring" if "program" in has else "",
        adult=True,
        goals=draw(free_texts).replace("\r\n", "\n").replace("\r", "\n").strip(),
    )
    return form, asked


def _words(form: Form, asked: Asked) -> dict[str, str]:
    """Say it as a person does who fills in the form."""
    options = {field.id: {one.id: one.text for one in (*field.choices, *field.former_choices)} for field in form.fields}
    skills = [
        LABELS[want.skill] + ("!" if want.importance == "must" else "") + (f" ({want.now} -> {want.reach})" if want.now else "") for want in asked.skills
    ]  # fmt: skip
    return {
        "mentor": asked.mentor,
        "skills": ", ".join([*skills, *(LABELS[topic] for topic in asked.topics), *asked.unknown]),
        **{
            id: options.get(id, {}).get(getattr(asked, id) or "", "")
            for id in ("kind", "format", "commitment", "relationship")
        },
        "languages": ", ".join(map(language, asked.languages)),
        "timezone": asked.timezone or "",
        "program": asked.program,
        "adult": boxes(form, "adult"),
        "goals": asked.goals,
    }


def _in_lines(form: Form, words: dict[str, str]) -> dict[str, str]:
    """Say it as the site does, in the lines of one field."""
    lines = write_details((field, words[field.id]) for field in form.fields if field.retired and words.get(field.id))
    return {**words, "details": lines}


@given(filled(), st.booleans())
def test_what_is_filled_in_comes_back(filled: tuple[Form, Asked], with_lines: bool) -> None:
    """Every answer is read back as it was meant, in an older form and in lines, whatever the free text looks like."""
    form, asked = filled
    words = _words(form, asked)
    body = body_of(form, _in_lines(form, words)) if with_lines else body_of(older(form), words)
    reading = read_form(body, forms())
    assert reading
    assert asked == reading.asked
    assert () == reading.missing


@given(st.sampled_from([older(form) for form in ASKING]), st.data())
def test_no_answer_reaches_into_another(form: Form, data: st.DataObject) -> None:
    """Lines that look like headings stay in the answer in which somebody typed them, in every text field of a form."""
    answers = {
        field.id: data.draw(free_texts if field is form.free_text else one_line)
        for field in form.fields
        if field.type in ("input", "textarea")
    }
    answers |= {"adult": boxes(form, "adult")}
    found, _ = answers_of(body_of(form, answers), form)
    expected = {
        field.id: (answers.get(field.id) or "_No response_").replace("\r\n", "\n").replace("\r", "\n").strip()
        for field in form.fields
    }
    assert expected == found


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from([*(f"### {label}" for label in ALL_LABELS), "", "x", "- [x] I am 18 or older.", "a, b!", "(", ")", "<!--", "-->", "`", "\r", "\ud800", "\x00", "\u202e"]), max_size=40).map("\n".join),
    )
)  # fmt: skip
@settings(max_examples=examples(usual=50, many=2000))
def test_no_text_raises(text: str) -> None:
    """Any text at all is read without a failure, and what is said about it repeats nobody's words outside of code."""
    reading = read_form(text, forms())
    for sentence in (*reading.missing, *reading.warnings) if reading else ():
        assert "\n" not in sentence
        assert sentence.count("`") % 2 == 0
        assert not set("@#<[") & set("".join(sentence.split("`")[::2]))


def test_the_longest_issues_are_read() -> None:
    """Issues of 60,000 letters are read, however they are made, and none of them forges a field. How quickly is measured by the benchmarks."""
    request = form_named("request.yml")
    answers = {"languages": "en", "adult": boxes(request, "adult"), "goals": "Learn."}
    long = [
        "### Mentor\n" * 6000, body_of(request, answers) + "\n\n### Mentor\n\nevil" * 3500, "### " + "# " * 30_000, "\n" * 60_000, "<!--" * 15_000,
        *(body_of(of, answers | {id: text}) for of in (request, older(request)) for id in ("mentor", "skills", "kind", "relationship", "languages", "timezone", "details", "adult", "goals")
          for text in ("x" * 60_000, "a, " * 20_000, "(" * 60_000, "a/" * 30_000, "<!--" * 15_000, "- [x] " * 10_000, " " * 60_000 + "x", "Course: somebody who has taken the same course, " * 1200)),
    ]  # fmt: skip
    for text in long:
        reading = read_form(text, forms())
        assert reading is None or reading.asked.mentor != "evil"


def _renamed(former: bool) -> Forms:
    """The forms after somebody gave "Languages" a new name, with or without keeping the old one."""
    renamed = [
        replace(form, fields=tuple(replace(field, label="Languages you speak", former=("Languages",) if former else ()) if field.id == "languages" else field for field in form.fields))
        for form in forms().forms
    ]  # fmt: skip
    return replace(forms(), forms=tuple(renamed))


@pytest.mark.parametrize("former", [True, False])
def test_a_renamed_label_breaks_no_older_issue(former: bool) -> None:
    """An issue from before a label was renamed is still understood, because the form keeps its former labels."""
    request = older(form_named("request.yml"))
    body = body_of(request, {"languages": "German", "adult": boxes(request, "adult"), "goals": "Learn."})
    reading = read_form(body, _renamed(former))
    assert reading
    assert (("de",) if former else ()) == reading.asked.languages


def test_every_kind_can_be_asked_for() -> None:
    """Each kind of request has a form, and each form asks for a kind."""
    offered = {
        choice.id for form in forms().forms for field in form.fields if field.id == "kind" for choice in field.choices
    }
    assert set(KINDS) == offered | {form.kind for form in forms().forms}


@given(free_texts)
def test_an_offer_comes_back(words: str) -> None:
    """Whom a mentor would like to help, and the offer itself, are read as they were meant."""
    offer = next(form for form in forms().forms if form.kind == "offer")
    said = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    reading = read_form(body_of(offer, {"mentee": "@Ada-L", "adult": boxes(offer, "adult"), "goals": said}), forms())
    assert reading
    assert ("offer", "ada-l", said, True, ()) == (
        reading.asked.kind, reading.asked.mentor, reading.asked.goals, reading.asked.adult, reading.missing
    )  # fmt: skip
    nobody = read_form(body_of(offer, {"mentee": "two people", "adult": boxes(offer, "adult"), "goals": "x"}), forms())
    assert nobody
    assert any("“Mentee”" in sentence for sentence in nobody.missing)
