"""Read YAML that was never meant for Lodestar, for an import: every value as the text that is written there."""

from typing import Any

import yaml

from generator.model.errors import LodestarError


class AmbiguousKeyError(LodestarError):
    """A group has the same name twice, so that one of the two would be lost."""

    def __init__(self, name: str, line: int) -> None:
        """Remember the name, and the line of the second."""
        super().__init__(name)
        self.name, self.line = name, line


def read_foreign(text: str) -> Any:
    """Read a document that was never meant for us: every value is a text, and anchors, tags and dates do no harm.

    Raise AmbiguousKeyError where a name is there twice, and ValueError with the line where it is no YAML, or far too much.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
        return _foreign_value(node, [_MOST_NODES]) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ValueError(mark.line + 1 if mark else 1) from None
    except (yaml.YAMLError, RecursionError):
        raise ValueError(1) from None


_MOST_NODES = 2_000_000
"""Values of a document; aliases that repeat each other would be more."""


def _foreign_value(node: Any, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] < 0:
        raise ValueError(node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        group: dict[str, Any] = {}
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise ValueError(name.start_mark.line + 1)
            if name.value in group:
                raise AmbiguousKeyError(name.value, name.start_mark.line + 1)
            group[name.value] = _foreign_value(value, left)
        return group
    if isinstance(node, yaml.SequenceNode):
        return [_foreign_value(part, left) for part in node.value]
    return None if not node.style and node.value in ("", "~", "null", "Null", "NULL") else node.value
