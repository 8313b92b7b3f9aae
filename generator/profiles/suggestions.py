"""Turn a file and its fixed text into suggestions for the lines that differ, as a pull request can take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Suggestion:
    """New text for some lines of a file: from the line `first` to the line `last`, counted from one."""

    first: int
    last: int
    text: str


def suggestions_for(before: str, written: str, fixed: str) -> Iterator[Suggestion]:
    """Yield what would turn the written text into the fixed one, on lines that differ from the text before.

    GitHub takes suggestions only where a pull request changes something.
    """
    lines, new = written.split("\n"), fixed.split("\n")
    touched = _touched(before.split("\n"), lines)
    for kind, first, last, new_first, new_last in SequenceMatcher(None, lines, new, autojunk=False).get_opcodes():
        if kind == "insert" and first:
            # A suggestion replaces lines, so what is added goes in with the line above it.
            first, new_first = first - 1, new_first - 1
        if kind != "equal" and first < last and touched.issuperset(range(first, last)):
            yield Suggestion(first + 1, last, "\n".join(new[new_first:new_last]))


def _touched(before: list[str], now: list[str]) -> set[int]:
    matched = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    return {line for kind, _, _, first, last in matched if kind != "equal" for line in range(first, last)}
