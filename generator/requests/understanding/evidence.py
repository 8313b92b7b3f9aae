"""Weigh the cues of a reply: what says yes or no, how firmly, and what makes it uncertain."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.requests.understanding.clauses import Clause, Hit, Reading

REASONS = ("no-capacity", "not-my-area", "timing", "stage", "format")
"""The reasons for a no that have cues of their own, in the order in which they are preferred."""
_COVERS = frozenset(
    {
        "filler",
        "yes_word",
        "yes_soft",
        "yes",
        "no_word",
        "yes_sign",
        "thanks",
        "polite_if",
        "question_start",
    }
)
_GREETS = frozenset({"thanks", "polite_if", "yes_sign", "regret"})
_DENIABLE = frozenset({"complete", "started", "active"})
_SAYS_NOTHING = frozenset({"report", "mentee_role", "other_thing", "process_question"})
_NEAR = 4
_FEW, _LONG = 2, 5
_OPEN_ENDS = frozenset(
    [
        "to",
        "can't",
        "can",
        "kann",
        "konnen",
        "nicht",
        "puedo",
        "podre",
        "podria",
        "posso",
        "consigo",
        "conseguir",
        "poder",
        "peux",
        "pourrai",
        "pas",
        "pouvoir",
        "de",
    ]
)
"""Words after which what matters is still to come."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that a reply says: "yes", "no", or another kind of cue; how firmly, and in which words."""

    kind: str
    words: str
    clause: int
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a reply says, in order."""

    signs: tuple[Sign, ...] = ()
    asks: int = 0
    only_asks: bool = False
    words: int = 0
    reason: str = ""
    turned: bool = False
    handles: tuple[str, ...] = field(default=())

    def of(self, *kinds: str) -> tuple[Sign, ...]:
        """Return what is said of any of the kinds."""
        return tuple(one for one in self.signs if one.kind in kinds)

    def firm(self, kind: str) -> tuple[Sign, ...]:
        """Return what is said firmly of a kind."""
        return tuple(one for one in self.signs if one.kind == kind and one.firm)

    def has(self, *kinds: str) -> bool:
        """Return whether anything of the kinds is said."""
        return any(one.kind in kinds for one in self.signs)


def weigh(reading: Reading) -> Evidence:
    """Return what a reading adds up to."""
    signs: list[Sign] = []
    asks = 0
    for number, clause in enumerate(reading.clauses):
        asked = _asks(clause)
        asks += asked
        signs.extend(_signs_in(clause, number, asked, reading.clauses))
        if clause.turns:
            signs.extend(_turn(clause, number))
    if reading.clauses and reading.clauses[-1].turns and not reading.clauses[-1].words:
        signs.append(Sign("hedge", "...", len(reading.clauses) - 1))
    reasons = [one.kind for one in signs if one.kind in REASONS]
    return Evidence(
        signs=tuple(signs),
        asks=asks,
        only_asks=asks > 0 and all(_asks(one) or not _left_over((one,)) for one in reading.clauses),
        words=sum(len(clause.words) for clause in reading.clauses),
        reason=next((reason for reason in REASONS if reason in reasons), ""),
        turned=any(clause.turns for clause in reading.clauses),
        handles=reading.handles,
    )


def _turn(clause: Clause, number: int) -> Iterator[Sign]:
    """Read what follows a "but": a mere "not" takes back, and a long remark leaves open what was decided before."""
    if clause.has("yes", "yes_word", "no", "no_word", "later", *REASONS):
        return
    if clause.has("not") and not clause.has("idiom", "yes_soft"):
        yield Sign("no", " ".join(clause.words[:4]), number, firm=False)
    elif _left_over((clause,)) >= _LONG:
        yield Sign("turn", " ".join(clause.words[:4]), number)


def _asks(clause: Clause) -> bool:
    """Whether a clause is a question: by its mark, or by how it begins. "I'd help, if you like?" is none."""
    if clause.asks:
        return not clause.has("yes") or not clause.has("polite_if")
    starts = [hit for hit in clause.hits if hit.kind == "question_start" and hit.start == 0]
    return (
        bool(starts) and max(hit.end for hit in starts) >= 2 and not _within(starts[0], clause, "yes", "yes_word", "no")
    )


def _signs_in(clause: Clause, number: int, asked: bool, clauses: tuple[Clause, ...]) -> Iterator[Sign]:
    muted = clause.has(*_SAYS_NOTHING)
    for hit in clause.hits:
        words = " ".join(clause.words[hit.start : hit.end])
        if hit.kind in ("yes", "no", *REASONS):
            kind, firm = _decision(hit, clause)
            if kind != "yes" and hit.kind in REASONS:
                yield Sign(hit.kind, words, number, firm)
            yield Sign(kind, words, number, firm and not asked and not muted)
        elif hit.kind in ("yes_word", "no_word"):
            if hit.end - hit.start == 1 and not _begins(hit, clause):
                continue
            firm = not asked and not muted and _is_answer(hit, clause, number, clauses)
            yield Sign(hit.kind.removesuffix("_word"), words, number, firm)
            if not firm:
                yield Sign("remark", words, number)
        elif hit.kind in ("yes_sign", "no_sign"):
            yield Sign(hit.kind.removesuffix("_sign"), words, number, firm=_left_over(clauses) <= _FEW)
        elif hit.kind == "yes_alone":
            if len(clauses) == 1 and len(clause.words) == hit.end - hit.start:
                yield Sign("yes", words, number)
        elif hit.kind == "yes_soft":
            yield Sign("yes", words, number, firm=False)
        elif hit.kind in _DENIABLE and _is_denied(clause):
            continue
        elif hit.kind not in ("filler", "not", "question_start", "idiom"):
            yield Sign(hit.kind, words, number, firm=not asked)


def _decision(hit: Hit, clause: Clause) -> tuple[str, bool]:
    """Return whether a phrase says yes or no, and whether it is firm: "not happy to" is no firm no."""
    if hit.kind == "yes":
        if _is_negated(hit, clause):
            return "no", False
        return "yes", not _is_open(hit, clause)
    return "no", not clause.has("end_partly") and not _is_open(hit, clause)


def _is_open(hit: Hit, clause: Clause) -> bool:
    """Whether a phrase ends before what it is about: "I'd love to" know, "I can't" open the link."""
    if clause.words[hit.end - 1] not in _OPEN_ENDS or hit.end == len(clause.words):
        return False
    after = range(hit.end, len(clause.words))
    known = {
        at
        for other in clause.hits
        if other.kind in (*_COVERS, "yes", "no", "later", "hedge", *REASONS) and other.end > hit.end
        for at in range(other.start, other.end)
    }
    return len([at for at in after if at not in known]) > 1


def _is_negated(hit: Hit, clause: Clause) -> bool:
    return any(
        other.kind == "not"
        and (hit.start - _NEAR <= other.start and other.end <= hit.start or other.start == hit.end)
        and not _within(other, clause, "yes", "yes_soft", "yes_word", "hedge", "later", "polite_if", "no_word")
        for other in clause.hits
    )


def _is_denied(clause: Clause) -> bool:
    """Whether what a clause tells did not happen, wherever the language puts its "not"."""
    return any(
        hit.kind == "not" and not _within(hit, clause, "idiom", "yes", "yes_soft", "yes_word", "polite_if")
        for hit in clause.hits
    )


def _within(hit: Hit, clause: Clause, *kinds: str) -> bool:
    return any(
        other.kind in kinds and other.start <= hit.start and hit.end <= other.end and other != hit
        for other in clause.hits
    )


def _begins(hit: Hit, clause: Clause) -> bool:
    """Whether nothing but greetings is before a word, or nothing after it."""
    covered = {
        at
        for other in clause.hits
        if other.kind in ("filler", "yes_word", "no_word", "thanks")
        for at in range(other.start, other.end)
    }
    return all(at in covered for at in range(hit.start)) or hit.end == len(clause.words)


def _is_answer(hit: Hit, clause: Clause, number: int, clauses: tuple[Clause, ...]) -> bool:
    """Whether a "yes" or "no" answers by itself, instead of beginning a sentence about something else."""
    own = _left_over((clause,))
    if own > (0 if hit.kind == "no_word" and hit.end - hit.start == 1 else _FEW):
        return False
    words = [other for other in clause.hits if other.kind == "yes_word"]
    if hit.kind == "yes_word" and max(one.end for one in words) - min(one.start for one in words) > 1:
        return True
    after = [other for other in clauses[number + 1 :] if other.sentence == clause.sentence and not other.turns]
    if not after or after[0].has("yes", "no", "yes_word", "no_word", "later", *REASONS) or _asks(after[0]):
        return True
    return _left_over(tuple(after[:1]), _GREETS) == 0


def _left_over(clauses: tuple[Clause, ...], kinds: frozenset[str] = _COVERS) -> int:
    """Count the words that no cue of some kinds explains."""
    left = 0
    for clause in clauses:
        covered = {at for hit in clause.hits if hit.kind in kinds for at in range(hit.start, hit.end)}
        left += len(clause.words) - len(covered)
    return left
