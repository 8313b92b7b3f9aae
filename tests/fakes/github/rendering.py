"""What GitHub makes of a comment: Markdown first, and then mentions, references and addresses in the text that is left.

The second step reads the rendered text, so a character reference does not keep a mention from being one.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_IN_TEXT = {
    "mention": re.compile(r"(?<![\w`])@([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:/[a-z0-9._-]+)?)", re.I),
    "reference": re.compile(r"(?<!\w)(?:[\w.-]+/[\w.-]+|[\w-]+)?#[0-9]+|(?<!\w)GH-[0-9]+", re.I),
    "commit": re.compile(r"(?<![\w])(?:[\w.-]+(?:/[\w.-]+)?@)?[0-9a-f]{7,40}(?!\w)"),
    "address": re.compile(r"(?:https?|ftp)://\w\S*|mailto:\w|xmpp:\w|(?<!\w)www\.\w|[\w.+-]+@[\w-]+\.\w", re.I),
    "emoji": re.compile(r":[a-z0-9_+-]+:", re.I),
}
_MATH = re.compile(r"\$\S(?:[^$\n]*\S)?\$")
_CODE = re.compile(r"(`+)[^`]+\1")
_PLAIN = {"paragraph", "inline", "text", "softbreak", "hardbreak", "list_item", "thead", "tbody", "tr", "th", "td"}
_CALLED = {"bullet_list": "list", "ordered_list": "list", "s": "strike"}


def acts_of(markdown: str) -> frozenset[str]:
    """Return everything in a comment that is more than text: "strong", "link <address>", "mention ada", "reference #1"."""
    tokens = _MARKDOWN.parse(markdown)
    return frozenset(_structure(tokens)) | frozenset(_in_texts(tokens))


def mentions_of(markdown: str) -> frozenset[str]:
    """Return the logins that a comment mentions."""
    return frozenset(act.partition(" ")[2] for act in acts_of(markdown) if act.startswith("mention "))


def _structure(tokens: list[Token]) -> Iterator[str]:
    cells = 0
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        cells += token.type == "td_open"
        if name == "link" and token.nesting == 1:
            yield f"link {token.attrs['href']}"
        elif name not in _PLAIN | {"link"}:
            yield _CALLED.get(name, name)
        yield from _structure(token.children or [])
    if cells:
        yield f"cells {cells}"


def _in_texts(tokens: list[Token]) -> Iterator[str]:
    """Find what GitHub reads in text outside of code and links; pieces of text beside each other are read as one."""
    for token in tokens:
        if token.type == "inline" and _MATH.search(_CODE.sub("`", token.content)):  # this is read with the Markdown
            yield "math"
        depth, text = 0, ""
        for child in token.children or []:
            depth += child.nesting if child.type.startswith("link") else 0
            text += "" if depth else child.content if child.type == "text" else "\n" if "break" in child.type else " "
        for act, pattern in _IN_TEXT.items():
            for found in pattern.finditer(text):
                yield f"{act} {found[1] if act == 'mention' else found[0]}"
