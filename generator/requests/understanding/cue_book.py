"""What people say, as the files in `cues/` list it: one file for each language, read once.

A language's file maps kinds of cues to phrases between `|`. In a phrase `(a|b)` or `(a/b)` is either, `[a]` or `(a)?`
may be missing, and `*` is up to three words. Phrases are compared folded: small letters, no accents but those that
carry meaning, no hyphens. A further language is a further file.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

MEANINGFUL_ACCENTS = frozenset({"sí", "más", "é"})
"""Words that are other words without their accent."""
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_ITEM = re.compile(r"\(([^()]*)\)(\?)?|\[([^\[\]]*)\]|(\*)|([^\s()\[\]*]+)")
_NOT_CUES = frozenset(
    {
        "language",
        "common",
        "spellings",
        "numbers",
        "units",
        "seasons",
        "next",
        "mail",
        "closing",
        "until",
        "from",
        "anyone",
    }
)
_NOT_WORDS = frozenset({"common", "mail", "closing", "anyone"})
_GAP = 3
"""So many words may take the place of a `*`."""

Choices = tuple[tuple[str, ...], ...]
Phrase = tuple[Choices | None, ...]
"""A phrase in parts: what can be there, each choice some words, the empty one where it may be missing; None is a gap."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase and what it is a cue for."""

    kind: str
    parts: Phrase


@dataclass(frozen=True, slots=True)
class CueBook:
    """One language's cues, by the words with which they can begin."""

    language: str
    vocabulary: frozenset[str]
    common: frozenset[str]
    spellings: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    cues: dict[str, tuple[Cue, ...]]
    tables: dict[str, dict[str, int]]
    until: tuple[str, ...]
    starts: tuple[str, ...]
    next_words: tuple[str, ...]


def folded(text: str) -> str:
    """Return a text as it is compared: its words, in small letters, without accents and hyphens."""
    return " ".join(_fold_word(word) for word in _WORD.findall(text.translate(_APOSTROPHES).casefold()))


def _fold_word(word: str) -> str:
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word)
    if composed in MEANINGFUL_ACCENTS:
        return composed
    return "".join(one for one in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(one))


@cache
def cue_books() -> tuple[CueBook, ...]:
    """Return every language's cues, English first."""
    books = [_book(name, text) for name, text in _texts().items()]
    return tuple(sorted(books, key=lambda book: (book.language != "en", book.language)))


@cache
def _texts() -> dict[str, dict[str, str]]:
    folder = files("generator.requests.understanding").joinpath("cues")
    found = {one.name.removesuffix(".json"): one for one in folder.iterdir() if one.name.endswith(".json")}
    return {name: json.loads(found[name].read_text(encoding="utf-8")) for name in sorted(found)}


def all_phrases(kind: str) -> tuple[str, ...]:
    """Return the phrases of a kind in every language, as they are written."""
    return tuple(phrase for text in _texts().values() for phrase in text[kind].split("|"))


def _book(language: str, text: dict[str, str]) -> CueBook:
    words = {word for kind, phrases in text.items() if kind not in _NOT_WORDS for word in folded(phrases).split()}
    return CueBook(
        language=language,
        vocabulary=frozenset(words),
        common=frozenset(folded(text["common"]).split()),
        spellings=_spellings(text["spellings"]),
        cues=_cues(text),
        tables={kind: _table(text[kind]) for kind in ("numbers", "units", "seasons")},
        until=_phrases(text["until"]),
        starts=_phrases(text["from"]),
        next_words=_phrases(text["next"]),
    )


def _spellings(text: str) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Return by first word what is written otherwise, and how it is compared, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for one in text.split("|"):
        left, _, right = one.partition("=")
        words = tuple(folded(left).split())
        by_first.setdefault(words[0], []).append((words, tuple(folded(right).split())))
    return {first: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for first, pairs in by_first.items()}


def _cues(text: dict[str, str]) -> dict[str, tuple[Cue, ...]]:
    by_first: dict[str, list[Cue]] = {}
    for kind, phrases in text.items():
        if kind in _NOT_CUES:
            continue
        for phrase in re.split(r"\|(?![^(\[]*[)\]])", phrases):
            parts = _parts(phrase)
            for first in _firsts(parts):
                by_first.setdefault(first, []).append(Cue(kind, parts))
    return {first: tuple(found) for first, found in by_first.items()}


def _parts(phrase: str) -> Phrase:
    """Take a phrase apart. A gap at its end says nothing and is left out."""
    parts: list[Choices | None] = []
    for group, optional, maybe, star, word in _ITEM.findall(phrase.strip(" *")):
        if star:
            parts.append(None)
            continue
        written = [word] if word else re.split(r"[|/]", group or maybe)
        choices = {tuple(folded(one).split()) for one in written} - {()}
        if optional or maybe:
            choices.add(())
        if choices:
            parts.append(tuple(sorted(choices, key=lambda one: (-len(one), one))))
    return tuple(parts)


def _firsts(parts: Phrase) -> frozenset[str]:
    """Return the words with which a phrase can begin."""
    firsts: set[str] = set()
    for choices in parts:
        firsts |= {choice[0] for choice in choices or () if choice}
        if choices is None or () not in choices:
            break
    return frozenset(firsts)


def _table(text: str) -> dict[str, int]:
    return {folded(left): int(right) for left, _, right in (one.partition("=") for one in text.split("|"))}


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(sorted({folded(one) for one in text.split("|")}, key=lambda one: (-len(one), one)))


def matched(parts: Phrase, words: Sequence[str], start: int) -> int:
    """Return where a phrase ends that begins at a word, or -1; the longest choices first."""
    if not parts:
        return start
    choices, rest = parts[0], parts[1:]
    if choices is None:
        ends = (matched(rest, words, start + gap) for gap in range(_GAP + 1) if start + gap <= len(words))
        return next((end for end in ends if end >= 0), -1)
    for choice in choices:
        after = start + len(choice)
        if tuple(words[start:after]) == choice:
            end = matched(rest, words, after)
            if end >= 0:
                return end
    return -1
