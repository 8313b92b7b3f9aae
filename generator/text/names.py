"""What a person is called in a sentence: without marks after the name, short where there is little room."""

import re

_MARK = re.compile(r"\s*[(\[（［][^()\[\]（）［］]*[)\]）］]\s*$")
_LONGEST = 24


def without_mark(name: str) -> str:
    """Return a name without what is in parentheses after it: "Tomasz Wąsowicz (example)" is "Tomasz Wąsowicz"."""
    shorter = _MARK.sub("", name)
    return shorter if any(letter.isalnum() for letter in shorter) else name


def short_name(name: str) -> str:
    """Return what a person is called in little room: the first word of the name, or all of a name without spaces."""
    return name.split(None, 1)[0] if name.split(None, 1) else name


def call_name(name: str, longest: int = _LONGEST) -> str:
    """Return what a person is called in a comment: their short name, cut where it is longer than anyone's."""
    short = short_name(without_mark(name))
    return short if len(short) <= longest else f"{short[: longest - 1]}…"
