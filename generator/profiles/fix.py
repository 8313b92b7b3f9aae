"""Write ids in place of other spellings into a file's text. Comments, order, quotes and everything else stay."""

import re
from dataclasses import dataclass
from typing import Any

from generator.profiles.past_people import without_person
from generator.profiles.rules.context import RuleContext
from generator.profiles.source import SourceFile
from generator.profiles.spellings import ReadFields, Respelling, copied, read_spellings
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.profiles.violation import FieldPath, Span
from generator.profiles.yaml_reader import ParsedWithMarks
from generator.profiles.yaml_writer import yaml_value

_LISTS_OF_PEOPLE = ("mentors", "coordinators", "authors")
_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_CLOSED = re.compile(r"[ \t]*,?\s*\]")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's new text, and what was rewritten in it; `left` could not be rewritten without touching more."""

    text: str
    done: tuple[Respelling, ...] = ()
    left: tuple[Respelling, ...] = ()


def fix(file: SourceFile, kind: str, context: RuleContext) -> Fixed | None:
    """Return the text with ids, or None where there is nothing to rewrite, or the file is no YAML that can be read.

    The new text is read again before it is returned: it says exactly what was understood, or nothing is changed.
    """
    text = None if file.refusal else clean_text(file.content)
    if text is None:
        return None
    marked = read_with_repairs(text)
    read = read_spellings(kind, marked.data, context)
    if marked.violations or not read.respellings:
        return None
    edited = _Edit(text, marked, read).text()
    same = edited is not None and read_with_repairs(edited).data == read.fields
    respellings = tuple(read.respellings)
    return Fixed(edited, respellings) if same and edited is not None else Fixed(text, (), respellings)


def without_handle(file: SourceFile, handle: str) -> str | None:
    """Return a file's text without a handle in its lists of people, or None where it can't be taken out.

    Lists that are empty then are left out, and so is a comment on the line of the handle. The same text comes back where the handle is in none of them.
    """
    text = None if file.refusal else clean_text(file.content)
    text = None if text is None else without_person(text, handle)
    marked = read_with_repairs(text) if text is not None else None
    if text is None or marked is None or marked.violations or not isinstance(marked.data, dict):
        return None
    read = ReadFields(copied(marked.data))
    for name in _LISTS_OF_PEOPLE:
        people = read.fields.get(name)
        if isinstance(people, list) and handle.lower() in (str(one).lower() for one in people):
            left: dict[FieldPath, object] = {
                (name, at): one for at, one in enumerate(people) if str(one).lower() != handle.lower()
            }
            read.keep(read.fields, (name,), left)
            if not left:
                del read.fields[name]
    edited = _Edit(text, marked, read, keeps_comments=False).text()
    return edited if edited is not None and read_with_repairs(edited).data == read.fields else None


