"""Everyone whom programs name, joined over the years by their ids."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.model.program import Participant, Program


class Shown(NamedTuple):
    """Someone as a program's page shows them; `path` is of our own page, `url` of one elsewhere."""

    name: str
    path: str
    url: str
    did: str
    also: tuple[tuple[str, str], ...]


class PeopleOfPrograms:
    """Everyone whom programs name, by id, with what they did in each."""

    def __init__(self, directory: Directory, statuses: Mapping[str, AvailabilityStatus]) -> None:
        self._directory, self._statuses = directory, statuses

    @cached_property
    def _took_part(self) -> Mapping[str, dict[str, tuple[str, ...]]]:
        """The roles of each person by program, the newest program first."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for program in sorted(self._directory.programs.values(), key=newest_first):
            for id, role in roles_in(program):
                roles = found.setdefault(id, {}).get(program.id, ())
                found[id][program.id] = roles if role in roles else (*roles, role)
        return found

    @cached_property
    def _written(self) -> Mapping[str, Participant]:
        """What programs say of each person; the newest that gives a name counts."""
        found: dict[str, Participant] = {}
        for program in sorted(self._directory.programs.values(), key=newest_first):
            for person in program.people:
                if person.id not in found or (person.name and not found[person.id].name):
                    found[person.id] = person
        return found

    def programs_of(self, id: str) -> Mapping[str, tuple[str, ...]]:
        """Return the programs in which someone took part, the newest first, with their roles in each."""
        return self._took_part.get(id, {})

    def shown(self, id: str, program: Program, did: str = "") -> Shown:
        """Return how someone is shown on the page of a program."""
        mentor = self._profile(id)
        person = self._written.get(id, Participant(id))
        also = tuple(
            (f"programs/{other}/", self._directory.programs[other].title)
            for other in self.programs_of(id)
            if other != program.id
        )
        if mentor:
            return Shown(mentor.name, f"mentors/{id}/", "", did, also)
        return Shown(person.name or id, "", person.link, did, also)

    def _profile(self, id: str) -> Mentor | None:
        known = id in self._statuses and self._statuses[id].listed
        return self._directory.mentors[id] if known else None


def newest_first(program: Program) -> tuple[int, str]:
    """Order programs by when they start, the newest first; those without a start come before all others."""
    return -(program.starts or program.opens or date.max).toordinal(), program.title


def roles_in(program: Program) -> Iterator[tuple[str, str]]:
    """Yield everyone whom a program names, with each thing they did; someone may come more than once."""
    yield from ((login, "mentor") for login in program.mentors)
    yield from ((person.id, role) for person in program.people for role in person.roles)
    yield from ((member.id, member.role) for project in program.projects for member in project.people)
