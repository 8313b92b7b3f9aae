"""Tell what is wanted from what is avoided and what is known already, clause by clause."""

from dataclasses import dataclass

from generator.ask.lexicon import Lexicon
from generator.ask.spans import Span, phrase_spans
from generator.ask.words import HARD, NONE, SOFT, Word

WANT, AVOID, KNOWN, BEING, AFTER, TURN, REFUSED = "want", "avoid", "known", "being", "after", "turn", "refused"

REACH = 4
"""A "not" reaches so many words; each avoided term carries it on."""

KNOWN_REACH = 6
"""So far reaches "I know"."""


@dataclass(slots=True)
class _Clause:
    """One clause while it is read: what its last cue as_typed, and where that cue ended."""

    role: str = ""
    until: int = -1
    since: int = -9
    named: bool = False


def roles(words: list[Word], spans: list[Span], lexicon: Lexicon) -> tuple[list[str], set[int]]:
    """Return the role of each span, "" where nothing tells, and the words that belong to cues."""
    cues = phrase_spans(words, lexicon.cues, lexicon.lengths[1])
    starting = {cue.first: cue for cue in cues}
    beginning = {span.first: number for number, span in enumerate(spans)}
    found = [""] * len(spans)
    clause = _Clause()
    present = {word.key for word in words}
    for at, word in enumerate(words):
        cue = starting.get(at)
        if cue is not None and present & lexicon.quiet.get(word.key, present - present):
            cue = None
        turns = cue is not None and cue.means == TURN
        if word.gap == HARD or turns:
            clause = _Clause()
        elif word.gap == SOFT:
            goes_on = clause.role in (KNOWN, BEING) and _names_next(words, at, beginning, lexicon)
            clause = _Clause(clause.role, at - 1) if goes_on else _Clause()
        if cue is not None and not turns:
            _hear(clause, cue, spans, found, words)
        number = beginning.get(at)
        if number is not None:
            found[number] = _role(clause, at)
            clause.named = True
            if found[number] in (AVOID, KNOWN):
                clause.until = spans[number].last
    return found, {at for cue in cues for at in cue.at}


def _hear(clause: _Clause, cue: Span, spans: list[Span], found: list[str], words: list[Word]) -> None:
    at = cue.first
    if cue.means == AFTER:
        if clause.role in ("", BEING, KNOWN):
            _mark_before(spans, found, at, words, KNOWN)
            clause.role = KNOWN
        return
    if cue.means == REFUSED:
        _mark_before(spans, found, at, words, AVOID)
        return
    if cue.means == WANT and clause.role == AVOID and not clause.named and at - clause.since <= 2:
        clause.until = cue.last
        return
    if cue.means == BEING and clause.role == WANT and not clause.named:
        return
    clause.role, clause.since, clause.until, clause.named = cue.means, cue.last, cue.last, False


def _mark_before(spans: list[Span], found: list[str], at: int, words: list[Word], role: str) -> None:
    """What comes before "experience" in the same clause is known, and before "isn't for me" it is avoided."""
    for number, span in enumerate(spans):
        if (
            at - REACH <= span.last < at
            and (found[number] == "" or role == AVOID)
            and all(word.gap == NONE for word in words[span.last + 1 : at + 1])
        ):
            found[number] = role


def _role(clause: _Clause, at: int) -> str:
    if clause.role == AVOID:
        return AVOID if at - clause.until <= REACH else ""
    if clause.role in (KNOWN, BEING):
        return KNOWN if at - clause.until <= KNOWN_REACH else ""
    return clause.role


def _names_next(words: list[Word], at: int, beginning: dict[int, int], lexicon: Lexicon) -> bool:
    """Say whether a clause begins with a term, small words aside: it goes on with the list before it."""
    for next_at in range(at, min(at + 3, len(words))):
        if next_at in beginning:
            return True
        if words[next_at].key not in lexicon.stops:
            return False
    return False
