"""What the browser can filter by: one line a facet, with where its values and their words come from."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.model.directory import Directory
from generator.model.learner import STAGES
from generator.model.mentor import COMMITMENT_MINUTES, Mentor
from generator.site.calendar_words import window_text
from generator.text.labels import choice
from generator.text.languages import language, own_name

Words = Callable[[Directory, str], str]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by: how to read a mentor's values, and what to call each.

    `kind` is "one" for a single value or none, "many" for a list, "ordered" for a list whose order
    the card shows. `synonyms` gives other words for a value. `of` names an earlier facet of the same
    vocabulary, whose values are then not written a second time. Values are written in `order` where
    there is a natural one. Without a label, values are their own words.
    """

    name: str
    kind: str
    read: Callable[[Mentor], Any]
    label: Words | None
    synonyms: Callable[[Directory, str], tuple[str, ...]] | None = None
    of: str = ""
    order: tuple[str, ...] = ()


def _terms(name: str, kind: str, vocabulary: str, of: str = "") -> Facet:
    def label(directory: Directory, term: str) -> str:
        return directory.vocabularies.of_kind(vocabulary).label(term)

    def synonyms(directory: Directory, term: str) -> tuple[str, ...]:
        found = directory.vocabularies.of_kind(vocabulary).terms.get(term)
        return found.synonyms if found else ()

    return Facet(name, kind, attrgetter(name), label, synonyms, of)


def _choices(name: str, kind: str = "many", field: str = "", order: tuple[str, ...] = ()) -> Facet:
    field = field or name
    return Facet(name, kind, attrgetter(field), lambda directory, value: choice(field, value), order=order)


def _program_title(directory: Directory, program: str) -> str:
    found = directory.programs.get(program)
    return found.title if found else program


FACETS = (
    _terms("skills", "ordered", "skills"),
    _terms("can_introduce", "many", "skills", of="skills"),
    _terms("topics", "many", "topics"),
    _terms("domains", "many", "domains"),
    _terms("career_paths", "many", "career_paths"),
    Facet(
        "languages",
        "ordered",
        attrgetter("languages"),
        lambda directory, tag: language(tag),
        # Who looks for somebody who speaks their language writes it in that language.
        lambda directory, tag: (own_name(tag),),
    ),
    Facet("timezone", "one", attrgetter("timezone"), lambda directory, zone: zone.replace("_", " ")),
    _choices("commitment", "one", order=tuple(COMMITMENT_MINUTES)),
    _choices("formats"),
    _choices("channels"),
    _choices("relationship_types"),
    _choices("structure", "one", "style.structure"),
    _choices("guidance", "one", "style.guidance"),
    _choices("stages_supported", order=STAGES),
    Facet("programs", "many", attrgetter("programs"), _program_title),
    _choices("accessibility"),
    Facet(
        "office_hours",
        "many",
        lambda mentor: ("offered",) if mentor.office_hours else (),
        lambda directory, value: "Open office hours",
    ),
)


def match_facets(directory: Directory) -> tuple[Facet, ...]:
    """Return what a match counts beside the facets; loaded once goals are stated, and shown nowhere by itself."""
    known = {*directory.vocabularies.skills.terms, *directory.vocabularies.topics.terms}
    return (
        Facet("goals", "many", attrgetter("goals"), None),
        Facet("stage", "one", attrgetter("stage"), None, order=STAGES),
        Facet("windows", "ordered", lambda mentor: tuple(map(window_text, mentor.windows)), None),
        # Sentences of their own say the same to people, but nothing to a match.
        Facet(
            "cannot_help_with", "many", lambda mentor: [word for word in mentor.cannot_help_with if word in known], None
        ),
    )
