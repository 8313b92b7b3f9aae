"""Read a submitted issue form back, in the order of its fields, whatever else somebody wrote into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model.request import Asked
from generator.model.vocabulary import fold
from generator.requests.forms import values as form_values
from generator.requests.forms.form import CHECKBOXES, TEXTAREA, Field, Form, Forms
from generator.text.closest import closest
from generator.text.markdown_escape import code

LONGEST_ANSWER = 2000
"""Letters of a field that are looked at; only the free text may be longer."""
_SHOWN = 5
_GUESSED = 3
_NOTHING = frozenset({"", "noresponse", "none"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form says. `asked` holds what could be read, also while something is missing.

    `missing` are sentences about what to write where before anybody is told; `warnings` say what was left
    out or understood in another way. Both may be shown in public: people's own words stand in code. `forged`
    says that headings of fields stand where they do not belong; they count for nothing.
    """

    asked: Asked
    missing: tuple[str, ...] = ()
    forged: bool = False
    warnings: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def read_form(body: str, forms: Forms) -> Reading | None:
    """Read an issue's text, or return None when it is none of our forms; no text whatever raises.

    Who is named as mentor may be nobody in the directory; the program is one that the directory has.
    """
    lines = _lines(body)
    form = _which(_headings(lines), forms.forms)
    if form is None:
        return None
    answers, forged = answers_of(body, form)
    return _Reader(form, forms, answers).reading(forged)


