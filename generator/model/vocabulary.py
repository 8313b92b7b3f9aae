"""The community's own words: terms with labels, synonyms and relations, and how a spelling finds its term."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

KINDS = ("skills", "topics", "domains", "career_paths")
"""The four vocabularies, named as in a mentor's file."""

Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]
"""How people ask for the terms, beside labels and synonyms: phrases by vocabulary and id."""


def fold(word: str) -> str:
    """Reduce a word to what its spellings share: "Node.js" and "nodejs" are one, "C" and "C++" are two."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in folded if letter.isalnum() or letter in "+#")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary; `broader` and `related` name other terms of the same vocabulary."""

    id: str
    label: str
    synonyms: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of one kind by id, in the order of the file, and every known spelling folded to its id."""

    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    spellings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, terms: tuple[Term, ...]) -> "Vocabulary":
        """Index the terms; where two share a spelling the first keeps it."""
        spellings: dict[str, str] = {}
        for term in terms:
            for word in (term.id, term.label, *term.synonyms):
                spellings.setdefault(fold(word), term.id)
        return cls(MappingProxyType({term.id: term for term in terms}), MappingProxyType(spellings))

    def label(self, term_id: str) -> str:
        """Name the term for people; an unknown id names itself."""
        term = self.terms.get(term_id)
        return term.label if term else term_id

    def find(self, word: str) -> str | None:
        """Return the id that a word, label or synonym stands for."""
        return self.spellings.get(fold(word))

    def narrower(self, term_id: str) -> tuple[str, ...]:
        """Return the ids whose broader terms include this one, in the order of the file."""
        return tuple(term.id for term in self.terms.values() if term_id in term.broader)


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The four vocabularies of a directory."""

    skills: Vocabulary = field(default_factory=Vocabulary)
    topics: Vocabulary = field(default_factory=Vocabulary)
    domains: Vocabulary = field(default_factory=Vocabulary)
    career_paths: Vocabulary = field(default_factory=Vocabulary)

    def of_kind(self, kind: str) -> Vocabulary:
        """Return the vocabulary named by one of `KINDS`."""
        vocabulary: Vocabulary = getattr(self, kind)
        return vocabulary
