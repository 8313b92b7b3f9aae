"""Set some fields of a file people wrote. Every other line, comments and order stay as they are."""

import re
from collections.abc import Mapping
from typing import Any

from generator.profiles.syntax import read_with_repairs
from generator.profiles.yaml_writer import yaml_text

_COMMENT = re.compile(r"[ \t]+#")


def set_fields(text: str, values: Mapping[str, Any]) -> str | None:
    """Return the text with these top-level fields set, new ones at its end; None where it can't be done safely.

    The new text is read again before it is returned: it says exactly what was meant.
    """
    marked = read_with_repairs(text)
    if marked.violations or not isinstance(marked.data, dict):
        return None
    lines = text.split("\n")
    starts = sorted(span.line - 1 for path, span in marked.keys.items() if len(path) == 1)
    added: list[str] = []
    for name, value in sorted(values.items(), key=lambda one: -_line_of(marked.keys, one[0])):
        if name in marked.data and marked.data[name] == value:
            continue
        written = yaml_text({name: value}).rstrip("\n").split("\n")
        if name not in marked.data:
            added = [*written, *added]
            continue
        first = _line_of(marked.keys, name)
        last = _end_of(lines, first, next((line for line in starts if line > first), len(lines)))
        if last == first + 1 and len(written) == 1:
            written[0] += _comment_of(lines[first], {name: marked.data[name]})
        lines[first:last] = written
    end = "\n".join(lines)
    if added:
        end = f"{end.rstrip()}\n" + "\n".join(added) + "\n"
    return end if read_with_repairs(end).data == {**marked.data, **values} else None


def _line_of(keys: Mapping[Any, Any], name: str) -> int:
    span = keys.get((name,))
    return span.line - 1 if span else -1


def _end_of(lines: list[str], first: int, next_field: int) -> int:
    """Return where a field ends; empty lines and comments above the next field belong to that one."""
    last = next_field
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return last


def _comment_of(line: str, fields: dict[str, Any]) -> str:
    """Return the comment behind a value, with the spaces before it."""
    for found in _COMMENT.finditer(line):
        if read_with_repairs(line[: found.start()]).data == fields:
            return line[found.start() :]
    return ""
