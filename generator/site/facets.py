"""What the browser can filter by: one line a facet, with where its values and their words come from."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.model.directory import Directory
from generator.model.mentor import COMMITMENT_MINUTES, Mentor
from generator.site.labels import choice, language

Words = Callable[[Directory, str], str]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by: how to read a mentor's values, and what to call each.

    `kind` is "one" for a single value or none, "many" for a list, "ordered" for a list whose order
    the card shows. `vocabulary` names where synonyms come from. `of` names an earlier facet of the
    same vocabulary, whose values are then not written a second time. Values are written in `order`
    where there is a natural one.
    """

    name: str
    kind: str
    read: Callable[[Mentor], Any]
    label: Words
    vocabulary: str = ""
    of: str = ""
    order: tuple[str, ...] = ()


def _terms(name: str, kind: str, vocabulary: str, of: str = "") -> Facet:
    def label(directory: Directory, term: str) -> str:
        return directory.vocabularies.of_kind(vocabulary).label(term)

    return Facet(name, kind, attrgetter(name), label, vocabulary, of)


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
    Facet("languages", "ordered", attrgetter("languages"), lambda directory, tag: language(tag)),
    Facet("timezone", "one", attrgetter("timezone"), lambda directory, zone: zone.replace("_", " ")),
    _choices("commitment", "one", order=tuple(COMMITMENT_MINUTES)),
    _choices("formats"),
    _choices("channels"),
    _choices("relationship_types"),
    _choices("structure", "one", "style.structure"),
    _choices("guidance", "one", "style.guidance"),
    _choices("stages_supported", order=("exploring", "beginner", "junior", "mid", "senior", "lead")),
    Facet("programs", "many", attrgetter("programs"), _program_title),
    _choices("accessibility"),
    Facet(
        "office_hours",
        "many",
        lambda mentor: ("offered",) if mentor.office_hours else (),
        lambda directory, value: "Open office hours",
    ),
)
