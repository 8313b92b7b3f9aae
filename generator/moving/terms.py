"""Read what people call their skills, whatever is in one text, as ids of the four vocabularies."""

import re
from collections.abc import Iterator
from functools import cache

from generator.model.vocabulary import KINDS, Vocabularies, fold
from generator.moving.draft import TOO_MANY, UNKNOWN_TERM, Draft
from generator.schema import schema
from generator.text.closest import misspelt

_BETWEEN_TERMS = re.compile(r"\s*[,;|\n•]+\s*")
_WITHIN_A_TERM = re.compile(r"\s*(?:[/()&+]|\band\b|\bor\b)\s*", re.IGNORECASE)
_OWN = "can_help_with"
_LONGEST_OF_OWN = 120
_OWN_WORDS = re.compile(r"[^\W\d_]{3}")
"""What says something by itself: an abbreviation or a number doesn't."""
_AROUND = " .…*-–'\"“”"


@cache
def most_of(field: str) -> int:
    """Return how many values a list of a profile may hold."""
    return int(schema("mentor")["properties"][field]["maxItems"])


def split_terms(text: str, vocabularies: Vocabularies) -> Iterator[str]:
    """Cut a text into terms where that is needed: "CI/CD" is one, "R, Python; Git" are three."""
    whole = _bare(text)
    if _ids(whole, vocabularies):
        yield whole
        return
    yield from (part for one in _BETWEEN_TERMS.split(text) if (part := _bare(one)))


def read_terms(draft: Draft, field: str, texts: tuple[str, ...], vocabularies: Vocabularies, prefer: str = "") -> None:
    """Put every term into the lists that know it, or only into the one that is preferred if that does.

    A term that no list knows comes in as the person's own words for what they can help with.
    """
    for text in texts:
        parts = list(split_terms(text, vocabularies))
        if not parts:
            draft.lose(field, text, UNKNOWN_TERM)
        for part in parts:
            _read_term(draft, field, part, vocabularies, prefer)


def _read_term(draft: Draft, field: str, word: str, vocabularies: Vocabularies, prefer: str) -> None:
    found, unknown = _ids(word, vocabularies, prefer), []
    if not found:
        inner = [one for part in _WITHIN_A_TERM.split(word) if (one := _bare(part))]
        found = list(dict.fromkeys(id for part in inner for id in _ids(part, vocabularies, prefer)))
        unknown = [part for part in inner if not _ids(part, vocabularies, prefer)] if found else [word]
    draft.unknown.update(unknown)
    for part in unknown if found else ():
        _keep_own_words(draft, part)
    if not found and _keep_own_words(draft, word):
        draft.carry(field, word, _OWN)
        return
    there = [draft.add(kind, id, most_of(kind)) for kind, id in found]
    if not found:
        draft.lose(field, word, UNKNOWN_TERM)
    elif any(there):
        draft.carry(field, word)
    else:
        draft.lose(field, word, TOO_MANY)


def _keep_own_words(draft: Draft, word: str) -> bool:
    """Keep what no list knows as what the person can help with, where it says something by itself and has a place."""
    says_something = _OWN_WORDS.search(word) is not None and len(word) <= _LONGEST_OF_OWN
    return says_something and draft.add(_OWN, word, most_of(_OWN))


def _ids(word: str, vocabularies: Vocabularies, prefer: str = "") -> list[tuple[str, str]]:
    known = [(kind, id) for kind in KINDS if (id := vocabularies.of_kind(kind).find(word))]
    return [one for one in known if one[0] == prefer] or known


def suggest(word: str, vocabularies: Vocabularies) -> tuple[str, str] | None:
    """Return the list and id of the one term that is probably meant by a word, or None."""
    for kind in KINDS:
        known = vocabularies.of_kind(kind)
        near = known.find(misspelt(fold(word), list(known.spellings)) or "")
        if near:
            return kind, near
    return None


def _bare(text: str) -> str:
    """Return a term without what is around it; the sign of C# is part of it, and that of #python is not."""
    term = " ".join(text.split()).strip(_AROUND).lstrip("#")
    if term.count("(") != term.count(")"):
        term = term.strip("()") if term[:1] == "(" or term[-1:] == ")" else term
    return term.strip(_AROUND)
