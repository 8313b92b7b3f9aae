"""Judge one file: the right path is fast, the wrong path is rich.

A file in order is read by events, passes the quick validator and meets the rules; nobody asks where
anything stands. Only a file with a problem is read again, with marks, by the validator that explains.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.problem import Problem
from generator.profiles.fast_schema import fits
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.source import LARGEST_FILE, SourceFile
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text, mended_text
from generator.profiles.violation import FieldPath, Span, Violation, quoted
from generator.profiles.yaml_reader import NeedsFullParse, ParsedWithMarks, read_plain


@dataclass(frozen=True, slots=True)
class Validated:
    """A file's fields, or None where an error makes them unusable, and its problems in the order of the file."""

    fields: dict | list | None
    problems: tuple[Problem, ...] = ()


def judge(file: SourceFile, schema: str, rules: tuple[Rule, ...], around: RuleContext) -> Validated:
    """Check one file of YAML against its schema and its rules."""
    if file.refusal:
        return Validated(None, (refusal_problem(file),))
    text = clean_text(file.content)
    if text is not None:
        try:
            fields = read_plain(text)
        except NeedsFullParse:
            return _explain(file, schema, rules, around)
        if fits(schema)(fields):
            stem = file.stem
            for _, rule in rules:
                for _ in rule(fields, stem, around):
                    return _explain(file, schema, rules, around)
            return Validated(fields)
    return _explain(file, schema, rules, around)


class CachingValidator:
    """Judges as `judge` does, and does not judge the same file twice in the same surroundings."""

    def __init__(self) -> None:
        self._latest: dict[str, RuleContext] = {}
        self._first_equal: dict[str, RuleContext] = {}
        self._said: dict[str, tuple[SourceFile, RuleContext, Validated]] = {}

    def __call__(self, file: SourceFile, schema: str, rules: tuple[Rule, ...], around: RuleContext) -> Validated:
        """Return what was said of this very file before, or judge it."""
        if self._latest.get(schema) is not around:  # comparing takes long, so it happens once for all files of a run
            if self._latest.get(schema) != around:
                self._first_equal[schema] = around
            self._latest[schema] = around
        known = self._said.get(file.path)
        if known and known[0] == file and known[1] is self._first_equal[schema]:
            return known[2]
        judged = judge(file, schema, rules, around)
        self._said[file.path] = (file, self._first_equal[schema], judged)
        return judged


def _explain(file: SourceFile, schema: str, rules: tuple[Rule, ...], around: RuleContext) -> Validated:
    from generator.profiles.shape import shape_findings  # loading jsonschema takes longer than a hundred good files

    text, traps = mended_text(file.content)
    lines = text.split("\n")
    problems = [
        Problem(file.path, trap.place.line, trap.place.column, trap.place.end_column, "error", trap.code, trap.message,
                trap.help, lines[trap.place.line - 1] if trap.place.line <= len(lines) else "")
        for trap in traps
    ]  # fmt: skip
    if not text.strip() and traps:
        return Validated(None, tuple(problems))
    marked = read_with_repairs(text)
    coded = list(marked.findings)
    if marked.data is None and not coded:
        coded.append(("empty-file", empty_file()))
    elif marked.data is not None:
        found = [
            (code, finding)
            for code, finding in shape_findings(schema, marked.data)
            if not _covered(finding.where, marked.spoiled)
        ]
        coded += found
        unusable = marked.spoiled | {finding.where for _, finding in found}
        coded += _rule_findings(marked.data, file.stem, rules, around, unusable)
    problems += (_placed(file.path, code, finding, marked, lines) for code, finding in coded)
    problems.sort()
    blocked = any(problem.severity == "error" for problem in problems)
    return Validated(None if blocked else marked.data, _bearable(problems))


_MOST_PROBLEMS = 100


def _bearable(problems: list[Problem]) -> tuple[Problem, ...]:
    """Cut the list of a file that was written to produce thousands of problems, and say so."""
    if len(problems) <= _MOST_PROBLEMS:
        return tuple(problems)
    shown, rest = problems[:_MOST_PROBLEMS], len(problems) - _MOST_PROBLEMS
    last = shown[-1]
    more = Problem(
        last.path, last.line, last.column, last.end_column + 1, "error", "many-problems",
        f"this file has at least {rest:,} more problems", "correct these first, then check again", last.excerpt,
    )  # fmt: skip
    return (*shown, more)


