"""Read a source, whatever it is written in, as records: for each person, the texts below each field's path.

`skills: {areas: [QA]}` is the field `skills.areas` with one text. A list of `{type: slack, id: x}` or of `{slack: x}` is
the field of that name, `channels.slack`. What has no name in the file itself gets one in brackets: `(key)` is the name of
a person's file, or of their part of a file; `(folder)` is the folder that holds the file; `(body)` is the text below front
matter.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.moving.errors import SourceError
from generator.profiles.foreign_yaml import AmbiguousKeyError, read_foreign
from generator.text.catalogue import _

ENDINGS = (".csv", ".tsv", ".json", ".yml", ".yaml", ".md", ".markdown")
KEY, FOLDER, BODY = "(key)", "(folder)", "(body)"
_KIND_NAMES = ("type", "kind", "platform", "service")
_EMPTY = frozenset({"", "null", "~", "none", "n/a", "-", "–", "—"})
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n(.*))?\Z", re.DOTALL)
_EXPORTED = re.compile(r"^---\n# mentors/([^\n/]+)\.yml\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """One file of a source: its path below the source, with forward slashes, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a source says of one person: where that is, the texts of each field that says something, and as it was."""

    where: str
    values: Mapping[str, tuple[str, ...]]
    raw: Mapping[str, Any]


_Found = tuple[str, str, Mapping[str, Any]]
"""Where a person is, what their part of the file is called, if it has a name, and what is said there."""


def read_records(files: Iterable[SourceText], people: str = "") -> list[Record]:
    """Read all files of a source; `people` is the path of the list in files that hold more than people."""
    files = list(files)
    nested = len({_folder(file.path) for file in files}) > 1
    records: list[Record] = []
    for file in files:
        for where, key, raw in _file_records(file, people, alone=len(files) == 1):
            named = {FOLDER: (_folder(file.path),) if nested else (), KEY: (key,)}
            values = {**{name: texts for name, texts in named.items() if any(texts)}, **flat(raw)}
            if values:
                records.append(Record(where, values, raw))
    if not records:
        raise SourceError(
            _(
                "There is nobody in this source. If the list is in a part of the file, name it in the map: {example}",
                example="people: team.mentors",
            )
        )
    return records


def fields_of(records: Iterable[Record]) -> list[str]:
    """Return every field that a record says something in, in the order in which they appear."""
    return list(dict.fromkeys(field for record in records for field in record.values))


def _folder(path: str) -> str:
    return path.rpartition("/")[0].rpartition("/")[2]


def _file_records(file: SourceText, people: str, alone: bool) -> Iterator[_Found]:
    ending = file.path.lower().rpartition(".")[2]
    text = file.text.removeprefix("\ufeff")
    stem = "" if alone else file.path.rpartition("/")[2].rpartition(".")[0]
    if ending in ("csv", "tsv"):
        yield from _rows(file.path, text)
    elif ending in ("md", "markdown"):
        yield file.path, stem, _front_matter(file.path, text)
    elif ending == "json":
        yield from _listed(file.path, _json(file.path, text), people, stem)
    elif exported := list(_EXPORTED.finditer(text)):
        ends = [found.start() for found in exported[1:]] + [len(text)]
        for found, end in zip(exported, ends, strict=True):
            yield f"{file.path}: {found[1]}", found[1], _yaml(file.path, text[found.end() : end])
    else:
        yield from _listed(file.path, _yaml(file.path, text), people, stem)


def read_data(path: str, text: str) -> Any:
    """Return what a file of YAML or JSON holds; raise SourceError where it is neither."""
    return _json(path, text) if path.lower().endswith(".json") else _yaml(path, text)


def _rows(path: str, text: str) -> Iterator[_Found]:
    first = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    header = [name.strip() for name in next(rows, [])]
    header = [name or _("column {number}", number=at) for at, name in enumerate(header, 1)]
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice:
        raise SourceError(_("{path} has two columns '{name}'. Rename one of them.", path=path, name=twice))
    for row in rows:
        where = _("{path}, line {line}", path=path, line=rows.line_num)
        if any(cell.strip() for cell in row[len(header) :]):
            raise SourceError(
                _(
                    "{where}: the row has more cells than there are columns. Put texts with a separator in quotes.",
                    where=where,
                )
            )
        yield where, "", {name: cell for name, cell in zip(header, row, strict=False) if cell}


def _front_matter(path: str, text: str) -> dict[str, Any]:
    found = _FRONT_MATTER.match(text.lstrip())
    if not found:
        raise SourceError(
            _("{path} has no front matter: its first line is '---', then fields, then '---' again.", path=path)
        )
    head = _yaml(path, found[1])
    return {**(head if isinstance(head, dict) else {}), BODY: found[2] or ""}


def _json(path: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise SourceError(_("{path}, line {line}: this isn't JSON.", path=path, line=line)) from None
    except RecursionError:
        raise SourceError(_("{path} is nested too deeply.", path=path)) from None


def _yaml(path: str, text: str) -> Any:
    try:
        return read_foreign(text)
    except AmbiguousKeyError as error:
        raise SourceError(
            _(
                "{path}, line {line}: '{name}' is there twice. Delete one of the two.",
                path=path,
                line=error.line,
                name=error.name,
            )
        ) from None
    except ValueError as error:
        raise SourceError(_("{path}, line {line}: this isn't YAML.", path=path, line=error.args[0])) from None


def _listed(path: str, data: Any, people: str, stem: str) -> Iterator[_Found]:
    for name in people.split(".") if people else ():
        if not isinstance(data, dict) or name not in data:
            raise SourceError(_("{path} has no '{people}'. Correct 'people' in the map.", path=path, people=people))
        data = data[name]
    if isinstance(data, dict) and not people:
        data = _only_list(data)
    if isinstance(data, list):
        for number, one in enumerate(data, 1):
            yield f"{path}[{number}]", "", one if isinstance(one, dict) else {"name": one}
    elif (
        isinstance(data, dict)
        and data
        and all(isinstance(one, dict) for one in data.values())
        and not _is_a_person(data)
    ):
        for key, one in data.items():
            yield f"{path}: {key}", str(key), one
    elif isinstance(data, dict):
        yield path, stem, data


def _only_list(data: dict[str, Any]) -> Any:
    """Return the one list of people in a file that wraps it: {"version": 1, "mentors": [...]}."""
    lists = [
        part
        for part in data.values()
        if isinstance(part, list) and len(part) > 1 and all(isinstance(one, dict) for one in part)
    ]
    if len(lists) == 1 and not _is_a_person(data):
        return lists[0]
    mentors = data.get("mentors")
    return mentors if isinstance(mentors, dict | list) and not _is_a_person(data) else data


def _is_a_person(data: dict[str, Any]) -> bool:
    return any("name" in str(key).lower() and not isinstance(value, dict | list) for key, value in data.items())


def flat(value: Any, path: str = "") -> dict[str, tuple[str, ...]]:
    """Return the texts below each path of a value; what says nothing is left out."""
    found: dict[str, tuple[str, ...]] = {}
    for name, text in _leaves(value, path, 0):
        found[name] = (*found.get(name, ()), text)
    return found


def _leaves(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > 12:
        raise SourceError(_("'{path}' is nested too deeply.", path=path))
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{path}.{name}" if path else str(name), depth + 1)
    elif isinstance(value, list):
        for part in value:
            kind = _kind_of(part)
            if kind is None:
                yield from _leaves(part, path, depth + 1)
            else:
                rest = {name: one for name, one in part.items() if name != kind}
                inner = next(iter(rest.values())) if len(rest) == 1 else rest
                yield from _leaves(inner, f"{path}.{part[kind]}", depth + 1)
    else:
        yield from ((path, text) for text in _texts(value))


def _kind_of(part: Any) -> str | None:
    """Return the field of a part of a list that says what kind of thing it is."""
    if not isinstance(part, dict) or len(part) < 2:
        return None
    return next((name for name in _KIND_NAMES if isinstance(part.get(name), str) and part[name].strip()), None)


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    text = ("true" if value else "false") if isinstance(value, bool) else str(value).strip()
    return () if text.lower() in _EMPTY else (text,)
