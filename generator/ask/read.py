"""The reader: a sentence becomes what is asked for."""

from generator.ask.asked import TERMS, VALUES, Asked, Heard, HeardTerm
from generator.ask.clauses import AVOID, KNOWN, roles
from generator.ask.friends import meant
from generator.ask.lexicon import Lexicon
from generator.ask.spans import Span, phrase_spans, term_spans
from generator.ask.spelling import corrected
from generator.ask.values import as_typed, values_in
from generator.ask.words import Word, is_sign, joined_signs, words_of

LONGEST_SENTENCE = 2000
"""Letters; what comes after is not read."""


def read(sentence: str, lexicon: Lexicon) -> Asked:
    """Say what a sentence asks for: each term once, in the order of the sentence."""
    text, typed = words_of(sentence[:LONGEST_SENTENCE])
    words = corrected(typed, lexicon)
    found = _beside_languages(words, term_spans(words, lexicon), lexicon)
    spans = [span for span in found if meant(words, span, found, lexicon) and not _generic(words, span, lexicon)]
    told, cue_words = roles(words, spans, lexicon)
    term_words = {at for span in spans for at in span.at}
    values, value_words = values_in(text, words, term_words, lexicon)
    wanted, avoid, known = _sorted_out(text, words, spans, told, lexicon)
    used = term_words | value_words | cue_words
    understood = bool(wanted["skills"] or wanted["topics"])
    left = [word for at, word in enumerate(words) if at not in used and _tells(word, lexicon, understood)]
    return Asked(
        **{kind: tuple(wanted[kind]) for kind in TERMS},
        avoid=tuple(avoid),
        known=tuple(known),
        **{part: tuple(values.get(part, ())) for part in VALUES},
        text=tuple(joined_signs(left)),
    )


def _beside_languages(words: list[Word], spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Leave out what is part of a longer phrase that names a language: "German speaking" is no public speaking."""
    named = [
        span
        for span in phrase_spans(words, lexicon.values, lexicon.lengths[2])
        if any(part == "languages" for part, _ in span.means)
    ]
    return [
        span for span in spans if not any(len(one.at) > len(span.at) and set(one.at) & set(span.at) for one in named)
    ]


def _generic(words: list[Word], span: Span, lexicon: Lexicon) -> bool:
    return len(span.at) == 1 and words[span.first].key in lexicon.generic


def _tells(word: Word, lexicon: Lexicon, understood: bool) -> bool:
    if is_sign(word):
        return not understood
    return word.key not in lexicon.stops and not word.key.isdigit() and len(word.key) > 1


def _sorted_out(
    text: str, words: list[Word], spans: list[Span], told: list[str], lexicon: Lexicon
) -> tuple[dict[str, list[Heard]], list[HeardTerm], list[HeardTerm]]:
    by_role: dict[str, dict[tuple[str, str], str]] = {"": {}, AVOID: {}, KNOWN: {}}
    for span, role in zip(spans, told, strict=True):
        for number in span.means:
            kind, term_id, _ = lexicon.terms[number]
            counts = role if role == AVOID or (role == KNOWN and kind != "topics") else ""
            by_role[counts].setdefault((kind, term_id), as_typed(text, words, span))
    want, avoid = by_role[""], by_role[AVOID]
    known = {term: heard for term, heard in by_role[KNOWN].items() if term not in want and term not in avoid}
    want = {term: heard for term, heard in want.items() if term not in avoid}
    if not any(kind in ("skills", "topics") for kind, _ in want):
        want, known = {**want, **known}, {}
    wanted: dict[str, list[Heard]] = {kind: [] for kind in TERMS}
    for (kind, term_id), heard in want.items():
        wanted[kind].append(Heard(term_id, heard))
    return wanted, _terms(avoid), _terms(known)


def _terms(terms: dict[tuple[str, str], str]) -> list[HeardTerm]:
    return [HeardTerm(kind, term_id, heard) for (kind, term_id), heard in terms.items()]
