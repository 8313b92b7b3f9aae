"""Split a sentence into words as they are compared: without case, accents, apostrophes and plural.

Where a script puts no spaces between words, each of its characters is one, so that phrases are found inside a run.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

NONE, SOFT, HARD = 0, 1, 2
"""What comes before a word: nothing that divides, a comma, or the end of a sentence or bracket."""

UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u0edc-\u0edf\u1000-\u102a\u103f\u1050-\u1055"
    "\u1780-\u17b3\u17dc\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9"
    "\uff66-\uff9d\U00020000-\U000323af"
)
"""The characters of Thai, Lao, Myanmar, Khmer, Japanese and Chinese, which put no spaces between words; tokenize.js has the same."""

_L = rf"(?:(?![{UNSPACED}])[^\W_])"
_WORD = re.compile(
    rf"(?<![^\W_])\.net(?![^\W_])|[{UNSPACED}]|{_L}+(?:['’ʼ`´]{_L}+)*(?:[+#]+(?![^\W_]))?", re.IGNORECASE
)
_SIGN = re.compile(rf"[{UNSPACED}]")
_HARD = re.compile(r"[!?;:\n—–|•]|\.+\s|\s-+\s")
_SOFT = re.compile(r"[,()\[\]{}]")
_ELIDED = re.compile(r"^(?:qu|[ld])['’ʼ`´](?=[^\W_]{2})", re.IGNORECASE)
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_NO_PLURAL = ("does", "goes", "news", "this", "thus", "always", "perhaps", "besides", "towards")
_MARKS = re.compile(r"[\u0300-\u036f]")
_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word: as compared, as written, where it is in the sentence, and what divides it from the one before."""

    key: str
    written: str
    start: int
    end: int
    gap: int


def words_of(sentence: str) -> tuple[str, list[Word]]:
    """Return the sentence in composed Unicode, in which the words' positions count, and its words."""
    text = unicodedata.normalize("NFC", sentence)
    words: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        between = text[last : match.start()]
        gap = HARD if _HARD.search(f"{between}a") else SOFT if _SOFT.search(between) else NONE
        words.append(Word(key_of(match.group()), match.group(), match.start(), match.end(), gap))
        last = match.end()
    return text, words


def joined_signs(words: Iterable[Word]) -> list[str]:
    """Return the words as written; characters that follow each other, in scripts without spaces, are one."""
    joined: list[str] = []
    end = -1
    for word in words:
        if is_sign(word) and word.start == end:
            joined[-1] += word.written
        else:
            joined.append(word.written)
        end = word.end if is_sign(word) else -1
    return joined


def is_sign(word: Word) -> bool:
    """Tell whether a word is one character of a script without spaces."""
    return _SIGN.fullmatch(word.written) is not None


def keys_of(phrase: str) -> list[str]:
    """Return the words of a phrase as they are compared; a `*` stays."""
    return [key for part in phrase.split() for key in (["*"] if part == "*" else [w.key for w in words_of(part)[1]])]


def key_of(written: str) -> str:
    """Reduce one word to what its spellings share: "Node" and "node", "don't" and "dont", "APIs" and "api"."""
    if written.lower() == ".net":
        return "dotnet"
    plain = _APOSTROPHES.sub("", _ELIDED.sub("", written))
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain.lower())).translate(_PLAIN)
    return singular(plain)


def singular(word: str) -> str:
    """Take a plural's ending off; both sides of a comparison lose it, so it need not be good grammar."""
    if len(word) < 4 or word[-1] != "s" or word[-2] in "suij" or word in _NO_PLURAL:
        return word
    if word.endswith("sses"):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
