"""Move people of another directory in, for `lodestar import`: read the source, make profiles, write those that are whole."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import list_directory, read_file, write_whole
from generator.app.check import context_of
from generator.model.errors import CallError
from generator.moving.errors import SourceError
from generator.moving.guess import guess_map
from generator.moving.map_file import READY, ImportMap, fitting_map, read_map, ready_map, typed
from generator.moving.patch import PATH, vocabulary_patch
from generator.moving.people import Directory, move_in
from generator.moving.records import ENDINGS, Record, SourceText, fields_of, read_records
from generator.moving.report import Report, report_of
from generator.profiles.rules.context import RuleContext
from generator.profiles.source import SETTINGS_FILE, SourceFile, kind_of
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.schema import schema
from generator.text.catalogue import _

_LARGEST = 32 * 1024 * 1024
_HEAD = "# yaml-language-server: $schema=../generator/schema/mentor.json\n"


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was read: what it is called, its records, and the map that fits."""

    name: str
    records: list[Record]
    map: ImportMap


def draft_map(path: Path, root: Path, today: date) -> str:
    """Write a map for a source that none fits."""
    return guess_map(path.name, read_records(source_texts(path)), context_of(root, today).vocabularies)


def open_source(path: Path, map_name: str | None) -> Source:
    """Read a source with the map that is named: a ready one, a file, or the ready one that fits."""
    texts = source_texts(path)
    given = _map(map_name) if map_name else None
    records = read_records(texts, given.people if given else "")
    found = given or fitting_map(fields_of(records))
    if found is None:
        raise CallError(
            _(
                "No ready map fits {source}. Draft one with 'lodestar import {source} --guess > map.yml', correct it, "
                "and give it with --map map.yml. The ready maps are {names}.",
                source=path,
                names=", ".join(READY),
            )
        )
    return Source(path.name, records, found)


def import_people(root: Path, source: Source, given: Mapping[str, str], today: date, dry_run: bool) -> Report:
    """Make a profile of each person, write those that nobody has yet and that lack nothing, and say what happened."""
    context = _context(root, today)
    settings, people = _people(root)
    coordinators = frozenset(str(login).lower() for login in settings.get("coordinators") or ())
    unknown = next((name for name in given if name not in schema("mentor")["properties"]), None)
    if unknown:
        raise CallError(_("A profile has no field '{name}'.", name=unknown))
    directory = Directory(context, str(settings.get("language", "en")), _typed(given, context), people, coordinators)
    moved = list(move_in(source.records, source.map, directory))
    report = report_of(source.name, source.map.name, len(source.records), moved, context.vocabularies)
    if not dry_run and report.ready:
        (root / "mentors").mkdir(exist_ok=True)
        for one in report.ready:
            write_whole(root / "mentors" / f"{one.handle}.yml", (_HEAD + one.text).encode())
    return report


def _context(root: Path, today: date) -> RuleContext:
    """Read the vocabularies, and which programs and roadmaps a profile can name."""
    stems = {"program": set[str](), "roadmap": set[str]()}
    for path in list_directory(root):
        kind = kind_of(path)
        if kind == "program" or kind == "roadmap":
            stems[kind].add(SourceFile(path).stem)
    return replace(context_of(root, today), programs=frozenset(stems["program"]), roadmaps=frozenset(stems["roadmap"]))


def patch_of(root: Path, report: Report) -> str:
    """Return the change of the vocabulary that the unknown terms ask for."""
    file = read_file(root, PATH)
    return vocabulary_patch(report.unknown_terms, clean_text(file.content) or "")


def _typed(given: Mapping[str, str], context: RuleContext) -> dict[str, Any]:
    from generator.profiles.spellings import read_spellings

    fields: dict[str, Any] = read_spellings("mentor", typed(given), context).fields
    return fields


def _map(name: str) -> ImportMap:
    if name in READY:
        return ready_map(name)
    try:
        return read_map(Path(name).read_text(encoding="utf-8"), name)
    except FileNotFoundError:
        raise CallError(
            _(
                "There is no map '{name}'. The ready ones are {names}; or name a file.",
                name=name,
                names=", ".join(READY),
            )
        ) from None


def source_texts(path: Path) -> list[SourceText]:
    """Read every file of a source: one file, or all below a folder."""
    files = (
        sorted(one for one in path.rglob("*") if one.is_file() and one.suffix.lower() in ENDINGS)
        if path.is_dir()
        else [path]
    )
    files = [
        one for one in files if one.name.lower() not in ("readme.md", "_index.md", "index.md") and not one.is_symlink()
    ]
    if not path.is_dir() and path.suffix.lower() not in ENDINGS:
        raise SourceError(
            _("{path} is no source that I read. It has to end in {endings}.", path=path, endings=", ".join(ENDINGS))
        )
    if not files:
        raise SourceError(_("{path} has no files that end in {endings}.", path=path, endings=", ".join(ENDINGS)))
    return [SourceText(one.relative_to(path).as_posix() if path.is_dir() else one.name, _text(one)) for one in files]


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise SourceError(_("{path} is larger than {size} MiB.", path=path, size=_LARGEST // 1024**2))
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _people(root: Path) -> tuple[dict[str, Any], dict[str, tuple[str, str]]]:
    """Return the directory's settings, and the name and GitHub name of everyone by handle."""
    people = {}
    for path in list_directory(root):
        if kind_of(path) == "mentor":
            file = read_file(root, path)
            fields = _fields(file)
            people[file.stem.lower()] = (str(fields.get("name", "")), str(fields.get("github", "")))
    return _fields(read_file(root, SETTINGS_FILE)), people


def _fields(file: SourceFile) -> dict[str, Any]:
    text = None if file.refusal else clean_text(file.content)
    data = read_with_repairs(text).data if text else None
    return data if isinstance(data, dict) else {}
