"""Move people in: from records and a map to profiles that pass the check, with an account of everything."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.problem import Problem
from generator.moving.draft import NO_FIELD, NOT_IN_THE_MAP, NOT_UNDERSTOOD, Draft
from generator.moving.map_file import ImportMap, Rule
from generator.moving.own import read_own
from generator.moving.records import KEY, Record
from generator.moving.targets import TARGETS, Column, login_in
from generator.moving.texts import cut, longest
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.source import SourceFile
from generator.profiles.validate import validate
from generator.profiles.yaml_writer import yaml_text
from generator.schema import schema
from generator.text.catalogue import _
from generator.text.counting import listed
from generator.text.countries import country, country_code, zone_countries
from generator.text.time_zones import zones_meant, zones_of

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_LONGEST_HANDLE = 39
_MOST_REPAIRS = 40


@dataclass(frozen=True, slots=True)
class Moved:
    """One person: the handle and text of their profile, or what stops it; and what became of the record."""

    where: str
    handle: str
    text: str
    fields: Mapping[str, Any]
    draft: Draft
    problems: tuple[Problem, ...] = ()
    is_there: bool = False

    @property
    def is_ready(self) -> bool:
        """Nothing is missing, and nobody has the file."""
        return not self.problems and not self.is_there


@dataclass(frozen=True, slots=True)
class Directory:
    """What a person is moved into: what judges a profile, who is there, and what those who lack a field get."""

    context: RuleContext
    language: str = "en"
    defaults: Mapping[str, Any] = field(default_factory=dict)
    people: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Name and GitHub name of everyone who has a file, by handle in small letters."""
    coordinators: frozenset[str] = frozenset()
    """Their GitHub names in small letters: nobody else's handle."""


def move_in(records: Sequence[Record], import_map: ImportMap, directory: Directory) -> Iterator[Moved]:
    """Make a profile of each person, in the order of the records; records with the same GitHub name are one person."""
    taken: dict[str, str] = {}
    for group in _people(records, import_map):
        draft = Draft()
        for record in group:
            _read_record(draft, record, import_map, directory)
        _complete(draft, {**import_map.defaults, **directory.defaults}, directory)
        handle, is_there = _handle_of(draft, directory, taken)
        taken[handle.lower()] = draft.fields.get("name", "")
        text, problems = _checked(draft, handle, group[0].where, directory.context)
        yield Moved(group[0].where, handle, text, draft.fields, draft, problems, is_there)


def _people(records: Iterable[Record], import_map: ImportMap) -> list[list[Record]]:
    groups: dict[str, list[Record]] = {}
    for number, record in enumerate(records):
        named = (
            login_in(text)
            for name, texts in record.values.items()
            if import_map.rule(name).target == "github"
            for text in texts
        )
        login = next(filter(None, named), None)
        groups.setdefault(login.lower() if login else f" {number}", []).append(record)
    return list(groups.values())


def _read_record(draft: Draft, record: Record, import_map: ImportMap, directory: Directory) -> None:
    if import_map.is_own:
        read_own(draft, record.raw)
        draft.handle = draft.handle or next(iter(record.values.get(KEY, ())), "")
        return
    for name in import_map.in_order(record.values):
        texts, rule = record.values[name], import_map.rule(name)
        if rule.meanings:
            for text in texts:
                _read_meaning(draft, name, text, rule)
        elif rule.why or not rule.target:
            for text in texts:
                draft.lose(name, text, rule.why or NOT_IN_THE_MAP)
        else:
            TARGETS[rule.target](draft, Column(name, texts, directory.context.vocabularies))


def _read_meaning(draft: Draft, name: str, text: str, rule: Rule) -> None:
    meant = next((fields for word, fields in rule.meanings.items() if word.lower() == text.lower()), None)
    if meant is None:
        draft.lose(name, text, NOT_UNDERSTOOD if name not in ("channels",) else NO_FIELD)
        return
    for target, value in meant.items():
        if isinstance(value, list):
            for one in value:
                draft.add(target, one, 12)
        else:
            draft.fields.setdefault(target, value)
    draft.carry(name, text)


