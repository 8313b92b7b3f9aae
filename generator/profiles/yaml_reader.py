"""Turn YAML text into plain data, strictly. `foreign_yaml` reads what others wrote.

`read_plain` is the fast way for text that is in order, and knows no positions. `read_marked` is the thorough way for
text that is not: it remembers where everything was written and reports what it refuses. Both use libyaml's events,
not YAML 1.1's types: there are texts, whole numbers, decimals, true, false and nothing, so `no` stays Norwegian and
a date stays as it was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # PyYAML has it, and its types do not know
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.profiles.violation import FieldPath, Span, Violation, quoted
from generator.text.catalogue import _

DEEPEST = 12
"""Levels of nesting; our files need six."""

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?\Z")
ESCAPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What double quotes can bring in by a code, past the look at the raw text."""
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


class NeedsFullParse(Exception):
    """The fast way met something it does not read; the thorough way will say what."""


def read_plain(text: str) -> Any:
    """Read one document of plain data; raise NeedsFullParse at anything else, however harmless.

    Refused are syntax errors, a second document, aliases, anchors, tags, duplicate or composed keys,
    nesting beyond `DEEPEST`, and an empty text.
    """
    next_event = CParser(text).get_event
    try:
        next_event()
        start = next_event()
        if start.__class__ is not DocumentStartEvent or start.version or start.tags:
            raise NeedsFullParse
        value = _plain_value(next_event)
        next_event()
        if next_event().__class__ is DocumentStartEvent:
            raise NeedsFullParse
    except yaml.YAMLError:
        raise NeedsFullParse from None
    return value


