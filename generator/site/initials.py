"""What is shown instead of a photo: one or two letters of a name in any script, and one of eight hues."""

import re
import unicodedata
from functools import lru_cache

HUES = 8
_PARENTHESES = re.compile(r"[(\[（［{].*?[)\]）］}]")
_EXTENDING = {"Mn", "Mc", "Me", "Cf", "Sk"}
_ZERO_WIDTH_JOINER = "\u200d"
_VIRAMA = 9
_IDEOGRAPHIC = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


@lru_cache(maxsize=32768)
def initials(name: str) -> str:
    """Return the first character of the first and of the last word, as a reader sees characters.

    "Ada Lovelace (she)" gives "AL", "Åsa" gives "Å", "山田 太郎" gives "山田". Scripts without capitals
    give one character, because two of them may join into a word. No letter at all gives "?".
    """
    name = unicodedata.normalize("NFC", name)
    words = _words(_PARENTHESES.sub(" ", name)) or _words(name)
    if not words:
        return "?"
    first = _characters(words[0], 2)
    if _is_ideographic(first[0]):
        return "".join(first)
    capital = _capital(first[0])
    has_capitals = capital != first[0].lower()
    return capital + _capital(_characters(words[-1], 1)[0]) if has_capitals and len(words) > 1 else capital


def hue(handle: str) -> int:
    """Return the number of one of `HUES` hues; the sum of bytes, so that the browser can do the same."""
    return sum(handle.encode()) % HUES


def _words(name: str) -> list[str]:
    """Split a name, keeping only words that hold a letter or digit and beginning each with one."""
    trimmed = (_from_first_letter(word) for word in name.split())
    return [word for word in trimmed if word]


def _from_first_letter(word: str) -> str:
    starts = (place for place, character in enumerate(word) if character.isalnum())
    place = next(starts, None)
    return "" if place is None else word[place:]


def _characters(word: str, wanted: int) -> list[str]:
    """Return a word's first characters as a reader counts them: marks and joiners stay with their letter."""
    characters: list[str] = []
    joining = False
    for character in word:
        extends = joining or unicodedata.category(character) in _EXTENDING
        if characters and extends:
            characters[-1] += character
        elif len(characters) == wanted:
            break
        else:
            characters.append(character)
        joining = character == _ZERO_WIDTH_JOINER or unicodedata.combining(character) == _VIRAMA
    return characters


def _capital(letter: str) -> str:
    """Return the capital of a letter, or the letter where its capital is longer: "ß" stays one."""
    capital = letter.upper()
    return capital if len(capital) == len(letter) else letter


def _is_ideographic(character: str) -> bool:
    return unicodedata.name(character[0], "").startswith(_IDEOGRAPHIC)
