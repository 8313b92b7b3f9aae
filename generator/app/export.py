"""Give everything back, for `lodestar export`: what people wrote in their files, as JSON, YAML or CSV."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import list_directory, read_file
from generator.app.check import context_of
from generator.model.errors import LodestarError
from generator.moving.own import FORMULA
from generator.profiles.front_matter import split_front_matter
from generator.profiles.rules.context import RuleContext
from generator.profiles.source import PUBLIC_LISTS, SourceFile, kind_of
from generator.profiles.spellings import read_spellings
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.profiles.yaml_writer import yaml_text
from generator.schema import schema
from generator.text.catalogue import _

VERSION = 1
_LISTS = {"mentor": "mentors", "program": "programs", "roadmap": "roadmaps", "vocabulary": "vocabulary"}


class ExportError(LodestarError):
    """A file can't be read; the message names it."""


def everything(root: Path, today: date) -> dict[str, Any]:
    """Return every file's fields by kind and name, with ids for what is spelled in another way.

    Mentors come under their handles; what a file doesn't say is not there. Raise ExportError for a file that can't
    be read: an export that silently lacks someone would be worse than none.
    """
    context = context_of(root, today)
    found: dict[str, Any] = {"version": VERSION, **{name: {} for name in _LISTS.values()}}
    found |= {name: [] for name in PUBLIC_LISTS} | {"stories": {}}
    for path in list_directory(root):
        kind = kind_of(path)
        if kind in _LISTS:
            file = read_file(root, path)
            found[_LISTS[kind]][file.stem] = _fields(file, kind, context)
        elif kind == "story":
            found["stories"][SourceFile(path).stem] = _story(read_file(root, path), context)
        elif kind in PUBLIC_LISTS:
            found[kind] = _fields(read_file(root, path), kind, context)[kind]
        elif kind == "settings":
            found["settings"] = _fields(read_file(root, path), kind, context)
    return found


def as_json(found: Mapping[str, Any]) -> str:
    """Write everything as one JSON object: `version`, `settings`, and each kind by name."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def as_yaml(found: Mapping[str, Any]) -> str:
    """Write each mentor's file as it would be written by hand, one YAML document after the other."""
    return "".join(f"---\n# mentors/{handle}.yml\n{yaml_text(fields)}" for handle, fields in found["mentors"].items())


def as_csv(found: Mapping[str, Any]) -> str:
    """Write a row for each mentor and a column for each field, in the schema's order; lists are joined by "; ".

    A list whose parts hold one is written as JSON. A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    rows = [{"handle": handle, **dict(_cells(fields))} for handle, fields in found["mentors"].items()]
    used = dict.fromkeys(name for row in rows for name in row)
    known = [name for name in ("handle", *_columns(schema("mentor"))) if name in used]
    columns = list(dict.fromkeys((*known, *used)))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


FORMATS = {"json": as_json, "yaml": as_yaml, "csv": as_csv}


def _story(file: SourceFile, context: RuleContext) -> dict[str, Any]:
    parts = split_front_matter(file)
    if file.refusal or parts is None:
        raise ExportError(_("{path} can't be read. 'lodestar check' says what to do about it.", path=file.path))
    fields, text, _line = parts
    return {**_fields(fields, "story", context), "text": text.decode("utf-8", "replace").strip()}


def _fields(file: SourceFile, kind: str, context: RuleContext) -> Any:
    text = None if file.refusal else clean_text(file.content)
    marked = read_with_repairs(text) if text is not None else None
    if marked is None or marked.violations:
        raise ExportError(_("{path} can't be read. 'lodestar check' says what to do about it.", path=file.path))
    return read_spellings(kind, marked.data, context).fields


def _cells(fields: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        if any(not isinstance(part, str) or ";" in part or part.startswith(("[", *FORMULA, "'")) for part in value):
            return json.dumps(value, ensure_ascii=False)
        return "; ".join(value)
    text = value if isinstance(value, str) else json.dumps(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip("'").startswith(FORMULA) else text


def _columns(part: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for name, about in part["properties"].items():
        if "properties" in about:
            yield from _columns(about, f"{before}{name}.")
        else:
            yield f"{before}{name}"
