"""Read profiles as three public directories published them into one shape, adding nothing that they do not say."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from benchmarks.places import country_of
from generator.model.vocabulary import KINDS, Vocabularies

_LANGUAGES = {"mandarin": "zh", "ukranian": "uk", "farsi": "fa"}
_PARTS = re.compile(r"[;,/()&]| and ")


@dataclass(frozen=True, slots=True)
class RealPerson:
    """What one real profile says; None or empty where it says nothing."""

    id: str
    source: str
    words: tuple[str, ...]
    country: str | None
    languages: tuple[str, ...]
    unread_languages: tuple[str, ...] = ()
    hours: int | None = None
    places: int | None = None
    disabled: bool = False
    years: int | None = None
    kind: str = ""
    channels: tuple[str, ...] = ()


def read_people(path: Path) -> Iterator[RealPerson]:
    """Read one person a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield person_of(json.loads(line))


def person_of(fields: dict) -> RealPerson:
    """Read the fields of whichever directory the person comes from."""
    if "location_last_part" in fields:
        return _from_women_coding(fields)
    words = tuple(fields.get("tags") or fields.get("expertise") or ())
    country = fields.get("country") or ""
    code = country if "tags" in fields and len(country) == 2 and country != "EU" else country_of(country)
    return RealPerson(
        fields["id"], fields["source"], _stated(words), code, tuple(fields.get("spoken_languages") or ()),
        channels=tuple(fields.get("channels") or ()),
    )  # fmt: skip


def _from_women_coding(fields: dict) -> RealPerson:
    skills = fields["skills"]
    words = (*(skills.get("areas") or ()), *(skills.get("languages") or "").split(","), *(skills.get("focus") or ()))
    written = [name.strip() for name in (fields.get("languages") or "").split(",") if name.strip()]
    codes = [_language_code(name) for name in written]
    return RealPerson(
        fields["id"], fields["source"], _stated(words), country_of(fields["location_last_part"]),
        tuple(dict.fromkeys(code for code in codes if code)),
        tuple(name for name, code in zip(written, codes, strict=True) if code is None),
        fields.get("hours"), fields.get("num_mentee"), bool(fields.get("disabled")), skills.get("years"),
        (fields.get("type") or "").lower(),
    )  # fmt: skip


def _stated(words: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word and word.strip()))


@cache
def _language_names() -> dict[str, str]:
    return {name.casefold(): code for code, name in Locale("en").languages.items() if len(code) <= 3}


def _language_code(name: str) -> str | None:
    return _LANGUAGES.get(name.casefold()) or _language_names().get(name.casefold())


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a person's words stand for in each vocabulary, and the words that stand for none."""

    skills: tuple[str, ...]
    topics: tuple[str, ...]
    domains: tuple[str, ...]
    career_paths: tuple[str, ...]
    unknown: tuple[str, ...]


def known_words(words: tuple[str, ...], vocabularies: Vocabularies) -> Known:
    """Look every word up in all four vocabularies; one that is found nowhere is tried in its parts."""
    found: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    unknown = []
    for word in words:
        if not _find(word, vocabularies, found):
            parts = [_find(part.strip(" ."), vocabularies, found) for part in _PARTS.split(word)]
            if not any(parts):
                unknown.append(word)
    return Known(*(tuple(found[kind]) for kind in KINDS), tuple(unknown))


def _find(word: str, vocabularies: Vocabularies, found: dict[str, dict[str, None]]) -> bool:
    ids = {kind: vocabularies.of_kind(kind).find(word) for kind in KINDS} if word else {}
    for kind, id in ids.items():
        if id:
            found[kind].setdefault(id)
    return any(ids.values())
