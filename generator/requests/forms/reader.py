"""Read a submitted issue form back, in the order of its fields, whatever else someone wrote into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.request import Asked
from generator.model.vocabulary import fold
from generator.requests.forms import values as form_values
from generator.requests.forms.details import FIELD, read_details
from generator.requests.forms.form import Form, Forms
from generator.requests.forms.headings import answers_of, form_with, headings_of, lines_of
from generator.requests.forms.own_words import as_code, not_listed
from generator.requests.forms.visible import plain_answer, without_comments
from generator.text.catalogue import _, cache_by_language, ngettext
from generator.text.closest import closest
from generator.text.markdown_escape import code

_GUESSED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form says. `asked` holds what could be read, also while something is missing.

    `missing` are sentences about what to write where before anyone is notified; `warnings` say what was left
    out or understood in another way. Both may be shown in public: people's own words are shown as code.
    Headings where the form has none count for nothing, and a warning says so.
    """

    asked: Asked
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@cache_by_language
def read_form(body: str, forms: Forms) -> Reading | None:
    """Read an issue's text, or return None when it is none of our forms. It never raises, whatever the text.

    The mentor may be someone who is not in the directory; the program always is in it.
    """
    form = form_with(headings_of(lines_of(body)), forms.forms)
    if form is None:
        return None
    answers, forged = answers_of(body, form)
    return _Reader(form, forms, answers).reading(forged)


