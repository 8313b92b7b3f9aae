"""Hear times, places, languages and the other small values of a sentence."""

import re
from collections.abc import Iterator

from generator.ask.asked import Heard
from generator.ask.lexicon import Lexicon
from generator.ask.spans import Span, phrase_spans
from generator.ask.words import Word

ONE_ONLY = ("stage", "zone", "place", "commitment")
"""Of these the first that is heard counts."""

_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?([+\-−–])\s?(\d{1,2})(?::?(30|45))?", re.IGNORECASE)
_YEARS = re.compile(r"^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)$")
_SPELT = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def values_in(
    text: str, words: list[Word], taken: set[int], lexicon: Lexicon
) -> tuple[dict[str, list[Heard]], set[int]]:
    """Return the values by part, and the words they were heard in. A word of a term's phrase is no value."""
    heard: dict[str, list[Heard]] = {}
    used: set[int] = set()
    for part, value, span in _values(text, words, lexicon):
        if any(at in taken for at in span.at) or not _fits(part, words, span, lexicon):
            continue
        used.update(span.at)
        for name, one in _parts(part, value, lexicon):
            there = heard.setdefault(name, [])
            if not any(had.value == one for had in there) and not (there and name in ONE_ONLY):
                there.append(Heard(one, as_typed(text, words, span)))
    return heard, used


def as_typed(text: str, words: list[Word], span: Span) -> str:
    """Return the words of a span as they were typed."""
    return text[words[span.first].start : words[span.last].end]


def _values(text: str, words: list[Word], lexicon: Lexicon) -> Iterator[tuple[str, str, Span]]:
    for match in _OFFSET.finditer(text):
        value = lexicon.table["offsets"].get(_offset(match))
        at = tuple(n for n, word in enumerate(words) if match.start() <= word.start < match.end())
        if value and at:
            yield "zone", value, Span(at[0], at[-1], at, value)
    for span in phrase_spans(words, lexicon.values, lexicon.lengths[2]):
        for part, value in span.means:
            yield part, value, span
    for first, word in enumerate(words[:-1]):
        if _YEARS.match(word.key) and words[first + 1].key in ("year", "yr", "jahre", "ano", "annee", "an"):
            years = _SPELT.get(word.key) or int(word.key)
            yield "years", str(years), Span(first, first + 1, (first, first + 1), "")


def _offset(match: re.Match[str]) -> str:
    sign = "+" if match[1] == "+" else "-"
    return f"{sign}{int(match[2])}{':' + match[3] if match[3] else ''}"


def _fits(part: str, words: list[Word], span: Span, lexicon: Lexicon) -> bool:
    word = words[span.first]
    if part == "abbreviation":
        return word.written.isupper()
    if part in ("city", "country"):
        before = words[span.first - 1].key if span.first else ""
        return word.written[0].isupper() or before in lexicon.table["places_after"].split()
    return part != "years" or any(other.key in lexicon.craft for other in words)


def _parts(part: str, value: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    if part == "abbreviation":
        yield "zone", value
    elif part == "city":
        place, zone = value.split(" ")
        yield "place", place
        yield "zone", zone
    elif part == "country":
        yield "place", value
    elif part == "years":
        yield "stage", "junior" if int(value) < 2 else "mid" if int(value) < 6 else "senior"
    else:
        yield part, value
