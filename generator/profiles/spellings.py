"""Read what people call things as the ids that a file holds: labels, synonyms, spellings, and terms of another list.

Nothing is guessed here: a word is read only where it has one meaning. `lodestar check --fix` writes the ids.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.model.vocabulary import KINDS, fold
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.times import parse_window
from generator.profiles.violation import FieldPath, Violation, quoted
from generator.schema import schema
from generator.text import labels
from generator.text.catalogue import N_, _, cache_by_language
from generator.text.countries import country_code, country_codes
from generator.text.languages import language_tag
from generator.text.time_zones import find_zone, zone_names
from generator.text.windows import read_windows

_READ_IN = ("mentor", "program", "roadmap", "learner")
_BETWEEN, _AND = re.compile("[,;\n]"), re.compile(r"\s+(?:and|&|\+)\s+")
_LONGEST = 80
"""Letters; what is longer is no name of anything."""
_OTHER_LIST = {
    "skills": N_("{word} is a skill"),
    "topics": N_("{word} is a topic"),
    "domains": N_("{word} is a domain"),
    "career_paths": N_("{word} is a career path"),
}


@dataclass(frozen=True, slots=True)
class Respelling:
    """A value that is read as another: where it is, what is written there, and what it is read as.

    `list` names the list it is read in where that is another one, which may have it already.
    """

    path: FieldPath
    written: str
    meant: str
    list: str = ""


@dataclass(slots=True)
class ReadFields:
    """Fields with ids in place of other spellings, what was read as what, and where each value of a list was written."""

    fields: Any
    respellings: list[Respelling] = field(default_factory=list)
    _written: dict[FieldPath, list[FieldPath]] = field(default_factory=dict)

    def as_written(self, path: FieldPath) -> FieldPath:
        """Return where the value at a path of these fields is in the file."""
        for length in range(len(path) - 1, 0, -1):
            places, position = self._written.get(path[:length]), path[length]
            if places is not None and isinstance(position, int) and position < len(places):
                return (*places[position], *path[length + 1 :])
        return path

    def lists(self) -> dict[FieldPath, list[FieldPath]]:
        """Return where each value of the lists that were set was written."""
        return self._written

    def keep(self, holder: dict[str, Any], path: FieldPath, values: dict[FieldPath, Any]) -> None:
        """Set a list to these values, and remember where each was written."""
        holder[str(path[-1])] = list(values.values())
        self._written[path] = list(values)


def read_spellings(kind: str, fields: Any, context: RuleContext) -> ReadFields:
    """Read every value of a file that names something by its id; the fields given stay as they are."""
    read = ReadFields(fields)
    if kind not in _READ_IN or not isinstance(fields, dict):
        return read
    read.fields = copied(fields)
    country = _country_of(read.fields)
    for path, ids_of in _single_values(kind):
        _read_one(read, path, _reader(ids_of, context, country))
    for path, ids_of in _lists(kind):
        _read_list(read, path, ids_of, context)
    for path, ids_of in _lists(kind) if kind == "mentor" else ():
        if ids_of in KINDS and len(path) == 1:
            _sort_list(read, path, ids_of, context)
    return read


def violations_of(read: ReadFields) -> Iterator[tuple[str, Violation]]:
    """Say what was read as what, as hints."""
    fix = _("'lodestar check --fix' writes it so")
    for one in read.respellings:
        if not one.list:
            message = _("{written} is read as {id}", written=quoted(one.written), id=quoted(one.meant))
            yield "other-spelling", Violation(one.path, message, fix, severity="hint")
        else:
            message = _(_OTHER_LIST[one.list], word=quoted(one.written))
            help = _("it is read in '{list}', and 'lodestar check --fix' moves it there", list=one.list)
            yield "other-list", Violation(one.path, message, help, severity="hint")


_Reader = Callable[[str], str | None]


def _reader(ids_of: str, context: RuleContext, country: str = "") -> _Reader:
    """Return what reads a word as an id: the word itself where it is one, or None where it has no single meaning."""
    if ids_of in KINDS:
        vocabulary = context.vocabularies.of_kind(ids_of)
        return lambda word: word if word in vocabulary.terms else vocabulary.find(word)
    if ids_of == "timezones":
        return lambda word: word if word in zone_names() else find_zone(word, country)
    if ids_of == "countries":
        return lambda word: word if word in country_codes() else country_code(word)
    if ids_of == "windows":
        return lambda word: word if _is_window(word) else next(iter(read_windows(word)), None)
    if ids_of == "languages":
        return lambda word: word if word.isascii() and len(word.partition("-")[0]) < 4 else language_tag(word)
    choices = _choices(ids_of)
    return lambda word: word if word in choices.values() else choices.get(fold(word))


def _read_one(read: ReadFields, path: FieldPath, meant_by: _Reader) -> None:
    holder, name = _holder(read.fields, path)
    written = holder.get(name) if holder else None
    if holder is not None and isinstance(written, str) and 0 < len(written) <= _LONGEST:
        meant = meant_by(written)
        if meant and meant != written:
            holder[name] = meant
            read.respellings.append(Respelling(path, written, meant))


def _is_window(word: str) -> bool:
    window = parse_window(word)
    return window is not None and window[1] < window[2]


def _read_list(read: ReadFields, path: FieldPath, ids_of: str, context: RuleContext) -> None:
    """Read the values of a list, also of one that is written as a text; one that is there twice then is kept once."""
    holder, name = _holder(read.fields, path)
    words = holder.get(name) if holder else None
    meant_by = _reader(ids_of, context)
    before, text = len(read.respellings), words
    if holder is not None and isinstance(words, str) and words.strip():
        words = holder[name] = list(_parts_of(words, meant_by))
    if holder is None or not isinstance(words, list):
        return
    kept: dict[FieldPath, Any] = {}
    already = {word for word in words if isinstance(word, str) and meant_by(word) == word}
    for position, word in enumerate(words):
        place = (*path, position)
        meant = meant_by(word) if isinstance(word, str) and 0 < len(word) <= _LONGEST else None
        if meant is None or meant == word:
            kept[place] = word
            continue
        all_meant = read_windows(word) if ids_of == "windows" else (meant,)
        read.respellings.append(Respelling(place, word, ", ".join(all_meant)))
        for number, one in enumerate(all_meant):
            if one not in already:
                already.add(one)
                kept[place if len(all_meant) == 1 else (*place, number)] = one
    read.keep(holder, path, kept)
    if isinstance(text, str):
        read.respellings[before:] = [Respelling(path, text, f"[{', '.join(map(str, kept.values()))}]")]


def _parts_of(text: str, meant_by: _Reader) -> Iterator[str]:
    """Cut a text where a list is wanted: at commas, and at an "and" between two that are known."""
    for part in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        pieces = [piece.strip() for piece in _AND.split(part)]
        known = meant_by(part) is None and len(pieces) > 1 and all(piece and meant_by(piece) for piece in pieces)
        yield from pieces if known else (part,)


def _sort_list(read: ReadFields, path: FieldPath, ids_of: str, context: RuleContext) -> None:
    """Move what only another of the four lists knows to there; a list that is empty then is left out."""
    words = read.fields.get(path[0])
    if not isinstance(words, list):
        return
    known = context.vocabularies.of_kind(ids_of)
    kept: dict[FieldPath, Any] = {}
    for position, word in enumerate(words):
        place = read.as_written((*path, position))
        is_word = isinstance(word, str) and 0 < len(word) <= _LONGEST
        if not is_word or word in known.terms or not _moved(read, place, word, ids_of, context):
            kept[place] = word
    read.keep(read.fields, path, kept)
    if words and not kept:
        del read.fields[path[0]]


def _moved(read: ReadFields, place: FieldPath, word: str, ids_of: str, context: RuleContext) -> bool:
    """Read a word in the one other list that knows it."""
    found = [(kind, id) for kind in KINDS if kind != ids_of and (id := context.vocabularies.of_kind(kind).find(word))]
    there = read.fields.get(found[0][0], []) if len(found) == 1 else None
    if not isinstance(there, list):
        return False
    kind, meant = found[0]
    if meant not in there:
        places = [read.as_written((kind, at)) for at in range(len(there))]
        read.keep(read.fields, (kind,), {**dict(zip(places, there, strict=True)), place: meant})
    read.respellings.append(Respelling(place, word, meant, kind))
    return True


def _holder(fields: Any, path: FieldPath) -> tuple[dict[str, Any] | None, str]:
    holder = fields
    for parent in path[:-1]:
        holder = holder.get(parent) if isinstance(holder, dict) else None
    return (holder if isinstance(holder, dict) else None), str(path[-1])


def _country_of(fields: dict[str, Any]) -> str:
    location = fields.get("location")
    written = location.get("country") if isinstance(location, dict) else None
    return (country_code(written) or "") if isinstance(written, str) else ""


def copied(value: Any) -> Any:
    """Copy lists and groups; what they hold is never changed."""
    if isinstance(value, dict):
        return {name: copied(part) for name, part in value.items()}
    return [copied(part) for part in value] if isinstance(value, list) else value


@cache
def _single_values(kind: str) -> tuple[tuple[FieldPath, str], ...]:
    """Return the fields of a kind of file that hold one id, with what it is an id of."""
    return tuple((path, ids_of) for path, ids_of, listed in _id_fields(schema(kind), kind) if not listed)


@cache
def _lists(kind: str) -> tuple[tuple[FieldPath, str], ...]:
    """Return the fields of a kind of file that hold a list of ids."""
    return tuple((path, ids_of) for path, ids_of, listed in _id_fields(schema(kind), kind) if listed)


def _id_fields(part: dict[str, Any], kind: str, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str, bool]]:
    for name, about in part.get("properties", {}).items():
        here = (*path, name)
        for where, listed in ((about, False), (about.get("items", {}), True)):
            ids_of = name if name in ("languages", "windows") and listed else where.get("x-ids-of")
            if "x-labels" in where or ("x-labels" in about and listed and "enum" in where):
                ids_of = f"{kind}:{'.'.join(map(str, here))}"
            if ids_of and (ids_of in (*KINDS, "timezones", "countries", "languages", "windows") or ":" in ids_of):
                yield here, ids_of, listed
        if about.get("type") == "object":
            yield from _id_fields(about, kind, here)


@cache_by_language
def _choices(ids_of: str) -> dict[str, str]:
    """Return the choices of a field by what people call them, folded."""
    of, _colon, name = ids_of.partition(":")
    found = {fold(word): value for word, value in labels.spellings(name, of).items()}
    if name == "commitment":
        found |= {fold(text.removeprefix("about ")): value for value, text in labels.COMMITMENTS_IN_SENTENCES.items()}
    return found
