"""The fields of the form, made from the schema of a profile: what each is called, how it is answered, and in which order.

A field that is new in the schema is asked in the last group, so nobody has to remember the form.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.schema import schema
from generator.text.catalogue import N_, _
from generator.text.labels import choice, explanation

_LONG = 120
"""A text that may have more characters than this is written in a field of several lines."""
FIRST = (
    "name", "github", "headline", "learning.skills", "learning.until", "skills", "languages", "timezone", "location.country",
    "commitment", "capacity",
)  # fmt: skip
"""What is on the page from the start. Who only looks for a mentor is asked for no skills, commitment or capacity."""
BY_THE_ROLE = ("offer_to_mentor", "seeking_mentor")
"""What follows from the first question: whether someone mentors, looks for a mentor, or both."""
BY_ITSELF = ("last_confirmed",)
"""What the form states without asking: who sends it says that it is right today."""
_GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("learning", N_("The help you’d like"), ("learning",)),
    ("help", N_("What you can help with"), (
        "can_help_with", "topics", "can_introduce", "cannot_help_with", "goals", "stages_supported", "domains", "career_paths",
    )),
    ("time", N_("When you’re free"), (
        "windows", "constraints", "location", "cadence", "expectations", "office_hours",
    )),
    ("way", N_("How you work with people"), (
        "approach", "values", "style", "formats", "channels", "relationship_types", "group_size", "calls", "accessibility",
        "roadmaps", "programs",
    )),
    ("about", N_("About you"), (
        "bio", "pronouns", "years_experience", "stage", "background", "affiliations", "interests", "links",
    )),
    ("more", N_("Your page, and how people reach you"), ("contact", "scheduling", "search_engines")),
)  # fmt: skip

_OF_MENTORS = {
    "can_help_with", "topics", "can_introduce", "cannot_help_with", "goals", "stages_supported", "domains", "career_paths", "cadence",
    "expectations", "office_hours", "approach", "relationship_types", "group_size", "roadmaps", "programs", "contact", "scheduling",
    "search_engines", "commitment", "capacity",
}  # fmt: skip
"""What only mentors are asked."""
_ROLES = {"learning": "learner both", **dict.fromkeys(_OF_MENTORS, "mentor both")}

_HINTS = {
    "cannot_help_with": N_("What you don’t help with. It saves everyone time."),
    "location.country": N_(
        "Our guess from your time zone. Everyone can see it, and people near you find you. Leave it out if you like."
    ),
    "languages": N_("Mentor and mentee must share one."),
    "learning.until": N_("You’re listed for 90 days at most. Then nobody sees it any more, unless you name a new day."),
    "contact.url": N_("Only if people ask you on a page of your own."),
    "windows": N_("When you’re usually free, in your own time zone. Tap hours, or drag over several."),
}
"""What helps on a form, where the schema speaks of the file."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question: `name` is the field's place in the file, "style.structure" when nested; `kind` says how it is answered.

    `parts` are the fields of a group that is answered several times, like office hours. `roles` says who is asked, where not
    everyone is.
    """

    name: str
    kind: str
    title: str
    hint: str
    example: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()
    least: int = 0
    most: int = 0
    ids_of: str = ""
    parts: tuple["Field", ...] = ()
    roles: str = ""

    @property
    def id(self) -> str:
        """The field's id in the page."""
        return f"f-{self.name.replace('.', '-').replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together, folded under one heading."""

    name: str
    title: str
    fields: tuple[Field, ...]


def first_fields() -> dict[str, Field]:
    """Return what everyone is asked, by name."""
    tops = dict.fromkeys(name.split(".")[0] for name in FIRST)
    fields = (field for top in tops for field in _fields(top, schema("mentor")["properties"][top]))
    return {field.name: field for field in fields if field.name in FIRST}


def groups(empty: Iterable[str] = (), without: Iterable[tuple[str, str]] = ()) -> tuple[Group, ...]:
    """Return everything else in its groups, less the fields whose lists are `empty` in this directory, and choices it can't keep."""
    properties: dict[str, Any] = schema("mentor")["properties"]
    placed = {name for _name, _title, names in _GROUPS for name in names}
    rest = tuple(name for name in properties if name not in placed and name not in (*FIRST, *BY_ITSELF, *BY_THE_ROLE))
    left_out, not_offered = set(empty), set(without)
    return tuple(
        Group(
            group,
            _(title),
            tuple(
                replace(field, choices=tuple(one for one in field.choices if (field.name, one[0]) not in not_offered))
                for name in (names + rest if group == _GROUPS[-1][0] else names)
                if name in properties and name not in left_out
                for field in _fields(name, properties[name])
                if field.name not in FIRST
            ),
        )
        for group, title, names in _GROUPS
    )


def _fields(name: str, part: dict[str, Any]) -> Iterator[Field]:
    """Yield the questions for a part of the schema: one, or one for each field of a group."""
    if part["type"] == "object":
        for inner, about in part["properties"].items():
            yield from _fields(f"{name}.{inner}", about)
        return
    items = part.get("items", {})
    repeated = items.get("type") == "object"
    yield Field(
        name,
        _kind(name, part),
        _(part["title"]),
        _(_HINTS.get(name, part["description"])),
        _example(part),
        _choices(name, part),
        part.get("minimum", 0),
        part.get("maximum", part.get("maxLength", part.get("maxItems", 0))),
        part.get("x-ids-of") or items.get("x-ids-of", ""),
        tuple(field for inner, about in items["properties"].items() for field in _fields(f"{name}.{inner}", about))
        if repeated
        else (),
        _ROLES.get(name.split(".")[0], ""),
    )


_KINDS_BY_NAME = {"windows": "windows", "languages": "languages"}
_KINDS_BY_IDS = {"timezones": "zone", "countries": "country", "programs": "ids", "roadmaps": "ids"}


def _kind(name: str, part: dict[str, Any]) -> str:
    items = part.get("items", {})
    ids_of = part.get("x-ids-of") or items.get("x-ids-of")
    if name in _KINDS_BY_NAME:
        return _KINDS_BY_NAME[name]
    if ids_of:
        return _KINDS_BY_IDS.get(ids_of, "terms")
    if part["type"] == "array":
        return "rows" if items["type"] == "object" else "many" if "enum" in items else "lines"
    return _kind_of_value(part)


def _kind_of_value(part: dict[str, Any]) -> str:
    if part["type"] in ("boolean", "integer"):
        return "yesno" if part["type"] == "boolean" else "number"
    pattern = part.get("pattern", "")
    if "enum" in part:
        return "one"
    if "https" in pattern:
        return "link"
    if pattern.startswith("^[0-9]"):
        return "date" if "}-[" in pattern else "clock"
    return "text" if part["maxLength"] > _LONG else "line"


def _choices(name: str, part: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Return each choice with its label and what explains it."""
    values = part.get("enum") or part.get("items", {}).get("enum", ())
    return tuple((value, choice(name, value), explanation(name, value)) for value in values)


def _example(part: dict[str, Any]) -> str:
    """Write the first example as someone would type it; choices and ids need none."""
    first = part["examples"][0]
    if isinstance(first, list):
        first = first[0] if part["items"]["type"] == "string" and "enum" not in part["items"] else ""
    return first if isinstance(first, str) and "enum" not in part and "x-ids-of" not in part else ""
