"""Find the word that was probably meant."""

import difflib


def closest(word: str, choices: list[str], cutoff: float = 0.6) -> str | None:
    """Return the choice that is most like the word, or None when none is near."""
    found = difflib.get_close_matches(word, choices, n=1, cutoff=cutoff)
    return found[0] if found else None
