"""A map: which field of a source becomes what in a profile. Ready ones are in `maps/`; anyone can write one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from generator.moving.errors import SourceError
from generator.moving.targets import TARGETS
from generator.profiles.foreign_yaml import AmbiguousKeyError, read_foreign
from generator.schema import schema
from generator.text.catalogue import _
from generator.text.closest import closest

_KEYS = ("about", "people", "signs", "columns", "set")
READY = ("lodestar", "coding-coach", "women-coding-community", "open-life-science", "exercism")
"""The maps that come along, in the order in which they are tried."""
OWN = "lodestar"
Meanings = Mapping[str, Mapping[str, Any]]
"""What each text of a field means, as fields of a profile: "ad-hoc" is {formats: [ad-hoc-qa]}."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of one field: the target that reads it, or what its texts mean; `why` says why it doesn't come in."""

    target: str
    why: str = ""
    meanings: Meanings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportMap:
    """Rules by the names of fields; `signs` are fields that show that a source is of this kind."""

    name: str
    columns: Mapping[str, Rule]
    about: str = ""
    people: str = ""
    signs: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """Return whether this is the way in which Lodestar itself writes profiles."""
        return self.name == OWN

    def rule(self, name: str) -> Rule:
        """Return what becomes of a field; `channels.*` is a rule for everything below, and no rule is an empty one."""
        found = self.columns.get(name)
        if found is None and "." in name:
            found = self.columns.get(f"{name.rpartition('.')[0]}.*")
        return found or Rule("")

    def in_order(self, names: Iterable[str]) -> list[str]:
        """Return the fields of a record in the order of the map, those that it doesn't name last."""
        order = {name: at for at, name in enumerate(self.columns)}
        return sorted(names, key=lambda name: order.get(name, len(order)))

    def fits(self, fields: Collection[str]) -> bool:
        """Return whether a source has every field that shows its kind; `a|b` is either."""
        return bool(self.signs) and all(any(one in fields for one in sign.split("|")) for sign in self.signs)


def read_map(text: str, name: str) -> ImportMap:
    """Read a map file. Raise SourceError at the first thing that is wrong with it."""
    try:
        data = read_foreign(text)
    except AmbiguousKeyError as error:
        raise SourceError(
            _(
                "{path}, line {line}: '{name}' is there twice. Delete one of the two.",
                path=name,
                line=error.line,
                name=error.name,
            )
        ) from None
    except ValueError as error:
        raise SourceError(_("{path}, line {line}: this isn't YAML.", path=name, line=error.args[0])) from None
    if not isinstance(data, dict) or not isinstance(data.get("columns"), dict):
        raise SourceError(
            _("{path} is no map: it has no 'columns'. 'lodestar import SOURCE --guess' drafts one.", path=name)
        )
    unknown = next((key for key in data if key not in _KEYS), None)
    if unknown:
        raise SourceError(
            _("{path}: a map has no '{name}'. Its parts are {names}.", path=name, name=unknown, names=", ".join(_KEYS))
        )
    columns = {str(column): _rule(str(column), value, name) for column, value in data["columns"].items()}
    signs = data.get("signs") or ()
    return ImportMap(
        name, columns, data.get("about") or "", data.get("people") or "", tuple(signs) if isinstance(signs, list) else (),
        _defaults(data.get("set") or {}, name),
    )  # fmt: skip


def _rule(column: str, value: Any, name: str) -> Rule:
    if isinstance(value, dict):
        return Rule("", meanings={str(text): _meaning(column, meant, name) for text, meant in value.items()})
    target, _colon, why = str(value or "nothing").partition(":")
    if target.strip() not in TARGETS:
        near = closest(target.strip().lower().replace(" ", "_"), list(TARGETS))
        did = _("Did you mean '{word}'?", word=near) if near else _("'lodestar import --targets' lists what there is.")
        raise SourceError(
            _("{path}: '{column}' can't become '{target}'.", path=name, column=column, target=target.strip())
            + " "
            + did
        )
    return Rule(target.strip(), why.strip())


def _meaning(column: str, meant: Any, name: str) -> dict[str, Any]:
    if meant is None or meant == {}:
        return {}
    unknown = (
        next((one for one in meant if one not in schema("mentor")["properties"]), None)
        if isinstance(meant, dict)
        else column
    )
    if unknown is not None:
        raise SourceError(
            _(
                "{path}: '{column}' says what its texts mean as fields of a profile, like {example}",
                path=name,
                column=column,
                example="ad-hoc: {formats: [ad-hoc-qa]}",
            )
        )
    return typed(meant)


def _defaults(given: Any, name: str) -> dict[str, Any]:
    if not isinstance(given, dict) or any(one not in schema("mentor")["properties"] for one in given):
        raise SourceError(
            _(
                "{path}: 'set' gives fields of a profile to all who lack them, like {example}",
                path=name,
                example="timezone: Europe/Berlin",
            )
        )
    return typed(given)


def typed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Turn texts into the kind of value that each field of a profile holds; a list may be written with commas."""
    return {name: _typed(value, schema("mentor")["properties"][name]) for name, value in fields.items()}


def _typed(value: Any, about: Mapping[str, Any]) -> Any:
    kind = about.get("type")
    if kind == "array":
        parts = value if isinstance(value, list) else [part.strip() for part in str(value).split(",") if part.strip()]
        return [_typed(part, about.get("items", {})) for part in parts]
    if kind == "object" and isinstance(value, dict):
        inner = about.get("properties", {})
        return {name: _typed(part, inner.get(name, {})) for name, part in value.items()}
    if kind == "integer" and isinstance(value, str) and value.strip().lstrip("-").isdecimal():
        return int(value)
    if kind == "boolean" and str(value).lower() in ("true", "false"):
        return str(value).lower() == "true"
    return value


@cache
def ready_map(name: str) -> ImportMap:
    """Return a map that comes along."""
    return read_map(files("generator.moving").joinpath("maps", f"{name}.yml").read_text(encoding="utf-8"), name)


def fitting_map(fields: Iterable[str]) -> ImportMap | None:
    """Return the first ready map that fits the fields of a source."""
    there = frozenset(fields)
    return next((found for name in READY if (found := ready_map(name)).fits(there)), None)
