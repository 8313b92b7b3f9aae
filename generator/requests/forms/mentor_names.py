"""Whom a form means that names a mentor in words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.model.mentor import Mentor
from generator.model.vocabulary import fold


class HandlesByName(Mapping[str, str]):
    """Handles by the names that only one mentor has; read when the first form names someone in words."""

    def __init__(self, mentors: Mapping[str, Mentor]) -> None:
        """Read nobody's name yet."""
        self._mentors = mentors

    @cached_property
    def _handles(self) -> dict[str, str]:
        named = Counter(fold(mentor.name) for mentor in self._mentors.values())
        return {fold(one.name): handle for handle, one in self._mentors.items() if named[fold(one.name)] == 1}

    def __getitem__(self, name: str) -> str:
        """Return whose name it is; raise KeyError where nobody has it, or several."""
        return self._handles[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names, folded."""
        return iter(self._handles)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._handles)
