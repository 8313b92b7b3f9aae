"""The sources that tests move in, and how: each file has the shape of a public one, and people who don't exist."""

from datetime import date
from pathlib import Path

from generator.demo.words import read_vocabularies
from generator.moving.map_file import ImportMap, fitting_map, read_map
from generator.moving.people import Directory, Moved, move_in
from generator.moving.records import SourceText, fields_of, read_records
from generator.profiles.rules.context import RuleContext
from tests.paths import TESTS

SOURCES = TESTS / "fixtures" / "sources"
CONTEXT = RuleContext(date(2026, 11, 22), read_vocabularies())


def texts_of(name: str) -> list[SourceText]:
    """Read a file, or all files of a folder."""
    path = SOURCES / name
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    return [
        SourceText(one.relative_to(path if path.is_dir() else SOURCES).as_posix(), one.read_text("utf-8"))
        for one in files
    ]


def moved(texts: list[SourceText], written_map: str = "", **defaults: object) -> list[Moved]:
    """Move people in with a map, or with the ready one that fits."""
    import_map: ImportMap | None = read_map(written_map, "map.yml") if written_map else None
    records = read_records(texts, import_map.people if import_map else "")
    import_map = import_map or fitting_map(fields_of(records))
    assert import_map is not None
    return list(move_in(records, import_map, Directory(CONTEXT, defaults=defaults)))


def csv_of(tmp_path: Path, text: str) -> Path:
    """Write a spreadsheet."""
    path = tmp_path / "mentors.csv"
    path.write_text(text, encoding="utf-8")
    return path
