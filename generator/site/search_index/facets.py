"""What the browser can filter by: one line a facet, with where its values, their labels and its filter come from."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.model.directory import Directory
from generator.model.learner import STAGES
from generator.model.mentor import COMMITMENT_MINUTES, Mentor
from generator.site.calendar_words import window_text
from generator.text.catalogue import N_, _
from generator.text.countries import country, other_names, place
from generator.text.labels import choice
from generator.text.languages import language, own_name

Label = Callable[[Directory, str], str]


@dataclass(frozen=True, slots=True)
class Filter:
    """How a facet is filtered by: the filter's name in addresses and its title; `more` hides it until it is asked for."""

    name: str
    title: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by: how to read a mentor's values, and what to call each.

    `kind` is "one" for a single value or none, "many" for a list, "ordered" for a list whose order
    the card shows. `synonyms` gives other names of a value. `of` names an earlier facet of the same
    vocabulary, whose values are then not written a second time. Values are written in `order` where
    there is a natural one. Without a label, values are shown as they are. A facet without a `filter` is only counted.
    """

    name: str
    kind: str
    read: Callable[[Mentor], Any]
    label: Label | None
    synonyms: Callable[[Directory, str], tuple[str, ...]] | None = None
    of: str = ""
    order: tuple[str, ...] = ()
    filter: Filter | None = None


def _terms(name: str, kind: str, vocabulary: str, of: str = "", filter: Filter | None = None) -> Facet:
    def label(directory: Directory, term: str) -> str:
        return directory.vocabularies.of_kind(vocabulary).label(term)

    def synonyms(directory: Directory, term: str) -> tuple[str, ...]:
        found = directory.vocabularies.of_kind(vocabulary).terms.get(term)
        return found.synonyms if found else ()

    return Facet(name, kind, attrgetter(name), label, synonyms, of, filter=filter)


def _choices(name: str, filter: Filter, kind: str = "many", field: str = "", order: tuple[str, ...] = ()) -> Facet:
    field = field or name
    return Facet(
        name, kind, attrgetter(field), lambda directory, value: choice(field, value), order=order, filter=filter
    )


def _program_title(directory: Directory, program: str) -> str:
    found = directory.programs.get(program)
    return found.title if found else program


FACETS = (
    _terms("skills", "ordered", "skills", filter=Filter("skill", N_("Skill"))),
    _terms("can_introduce", "many", "skills", of="skills"),
    _terms("topics", "many", "topics", filter=Filter("topic", N_("Topic"))),
    _terms("domains", "many", "domains", filter=Filter("domain", N_("Domain"))),
    _terms("career_paths", "many", "career_paths", filter=Filter("career_path", N_("Career path"), more=True)),
    Facet(
        "languages",
        "ordered",
        attrgetter("languages"),
        lambda directory, tag: language(tag),
        # People who look for their own language write its name in that language.
        lambda directory, tag: (own_name(tag),),
        filter=Filter("language", N_("Language")),
    ),
    Facet(
        "country",
        "one",
        lambda mentor: mentor.location.country or None,
        lambda directory, code: country(code),
        lambda directory, code: other_names(code),
        filter=Filter("country", N_("Country")),
    ),
    Facet(
        "city",
        "one",
        lambda mentor: mentor.location.city_id or None,
        lambda directory, city: place(*city.split("/", 1)),
        lambda directory, city: (city.split("/", 1)[1],),
        filter=Filter("city", N_("City"), more=True),
    ),
    Facet(
        "timezone",
        "one",
        attrgetter("timezone"),
        lambda directory, zone: zone.replace("_", " "),
        filter=Filter("timezone", N_("Time zone"), more=True),
    ),
    _choices("commitment", Filter("commitment", N_("Commitment")), "one", order=tuple(COMMITMENT_MINUTES)),
    _choices("formats", Filter("format", N_("Format"), more=True)),
    _choices("channels", Filter("channel", N_("Channel"), more=True)),
    _choices("relationship_types", Filter("relationship_type", N_("Kind of mentorship"), more=True)),
    _choices("structure", Filter("structure", N_("Structure"), more=True), "one", "style.structure"),
    _choices("guidance", Filter("guidance", N_("Guidance"), more=True), "one", "style.guidance"),
    _choices("stages_supported", Filter("stage", N_("For people who are"), more=True), order=STAGES),
    Facet(
        "programs",
        "many",
        attrgetter("programs"),
        _program_title,
        filter=Filter("program", N_("Program"), more=True),
    ),
    _choices("background", Filter("background", N_("Perspective"), more=True)),
    Facet(
        "affiliations",
        "many",
        attrgetter("affiliations"),
        None,
        filter=Filter("affiliation", N_("Affiliation"), more=True),
    ),
    _choices("accessibility", Filter("accessibility", N_("Accessibility"), more=True)),
    Facet(
        "office_hours",
        "many",
        lambda mentor: ("offered",) if mentor.office_hours else (),
        lambda directory, value: _("Open office hours"),
        filter=Filter("office_hours", N_("Office hours"), more=True),
    ),
)
AVAILABILITY = Filter("availability", N_("Availability"))
"""The filter by today's availability, which is not part of a mentor's file."""

FILTERS: tuple[tuple[str, Filter], ...] = (
    *((facet.name, facet.filter) for facet in FACETS if facet.filter),
    ("availability", AVAILABILITY),
)
"""Every filter with the name of its facet, in the order in which the page shows them."""


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
