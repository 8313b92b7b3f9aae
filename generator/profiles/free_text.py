"""Which values of a file are free text, read from its schema: whoever adds a text field adds nothing here."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.profiles.violation import FieldPath
from generator.schema import schema

Tree = dict[str, "Tree"] | bool
"""Below each field's name what it holds: True for a text, `[]` as the name for the parts of a list."""


def is_free_text(part: dict[str, Any]) -> bool:
    """Return whether a part of a schema takes any text: no choice, no pattern and no id."""
    return part.get("type") == "string" and not {"enum", "pattern", "x-ids-of"} & set(part)


@cache
def text_tree(name: str) -> Tree:
    """Return where the named schema has free texts."""
    return _tree(schema(name))


def _tree(part: dict[str, Any]) -> Tree:
    if is_free_text(part):
        return True
    below = {name: _tree(inner) for name, inner in part.get("properties", {}).items()}
    if "items" in part:
        below["[]"] = _tree(part["items"])
    return {name: inner for name, inner in below.items() if inner}


def free_texts(value: object, tree: Tree, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield each free text of a value that fits its schema, with its path."""
    if isinstance(tree, bool):
        if tree and value.__class__ is str:
            yield path, value
    elif value.__class__ is list and "[]" in tree:
        below = tree["[]"]
        for position, part in enumerate(value):
            yield from free_texts(part, below, (*path, position))
    elif value.__class__ is dict:
        for name, below in tree.items():
            if name in value:
                yield from free_texts(value[name], below, (*path, name))
