"""Turn a file's bytes into text that is safe to parse, and report what it had to mend."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.profiles.violation import Span

_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_MOST_REPORTED = 10


@dataclass(frozen=True, slots=True)
class TextDefect:
    """Something in the raw text that would be read differently from how it looks."""

    code: str
    span: Span
    message: str
    help: str


def clean_text(content: bytes) -> str | None:
    """Return the text when nothing at all is wrong with it, else None: the quick way."""
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
    """Return text that keeps every line and column, and what was mended in it; a text in UTF-16 comes back empty."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [_not_utf8(1, 1, "the file is saved as UTF-16")]
    defects: list[TextDefect] = []
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        defects.append(_not_utf8(line, column, "these bytes are not UTF-8 text"))
        text = content.decode(errors="replace")
    if text.startswith("\ufeff"):
        defects.append(byte_order_mark())
        text = text[1:]
    text = text.replace("\r\n", "\n")
    for find in TEXT_DEFECTS:
        found = list(find(text))
        defects += found[:_MOST_REPORTED]
        if len(found) > _MOST_REPORTED:
            last = defects[-1]
            more = f"{last.message}, and so do {len(found) - _MOST_REPORTED} more lines"
            defects[-1] = TextDefect(last.code, last.span, more, last.help)
    return _FORBIDDEN.sub(
        lambda found: " " if found.group() == "\t" else "?" if found.group() != "\n" else "\n", text
    ), defects


def _not_utf8(line: int, column: int, message: str) -> TextDefect:
    """The file is not saved as UTF-8.

    Every file here is UTF-8, so that names of all scripts look the same to everybody. In the editor,
    choose "Save with encoding: UTF-8", then look at the letters with accents again.
    """
    return TextDefect(
        "not-utf8",
        Span(line, column, line, column + 1),
        message,
        'save the file again as "UTF-8" and check the accented letters',
    )


def byte_order_mark() -> TextDefect:
    """The file begins with an invisible byte-order mark.

    Some editors add it, and some programs then take it for a letter of the first field's name. Save
    the file as "UTF-8" instead of "UTF-8 with BOM".
    """
    return TextDefect(
        "byte-order-mark",
        Span(1, 1, 1, 2),
        "the file begins with an invisible mark",
        'save it as "UTF-8", not "UTF-8 with BOM"',
    )


def tabs(text: str) -> Iterator[TextDefect]:
    """A line contains a tab.

    Tabs look like spaces and YAML refuses them in front of a field. Replace each tab by two spaces.
    """
    yield from _first_on_each_line(
        text, re.compile("\t+"), "tab-character", "this line contains a tab", "replace each tab by two spaces"
    )


def control_characters(text: str) -> Iterator[TextDefect]:
    """A line contains a control character that nobody can see.

    It usually came along with copied text, and it can change what a terminal or an editor shows.
    Delete it; typing the line again is often quickest.
    """
    pattern = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+")
    yield from _first_on_each_line(
        text,
        pattern,
        "control-character",
        "this line contains an invisible control character",
        "delete it; typing the line again is often quickest",
    )


def hidden_directions(text: str) -> Iterator[TextDefect]:
    """A line contains a character that reverses the direction of the text around it.

    It can make a file look different from what it says. Names and texts in Arabic, Hebrew and other
    right-to-left scripts need no such character: they are shown in their own direction. Delete it.
    """
    pattern = re.compile("[\u202a-\u202e\u2066-\u2069]+")
    yield from _first_on_each_line(
        text,
        pattern,
        "hidden-direction",
        "this line contains an invisible character that reverses the text around it",
        "delete it; right-to-left scripts are shown correctly without",
    )


TEXT_DEFECTS: tuple[Callable[[str], Iterator[TextDefect]], ...] = (tabs, control_characters, hidden_directions)


def _first_on_each_line(
    text: str, pattern: re.Pattern[str], code: str, message: str, help: str
) -> Iterator[TextDefect]:
    for number, line in enumerate(text.split("\n"), 1):
        found = pattern.search(line)
        if found:
            yield TextDefect(code, Span(number, found.start() + 1, number, found.end() + 1), message, help)
