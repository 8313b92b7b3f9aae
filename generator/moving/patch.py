"""A ready change of the vocabulary: the terms that an import met and no list has, each where its id belongs."""

import re
from collections.abc import Sequence
from difflib import unified_diff

from generator.moving.report import UnknownTerm
from generator.profiles.rules.words import new_term_line

_ENTRY = re.compile(r"(?m)^- id: ([a-z0-9-]+)[ \t]*$")
_LINE = re.compile(r'- \{id: "?([a-z0-9-]+)"?, label: (.*)\}\Z')
PATH = "vocabulary/skills.yml"


def vocabulary_patch(terms: Sequence[UnknownTerm], text: str) -> str:
    """Return a patch that `git apply` takes: terms of two people or more, or all where no two people share one.

    A term that is probably another's misspelling isn't in it.
    """
    wanted = [term for term in terms if term.uses > 1 and not term.suggestion]
    wanted = wanted or [term for term in terms if not term.suggestion]
    entries: dict[str, str] = {}
    known = set(_ENTRY.findall(text))
    for term in wanted:
        found = _LINE.match(new_term_line(term.term))
        if found and found[1] not in known:
            entries.setdefault(found[1], f"- id: {found[1]}\n  label: {found[2]}\n")
    lines = text.splitlines(keepends=True)
    return "".join(
        unified_diff(lines, _with_entries(text, entries).splitlines(keepends=True), f"a/{PATH}", f"b/{PATH}")
    )


def _with_entries(text: str, entries: dict[str, str]) -> str:
    starts = [(found[1], found.start()) for found in _ENTRY.finditer(text)]
    text = text if text.endswith("\n") else text + "\n"
    for id in sorted(entries, reverse=True):
        at = next((start for name, start in starts if name > id), len(text))
        text = text[:at] + entries[id] + text[at:]
    return text
