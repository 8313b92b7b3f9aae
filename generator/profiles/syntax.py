"""Explain why a text is not YAML, and read the rest of it all the same.

The parser's own words are never shown. The characters at its mark say enough, and the field around the
mark is left out, so that everything else in the file is still checked in the same run.
"""

import re

from generator.profiles.unquoted import in_quotes, unquoted_value
from generator.profiles.violation import Span, Violation, quoted
from generator.profiles.yaml_reader import ParsedWithMarks, SyntaxDefect, read_marked
from generator.text.catalogue import _

_FIELD = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s|$)")
_FIRST_WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_TIGHT_COLON = re.compile(r"([A-Za-z_][A-Za-z_0-9]*):[^\s:/]")
_MOST_REPAIRS = 20


def read_with_repairs(text: str) -> ParsedWithMarks:
    """Read the text; where it is not YAML, report it, set the field around aside and read on."""
    lines = text.split("\n")
    defects: list[tuple[Violation, Span, list[str]]] = []
    while len(defects) < _MOST_REPAIRS:
        try:
            marked = read_marked("\n".join(lines))
            break
        except SyntaxDefect as defect:
            violation, span = explain(lines, defect)
            first, last = _field_around(lines, span.line - 1)
            named = (_FIRST_WORD.match(line.lstrip()) for line in lines[first : last + 1])
            defects.append((violation, span, [name.group() for name in named if name]))
            if not any(lines[first : last + 1]):
                first, last = 0, len(lines) - 1
            lines[first : last + 1] = [""] * (last + 1 - first)
    else:
        marked = ParsedWithMarks()
    for number, (violation, span, names) in enumerate(defects):
        there = (f"yaml-syntax {number}",)
        marked.values[there] = span
        marked.violations.append(("yaml-syntax", Violation(there, violation.message, violation.help)))
        marked.invalid_paths |= {(name,) for name in names} or {()}
    return marked


def _field_around(lines: list[str], at: int) -> tuple[int, int]:
    """Return the first and last line of the top-level field that a line belongs to."""
    at = min(at, len(lines) - 1)
    first = at
    while first > 0 and not _begins_field(lines[first]):
        first -= 1
    last = at
    while last + 1 < len(lines) and not _begins_field(lines[last + 1]):
        last += 1
    return first, last


def _begins_field(line: str) -> bool:
    return bool(line) and not line[0].isspace() and line[0] not in "#]}"


def explain(lines: list[str], defect: SyntaxDefect) -> tuple[Violation, Span]:
    """Say what is wrong in the writer's words, from the characters at the parser's mark."""
    line = min(defect.line, len(lines) - 1)
    tight = _tight_colon(lines, defect, line)
    if tight:
        return tight
    for number in dict.fromkeys((line, *(defect.began or ())[:1])):
        if number < len(lines) and (found := unquoted_value(lines[number], defect.column if number == line else None)):
            return _at(number, *found)
    if defect.began is not None:
        known = _unfinished(lines, line, defect.column, defect.began)
        if known:
            return known
    unclosed = _last_unclosed(lines) if defect.line >= len(lines) else None
    if unclosed:
        return _open_bracket(lines[unclosed[0]][unclosed[1]], *unclosed)
    if lines[line][defect.column : defect.column + 1] == ":":
        return _second_colon(lines[line], line, defect.column)
    return _at(
        line,
        defect.column,
        _("this line is not indented like the fields around it"),
        _("start every field at the left edge, and indent what belongs to it by two spaces"),
    )


def _unfinished(lines: list[str], line: int, column: int, began: tuple[int, int]) -> tuple[Violation, Span] | None:
    """Explain a quote, bracket or field that was begun and not finished."""
    here = lines[line][column : column + 1]
    began_line, began_column = min(began[0], len(lines) - 1), began[1]
    opener = lines[began_line][began_column : began_column + 1]
    if opener in ("'", '"') and here != "\\":
        sign = "''" if opener == "'" else '\\"'
        return _at(
            began_line,
            began_column,
            _("the quote {quote} that opens here is never closed in this field", quote=opener),
            _("close it with {quote}; for the sign itself inside the text, write {sign}", quote=opener, sign=sign),
        )
    if opener == '"':
        return _at(
            line,
            column,
            _("a backslash inside double quotes begins a code that YAML does not know"),
            _("use single quotes, or write the backslash twice"),
        )
    if opener in ("[", "{"):
        return _open_bracket(opener, began_line, began_column)
    begun = lines[began_line]
    if ":" not in begun[began_column:].split(" #")[0] and not begun.lstrip().startswith("- "):
        return _at(
            began_line,
            began_column,
            _("{text} is not a field: it has no ':'", text=quoted(begun.strip())),
            _("write `field: value`; to continue a long text, indent the line by two spaces"),
        )
    return None


def _tight_colon(lines: list[str], defect: SyntaxDefect, line: int) -> tuple[Violation, Span] | None:
    """Find `name:Ada`, which YAML reads as one word and then cannot place the next line."""
    suspects = {line, max(0, line - 1), defect.began[0] if defect.began else line}
    for number in sorted(suspects):
        name = _TIGHT_COLON.match(lines[number]) if number < len(lines) else None
        if name:
            field = name.group(1)
            return _at(
                number,
                len(field),
                _("a space is missing after {field}", field=quoted(f"{field}:")),
                _("write {line}", line=f"{field}: {lines[number][len(field) + 1 :].strip()}"),
            )
    return None


def _at(line: int, column: int, message: str, help: str) -> tuple[Violation, Span]:
    return Violation((), message, help), Span(line + 1, column + 1, line + 1, column + 2)


def _last_unclosed(lines: list[str]) -> tuple[int, int] | None:
    """Find the bracket that is still open where the text ends."""
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        for column, sign in enumerate(line):
            if sign in "[{":
                opened.append((number, column))
            elif sign in "]}" and opened:
                opened.pop()
    return opened[-1] if opened else None


def _open_bracket(opener: str, line: int, column: int) -> tuple[Violation, Span]:
    closer = "]" if opener == "[" else "}"
    example = "[python, testing]" if opener == "[" else "{structure: structured, guidance: balanced}"
    return _at(
        line,
        column,
        _("the {bracket} that opens here is never closed, or a comma is missing inside", bracket=quoted(opener)),
        _("write it like {example}, ending with {bracket}", example=example, bracket=quoted(closer)),
    )


def _second_colon(source: str, line: int, column: int) -> tuple[Violation, Span]:
    name = _FIELD.match(source)
    if name and name.end() <= column:
        value = source[name.end() :].split(" #")[0].strip()
        return _at(
            line,
            column,
            _("a text that contains ': ' needs quotes"),
            _("write {line}", line=f"{name.group(1)}: {in_quotes(value)}")
            if len(value) < 80
            else _("put the whole text in quotes"),
        )
    return _at(
        line,
        max(0, len(source) - len(source.lstrip())),
        _("this line is indented as if it belonged to the line above"),
        _("start every field at the left edge"),
    )
