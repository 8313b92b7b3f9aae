"""Find the word that was probably meant: the only importer of rapidfuzz."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def closest(word: str, choices: Sequence[str], cutoff: float = 0.7) -> str | None:
    """Return the choice that shares most letters with the word, or None when none is near."""
    found = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=cutoff * 100)
    return found[0] if found else None


def misspelt(word: str, choices: Sequence[str]) -> str | None:
    """Return the one choice that a slip of the keyboard away is the word, or None when there is none, or several.

    A short word has no slip, one from five letters on has one, one from twelve letters on two: letters left out,
    added, replaced or swapped. The first letter is right. This is strict on purpose: a wrong suggestion is worse
    than none.
    """
    most = 0 if len(word) < 5 else 1 if len(word) < 12 else 2
    if not most:
        return None
    found = [
        (slips, choice)
        for choice, slips, _key in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=3)
        if choice[:1] == word[:1]
    ]
    nearest = {choice for slips, choice in found if slips == min(found)[0]}
    return nearest.pop() if len(nearest) == 1 else None