def empty_file() -> Violation:
    """A file has nothing in it.

    Copy another profile to begin with, or delete the file.
    """
    return Violation((), "the file is empty", "copy another file of this folder to begin with, or delete this one")


def _rule_findings(
    data: object, stem: str, rules: tuple[Rule, ...], around: RuleContext, unusable: set[FieldPath]
) -> Iterator[tuple[str, Violation]]:
    kept: dict[FieldPath, list[int]] = {}
    if () in unusable:
        return
    usable = _without(data, (), unusable, kept)
    for code, rule in rules:
        for finding in rule(usable, stem, around):
            where = _as_written(finding.where, kept)
            if not _covered(where, unusable):
                yield (
                    code,
                    Violation(where, finding.message, finding.help, finding.fragment, finding.on_key, finding.severity),
                )


def _without(value: object, where: FieldPath, unusable: set[FieldPath], kept: dict[FieldPath, list[int]]) -> object:
    """Copy the data without its unusable parts; `kept` remembers the written positions of shortened lists."""
    if isinstance(value, dict):
        return {
            name: _without(part, (*where, name), unusable, kept)
            for name, part in value.items()
            if (*where, name) not in unusable
        }
    if isinstance(value, list):
        positions = [number for number in range(len(value)) if (*where, number) not in unusable]
        kept[where] = positions
        return [_without(value[number], (*where, number), unusable, kept) for number in positions]
    return value


def _as_written(where: FieldPath, kept: dict[FieldPath, list[int]]) -> FieldPath:
    written: FieldPath = ()
    for part in where:
        positions = kept.get(written, ())
        written = (*written, positions[part] if isinstance(part, int) and part < len(positions) else part)
    return written


def _covered(where: FieldPath, unusable: set[FieldPath]) -> bool:
    return any(where[:length] in unusable for length in range(len(where) + 1))


def _placed(path: str, code: str, finding: Violation, marked: ParsedWithMarks, lines: list[str]) -> Problem:
    place = _place_of(finding, marked)
    line, column, end_column = place.line, place.column, place.end_column
    if finding.fragment:
        for number in range(place.line, min(place.end_line, len(lines)) + 1):
            at = lines[number - 1].find(finding.fragment, place.column - 1 if number == place.line else 0)
            if at >= 0:
                line, column, end_column = number, at + 1, at + 1 + len(finding.fragment)
                break
    source = lines[line - 1] if line <= len(lines) else ""
    if line == place.line and place.end_line > place.line:
        end_column = len(source.rstrip()) + 1
    return Problem(
        path, line, column, max(end_column, column + 1), finding.severity, code, finding.message, finding.help, source
    )


def _place_of(finding: Violation, marked: ParsedWithMarks) -> Span:
    where = finding.where
    if where and where in marked.values:
        return marked.keys[where] if finding.on_key and where in marked.keys else marked.values[where]
    while where:
        where = where[:-1]
        if where in marked.keys:
            return marked.keys[where]
        if where and where in marked.values:
            return marked.values[where]
    return Span(1, 1, 1, 2)


_REFUSALS = {
    "link": ("linked-file", "this is a symbolic link, and links are not followed", "put the file itself here"),
    "folder": ("not-a-file", "this is a folder with the name of a file", "move what is in it, and delete the folder"),
    "special": ("not-a-file", "this is not an ordinary file", "put an ordinary text file here"),
    "unreadable": ("unreadable-file", "this file cannot be opened", "allow everybody to read it: chmod a+r"),
    "too-large": ("large-file", f"this file is larger than {LARGEST_FILE // 1024} KiB", "shorten it; a profile with every field full is below 20 KiB"),
    "missing": ("missing-file", "this file is missing", "copy it from the Lodestar repository, or restore it from Git"),
}  # fmt: skip


def refusal_problem(file: SourceFile) -> Problem:
    """Say why a file was not read."""
    code, message, help = _REFUSALS[file.refusal or "unreadable"]
    return Problem(file.path, 1, 1, 2, "error", code, message, help)


def stray_problem(file: SourceFile) -> Problem:
    """Say that nobody reads a file where it lies."""
    name = file.path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    if ending.lower() in ("yaml", "yml", "txt") and stem:
        message, cure = (
            f"{quoted(name)} does not end in '.yml'",
            f"rename it: git mv {file.path} {file.path[: -len(ending)]}yml",
        )
    else:
        message, cure = f"nothing reads {quoted(name)} in this folder", "move it elsewhere, or delete it"
    return Problem(file.path, 1, 1, 2, "error", "stray-file", message, cure)
