"""Tell a term from the everyday word that is spelt alike: "I want to learn Go" and "where do I go from here"."""

from generator.ask.lexicon import Lexicon
from generator.ask.spans import Span
from generator.ask.words import HARD, NONE, Word

NEAR = 2
"""Within so many words a verb of learning or a word of the craft tells that the term is meant."""

SHORT = 3
"""A search of so many words at most is no sentence: what it names is meant."""


def meant(words: list[Word], span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """Say whether a phrase of one word that is also an everyday word names the term here."""
    at = span.first
    rule = lexicon.friends.get(words[at].key) if span.first == span.last else None
    if rule is None:
        return True
    before = words[at - 1].key if at and words[at].gap != HARD else ""
    after = words[at + 1].key if at + 1 < len(words) and words[at + 1].gap == NONE else ""
    small = words[at].written == words[at].written.lower()
    if small and before in rule.get("never_small_after", ()):
        return False
    if before in rule.get("never_after", ()) or after in rule.get("never_before", ()):
        return False
    tells = rule.get("tells", ())
    if "always" in tells or before in lexicon.learn or after in lexicon.craft or before in rule.get("after", ()):
        return True
    if after in rule.get("before", ()) or len(words) <= SHORT:
        return True
    if _listed(words, at, spans, lexicon):
        return True
    capital = words[at].written[0].isupper() and at > 0 and words[at].gap != HARD
    if "capital" in tells:
        return capital
    return capital and any(word.key in lexicon.learn for word in words[max(0, at - NEAR) : at])


def _listed(words: list[Word], at: int, spans: list[Span], lexicon: Lexicon) -> bool:
    """Say whether a term that can be nothing else is beside it: "python, go", "rust and go"."""
    for step in (-1, 1):
        beside = at + step
        if 0 <= beside < len(words) and words[beside].key in ("and", "or", "y", "e", "et", "und", "o", "ou", "oder"):
            beside += step
        if not 0 <= beside < len(words) or HARD in (
            words[beside].gap if step > 0 else NONE,
            words[at].gap * (step < 0),
        ):
            continue
        for span in spans:
            plain = len(span.at) > 1 or words[beside].key not in lexicon.friends
            if beside in span.at and plain and any(lexicon.terms[term][0] == "skills" for term in span.means):
                return True
    return False