def answers_of(body: str, form: Form) -> tuple[dict[str, str], bool]:
    """Return what stands below each heading of a form, by the field's id, and whether headings were forged.

    The headings are met in the form's order. One that comes back, comes too late, or was typed as an answer
    is part of the answer in which it stands, and was forged.
    """
    lines, places = _lines(body), _places(form)
    known = [(heading, places[heading.words]) for heading in _headings(lines) if heading.words in places]
    found: list[tuple[int, int]] = []
    reached, forged = -1, False
    for index, (heading, place) in enumerate(known):
        if place <= reached or (heading.as_answer and _comes_again(place, known[index + 1 :], len(form.fields) - 1)):
            forged = True
        else:
            reached = place
            found.append((heading.line, place))
    ends = [line for line, _ in found[1:]] + [len(lines)]
    answers = {
        form.fields[place].id: "\n".join(lines[line + 1 : end]).strip()
        for (line, place), end in zip(found, ends, strict=True)
    }
    return answers, forged


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that looks like a heading which GitHub writes above an answer; `as_answer` where an answer would stand.

    GitHub writes something below every heading, so a heading just below another one was typed by somebody, unless
    somebody deleted the answer.
    """

    line: int
    words: str
    as_answer: bool


def _lines(body: str) -> list[str]:
    return body.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _headings(lines: list[str]) -> list[_Heading]:
    headings, below = [], False
    for number, line in enumerate(lines):
        plain = line.strip()
        if plain.startswith("### "):
            headings.append(_Heading(number, fold(plain[4 : 4 + LONGEST_ANSWER].rstrip("# ")), below))
            below = not below
        elif plain:
            below = False
    return headings


def _comes_again(place: int, later: list[tuple[_Heading, int]], last: int) -> bool:
    """Say whether a heading stands again where it belongs: above an answer, and before the free text begins."""
    for heading, other in later:
        if not heading.as_answer and other in (place, last):
            return other == place
    return False


@lru_cache(maxsize=64)
def _places(form: Form) -> Mapping[str, int]:
    """Return where each label of a form stands, the former ones too."""
    return {label: place for place, field in reversed([*enumerate(form.fields)]) for label in field.labels}


def _which(headings: list[_Heading], forms: tuple[Form, ...]) -> Form | None:
    """Find the form whose headings these are; what stands below the first heading of a free text is not looked at."""
    ends = {label for form in forms if form.free_text for label in form.free_text.labels}
    structure = _until([heading.words for heading in headings if not heading.as_answer], ends)
    if not structure or structure[-1] not in ends:
        structure = _until([heading.words for heading in headings], ends)
    first, last = (structure[0], structure[-1]) if structure else ("", "")
    best, most = None, 0
    for form in forms:
        places = _places(form)
        if first not in places or (last in ends and places.get(last) != len(form.fields) - 1):
            continue
        ours = len({places[heading] for heading in structure if heading in places})
        foreign = sum(heading not in places for heading in structure)
        if ours >= min(2, len(form.fields)) and (best is None or ours - foreign > most):
            best, most = form, ours - foreign
    return best


def _until(words: list[str], ends: set[str]) -> list[str]:
    """Return each word once, up to the first of the ends."""
    kept: dict[str, None] = {}
    for word in words:
        kept[word] = None
        if word in ends:
            break
    return [*kept]


class _Reader:
    """Reads the answers one after the other and collects what must be said about them."""

    def __init__(self, form: Form, forms: Forms, answers: Mapping[str, str]) -> None:
        self._form, self._forms = form, forms
        self._fields = {field.id: field for field in form.fields}
        self._answers = {id: _plain(answers.get(id, ""), field) for id, field in self._fields.items()}
        self._missing: list[str] = []
        self._warnings: list[str] = []

    def reading(self, forged: bool) -> Reading:
        self._one_line_each()
        mentor = self._mentor()
        wishes = self._wishes()
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
        )
        self._ticked("mention")
        if forged:
            self._warnings.append(
                "Headings of this form stand in places where they do not belong; I read each field where the form has it."
            )
        return Reading(asked, tuple(self._missing), forged, tuple(self._warnings))

    def _one_line_each(self) -> None:
        for id, field in self._fields.items():
            first, more, _ = self._answers[id].partition("\n")
            if field.type == "input" and more and id not in ("skills", "languages"):
                self._answers[id] = first.strip()
                self._warnings.append(f"{_under(field)} stands more than one line; I read the first.")

    def _mentor(self) -> str:
        words = self._answers.get("mentor", "")
        handle = form_values.mentor(words, self._forms)
        if handle is None:
            self._missing.append(
                f"{_under(self._fields['mentor'])}, {code(words, 60)} is not one GitHub name. "
                "Write the name that the mentor's page shows, like `ada-l`, or leave it empty if you do not know whom to ask."
            )
        return handle or ""

    def _wishes(self) -> form_values.Wishes:
        if "skills" not in self._fields:
            return form_values.Wishes()
        wishes = form_values.wishes(self._answers["skills"], self._forms.vocabularies)
        if wishes.unknown:
            self._warnings.append(f"{_some(wishes.unknown)} {_unlisted(wishes.unknown)}.{self._meant(wishes.unknown)}")
        if wishes.dropped:
            self._warnings.append(
                f"{_under(self._fields['skills'])} stand very many words; I read the first {form_values.MOST_WORDS}."
            )
        if not (wishes.skills or wishes.topics or wishes.unknown or self._answers["goals"]):
            self._missing.append(
                f"{_under(self._fields['skills'])}, write what you want help with, in a few words with commas between them."
            )
        return wishes

    def _meant(self, unknown: tuple[str, ...]) -> str:
        """Offer the nearest known word for the first of a few unknown ones that has one."""
        known = self._forms.vocabularies
        for word in unknown[:_GUESSED]:
            for vocabulary in (known.skills, known.topics):
                close = closest(fold(word), list(vocabulary.spellings), 0.8)
                if close:
                    return f" By {code(word, 60)}, did you mean {code(vocabulary.label(vocabulary.spellings[close]))}?"
        return ""

    def _choice(self, id: str) -> str | None:
        field, words = self._fields.get(id), self._answers.get(id, "")
        if field is None or not words:
            return None
        ids = form_values.chosen(words, field)
        names = ", ".join(code(choice.name) for choice in field.choices)
        if ids is None:
            sentence = f"{_under(field)}, {code(words, 60)} is none of the choices"
            if field.required:
                self._missing.append(f"{sentence}. Write one of them: {names}.")
            else:
                self._warnings.append(f"{sentence}, which are {names}; I took it as left open.")
            return None
        if len(ids) > 1:
            self._warnings.append(f"{_under(field)} stand several choices; I took the first.")
        return ids[0]

    def _languages(self) -> tuple[str, ...]:
        field = self._fields.get("languages")
        if field is None:
            return ()
        tags, unknown = form_values.languages(self._answers["languages"], self._forms.language_tag)
        if not tags:
            but = (
                f" I do not know {_some(unknown)} by {'these names' if len(unknown) > 1 else 'this name'}."
                if unknown
                else ""
            )
            self._missing.append(f"{_under(field)}, write the languages you can talk in, like `English, German`.{but}")
        elif unknown:
            self._warnings.append(
                f"{_under(field)}, I do not know {_some(unknown)}; names like `German` or codes like `de` are understood."
            )
        return tags

    def _timezone(self) -> str | None:
        words = self._answers.get("timezone", "")
        zone = form_values.timezone(words) if words else None
        if words and zone is None:
            self._warnings.append(
                f"{_under(self._fields['timezone'])}, I do not know {code(words, 60)}, so hours in common are not compared. A large city of your time zone is understood, like `Europe/London`."
            )
        return zone

    def _program(self) -> str:
        field, words = self._fields.get("program"), self._answers.get("program", "")
        if field is None:
            return ""
        found = form_values.program(words, self._forms) if words else None
        if found is None:
            but = f" There is no program {code(words, 60)}." if words else ""
            self._missing.append(f"{_under(field)}, write the program's short name as its page shows it.{but}")
        return found or ""

    def _ticked(self, id: str) -> bool:
        field = self._fields.get(id)
        if field is None:
            return False
        ticked = form_values.is_ticked(self._answers[id], field)
        if not ticked:
            self._missing.append(f"{_under(field)}, tick the box if it is true: {code(field.choices[0].text)}")
        return ticked

    def _goals(self) -> str:
        field = self._form.free_text
        if field is None:
            return ""
        if not self._answers[field.id]:
            self._missing.append(f"{_under(field)}, write a few sentences. {field.about.partition('?')[0]}?")
        return self._answers[field.id]


def _plain(answer: str, field: Field) -> str:
    """Return an answer without what stands for none; the free text stays as it was written."""
    told = _without_comments(answer).strip()
    if field.type == TEXTAREA:
        return "" if told.lower() in ("", "_no response_", "none") else answer
    return "" if fold(told[:LONGEST_ANSWER]) in _NOTHING and field.type != CHECKBOXES else told[:LONGEST_ANSWER]


def _without_comments(text: str) -> str:
    """Leave out what HTML would not show."""
    kept, start = [], 0
    while (opened := text.find("<!--", start)) >= 0:
        kept.append(text[start:opened])
        closed = text.find("-->", opened)
        start = closed + 3 if closed >= 0 else len(text)
    return "".join([*kept, text[start:]])


def _under(field: Field) -> str:
    return f"Under “{field.label}”"


def _some(words: tuple[str, ...]) -> str:
    shown = [code(word, 60) for word in words[:_SHOWN]]
    more = len(words) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def _unlisted(words: tuple[str, ...]) -> str:
    one = len(words) == 1
    return f"{'stands' if one else 'stand'} in no list here, so the match cannot look for {'it' if one else 'them'}"
