"""Judge one file: the right path is fast, the wrong path is rich.

A file in order is read by events, passes the quick validator and meets the rules; nobody asks where
anything stands. Only a file with a problem is read again, with marks, by the validator that explains.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.problem import Problem
from generator.profiles.fast_schema import is_valid
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.source import LARGEST_FILE, SourceFile
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text, repaired_text
from generator.profiles.violation import FieldPath, Span, Violation, quoted
from generator.profiles.yaml_reader import NeedsFullParse, ParsedWithMarks, read_plain


@dataclass(frozen=True, slots=True)
class Validated:
    """A file's fields, or None where an error makes them unusable, and its problems in the order of the file."""

    fields: dict[str, Any] | list[Any] | None
    problems: tuple[Problem, ...] = ()


def validate(file: SourceFile, schema: str, rules: tuple[Rule, ...], context: RuleContext) -> Validated:
    """Check one file of YAML against its schema and its rules."""
    if file.refusal:
        return Validated(None, (refusal_problem(file),))
    text = clean_text(file.content)
    if text is not None:
        try:
            fields = read_plain(text)
        except NeedsFullParse:
            return _explain(file, schema, rules, context)
        if is_valid(schema)(fields):
            stem = file.stem
            for _, rule in rules:
                for _ in rule(fields, stem, context):
                    return _explain(file, schema, rules, context)
            return Validated(fields)
    return _explain(file, schema, rules, context)


class CachingValidator:
    """Judges as `judge` does, and does not judge the same file twice in the same surroundings."""

    def __init__(self) -> None:
        self._latest: dict[str, RuleContext] = {}
        self._first_equal: dict[str, RuleContext] = {}
        self._known: dict[str, tuple[SourceFile, RuleContext, Validated]] = {}

    def __call__(self, file: SourceFile, schema: str, rules: tuple[Rule, ...], context: RuleContext) -> Validated:
        """Return what was said of this very file before, or judge it."""
        if self._latest.get(schema) is not context:  # comparing takes long, so it happens once for all files of a run
            if self._latest.get(schema) != context:
                self._first_equal[schema] = context
            self._latest[schema] = context
        known = self._known.get(file.path)
        if known and known[0] == file and known[1] is self._first_equal[schema]:
            return known[2]
        validated = validate(file, schema, rules, context)
        self._known[file.path] = (file, self._first_equal[schema], validated)
        return validated


def _explain(file: SourceFile, schema: str, rules: tuple[Rule, ...], context: RuleContext) -> Validated:
    from generator.profiles.shape import schema_violations  # loading jsonschema takes longer than a hundred good files

    text, defects = repaired_text(file.content)
    lines = text.split("\n")
    problems = [
        Problem(file.path, defect.span.line, defect.span.column, defect.span.end_column, "error", defect.code, defect.message,
                defect.help, lines[defect.span.line - 1] if defect.span.line <= len(lines) else "")
        for defect in defects
    ]  # fmt: skip
    if not text.strip() and defects:
        return Validated(None, tuple(problems))
    marked = read_with_repairs(text)
    coded = list(marked.violations)
    if marked.data is None and not coded:
        coded.append(("empty-file", empty_file()))
    elif marked.data is not None:
        found = [
            (code, violation)
            for code, violation in schema_violations(schema, marked.data)
            if not _is_covered(violation.path, marked.invalid_paths)
        ]
        coded += found
        unusable = marked.invalid_paths | {violation.path for _, violation in found}
        coded += _rule_violations(marked.data, file.stem, rules, context, unusable)
    problems += (_located(file.path, code, violation, marked, lines) for code, violation in coded)
    problems.sort()
    blocked = any(problem.severity == "error" for problem in problems)
    return Validated(None if blocked else marked.data, _at_most_shown(problems))


_MOST_PROBLEMS = 100


def _at_most_shown(problems: list[Problem]) -> tuple[Problem, ...]:
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


def _rule_violations(
    data: Any, stem: str, rules: tuple[Rule, ...], context: RuleContext, unusable: set[FieldPath]
) -> Iterator[tuple[str, Violation]]:
    kept: dict[FieldPath, list[int]] = {}
    if () in unusable:
        return
    usable = _without(data, (), unusable, kept)
    for code, rule in rules:
        for violation in rule(usable, stem, context):
            path = _as_written(violation.path, kept)
            if not _is_covered(path, unusable):
                yield (
                    code,
                    Violation(
                        path,
                        violation.message,
                        violation.help,
                        violation.fragment,
                        violation.on_key,
                        violation.severity,
                    ),
                )


def _without(value: object, path: FieldPath, unusable: set[FieldPath], kept: dict[FieldPath, list[int]]) -> object:
    """Copy the data without its unusable parts; `kept` remembers the written positions of shortened lists."""
    if isinstance(value, dict):
        return {
            name: _without(part, (*path, name), unusable, kept)
            for name, part in value.items()
            if (*path, name) not in unusable
        }
    if isinstance(value, list):
        positions = [number for number in range(len(value)) if (*path, number) not in unusable]
        kept[path] = positions
        return [_without(value[number], (*path, number), unusable, kept) for number in positions]
    return value


def _as_written(path: FieldPath, kept: dict[FieldPath, list[int]]) -> FieldPath:
    written: FieldPath = ()
    for part in path:
        positions = kept.get(written, ())
        written = (*written, positions[part] if isinstance(part, int) and part < len(positions) else part)
    return written


def _is_covered(path: FieldPath, unusable: set[FieldPath]) -> bool:
    return any(path[:length] in unusable for length in range(len(path) + 1))


def _located(path: str, code: str, violation: Violation, marked: ParsedWithMarks, lines: list[str]) -> Problem:
    span = _span_of(violation, marked)
    line, column, end_column = span.line, span.column, span.end_column
    if violation.fragment:
        for number in range(span.line, min(span.end_line, len(lines)) + 1):
            at = lines[number - 1].find(violation.fragment, span.column - 1 if number == span.line else 0)
            if at >= 0:
                line, column, end_column = number, at + 1, at + 1 + len(violation.fragment)
                break
    source = lines[line - 1] if line <= len(lines) else ""
    if line == span.line and span.end_line > span.line:
        end_column = len(source.rstrip()) + 1
    return Problem(
        path,
        line,
        column,
        max(end_column, column + 1),
        violation.severity,
        code,
        violation.message,
        violation.help,
        source,
    )


def _span_of(violation: Violation, marked: ParsedWithMarks) -> Span:
    path = violation.path
    if path and path in marked.values:
        return marked.keys[path] if violation.on_key and path in marked.keys else marked.values[path]
    while path:
        path = path[:-1]
        if path in marked.keys:
            return marked.keys[path]
        if path and path in marked.values:
            return marked.values[path]
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
        message, help = (
            f"{quoted(name)} does not end in '.yml'",
            f"rename it: git mv {file.path} {file.path[: -len(ending)]}yml",
        )
    else:
        message, help = f"nothing reads {quoted(name)} in this folder", "move it elsewhere, or delete it"
    return Problem(file.path, 1, 1, 2, "error", "stray-file", message, help)
