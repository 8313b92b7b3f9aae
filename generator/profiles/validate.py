"""Check one file: fast when nothing is wrong with it, thorough when something is.

A file in order is read by events, passes the fast validator and meets the rules, and no position is ever computed.
Only a file with a problem is read again, with positions, by the validator that explains.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.model.problem import Problem
from generator.profiles.cut_text import may_be_cut
from generator.profiles.fast_schema import is_valid
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.source import SourceFile, kind_of, size_limit
from generator.profiles.text import clean_text, repaired_text
from generator.profiles.violation import FieldPath, Span, Violation, quoted
from generator.profiles.yaml_reader import NeedsFullParse, ParsedWithMarks, read_plain
from generator.text.catalogue import N_, _, ngettext, spoken


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
    if text is not None and not may_be_cut(text):
        try:
            fields = read_plain(text)
        except NeedsFullParse:
            return _explain(file, schema, rules, context)
        if is_valid(schema)(fields):
            stem = file.stem
            for _code, rule in rules:
                for _violation in rule(fields, stem, context):
                    return _explain(file, schema, rules, context)
            return Validated(fields)
    return _explain(file, schema, rules, context)


class CachingValidator:
    """Validates as `validate` does, but the same file only once while its context and the language stay the same."""

    def __init__(self) -> None:
        self._latest: dict[str, RuleContext] = {}
        self._first_equal: dict[str, RuleContext] = {}
        self._known: dict[str, tuple[SourceFile, RuleContext, object, Validated]] = {}

    def __call__(self, file: SourceFile, schema: str, rules: tuple[Rule, ...], context: RuleContext) -> Validated:
        """Return the earlier result for this very file, or validate it."""
        if self._latest.get(schema) is not context:  # comparing takes long, so it happens once for all files of a run
            if self._latest.get(schema) != context:
                self._first_equal[schema] = context
            self._latest[schema] = context
        known = self._known.get(file.path)
        if known and known[0] == file and known[1:3] == (self._first_equal[schema], spoken()):
            return known[3]
        validated = validate(file, schema, rules, context)
        self._known[file.path] = (file, self._first_equal[schema], spoken(), validated)
        return validated


def _explain(file: SourceFile, schema: str, rules: tuple[Rule, ...], context: RuleContext) -> Validated:
    # Loading what explains takes longer than a hundred good files.
    from generator.profiles.cut_text import cut_texts
    from generator.profiles.shape import schema_violations
    from generator.profiles.spellings import read_spellings, violations_of
    from generator.profiles.syntax import read_with_repairs

    text, defects = repaired_text(file.content)
    lines = text.split("\n")
    problems = [
        Problem(file.path, span.line, span.column, span.end_column, "error", code, found.message, found.help,
                lines[span.line - 1] if span.line <= len(lines) else "")
        for code, found, span in defects
    ]  # fmt: skip
    if not text.strip() and defects:
        return Validated(None, tuple(problems))
    marked = read_with_repairs(text)
    coded, fields = list(marked.violations), marked.data
    if marked.data is None and not coded:
        coded.append(("empty-file", empty_file()))
    elif marked.data is not None:
        read = read_spellings(schema, marked.data, context)
        fields = read.fields
        found = [
            (code, violation)
            for code, violation in schema_violations(schema, fields)
            if not _is_covered(read.as_written(violation.path), marked.invalid_paths)
        ]
        unusable = marked.invalid_paths | {violation.path for _code, violation in found}
        found += _rule_violations(fields, file.stem, rules, context, unusable)
        coded += ((code, replace(violation, path=read.as_written(violation.path))) for code, violation in found)
        coded += violations_of(read)
        coded += cut_texts(schema, marked, lines)
    problems += (_located(file.path, code, violation, marked, lines) for code, violation in coded)
    problems.sort()
    blocked = any(problem.severity == "error" for problem in problems)
    return Validated(None if blocked else fields, _at_most_shown(problems))


_MOST_PROBLEMS = 100


def _at_most_shown(problems: list[Problem]) -> tuple[Problem, ...]:
    """Cut the list of a file that was written to produce thousands of problems, and say so."""
    if len(problems) <= _MOST_PROBLEMS:
        return tuple(problems)
    shown, rest = problems[:_MOST_PROBLEMS], len(problems) - _MOST_PROBLEMS
    last = shown[-1]
    more = Problem(
        last.path, last.line, last.column, last.end_column + 1, "error", "many-problems",
        ngettext("this file has at least {count} more problem", "this file has at least {count} more problems", rest),
        _("fix these first, then check again"), last.excerpt,
    )  # fmt: skip
    return (*shown, more)


def empty_file() -> Violation:
    """Return the problem of a file that has nothing in it."""
    return Violation(
        (), _("the file is empty"), _("start from a copy of another file in this folder, or delete this one")
    )


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
            if not _is_covered(path, unusable) and not any(path == other[: len(path)] for other in unusable):
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
        inside, path = path[-1], path[:-1]
        if path in marked.keys and not (isinstance(inside, int) and path in marked.values):
            return marked.keys[path]
        if path and path in marked.values:
            return marked.values[path]
    return Span(1, 1, 1, 2)


_REFUSALS = {
    "link": ("linked-file", N_("this is a symbolic link, and Lodestar doesn't follow links"), N_("replace it with the file itself")),
    "folder": ("not-a-file", N_("this is a folder with the name of a file"), N_("move its contents elsewhere, then delete the folder")),
    "special": ("not-a-file", N_("this is not a regular file"), N_("replace it with a regular text file")),
    "unreadable": ("unreadable-file", N_("this file cannot be opened"), N_("let everyone read it: chmod a+r")),
    "too-large": ("large-file", N_("this file is larger than {size} KiB"), N_("shorten it; a profile with every field filled in is below 20 KiB")),
    "missing": ("missing-file", N_("this file is missing"), N_("copy it from the Lodestar repository, or restore it from Git")),
}  # fmt: skip
_LARGE_VOCABULARY = N_("shorten it; 5,000 terms with a few synonyms each fit")


def refusal_problem(file: SourceFile) -> Problem:
    """Say why a file was not read."""
    code, message, help = _REFUSALS[file.refusal or "unreadable"]
    if code == "large-file" and kind_of(file.path) in ("vocabulary", "phrases"):
        help = _LARGE_VOCABULARY
    shown = _(message, size=size_limit(file.path) // 1024)
    return Problem(file.path, 1, 1, 2, "error", code, shown, _(help))


def stray_problem(file: SourceFile) -> Problem:
    """Say that Lodestar reads no such file in this folder."""
    name = file.path.rpartition("/")[2]
    stem, _dot, ending = name.rpartition(".")
    if ending.lower() in ("yaml", "yml", "txt") and stem:
        message = _("{file} does not end in '.yml'", file=quoted(name))
        help = _("rename it: {command}", command=f"git mv {file.path} {file.path[: -len(ending)]}yml")
    else:
        message = _("Lodestar reads no file like {file} in this folder", file=quoted(name))
        help = _("move it elsewhere, or delete it")
    return Problem(file.path, 1, 1, 2, "error", "stray-file", message, help)
