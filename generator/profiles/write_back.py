"""Write what mentors said to the bot into their files: one line each, everything else stays as it is."""

import re
from collections.abc import Mapping
from datetime import date

from generator.profiles.source import SourceFile
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.profiles.yaml_writer import yaml_line

_FIELD = r"^{name}:[ \t]*[^\s#]*"


def with_values(file: SourceFile, values: Mapping[str, int | date]) -> str | None:
    """Return a file's text with fields set, or None where that can't be done without touching more.

    A field that is there keeps its place and its comment; one that isn't comes at the end. The new text is read again
    before it is returned: it says the same as before, but for these fields.
    """
    text = None if file.refusal else clean_text(file.content)
    marked = read_with_repairs(text) if text is not None else None
    if text is None or marked is None or marked.violations or not isinstance(marked.data, dict):
        return None
    stated = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    edited = text
    for name, value in stated.items():
        line = yaml_line(name, value)
        if name in marked.data:
            found = re.search(_FIELD.format(name=re.escape(name)), edited, re.MULTILINE)
            edited = f"{edited[: found.start()]}{line}{edited[found.end() :]}" if found else edited
        else:
            edited = f"{edited.rstrip()}\n{line}\n"
    again = read_with_repairs(edited)
    wanted = {**marked.data, **stated}
    return edited if not again.violations and again.data == wanted else None
