"""Cut a reply by e-mail off where the earlier messages or the signature begin.

Rules of our own instead of a library: decision 0027 says why.
"""

import re
from functools import cache

from generator.requests.understanding.cue_book import all_phrases, folded

_DASHES = re.compile(r"^\s*(?:--|—|__|–)\s*$")
_RULE = re.compile(r"^\s*[-_=*]{5,}")
_FIELD = re.compile(r"^[*\s]{0,4}[^\W\d_][^\W\d_ ]{1,14} ?:", re.UNICODE)
_MOST_NAME = 5
_SHORT_LINE = 60


def without_mail(text: str) -> str:
    """Return the lines above the earlier messages and the signature."""
    lines = text.split("\n")
    end = next((number for number in range(len(lines)) if _history_begins(lines, number)), len(lines))
    lines = lines[:end]
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for number in range(start + 1, len(lines)):
        if _DASHES.match(lines[number]) or _is_closing(lines, number):
            lines = lines[:number]
            break
    return "\n".join(lines)


def _history_begins(lines: list[str], number: int) -> bool:
    line = folded(lines[number][:300])
    if not line:
        return False
    if any(phrase in line for phrase in _marks("inside")):
        return True
    if _RULE.match(lines[number]) and any(_is_header(other) for other in lines[number + 1 : number + 4]):
        return True
    if _is_header(lines[number]) and sum(map(_is_header, lines[number : number + 6])) >= 2:
        return True
    joined = folded(" ".join(lines[number : number + 3])[:400])
    return any(joined.startswith(start) and _ends(end, lines[number : number + 3]) for start, end in _wrote())


def _ends(end: str, lines: list[str]) -> bool:
    """Whether "On ... wrote:" closes a line, which may be the second or third."""
    return any(f"{end} " in f" {folded(line)} " and line.rstrip(" *").endswith((":", "：")) for line in lines)


def _is_header(line: str) -> bool:
    return bool(_FIELD.match(line)) and folded(line.split(":")[0]).strip() in _marks("field")


def _is_closing(lines: list[str], number: int) -> bool:
    """Whether only "Best regards," and a name follow: a closing phrase alone on its line, near the end."""
    line = folded(lines[number][:_SHORT_LINE]).strip(" .!,")
    if line not in _marks("closing"):
        return False
    rest = [other for other in lines[number + 1 :] if other.strip()]
    return (
        len(rest) <= 8 and all(len(other) <= 90 for other in rest) and (not rest or len(rest[0].split()) <= _MOST_NAME)
    )


@cache
def _marks(kind: str) -> frozenset[str]:
    """Return what marks a mail's parts in any language: its header fields, its closings, or what is always machine-made."""
    if kind == "closing":
        return frozenset(map(folded, all_phrases("closing")))
    phrases = all_phrases("mail")
    fields = {folded(phrase).rstrip(" :") for phrase in phrases if phrase.endswith(":") and "*" not in phrase}
    if kind == "field":
        return frozenset(fields)
    return frozenset(folded(phrase) for phrase in phrases if "*" not in phrase and not phrase.endswith(":"))


@cache
def _wrote() -> tuple[tuple[str, str], ...]:
    """Return how the line above a quoted message starts and ends, such as "on " and " wrote"."""
    pairs = []
    for phrase in all_phrases("mail"):
        if "*" in phrase:
            start, _, end = phrase.partition("*")
            pairs.append((folded(start).strip() + " ", " " + folded(end.rstrip(" :*")).strip()))
    return tuple(pairs)
