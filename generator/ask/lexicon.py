"""Everything the reader compares with, in one table that Python and the browser read alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from generator.ask.asked import TERMS
from generator.ask.cues import cue_table
from generator.ask.words import keys_of
from generator.model.vocabulary import Vocabularies

JOINED = 5
"""So many letters, at least, before words are joined to one, or one word is read as several: "r or" is no "ror"."""

LONGEST = 7
"""So many words a phrase has at most."""


@dataclass(frozen=True, slots=True)
class Gapped:
    """A phrase with up to three free words in each gap: its parts, and the terms it leads to."""

    parts: tuple[tuple[str, ...], ...]
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table, indexed: phrases and joined words lead to positions in `terms`, each a kind, an id and a label."""

    table: Mapping[str, Any]
    terms: tuple[tuple[str, str, str], ...]
    phrases: Mapping[str, tuple[int, ...]]
    joined: Mapping[str, tuple[int, ...]]
    gapped: Mapping[str, tuple[Gapped, ...]]
    cues: Mapping[str, str]
    values: Mapping[str, tuple[tuple[str, str], ...]]
    friends: Mapping[str, Mapping[str, frozenset[str]]]
    learn: frozenset[str]
    craft: frozenset[str]
    stops: frozenset[str]
    generic: frozenset[str]
    quiet: Mapping[str, frozenset[str]]
    lengths: tuple[int, int, int]
    known: frozenset[str] = field(default_factory=frozenset)
    spelt: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=lambda: MappingProxyType({}))


def lexicon_of(vocabularies: Vocabularies, phrases: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Lexicon:
    """Make the lexicon of a directory; `phrases` holds more words for its terms, by vocabulary and id."""
    return index_of(table_of(vocabularies, phrases))


def table_of(vocabularies: Vocabularies, phrases: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, Any]:
    """Write the table: plain lists and texts, as JSON holds them, with every phrase as it is compared."""
    terms = []
    for number, kind in enumerate(TERMS):
        more = phrases.get(kind, {})
        for term in vocabularies.of_kind(kind).terms.values():
            spelt = (term.id.replace("-", " "), term.label, *term.synonyms, *more.get(term.id, ()))
            keys = dict.fromkeys(" ".join(keys_of(one)) for one in spelt)
            terms.append([number, term.id, term.label, "|".join(key for key in keys if _sayable(key))])
    return {"terms": terms, **cue_table()}


def _sayable(key: str) -> bool:
    return bool(key) and len(key.split()) <= LONGEST


def index_of(table: Mapping[str, Any]) -> Lexicon:
    """Index a table, fresh or read from JSON."""
    phrases: dict[str, list[int]] = {}
    gapped: dict[str, list[Gapped]] = {}
    joined: dict[str, list[int]] = {}
    for number, (_, _, _, spelt) in enumerate(table["terms"]):
        for phrase in spelt.split("|") if spelt else ():
            if "*" in phrase:
                parts = tuple(tuple(part.split()) for part in phrase.split("*"))
                if all(parts):
                    gapped.setdefault(parts[0][0], []).append(Gapped(parts, (number,)))
                continue
            phrases.setdefault(phrase, []).append(number)
            whole = phrase.replace(" ", "")
            if len(whole) >= JOINED:
                joined.setdefault(whole, []).append(number)
    cues = {cue: kind for kind, text in table["cues"].items() for cue in text.split("|")}
    values: dict[str, list[tuple[str, str]]] = {}
    for part, choices in table["values"].items():
        for value, text in choices.items():
            for phrase in text.split("|"):
                values.setdefault(phrase, []).append((part, value))
    friends = {
        word: {name: frozenset(text.split()) for name, text in rule.items()} for word, rule in table["friends"].items()
    }
    stops = frozenset(table["stops"].split())
    spellable = sorted(key for key in phrases if " " not in key and len(key) >= JOINED)
    known = _all_words(phrases, cues, values) | stops | frozenset(table["common"].split()) | friends.keys()
    return Lexicon(
        table,
        tuple((TERMS[kind], term_id, label) for kind, term_id, label, _ in table["terms"]),
        _frozen(phrases), _frozen(joined), _frozen(gapped), cues, _frozen(values), friends,
        frozenset(table["learn"].split()), frozenset(table["craft"].split()), stops,
        frozenset(table["generic"].split()),
        {word: frozenset(text.split()) for word, text in table["quiet"].items()},
        (_longest(phrases), _longest(cues), _longest(values)),
        frozenset(known), _by_beginning(spellable),
    )  # fmt: skip


def _frozen(lists: Mapping[str, list[Any]]) -> Mapping[str, tuple[Any, ...]]:
    return {key: tuple(dict.fromkeys(one)) for key, one in lists.items()}


def _longest(phrases: Iterable[str]) -> int:
    return max((phrase.count(" ") + 1 for phrase in phrases), default=1)


def _all_words(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(key for table in tables for phrase in table for key in phrase.split())


def _by_beginning(words: Iterable[str]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for word in words:
        found.setdefault(word[0], []).append((word, letters_in(word)))
    return _frozen(found)


def letters_in(word: str) -> int:
    """Return which letters a word has, as bits: two words with many different ones are never near."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 31)
    return letters