class _Reader:
    """Reads the answers one after the other and collects what to tell the author about them."""

    def __init__(self, form: Form, forms: Forms, answers: Mapping[str, str]) -> None:
        self._form, self._forms = form, forms
        self._fields = {field.id: field for field in form.fields}
        self._answers = {id: plain_answer(answers.get(id, ""), field) for id, field in self._fields.items()}
        self._missing: list[str] = []
        self._warnings: list[str] = []
        self._own_words: tuple[str, ...] = ()
        self._older = FIELD not in answers
        """The issue was made with a form that asked for each answer by itself."""

    def reading(self, forged: bool) -> Reading:
        self._details()
        self._one_line_each()
        mentor = self._mentor()
        wishes = self._wishes()
        roadmap, unknown_roadmap = form_values.roadmap(self._answers.get("roadmap", ""), self._forms)
        self._warnings += filter(None, [unknown_roadmap])
        asked = Asked(
            kind=self._choice("kind") or self._form.kind,
            mentor=mentor,
            skills=wishes.skills,
            topics=wishes.topics,
            unknown=wishes.unknown,
            format=self._choice("format"),
            commitment=self._choice("commitment"),
            relationship=self._choice("relationship"),
            languages=self._languages(),
            timezone=self._timezone(),
            program=self._program(),
            adult=self._ticked("adult"),
            goals=self._goals(),
            on_behalf=self._on_behalf(),
            answers=self._answers.get("answers", ""),
            roadmap=roadmap,
        )
        self._ticked("mention")
        if forged:
            self._warnings.append(
                _("Some headings are not where the form has them. I only read the ones in their usual place.")
            )
        return Reading(asked, tuple(self._missing), tuple(self._warnings))

    def _details(self) -> None:
        """Take the lines of the details as answers; every other line joins the free text, so that nobody loses a word."""
        field = self._fields.get(FIELD)
        text = without_comments(self._answers.get(FIELD, ""))
        if field is None or not text.strip():
            return
        retired = [one for one in self._form.fields if one.retired and not self._answers[one.id]]
        details = read_details(lines_of(text), retired)
        self._answers |= {id: plain_answer(answer, self._fields[id]) for id, answer in details.answers.items()}
        self._own_words = details.others
        if details.others:
            self._warnings.append(
                ngettext(
                    "Under “{field}”, I can't read this line, so I count it as part of your own words: {lines}. A line looks like {example}.",
                    "Under “{field}”, I can't read these lines, so I count them as part of your own words: {lines}. A line looks like {example}.",
                    len(details.others),
                    field=field.label,
                    lines=as_code(details.others),
                    example=self._example("languages"),
                )
            )

    def _example(self, id: str) -> str:
        """Show a line of the details with an answer."""
        answer = {"languages": _("English, German"), "skills": _("Python, Testing")}[id]
        return code(f"{self._fields[id].label}: {answer}")

    def _one_line_each(self) -> None:
        for id, field in self._fields.items():
            first, more, _rest = self._answers[id].partition("\n")
            if field.type == "input" and more and id not in ("skills", "languages"):
                self._answers[id] = first.strip()
                self._warnings.append(
                    _("Under “{field}” there is more than one line. I read the first.", field=field.label)
                )

    def _mentor(self) -> str:
        asked = "mentee" if "mentee" in self._fields else "mentor"
        words = self._answers.get(asked, "")
        handle = form_values.mentor(words, self._forms)
        if handle is None:
            self._missing.append(
                _(
                    "Under “{field}”, {given} isn't a single GitHub name. Write the name from the mentor's page, like `ada-l`, "
                    "or leave it empty if you don't know whom to ask.",
                    field=self._fields[asked].label,
                    given=code(words, 60),
                )
            )
        return handle or ""

    def _wishes(self) -> form_values.Wishes:
        if "skills" not in self._fields:
            return form_values.Wishes()
        wishes = form_values.wishes(self._answers["skills"], self._forms.vocabularies)
        if wishes.unknown:
            self._warnings.append(" ".join(filter(None, [not_listed(wishes.unknown), self._suggested(wishes.unknown)])))
        if wishes.dropped:
            self._warnings.append(
                _(
                    "Under “{field}” there are too many skills and topics. I read the first {count}.",
                    field=self._fields["skills"].label,
                    count=form_values.MOST_TERMS,
                )
            )
        if not (wishes.skills or wishes.topics or wishes.unknown or self._answers["goals"]):
            self._missing.append(
                _(
                    "Under “{field}”, write what you would like help with, in a few words separated by commas.",
                    field=self._fields["skills"].label,
                )
                if self._older
                else _(
                    "Under “{field}”, add a line with what you would like help with, like {example}.",
                    field=self._fields[FIELD].label,
                    example=self._example("skills"),
                )
            )
        return wishes

    def _suggested(self, unknown: tuple[str, ...]) -> str:
        """Suggest the nearest known term for the first unknown one that has one."""
        known = self._forms.vocabularies
        for word in unknown[:_GUESSED]:
            for vocabulary in (known.skills, known.topics):
                close = closest(fold(word), list(vocabulary.spellings), 0.8)
                if close:
                    return _(
                        "Instead of {given}, did you mean {term}?",
                        given=code(word, 60),
                        term=code(vocabulary.label(vocabulary.spellings[close])),
                    )
        return ""

    def _choice(self, id: str) -> str | None:
        field, words = self._fields.get(id), self._answers.get(id, "")
        if field is None or not words:
            return None
        ids = form_values.chosen(words, field)
        names = ", ".join(code(choice.name) for choice in field.choices)
        if ids is None:
            gaps = {"field": field.label, "given": code(words, 60), "choices": names}
            if field.required:
                self._missing.append(
                    _("Under “{field}”, {given} isn't one of the choices. Write one of them: {choices}.", **gaps)
                )
            else:
                self._warnings.append(
                    _(
                        "Under “{field}”, {given} isn't one of the choices, so I left it open. They are: {choices}.",
                        **gaps,
                    )
                )
            return None
        if len(ids) > 1:
            self._warnings.append(_("Under “{field}” there are several choices. I took the first.", field=field.label))
        return ids[0]

    def _languages(self) -> tuple[str, ...]:
        field = self._fields.get("languages")
        if field is None:
            return ()
        tags, unknown = form_values.languages(self._answers["languages"], self._forms.language_tag)
        if not tags:
            unknown_names = [
                ngettext(
                    "I don't know a language called {names}.",
                    "I don't know languages called {names}.",
                    len(unknown),
                    names=as_code(unknown),
                )
            ]
            sentence = (
                _("Under “{field}”, write the languages you can talk in, like `English, German`.", field=field.label)
                if self._older
                else _(
                    "Under “{field}”, add a line with the languages you can talk in, like {example}.",
                    field=self._fields[FIELD].label,
                    example=self._example("languages"),
                )
            )
            self._missing.append(" ".join([sentence, *(unknown_names if unknown else [])]))
        elif unknown:
            self._warnings.append(
                _(
                    "Under “{field}”, I don't know {names}. Write names like `German` or codes like `de`.",
                    field=field.label,
                    names=as_code(unknown),
                )
            )
        return tags

    def _timezone(self) -> str | None:
        words = self._answers.get("timezone", "")
        zone = form_values.timezone(words) if words else None
        if words and zone is None:
            self._warnings.append(
                _(
                    "Under “{field}”, I don't know {given}, so I can't compare your hours. Write a large city in your time zone, like `Europe/London`.",
                    field=self._fields["timezone"].label,
                    given=code(words, 60),
                )
            )
        return zone

    def _program(self) -> str:
        field, words = self._fields.get("program"), self._answers.get("program", "")
        if field is None:
            return ""
        found = form_values.program(words, self._forms) if words else None
        if found is None:
            sentence = _("Under “{field}”, write the program's short name, as its page shows it.", field=field.label)
            unknown = _("There is no program {given}.", given=code(words, 60)) if words else ""
            self._missing.append(" ".join(filter(None, [sentence, unknown])))
        return found or ""

    def _on_behalf(self) -> str:
        words = self._answers.get("on_behalf", "")
        name = form_values.first_name(words)
        if words and not name:
            self._warnings.append(
                _(
                    "Under “{field}”, {given} isn't a first name, so I left it out.",
                    field=self._fields["on_behalf"].label,
                    given=code(words, 60),
                )
            )
        return name

    def _ticked(self, id: str) -> bool:
        field = self._fields.get(id)
        if field is None:
            return False
        ticked = form_values.is_ticked(self._answers[id], field)
        if not ticked:
            self._missing.append(
                _(
                    "Under “{field}”, tick the box if this is true: {box}",
                    field=field.label,
                    box=code(field.choices[0].text),
                )
            )
        return ticked

    def _goals(self) -> str:
        if (field := self._form.free_text) is None:
            return ""
        if not self._answers[field.id]:
            self._missing.append(_("Under “{field}”, write a few sentences.", field=field.label))
        return "\n".join(filter(None, [*self._own_words, self._answers[field.id]]))
