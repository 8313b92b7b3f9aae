"""Turn a file's bytes into text that is safe to parse, and report what it had to repair."""

import re
from collections.abc import Callable, Iterator

from generator.profiles.violation import Span, Violation
from generator.text.catalogue import _, ngettext

_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_MOST_REPORTED = 10


TextDefect = tuple[str, Violation, Span]
"""Something in the raw text that would be read differently from how it looks: its code, what to say, and where it is."""


def clean_text(content: bytes) -> str | None:
    """Return the text when nothing at all is wrong with it, else None: the fast way."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    found = _FORBIDDEN.search(text)
    if found is None:
        return text
    if found.group() == "\r":
        unified = text.replace("\r\n", "\n")
        return None if _FORBIDDEN.search(unified) else unified
    return None


def repaired_text(content: bytes) -> tuple[str, list[TextDefect]]:
    """Return text that keeps every line and column, and its defects; a text in UTF-16 comes back empty."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [_not_utf8(1, 1, _("the file is saved as UTF-16"))]
    defects: list[TextDefect] = []
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        defects.append(_not_utf8(line, column, _("these bytes are not UTF-8 text")))
        text = content.decode(errors="replace")
    if text.startswith("\ufeff"):
        defects.append(byte_order_mark())
        text = text[1:]
    text = text.replace("\r\n", "\n")
    for find in TEXT_DEFECTS:
        found = list(find(text))
        defects += found[:_MOST_REPORTED]
        if len(found) > _MOST_REPORTED:
            code, last, span = defects[-1]
            rest = len(found) - _MOST_REPORTED
            more = ngettext(
                "{message}, and so does {count} more line",
                "{message}, and so do {count} more lines",
                rest,
                message=last.message,
            )
            defects[-1] = (code, Violation((), more, last.help), span)
    return _FORBIDDEN.sub(
        lambda found: " " if found.group() == "\t" else "?" if found.group() != "\n" else "\n", text
    ), defects


def _not_utf8(line: int, column: int, message: str) -> TextDefect:
    help = _('save the file again as "UTF-8" and check the accented letters')
    return "not-utf8", Violation((), message, help), Span(line, column, line, column + 1)


def byte_order_mark() -> TextDefect:
    """Return the defect of a file that begins with a byte-order mark."""
    message, help = _("the file begins with an invisible mark"), _('save it as "UTF-8", not "UTF-8 with BOM"')
    return "byte-order-mark", Violation((), message, help), Span(1, 1, 1, 2)


def tabs(text: str) -> Iterator[TextDefect]:
    """Find lines with a tab."""
    yield from _first_on_each_line(
        text, re.compile("\t+"), "tab-character", _("this line contains a tab"), _("replace each tab with two spaces")
    )


def control_characters(text: str) -> Iterator[TextDefect]:
    """Find lines with an invisible control character."""
    pattern = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+")
    yield from _first_on_each_line(
        text,
        pattern,
        "control-character",
        _("this line contains an invisible control character"),
        _("delete it; typing the line again is often quickest"),
    )


def hidden_directions(text: str) -> Iterator[TextDefect]:
    """Find lines with a character that reverses the direction of the text around it."""
    pattern = re.compile("[\u202a-\u202e\u2066-\u2069]+")
    yield from _first_on_each_line(
        text,
        pattern,
        "hidden-direction",
        _("this line contains an invisible character that reverses the text around it"),
        _("delete it; right-to-left scripts are shown correctly without it"),
    )


TEXT_DEFECTS: tuple[Callable[[str], Iterator[TextDefect]], ...] = (tabs, control_characters, hidden_directions)


def _first_on_each_line(
    text: str, pattern: re.Pattern[str], code: str, message: str, help: str
) -> Iterator[TextDefect]:
    for number, line in enumerate(text.split("\n"), 1):
        found = pattern.search(line)
        if found:
            yield code, Violation((), message, help), Span(number, found.start() + 1, number, found.end() + 1)
