"""What follows from two profiles on the pages: which mentors could help a mentee, and which two could help each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.insight.availability import AvailabilityStatus
from generator.matching.mentee_profile import learner_of
from generator.matching.pairs import Buddy, Person, Swap, buddies_of, swaps_of
from generator.matching.prepared import MatchContext, PreparedMentor, prepare_mentee, prepare_mentor
from generator.matching.ranking import rank
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.text.languages import language

HELPERS = 3
_LOOKED_AT = 12
"""How many free mentors of each wanted skill are compared: enough for three good ones, and as many for ten thousand mentors."""


@dataclass(frozen=True)
class MenteeFit:
    """The people of one site who look for a mentor, each prepared once; `free_by_skill` are the mentors who can be asked."""

    directory: Directory
    statuses: Mapping[str, AvailabilityStatus]
    today: date
    handles: Collection[str]
    free_by_skill: Mapping[str, Sequence[tuple[str, Mentor]]]
    _mentors: dict[str, PreparedMentor] = field(default_factory=dict)

    @cached_property
    def context(self) -> MatchContext:
        """What every comparison is based on."""
        return MatchContext(self.directory.vocabularies, self.today, self.directory.settings.match, language)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everyone who looks for a mentor, from both sides."""
        return {handle: self._person(self.directory.mentors[handle]) for handle in self.handles}

    def _person(self, mentor: Mentor) -> Person:
        wants = prepare_mentee(learner_of(mentor), self.context)
        return Person(mentor.handle, mentor.name, wants, self._mentor(mentor))

    def _mentor(self, mentor: Mentor) -> PreparedMentor:
        if mentor.handle not in self._mentors:
            now = self.statuses[mentor.handle]
            self._mentors[mentor.handle] = prepare_mentor(
                mentor, self.context, now.availability, now.openings, now.pending, now.until
            )
        return self._mentors[mentor.handle]

    def helpers(self, handle: str) -> list[Mentor]:
        """Return up to three mentors who could help a mentee and can be asked today, best first."""
        person = self.people[handle]
        near: dict[str, Mentor] = {}
        for wanted in person.wants.wanted:
            for skill in sorted(wanted.narrower):
                near.update(self.free_by_skill.get(skill, ())[:_LOOKED_AT])
        near.pop(handle, None)
        ranked = rank(person.wants, map(self._mentor, near.values()), self.context).ranked
        return [one.profile for one, score in ranked[:HELPERS] if score.band != "little"]

    def swaps(self, handle: str) -> list[Swap]:
        """Return with whom someone could swap: each teaches what the other wants."""
        return swaps_of(self.people[handle], self.people.values())[:HELPERS]

    def buddies(self, handle: str) -> list[Buddy]:
        """Return with whom someone could learn the same thing at the same time."""
        return buddies_of(self.people[handle], self.people.values())[:HELPERS]
