"""The mentors of a directory, each judged when someone asks for them: an event is about two people, not about ten thousand."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.mentor import Mentor
from generator.profiles.parse import parse_mentor
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.source import SourceFile
from generator.profiles.validate import validate


@dataclass(frozen=True, slots=True)
class MentorsOnDemand(Mapping[str, Mentor]):
    """Mentors by handle, as if all files had been judged and those with errors left out.

    `paths` has every profile's path by its handle, in the order of the handles. `with_account` are handles that must
    have a GitHub account. `left_out` is called with the path of each profile that turns out to have errors.
    """

    paths: Mapping[str, str]
    read: Callable[[str], SourceFile]
    context: RuleContext
    with_account: frozenset[str]
    left_out: Callable[[str], None]
    _judged: dict[str, Mentor | None] = field(default_factory=dict)

    def _of(self, handle: str) -> Mentor | None:
        if handle not in self._judged:
            self._judged[handle] = self._judge(handle) if handle in self.paths else None
        return self._judged[handle]

    def _judge(self, handle: str) -> Mentor | None:
        file = self.read(self.paths[handle])
        validated = validate(file, "mentor", MENTOR_RULES, self.context)
        fields = validated.fields if not any(one.severity == "error" for one in validated.problems) else None
        if not isinstance(fields, dict) or (handle in self.with_account and "github" not in fields):
            self.left_out(file.path)
            return None
        return parse_mentor(fields, file.stem)

    def __getitem__(self, handle: str) -> Mentor:
        """Return a mentor, or raise KeyError where there is no such file, or one with errors."""
        mentor = self._of(handle)
        if mentor is None:
            raise KeyError(handle)
        return mentor

    def __contains__(self, handle: object) -> bool:
        """Whether there is such a mentor."""
        return isinstance(handle, str) and self._of(handle) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield every handle; this judges all files."""
        return (handle for handle in self.paths if self._of(handle) is not None)

    def __len__(self) -> int:
        """Count them; this judges all files."""
        return sum(1 for _handle in self)


@dataclass(frozen=True, slots=True)
class UnreadOnDemand(Collection[str]):
    """The handles whose files have errors: they have not left."""

    mentors: MentorsOnDemand

    def __contains__(self, handle: object) -> bool:
        """Whether there is a file of this handle that could not be read."""
        return handle in self.mentors.paths and handle not in self.mentors

    def __iter__(self) -> Iterator[str]:
        """Yield them all; this judges all files."""
        return (handle for handle in self.mentors.paths if handle not in self.mentors)

    def __len__(self) -> int:
        """Count them; this judges all files."""
        return sum(1 for _handle in self)
