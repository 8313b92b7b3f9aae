"""Find the phrases of a sentence: the longest first, each word in one phrase at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.ask.lexicon import JOINED, Lexicon
from generator.ask.words import NONE, Word

GAP = 3
"""So many free words are in a gap at most."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phrase that was found: its first and last word, the words that belong to it, and what it leads to."""

    first: int
    last: int
    at: tuple[int, ...]
    means: Any


def phrase_spans(words: list[Word], phrases: Mapping[str, Any], longest: int) -> list[Span]:
    """Return the phrases of a plain table, in the order of the sentence."""
    return _without_overlap(_plain(words, phrases, longest))


def term_spans(words: list[Word], lexicon: Lexicon) -> list[Span]:
    """Return the phrases that name terms, also those with gaps, and words that are written together or apart."""
    found = _plain(words, lexicon.phrases, lexicon.lengths[0])
    found += _joined(words, lexicon)
    found += _gapped(words, lexicon)
    return _without_overlap(found)


def _plain(words: list[Word], phrases: Mapping[str, Any], longest: int) -> list[Span]:
    found = []
    for first in range(len(words)):
        key = ""
        for last in range(first, min(first + longest, len(words))):
            if last > first and words[last].gap != NONE:
                break
            key = f"{key} {words[last].key}" if key else words[last].key
            means = phrases.get(key)
            if means is not None:
                found.append(Span(first, last, tuple(range(first, last + 1)), means))
    return found


def _joined(words: list[Word], lexicon: Lexicon) -> list[Span]:
    found = []
    for first, word in enumerate(words):
        key = ""
        for last in range(first, min(first + 3, len(words))):
            part = words[last].key
            if last > first and (words[last].gap != NONE or min(len(part), len(word.key)) < 2):
                break
            if last > first and (part in lexicon.stops or word.key in lexicon.stops):
                break
            key += part
            means = lexicon.joined.get(key) if len(key) >= JOINED else None
            if means is not None:
                found.append(Span(first, last, tuple(range(first, last + 1)), means))
    return found


def _gapped(words: list[Word], lexicon: Lexicon) -> list[Span]:
    found = []
    for first, word in enumerate(words):
        for phrase in lexicon.gapped.get(word.key, ()):
            at = _fit(words, phrase.parts, first)
            if at:
                found.append(Span(first, at[-1], at, phrase.terms))
    return found


def _fit(words: list[Word], parts: tuple[tuple[str, ...], ...], first: int) -> tuple[int, ...]:
    at: list[int] = []
    for part in parts:
        begins = range(first, first + 1) if not at else range(at[-1] + 2, at[-1] + GAP + 2)
        begin = next((one for one in begins if _is_at(words, part, one)), None)
        if begin is None:
            return ()
        at += range(begin, begin + len(part))
    inside = words[first + 1 : at[-1] + 1]
    return () if any(word.gap != NONE for word in inside) else tuple(at)


def _is_at(words: list[Word], part: tuple[str, ...], begin: int) -> bool:
    return begin + len(part) <= len(words) and all(words[begin + at].key == key for at, key in enumerate(part))


def _without_overlap(found: list[Span]) -> list[Span]:
    taken: dict[int, Span] = {}
    kept = []
    for span in sorted(found, key=lambda span: (-len(span.at), span.last - span.first, span.first)):
        if not any(at in taken for at in span.at):
            taken.update(dict.fromkeys(span.at, span))
            kept.append(span)
    return sorted(kept, key=lambda span: span.first)
