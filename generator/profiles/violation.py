"""A mistake as a rule sees it: by field, before the line and column are looked up."""

from dataclasses import dataclass

from generator.model.problem import Severity

FieldPath = tuple[str | int, ...]
"""The path to a value: field names and list positions from the top of the file, () for the file itself."""


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong with the value at `path`, and what to do about it.

    `fragment` is the part of a text to mark; empty marks the whole value. With `on_key` the field's
    name is marked instead of its value.
    """

    path: FieldPath
    message: str
    help: str
    fragment: str = ""
    on_key: bool = False
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: lines and columns from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def field_name(path: FieldPath) -> str:
    """Name a field as people do: ("style", "structure") is 'style.structure', list positions are left out."""
    return ".".join(part for part in path if isinstance(part, str))


def quoted(text: str) -> str:
    """Show a written text in quotes, shortened, with invisible and control characters spelled out."""
    text = text if len(text) <= 60 else text[:57] + "..."
    return "'" + visible(text) + "'"


def visible(text: str) -> str:
    """Spell out what a terminal would react to or hide: control, bidirectional and other unprintable characters."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
