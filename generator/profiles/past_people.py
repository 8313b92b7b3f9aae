"""Take a person out of what a program keeps: its people, the people of its projects, and proposed pairs."""

import re
from typing import Any

from generator.profiles.syntax import read_with_repairs

_GROUP = r"\{{[^{{}}\n]*\b(?:id|mentor): *[\"']?{handle}[\"']?(?=[ ,}}])[^{{}}\n]*\}}"
_EMPTY = re.compile(r"^[ \t]*(?:people|pairs):[ \t]*\n(?![ \t]*-)", re.MULTILINE)


def without_person(text: str, handle: str) -> str | None:
    """Return a program's text without a person, the same text where they aren't in it, or None where that is not safe.

    Groups in braces are taken out, with the line that holds nothing else. Whoever wrote them in another way is left to people.
    """
    before = read_with_repairs(text).data
    if not isinstance(before, dict) or not _named(before, handle):
        return text
    group = _GROUP.format(handle=re.escape(handle))
    shorter = re.sub(rf"^[ \t]*- {group}[ \t]*(?:#.*)?\n", "", text, flags=re.MULTILINE | re.IGNORECASE)
    shorter = re.sub(rf",[ \t]*{group}", "", shorter, flags=re.IGNORECASE)
    shorter = re.sub(rf"{group},?[ \t]*", "", shorter, flags=re.IGNORECASE)
    shorter = _EMPTY.sub("", shorter)
    after = read_with_repairs(shorter).data
    return shorter if isinstance(after, dict) and _without_empty(after) == _expected(before, handle) else None


def _is(person: Any, handle: str) -> bool:
    name = person.get("id", person.get("mentor")) if isinstance(person, dict) else None
    return isinstance(name, str) and name.lower() == handle.lower()


def _lists(fields: dict[str, Any]) -> list[list[Any]]:
    holders = [fields, *(one for one in fields.get("projects") or () if isinstance(one, dict))]
    found = [holder.get(name) for holder in holders for name in ("people", "pairs")]
    return [one for one in found if isinstance(one, list)]


def _named(fields: dict[str, Any], handle: str) -> bool:
    return any(_is(person, handle) for people in _lists(fields) for person in people)


def _expected(fields: dict[str, Any], handle: str) -> dict[str, Any]:
    def kept(holder: dict[str, Any]) -> dict[str, Any]:
        return {
            name: [one for one in value if not _is(one, handle)]
            if name in ("people", "pairs") and isinstance(value, list)
            else value
            for name, value in holder.items()
        }

    left = kept(fields)
    if isinstance(left.get("projects"), list):
        left["projects"] = [kept(one) if isinstance(one, dict) else one for one in left["projects"]]
    return _without_empty(left)


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out lists of people that are empty: whether they are written makes no difference."""
    left = {name: value for name, value in fields.items() if not (name in ("people", "pairs") and value == [])}
    if isinstance(left.get("projects"), list):
        left["projects"] = [_without_empty(one) if isinstance(one, dict) else one for one in left["projects"]]
    return left
