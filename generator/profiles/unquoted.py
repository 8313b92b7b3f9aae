"""Explain texts that YAML cannot read because they need quotes, other quotes or a line of their own."""

import re

from generator.profiles.violation import quoted
from generator.text.catalogue import _

_LINE = re.compile(r"(\s*(?:- +)*)(?:([A-Za-z_][\w-]*):[ ]+)?(?=\S)")
_BLOCK = re.compile(r"([|>][-+0-9]*)[ ]+([^\s#].*)")
_LONGEST_SHOWN = 80

Explained = tuple[int, str, str]
"""The column, from 0, with the message and the help."""


def in_quotes(text: str) -> str:
    """Put a text in the quotes that need the fewest changes inside."""
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unquoted_value(line: str, column: int | None) -> Explained | None:
    """Explain a line whose value begins with a sign that YAML reads in its own way.

    `column` is where the parser stopped, or None when it stopped on a later line.
    """
    found = _LINE.match(line)
    if found is None:
        return None
    start, name = found.end(), found[2]
    value = re.split(r"\s#", line[start:])[0].rstrip()
    if name is None and not found[1].strip():
        return None
    block = _BLOCK.fullmatch(value)
    if block:
        return (
            start,
            _("a text after {sign} begins on the next line", sign=quoted(block[1])),
            _("delete the sign: {text}", text=_shown(name, block[2]))
            if ": " not in block[2]
            else _("move the text to the next line and indent it by two spaces"),
        )
    if value[0] in "'\"":
        return _inner_quote(name, value, start)
    if value[0] in "[{":
        return _after_bracket(name, value, start, column)
    if value[0] in "@`%*&!,]}" or value[:2] in ("- ", "? "):
        return _indicator(name, value, start)
    return None


def _shown(name: str | None, value: str) -> str:
    return f"{name}: {value}" if name else f"- {value}"


def _quote_it(name: str | None, value: str) -> str:
    if len(value) > _LONGEST_SHOWN:
        return _("put the whole text in quotes")
    return _("put it in quotes: {line}", line=_shown(name, in_quotes(value)))


def _indicator(name: str | None, value: str, start: int) -> Explained:
    if name == "github" and value[0] == "@" and len(value) > 1:
        message = _("a value cannot start with {sign}", sign=quoted("@"))
        return start, message, _("write it without the '@': {line}", line=f"github: {value[1:]}")
    if value[:2] == "- ":
        return (
            start,
            _("a list cannot begin on the line of its field"),
            _("begin the list on the next line; if this is a text, put it in quotes"),
        )
    return start, _("a value cannot start with {sign}", sign=quoted(value[0])), _quote_it(name, value)


def _inner_quote(name: str | None, value: str, start: int) -> Explained | None:
    """Explain a quoted text that holds the same quotes, or goes on after them."""
    sign = value[0]
    rest = value[1:].replace("''", "") if sign == "'" else re.sub(r"\\\\.", "", value[1:])
    if sign not in rest.rstrip(sign) and (sign not in rest or rest.endswith(sign)):
        return None
    text = value[1:-1] if value.endswith(sign) else value
    text = text.replace("''", "'") if sign == "'" else text
    return (
        start + value.index(sign, 1),
        _("the text ends at this {quote}, but the line goes on", quote=sign),
        _("write {line}", line=_shown(name, in_quotes(text)))
        if len(text) <= _LONGEST_SHOWN
        else _("use the other kind of quotes around the text"),
    )


def _after_bracket(name: str | None, value: str, start: int, column: int | None) -> Explained | None:
    """Explain a text that begins with a word in brackets, and values in a list that need quotes."""
    closed = value.find("]" if value[0] == "[" else "}")
    if column is not None and 0 < closed < len(value) - 1 and column > start + closed:
        return start, _("a text that starts with {sign} needs quotes", sign=quoted(value[0])), _quote_it(name, value)
    odd = re.search(r"[\[,]\s*([*@`%&!][^,\]]*)", value)
    if odd and column is not None and column >= start + odd.start(1):
        message = _("a value cannot start with {sign}", sign=quoted(odd[1][0]))
        return start + odd.start(1), message, _("put it in quotes: {line}", line=in_quotes(odd[1].strip()))
    inner = re.search(r"[\[,]\s*'([^',\]]*\w'\w[^',\]]*)'", value)
    if inner:
        return (
            start + value.index("'", inner.start(1)),
            _("the text ends at this {quote}, but the line goes on", quote="'"),
            _("write {line}", line=in_quotes(inner[1])),
        )
    return None
