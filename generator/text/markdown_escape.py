"""Repeat people's words in Markdown so that they stay words: no link, mention, heading, image or reference.

Inside code GitHub reads nothing, so what people typed ends up in code, and cannot get out of it. Names, labels and
titles appear in our sentences as plain text: signs of markup become character references, and what GitHub would still
read after that (mentions, references, addresses) is cut in two by a letter that nobody sees.
"""

import re
import textwrap
import unicodedata

COLUMNS = 76
"""How wide a block is at most; GitHub does not wrap code, so longer lines would have to be scrolled."""
MOST_LINES = 40

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u070f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0d"
    "\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Control characters, what turns the direction of writing, and what nobody sees. The two joiners stay: Persian,
Hindi and many emoji are written with them."""
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


_MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]<>|~&"} | {ord("$"): "\uff04"}
_LEADING = re.compile(r"^(?:[-+=#]|[0-9]+(?=[.)](?:\s|$)))")
"""What would begin a list, a heading or a rule at the start of a line."""
_ACTIVE = re.compile(
    r"[@#:](?=\S)"  # a mention, a reference, an address, an emoji
    r"|www(?=\.)"  # an address that GitHub takes for one before it looks at the domain
    r"|(?<=\w)\.(?=[^\W\d])|(?<=[^\W\d])\.(?=\w)"  # a domain
    r"|(?<=GH)-(?=[0-9])"  # an issue
    r"|[0-9a-f]{6}(?=[0-9a-f]+(?![0-9a-z]))",  # a commit
    re.IGNORECASE,
)
_JOINER = "\u2060"
"""A word joiner: it cannot be seen, and ends what GitHub would read as a mention, a reference or an address."""


def plain(text: str) -> str:
    """Write what is no sentence of ours so that it reads as it was written and is nothing but text.

    This is the one way into a comment for names, labels, titles and settings: no mention, reference, link, image,
    HTML, emphasis, heading, list or table cell comes of any text, wherever in a line it ends up. A text without any
    letter or digit is left out whole.
    """
    line = " ".join(_clean(text).split())
    if not any(letter.isalnum() for letter in line):
        return ""
    cut = _ACTIVE.sub(rf"\g<0>{_JOINER}", line).translate(_MARKUP)
    return _LEADING.sub(_as_reference, cut)


def _as_reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(letter)};" for letter in match[0])


def code(text: str, limit: int = 80) -> str:
    """Write a text as one line of code, cut after `limit` letters; it can be used in a sentence or a table.

    Backticks become apostrophes and bars broken bars, for either would end the code. An empty text is "(empty)".
    """
    line = " ".join(_clean(text).split()).replace("`", "'").replace("|", "¦")
    return f"`{_cut(line, limit) or '(empty)'}`"


def block(text: str, limit: int = 1500) -> str:
    """Write a text as a block of code with its lines, cut after `limit` letters or `MOST_LINES` lines.

    The block stands for itself: there must be an empty line before and after it. It ends without a line break.
    """
    lines = [line.rstrip().expandtabs(4) for line in _clean(text).split("\n")]
    told = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    wrapped = [part for line in _cut(told, limit).split("\n") for part in _wrapped(line)]
    if len(wrapped) > MOST_LINES:
        wrapped = [*wrapped[: MOST_LINES - 1], "…"]
    body = "\n".join(wrapped) or "(empty)"
    fence = "`" * (max([2, *map(len, re.findall("`+", body))]) + 1)
    return f"{fence}text\n{body}\n{fence}"


def quote(text: str, limit: int = 700, lines: int = 10) -> str:
    """Write a text as a quotation in which every line is plain, cut after `limit` letters or so many lines.

    Unlike code it wraps on a small screen. It must have an empty line before and after it; a text without any
    letter is empty.
    """
    written = [plain(line) for line in _cut(_clean(text).strip(), limit).split("\n")]
    kept = re.sub("\n{3,}", "\n\n", "\n".join(written)).strip("\n").split("\n")
    if len(kept) > lines:
        kept = [*kept[: lines - 1], "…"]
    return "\n".join(f"> {line}".rstrip() for line in kept) if any(kept) else ""


def title_line(text: str, limit: int = 80) -> str:
    """Write a text for an issue's title, which is no Markdown: one line without mentions, references and code, cut."""
    line = _cut(" ".join(_clean(text).split()), limit).replace("`", "’")
    return _ACTIVE.sub(rf"\g<0>{_JOINER}", line)


def _clean(text: str) -> str:
    return _UNSEEN.sub("", _BREAK.sub("\n", text))


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _wrapped(line: str) -> list[str]:
    """Break a line between words, or inside one that is too long; Chinese letters are as wide as two."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in line)
    letters = COLUMNS * len(line) // (len(line) + wide) if line else COLUMNS
    return textwrap.wrap(line, letters, replace_whitespace=False, expand_tabs=False, break_on_hyphens=False) or [""]
