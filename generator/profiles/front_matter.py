"""Cut a Markdown file into its fields, between two lines of ---, and its text below, without moving any line."""

import re
from dataclasses import replace

from generator.profiles.source import SourceFile

_FENCE = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*(?:\r\n|\r|\n)")
_END = re.compile(rb"^---[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


def split_front_matter(file: SourceFile) -> tuple[SourceFile, bytes, int] | None:
    """Return the file with its fields alone, the text below them, and the line on which that begins; None without fields.

    The first line stays as an empty one, so that every field keeps its place in messages.
    """
    opened = _FENCE.match(file.content)
    closed = _END.search(file.content, opened.end()) if opened else None
    if opened is None or closed is None:
        return None
    fields = b"\n" + file.content[opened.end() : closed.start()]
    line = 1 + len(file.content[: closed.end()].splitlines())
    return replace(file, content=fields), file.content[closed.end() :], line