def _complete(draft: Draft, defaults: Mapping[str, Any], directory: Directory) -> None:
    """Fill in what a profile needs and the record doesn't say, and remember each filling."""
    fields = draft.fields
    if "name" not in fields and draft.names:
        fields["name"] = cut(
            " ".join(filter(None, (draft.names.get("first"), draft.names.get("last")))), longest("name")
        )
    if draft.booking and "github" in fields:
        fields["scheduling"] = draft.booking
    elif draft.booking:
        fields["contact"] = {"mode": "link", "url": draft.booking}
    _find_zone(draft)
    _find_country(draft)
    for name, value in defaults.items():
        if name not in fields:
            fields[name] = value
            draft.filled[name] = _(
                "what you set for all: {value}", value=yaml_text({name: value}).partition(": ")[2].strip()
            )
    vocabularies = directory.context.vocabularies
    if "headline" not in fields and fields.get("skills"):
        named = [vocabularies.skills.label(id) for id in fields["skills"][:3]]
        fields["headline"] = cut(_("Helps with {skills}", skills=listed(named)), longest("headline"))
        draft.filled["headline"] = _("made of their first skills")
    for name, value, why in (
        ("languages", [directory.language], _("the language of your directory")),
        ("commitment", "1h", _("1 hour a month, as most mentors")),
        ("capacity", 1, _("1 mentee at once")),
    ):
        if name not in fields:
            fields[name] = value
            draft.filled[name] = why


def _find_zone(draft: Draft) -> None:
    """Find the time zone of where someone lives; in a country with several, the one of most people."""
    if "timezone" in draft.fields:
        return
    cities = [place for place in (", ".join(draft.places), *draft.places) if place and not country_code(place)]
    zones = next((found for place in cities if (found := zones_meant(place, draft.country))), ())
    if len(zones) != 1 and draft.country:
        zones = zones_of(draft.country)
    if len(zones) == 1 or (zones and draft.country):
        draft.fields["timezone"] = zones[0]
    if len(zones) > 1 and draft.country:
        draft.filled["timezone"] = _("where most people in {country} live", country=country(draft.country))


def _find_country(draft: Draft) -> None:
    """Give a city its country, which its time zone says; a city alone is no place of a profile."""
    location = draft.fields.get("location", {})
    if "city" not in location or "country" in location:
        return
    code = zone_countries().get(draft.fields.get("timezone", ""))
    if code and "timezone" not in draft.filled:
        location["country"] = code
    else:
        draft.take_out("location", _("the country of the city isn't known"))


def _handle_of(draft: Draft, directory: Directory, taken: Mapping[str, str]) -> tuple[str, bool]:
    """Return the person's handle, and whether it is their file that is there already."""
    name, login = draft.fields.get("name", ""), draft.fields.get("github", "")
    wanted = login or slug(draft.handle) or slug(name) or "mentor"
    for number in range(1, 100_000):
        tail = "" if number == 1 else f"-{number}"
        handle = wanted[: _LONGEST_HANDLE - len(tail)].rstrip("-") + tail
        if handle.lower() in taken or (not login and handle.lower() in directory.coordinators):
            continue
        there = directory.people.get(handle.lower())
        if there is None:
            return handle, False
        if (
            there == (name, login)
            or (login and there[1].lower() == login.lower())
            or there[0].casefold() == name.casefold()
        ):
            return handle, True
    raise AssertionError("a hundred thousand people of one name")


def slug(name: str) -> str:
    """Write a name as a handle: "Łódź Ada-María" is "lodz-ada-maria"; letters of other scripts have none."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_HANDLE].strip("-")


def _checked(draft: Draft, handle: str, where: str, context: RuleContext) -> tuple[str, tuple[Problem, ...]]:
    """Write the profile; what the check refuses is taken out and counted as lost, and what is missing is returned."""
    path = f"mentors/{handle}.yml"
    for _count in range(_MOST_REPAIRS):
        text = profile_text(draft)
        errors = [
            one
            for one in validate(SourceFile(path, text.encode()), "mentor", MENTOR_RULES, context).problems
            if one.severity == "error"
        ]
        wrong = [one for one in errors if one.code != "missing-field"]
        if not wrong:
            return text, tuple(errors)
        name = text.split("\n")[wrong[0].line - 1].partition(":")[0].strip()
        if name not in draft.fields:
            return text, tuple(errors)
        draft.take_out(name, wrong[0].message)
    return text, tuple(errors)


def profile_text(draft: Draft) -> str:
    """Write the file, its fields in the schema's order, with a note beside a time zone that is a guess."""
    order = [name for name in schema("mentor")["properties"] if name in draft.fields]
    text = yaml_text({name: draft.fields[name] for name in order})
    guess = draft.filled.get("timezone")
    if guess:
        text = re.sub(r"(?m)^(timezone: .*)$", lambda line: f"{line[1]}  # {guess}", text, count=1)
    return text
