"""Find the word that was probably meant: the only importer of rapidfuzz."""

from collections.abc import Sequence


def closest(word: str, choices: Sequence[str], cutoff: float = 0.7) -> str | None:
    """Return the choice that shares most letters with the word, or None when none is near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=cutoff * 100)
    return found[0] if found else None


def misspelt(word: str, choices: Sequence[str], any_slip: bool = False) -> str | None:
    """Return the one choice that a slip of the keyboard away is the word, or None when there is none, or several.

    A slip is a letter left out, added, replaced or swapped with its neighbour. Words of ten letters or more have
    one, from sixteen letters on two. Shorter ones have one that can hardly make another word: swapped neighbours, a letter
    doubled or not, or a consonant too few or too many. From five letters on, one ending in s or without it are the same. The first and last letters
    are right. This is strict on purpose: a wrong suggestion is worse than none. With `any_slip` short words have any
    one, too: among names of places, hardly any two are that near.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 0 if len(word) < _SHORTEST else 1 if len(word) < _TWO_SLIPS else 2
    if not most:
        return None
    found = [
        (slips, choice)
        for choice, slips, _key in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=6)
        if choice[:1] == word[:1] and (any_slip or _is_likely(word, choice))
    ]
    nearest = {choice for slips, choice in found if slips == min(found)[0]}
    return nearest.pop() if len(nearest) == 1 else None


_SHORTEST, _ANY_SLIP, _TWO_SLIPS = 5, 10, 16


def _is_likely(word: str, choice: str) -> bool:
    """Return whether one word is another with a slip: in its last letter only s, and in short words only a clear one."""
    longer, shorter = (word, choice) if len(word) > len(choice) else (choice, word)
    if longer == f"{shorter}s":
        return True
    if word[-1:] != choice[-1:] and sorted(word) != sorted(choice):
        return False
    return len(word) >= _ANY_SLIP or sorted(word) == sorted(choice) or _spoken_alike(shorter, longer)


def _spoken_alike(shorter: str, longer: str) -> bool:
    """Return whether a word is another with one more letter, which is doubled or a consonant: vowels make other words."""
    at = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    added = longer[at]
    return len(longer) == len(shorter) + 1 and (added not in "aeiouy" or added in longer[max(0, at - 1) : at])
