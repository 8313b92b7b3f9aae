"""Forgive small typing mistakes: the twin of site/assets/search/spelling.js, with guards for a sentence."""

from generator.ask.lexicon import Lexicon, letters_in
from generator.ask.words import Word


def corrected(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words, where one that nobody uses and that is near to exactly one known word is read as that one."""
    return [word if word.key in lexicon.known else _corrected(word, lexicon) for word in words]


def _corrected(word: Word, lexicon: Lexicon) -> Word:
    key = word.key
    most = 0 if len(key) < 5 or not key.isalpha() else 1 if len(key) < 9 else 2
    if not most or key in lexicon.joined:
        return word
    nearest: list[str] = []
    letters = letters_in(key)
    for other, its_letters in lexicon.spelt.get(key[0], ()):
        if abs(len(other) - len(key)) > most or (letters ^ its_letters).bit_count() > 2 * most:
            continue
        if other[1] != key[1] and other[-1] != key[-1]:
            continue
        mistakes = distance(key, other, most)
        if mistakes > most:
            continue
        if mistakes < most:
            nearest.clear()
        most = mistakes
        nearest.append(other)
    return Word(nearest[0], word.written, word.start, word.end, word.gap) if len(nearest) == 1 else word


def distance(one: str, other: str, most: int) -> int:
    """Count the letters to add, leave out, replace or swap with their neighbor; more than `most` is "too many"."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for at, there in enumerate(other, 1):
            mistakes = min(last[at - 1] + (letter != there), last[at] + 1, line[at - 1] + 1)
            if row > 1 and at > 1 and letter == other[at - 2] and one[row - 2] == there:
                mistakes = min(mistakes, before[at - 2] + 1)
            line.append(mistakes)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]