def _plain_value(next_event: Callable[[], Any]) -> Any:
    parents: list[Any] = []
    container: Any = None
    key: Any = None
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if event.tag or event.anchor:
                raise NeedsFullParse
            if container.__class__ is dict and key is None:
                if value in container:
                    raise NeedsFullParse
                key = value
                continue
            if event.style == '"' and ESCAPED.search(value):
                raise NeedsFullParse
            if event.implicit[0] and not event.style and (value in _WORDS or value[0] in "+-0123456789"):
                value = _scalar(value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag or event.anchor or len(parents) == DEEPEST:
                raise NeedsFullParse
            if container.__class__ is dict and key is None:
                raise NeedsFullParse
            parents.append((container, key))
            container, key = ({} if kind is MappingStartEvent else []), None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = container
            container, key = parents.pop()
        else:
            raise NeedsFullParse
        if container is None:
            return value
        if key is None:
            container.append(value)
        else:
            container[key] = value
            key = None


def _scalar(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.match(text)
    if number is None:
        return text
    return float(text) if number.group(1) else int(text)


@dataclass(slots=True)
class ParsedWithMarks:
    """Data with the span of every key and value, and what was refused on the way.

    `invalid_paths` lead to values that could not be read as meant: nothing more is reported about them.
    """

    data: Any = None
    keys: dict[FieldPath, Span] = field(default_factory=dict)
    values: dict[FieldPath, Span] = field(default_factory=dict)
    violations: list[tuple[str, Violation]] = field(default_factory=list)
    invalid_paths: set[FieldPath] = field(default_factory=set)


class SyntaxDefect(Exception):
    """The text is not YAML: the offending line and column from 0, and where the open construct began, if any."""

    def __init__(self, line: int, column: int, began: tuple[int, int] | None) -> None:
        super().__init__(line, column, began)
        self.line, self.column, self.began = line, column, began


def read_marked(text: str) -> ParsedWithMarks:
    """Read the first document with all marks; raise SyntaxDefect where the text is not YAML."""
    reader = _MarkedReader(CParser(text))
    try:
        return reader.read()
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        began = error.context_mark
        raise SyntaxDefect(
            at.line if at else 0, at.column if at else 0, (began.line, began.column) if began else None
        ) from None


class _MarkedReader:
    """Walks the events once; methods share the parser and the growing result."""

    def __init__(self, parser: CParser) -> None:
        self._next = parser.get_event
        self._marked = ParsedWithMarks()
        self._stopped = False

    def read(self) -> ParsedWithMarks:
        marked = self._marked
        self._next()
        start = self._next()
        if not isinstance(start, DocumentStartEvent):
            return marked
        if start.version or start.tags:
            self._refuse(
                "yaml-directive",
                (),
                start,
                _("a line that begins with '%' gives instructions to the YAML parser"),
                _("delete it; Lodestar's files don't need it"),
            )
        marked.data = self._value(self._next(), ())
        if not self._stopped:
            self._next()
            second = self._next()
            if isinstance(second, DocumentStartEvent):
                self._refuse(
                    "second-document",
                    (),
                    second,
                    _("a second document begins here"),
                    _("delete this line and everything after it; one file describes one thing"),
                )
        return marked

    def _value(self, event: Any, path: FieldPath) -> object:
        self._marked.values.setdefault(path, _span(event))
        if isinstance(event, AliasEvent):
            self._invalidate(
                "yaml-alias",
                path,
                event,
                _("{alias} refers to another part of the file", alias=quoted(f"*{event.anchor}")),
                _("write the value out; to begin a text with '*', put the text in quotes"),
            )
            return None
        self._refuse_tag_and_anchor(event, path)
        if isinstance(event, ScalarEvent):
            if event.style == '"' and ESCAPED.search(event.value):
                self._invalidate(
                    "control-character",
                    path,
                    event,
                    _("a backslash code in this text means an invisible character"),
                    _("delete the code that begins with a backslash; only \\n, \\t and visible characters are fine"),
                )
            plain = event.implicit[0] and not event.style
            return _scalar(event.value) if plain else event.value
        if len(path) >= DEEPEST:
            self._stopped = True
            self._invalidate(
                "too-deep",
                path,
                event,
                _("values are nested more than {number} levels deep", number=DEEPEST),
                _("remove some levels; no field needs this many"),
            )
            return None
        return self._mapping(event, path) if isinstance(event, MappingStartEvent) else self._sequence(path)

    def _sequence(self, path: FieldPath) -> list[Any]:
        values: list[Any] = []
        while not self._stopped:
            event = self._next()
            if isinstance(event, SequenceEndEvent):
                break
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, start: Any, path: FieldPath) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not self._stopped:
            event = self._next()
            if isinstance(event, MappingEndEvent):
                break
            if not isinstance(event, ScalarEvent):
                self._refuse(
                    "composed-key",
                    path,
                    event,
                    _("a field's name must be a plain word"),
                    _("write the field as `name: value`"),
                )
                self._value(event, (*path, "?"))
                self._value(self._next(), (*path, "?"))
                continue
            self._refuse_tag_and_anchor(event, (*path, event.value))
            self._field(event, path, mapping)
        return mapping

    def _field(self, key: Any, path: FieldPath, mapping: dict[str, Any]) -> None:
        name = key.value
        if name not in mapping:
            self._marked.keys[*path, name] = _span(key)
            mapping[name] = self._value(self._next(), (*path, name))
            return
        first = self._marked.keys[*path, name]
        self._refuse(
            "duplicate-field",
            (*path, name),
            key,
            _("{field} is already set on line {line}", field=quoted(name), line=first.line),
            _("keep one of the two; YAML would silently ignore the first"),
        )
        self._value(self._next(), (*path, name, "again"))

    def _refuse_tag_and_anchor(self, event: Any, path: FieldPath) -> None:
        if event.tag:
            self._invalidate(
                "yaml-tag",
                path,
                event,
                _("{tag} is a type tag", tag=quoted(event.tag.replace("tag:yaml.org,2002:", "!!"))),
                _("delete the word that begins with '!'; to begin a text with '!', put the text in quotes"),
            )
        if event.anchor:
            self._invalidate(
                "yaml-alias",
                path,
                event,
                _("{anchor} names this value for reuse", anchor=quoted(f"&{event.anchor}")),
                _("delete it; Lodestar's files don't use references. To begin a text with '&', put the text in quotes"),
            )

    def _invalidate(self, code: str, path: FieldPath, event: Any, message: str, help: str) -> None:
        self._refuse(code, path, event, message, help)
        self._marked.invalid_paths.add(path[:1] if code == "too-deep" else path)

    def _refuse(self, code: str, path: FieldPath, event: Any, message: str, help: str) -> None:
        there = (*path, f"{code} {len(self._marked.violations)}")
        self._marked.values[there] = _span(event)
        self._marked.violations.append((code, Violation(there, message, help)))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