class _Edit:
    """One rewriting of a text: replacements by position, made from the end to the beginning."""

    def __init__(self, text: str, marked: ParsedWithMarks, read: ReadFields, keeps_comments: bool = True) -> None:
        self._keeps_comments = keeps_comments
        self._source, self._marked, self._read = text, marked, read
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._changes: list[tuple[int, int, str]] = []

    def text(self) -> str | None:
        """Return the new text, or None where a list is written in a way that is not rewritten."""
        lists = {path for path, places in self._read.lists().items() if places != self._places_before(path)}
        for one in self._read.respellings:
            if not one.list and not lists & {one.path, one.path[:-1]}:
                self._replace(one)
        for path in sorted(lists, key=str):
            if not self._rewrite_list(path):
                return None
        text = self._source
        for start, end, new in sorted(self._changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _places_before(self, path: FieldPath) -> list[FieldPath]:
        before = _at(self._marked.data, path)
        return [(*path, at) for at in range(len(before))] if isinstance(before, list) else [path]

    def _replace(self, one: Respelling) -> None:
        start, end = self._offsets(self._marked.values[one.path])
        self._changes.append((start, end, _in_quotes_of(self._source[start:end], one.meant)))

    def _rewrite_list(self, path: FieldPath) -> bool:
        """Write a list again from the texts of its values, as it was: in brackets, or a line each."""
        words = _at(self._read.fields, path)
        parts = [self._part((*path, at), word) for at, word in enumerate(words or ())]
        if path not in self._marked.values:
            return self._add_list(path, parts)
        if words is None:
            return self._delete_field(path)
        start, end = self._list_at(path)
        whole = self._source[start:end]
        if not isinstance(_at(self._marked.data, path), list):
            self._changes.append((start, end, f"[{', '.join(parts)}]"))
            return "\n" not in whole
        if not whole.startswith("["):
            return self._rewrite_block(path, words)
        if "\n" in whole or " #" in whole:
            return False
        self._changes.append((start, end, f"[{', '.join(parts)}]"))
        return True

    def _list_at(self, path: FieldPath) -> tuple[int, int]:
        """Return where a list begins and ends; its mark covers no more than its first sign."""
        start, end = self._offsets(self._marked.values[path])
        before = _at(self._marked.data, path)
        count = len(before) if isinstance(before, list) else 0
        if count:
            end = self._offsets(self._marked.values[(*path, count - 1)])[1]
        closed = _CLOSED.match(self._source, end) if self._source[start] == "[" and isinstance(before, list) else None
        return start, closed.end() if closed else end

    def _part(self, path: FieldPath, word: object) -> str:
        """Return the text of a value of a list: as it was written, where it was."""
        place = self._read.as_written(path)
        if place not in self._marked.values:
            return yaml_value(word)
        start, end = self._offsets(self._marked.values[place])
        was = self._source[start:end]
        return was if _at(self._marked.data, place) == word else _in_quotes_of(was, str(word))

    def _rewrite_block(self, path: FieldPath, words: list[Any] | None) -> bool:
        """Delete the lines of values that left, replace those that changed, and add the new ones below."""
        if words is None:
            return self._delete_field(path)
        stays = {self._read.as_written((*path, at)): word for at, word in enumerate(words)}
        last = 0
        for at in range(len(_at(self._marked.data, path))):
            place = (*path, at)
            span = self._marked.values[place]
            start, end = self._offsets(span)
            line_start, line_end = self._starts[span.line - 1], self._starts[span.end_line]
            last = max(last, line_end)
            if self._source[line_start:start].strip() != "-":
                return False
            several = [word for one, word in stays.items() if one[:-1] == place]
            if several:
                dash = self._source[line_start:start]
                self._changes.append((start, end, _in_quotes_of(self._source[start:end], str(several[0]))))
                more = "".join(f"{dash}{yaml_value(word)}\n" for word in several[1:])
                ended = self._source[line_end - 1 : line_end] == "\n"
                at_end = min(line_end, len(self._source))
                self._changes.append((at_end, at_end, more if ended else f"\n{more}".rstrip("\n")))
            elif place not in stays:
                indent = self._source[line_start:start].partition("-")[0]
                self._changes.append((line_start, line_end, self._comments(place, line_start, line_end, indent)))
            elif stays[place] != _at(self._marked.data, place):
                self._changes.append((start, end, _in_quotes_of(self._source[start:end], str(stays[place]))))
        first = self._marked.values[(*path, 0)]
        dash = self._source[self._starts[first.line - 1] : self._offsets(first)[0]]
        new = [word for place, word in stays.items() if place[: len(path)] != path]
        gap = "" if last <= len(self._source) else "\n"
        at_end = min(last, len(self._source))
        self._changes += [(at_end, at_end, gap + "".join(f"{dash}{yaml_value(word)}\n" for word in new))] if new else []
        return True

    def _add_list(self, path: FieldPath, parts: list[str]) -> bool:
        """Add a field below the one that its first value came from."""
        source = self._read.as_written((*path, 0))
        if len(path) != 1 or len(source) != 2:
            return False
        at = self._after((source[0],))
        gap = "" if self._source[:at].endswith("\n") else "\n"
        self._changes.append((at, at, f"{gap}{path[0]}: [{', '.join(parts)}]\n"))
        return True

    def _after(self, path: FieldPath) -> int:
        """Return where the line after a list begins, or where the text ends."""
        line_end = self._source.find("\n", self._list_at(path)[1])
        return len(self._source) if line_end < 0 else line_end + 1

    def _delete_field(self, path: FieldPath) -> bool:
        key = self._marked.keys.get(path)
        if len(path) != 1 or key is None:
            return False
        start, end = self._starts[key.line - 1], self._after(path)
        self._changes.append((start, end, self._comments(path, start, end)))
        return True

    def _comments(self, path: FieldPath, start: int, end: int, indent: str = "") -> str:
        """Return the comments of a part that is deleted, a line each: they aren't ours."""
        if not self._keeps_comments:
            return ""
        text = list(self._source[start:end])
        below = [span for place, span in self._marked.values.items() if place[: len(path)] == path and place != path]
        for span in below or [self._marked.values[path]]:
            first, last = self._offsets(span)
            text[first - start : last - start] = " " * (last - first)
        found = (_COMMENT.search(line) for line in "".join(text).split("\n"))
        return "".join(f"{indent}{comment[1]}\n" for comment in found if comment)

    def _offsets(self, span: Span) -> tuple[int, int]:
        return self._starts[span.line - 1] + span.column - 1, self._starts[span.end_line - 1] + span.end_column - 1


def _at(fields: Any, path: FieldPath) -> Any:
    for part in path:
        if isinstance(fields, dict):
            fields = fields.get(part)
        elif isinstance(fields, list) and isinstance(part, int) and part < len(fields):
            fields = fields[part]
        else:
            return None
    return fields


def _in_quotes_of(written: str, meant: str) -> str:
    """Write an id with the quotes of what it replaces; an id needs no others."""
    quote = written[:1] if written[:1] in ("'", '"') and written[-1:] == written[:1] else ""
    return f"{quote}{meant}{quote}" if quote else yaml_value(meant)
