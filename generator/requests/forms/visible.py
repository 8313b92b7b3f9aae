"""Say what of an issue's text a person sees: no heading in code, in an HTML comment, or in something folded up.

A form is what its reader sees. Whoever hides a heading from people must not reach anyone with it.
"""

import re

from generator.model.vocabulary import fold
from generator.requests.forms.form import CHECKBOXES, TEXTAREA, Field
from generator.text.markdown_parser import MarkdownIt

LONGEST_ANSWER = 2000
"""Letters of a field that are looked at; only a free text may be longer."""
_NOTHING = frozenset({"", "noresponse", "none"})
_HEADING = re.compile(r" {0,3}###[ \t]+\S")
_MAY_HIDE = re.compile(r"```|~~~|<|^(?: {4,}|[ \t]*\t[ \t]*)###", re.MULTILINE)
"""Without any of these, every heading is seen."""
_FOLD = re.compile(r"<(/?)details\b", re.IGNORECASE)
_BLOCKS = MarkdownIt("commonmark").disable(["inline", "text_join"])
"""The blocks of a text as GitHub cuts them; what is inside a paragraph decides over no heading."""


def visible_headings(lines: list[str]) -> list[int]:
    """Return the places of the lines that a person sees as a heading of the third level."""
    likely = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    text = "\n".join(lines)
    if not likely or not _MAY_HIDE.search(text):
        return likely
    seen: set[int] = set()
    folded = 0
    for token in _BLOCKS.parse(text):
        if token.type == "heading_open" and token.map and not folded:
            seen.add(token.map[0])
        elif token.type in ("html_block", "inline"):
            for part in _FOLD.finditer(token.content):
                folded = max(0, folded - 1) if part[1] else folded + 1
    return [number for number in likely if number in seen]


def plain_answer(answer: str, field: Field) -> str:
    """Return an answer without placeholders for an empty one; a free text stays as it was written."""
    shown = without_comments(answer).strip()
    if field.type == TEXTAREA:
        return "" if shown.lower() in ("", "_no response_", "none") else answer
    return "" if fold(shown[:LONGEST_ANSWER]) in _NOTHING and field.type != CHECKBOXES else shown[:LONGEST_ANSWER]


def without_comments(text: str) -> str:
    """Leave out what HTML would not show."""
    kept, start = [], 0
    while (opened := text.find("<!--", start)) >= 0:
        kept.append(text[start:opened])
        closed = text.find("-->", opened)
        start = closed + 3 if closed >= 0 else len(text)
    return "".join([*kept, text[start:]])
