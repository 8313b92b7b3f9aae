"""Cut what someone wrote into sentences and clauses, each in its language, with the cues in it."""

import re
from dataclasses import dataclass, field

from generator.requests.understanding.cue_book import CueBook, cue_books, folded, matched

YES_SIGN, NO_SIGN, OTHER_SIGN = "yessign", "nosign", "sign"
"""What emoji become: words that nobody writes."""
_YES_SIGNS = re.compile(
    r"(?<![\w+])\+1(?![\w%])|:(?:\+1|thumbsup|white_check_mark|heavy_check_mark|ok_hand|raised_hand|raising_hand|hand|raised_hands|muscle|handshake|"
    r"heart|tada|rocket|100):|[👍👌✅✔☑🙋✋🙌💪🤝❤💯🚀🫡]"
)
_NO_SIGNS = re.compile(r"(?<![\w-])-1(?!\w)|:(?:-1|thumbsdown|no_entry|x|no_good):|[👎❌🚫🙅⛔]")
_SIGNS = re.compile(
    r":[a-z_+\-0-9]{2,30}:|[\U0001F000-\U0001FAFF\u2190-\u2BFF\uFE0F\u200D\u2640\u2642]+|[:;=]'?-?[()DPpOo/|\\\]\[3]+(?!\w)|\\o/|(?<!\w)o/|<3|\^\^"
)
_SENTENCE = re.compile(r"[^.!?…\n;¿¡]+(?:\.(?=\d)[^.!?…\n;¿¡]+)*[.!?…;]*|[¿¡]")
_CLAUSE = re.compile(r",(?!\d)|:(?!\d)|\s[-–—]+\s|[–—]|[()\"“”„«»]")
_HANDLE = re.compile(r"@([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})")
_MOST_SENTENCES, _MOST_WORDS, _SHORT = 40, 60, 3
_SPLITS = frozenset({"but"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found: its kind, and the words from `start` to `end`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: its words as they are compared, and the cues in it, in order.

    `asks` says that a question mark closes it; `turns` that it begins with "but"; `sentence` counts the sentences.
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    sentence: int
    asks: bool = False
    turns: bool = False
    language: str = ""

    def has(self, *kinds: str) -> bool:
        """Return whether a cue of any of the kinds is in it."""
        return any(hit.kind in kinds for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Reading:
    """A comment, cut: its clauses, the accounts it mentions, and its language."""

    clauses: tuple[Clause, ...] = ()
    handles: tuple[str, ...] = ()
    language: str = ""
    text: str = field(default="", compare=False)


def read_clauses(text: str) -> Reading:
    """Cut a visible text; each sentence is read in the language that knows most of its words."""
    handles = tuple(dict.fromkeys(found.lower() for found in _HANDLE.findall(text)))
    signed = _SIGNS.sub(_sign(OTHER_SIGN), _NO_SIGNS.sub(_sign(NO_SIGN), _YES_SIGNS.sub(_sign(YES_SIGN), text)))
    signed = _HANDLE.sub(" somehandle ", signed)
    main = _language(folded(signed).split(), None)
    clauses: list[Clause] = []
    asks_from = 0
    for number, found in enumerate(_SENTENCE.findall(signed)[:_MOST_SENTENCES]):
        ends = "?" in found[-4:]
        parts = [part for part in _CLAUSE.split(found) if folded(part)]
        language = _language(folded(found).split(), main)
        new = _read_in_one(parts, number, language, asks=ends)
        asks_from = len(clauses) + _first_asked(new) if ends else len(clauses) + len(new)
        for position, clause in enumerate(new, start=len(clauses)):
            clauses.append(
                Clause(clause.words, clause.hits, number, ends and position >= asks_from, clause.turns, clause.language)
            )
    spoken = main.language if main else next((one.language for one in clauses if one.language), "")
    return Reading(tuple(clauses), handles, spoken, text)


def _read_in_one(parts: list[str], number: int, book: CueBook | None, *, asks: bool) -> list[Clause]:
    """Cut a sentence; a short one that says nothing in its language may say something in another: "im in"."""
    new = [clause for part in parts for clause in _clauses(part, number, book)]
    words = {word for clause in new for word in clause.words}
    if asks or len(words) > _SHORT or any(clause.has(*_DECIDING) for clause in new):
        return new
    for other in cue_books():
        if other is not book and words & (other.vocabulary | other.common):
            tried = [clause for part in parts for clause in _clauses(part, number, other)]
            if any(clause.has("yes", "yes_word", "no", "no_word") for clause in tried):
                return tried
    return new


def _sign(word: str) -> str:
    return f" {word} . "


def _first_asked(clauses: list[Clause]) -> int:
    """Return the clause with which a question begins; what is said before "when are you free?" is no question."""
    for position, clause in enumerate(clauses):
        greeted = any(hit.kind == "filler" and hit.start == 0 and hit.end == 1 for hit in clause.hits)
        if any(hit.kind == "question_start" and hit.start <= greeted for hit in clause.hits):
            return position
    leading = clauses and len(clauses) > 1 and clauses[0].has("yes_word", "no_word") and len(clauses[0].words) <= 3
    return 1 if leading else 0


def _language(words: list[str], main: CueBook | None) -> CueBook | None:
    """Return the language that knows most of some words; None where none knows any."""
    best, most = None, 0.0
    for book in cue_books():
        known = sum(2 if word in book.common else 1 if word in book.vocabulary else 0 for word in words)
        points = known + (0.5 if main is book else 0)
        if known and points > most:
            best, most = book, points
    return best or main


def _clauses(part: str, sentence: int, book: CueBook | None) -> list[Clause]:
    words = _spelled(folded(part).split()[:_MOST_WORDS], book)
    if book is None:
        return [Clause(tuple(words), _signs(words), sentence)]
    hits = _resolved([*_found(words, book), *_signs(words)])
    whole = [hit for hit in hits if hit.kind in _DECIDING]
    cuts = [
        hit
        for hit in hits
        if hit.kind in _SPLITS and not any(other.start < hit.end and hit.start < other.end for other in whole)
    ]
    clauses: list[Clause] = []
    start, turns = 0, False
    for cut in [*cuts, Hit("", len(words), len(words))]:
        if cut.start > start:
            inside = tuple(
                Hit(hit.kind, hit.start - start, hit.end - start)
                for hit in hits
                if start <= hit.start and hit.end <= cut.start
            )
            clauses.append(Clause(tuple(words[start : cut.start]), inside, sentence, False, turns, book.language))
        if cut.kind:
            start, turns = cut.end, True
    if turns and start == len(words):
        clauses.append(Clause((), (), sentence, False, True, book.language))
    return clauses


def _spelled(words: list[str], book: CueBook | None) -> list[str]:
    """Write what is spelled in several ways in one."""
    if book is None:
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        for written, meant in book.spellings.get(words[at], ()):
            if tuple(words[at : at + len(written)]) == written:
                out.extend(meant)
                at += len(written)
                break
        else:
            out.append(words[at])
            at += 1
    return out


def _found(words: list[str], book: CueBook) -> list[Hit]:
    """Return for each kind the longest cue at each word."""
    hits: dict[tuple[str, int], int] = {}
    for start, word in enumerate(words):
        for cue in book.cues.get(word, ()):
            end = matched(cue.parts, words, start)
            if end > hits.get((cue.kind, start), start):
                hits[cue.kind, start] = end
    return [Hit(kind, start, end) for (kind, start), end in hits.items()]


def _signs(words: list[str]) -> tuple[Hit, ...]:
    kinds = {YES_SIGN: "yes_sign", NO_SIGN: "no_sign", OTHER_SIGN: "filler"}
    return tuple(Hit(kinds[word], at, at + 1) for at, word in enumerate(words) if word in kinds)


_FREE = frozenset({"filler", "question_start", "end_partly", "thanks", "not", "common"})
"""Cues that may lie within others and hide nothing."""
_DECIDING = frozenset(
    {
        "idiom",
        "yes_word",
        "yes_soft",
        "yes",
        "no_word",
        "no",
        "hedge",
        "condition",
        "polite_if",
        "later",
        "report",
        "away",
    }
    | {"no-capacity", "not-my-area", "timing", "stage", "format", "mentee_role", "other_thing", "process_question"}
)

_KEPT = frozenset({"mentee_role", "report", "process_question"})
"""Cues that mute a clause, whatever else is in it."""


def _resolved(hits: list[Hit]) -> list[Hit]:
    """Leave out a deciding cue that overlaps a longer one of another kind: "no problem" is no "no"."""
    kept = [
        hit
        for hit in hits
        if hit.kind not in _DECIDING - _KEPT
        or not any(
            other.kind in _DECIDING
            and other.kind != hit.kind
            and other.start < hit.end
            and hit.start < other.end
            and other.end - other.start + (other.kind == "idiom") > hit.end - hit.start
            for other in hits
        )
    ]
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.kind))
