"""Turn applications and mentors into every pair that is possible, and how well each of them fits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from generator.matching.eligibility import REQUIREMENTS
from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor
from generator.matching.ranking import points_of, weights_for
from generator.model.cohort import Application, Cohort, Pair

FOR_A_CHOICE = (3000, 2000, 1000)
"""What the first, the second and every later choice of a mentee is worth beside the points, in hundredths of a point."""


@dataclass(frozen=True)
class Prospects:
    """Every possible pair of a cohort.

    `points[i][j]` are the hundredths of points of the application `i` with the mentor `j`, and only for pairs that
    are possible: nothing keeps them apart, neither of them said no, and no lock of someone else is in the way.
    `spots` are those left after the locks, of each mentor. Applications that are locked have an empty row.
    """

    program: str
    applications: tuple[Application, ...]
    mentors: tuple[str, ...]
    spots: tuple[int, ...]
    points: tuple[Mapping[int, int], ...]
    locked: Mapping[int, int]
    vetoed: frozenset[Pair]

    @cached_property
    def wishes(self) -> tuple[tuple[int, ...], ...]:
        """For each application its possible mentors, the dearest first: choices in their order, then by points."""
        return tuple(
            tuple(sorted(row, key=lambda j: (self.choice(i, j), -row[j], self.lot(i, j))))
            for i, row in enumerate(self.points)
        )

    @cached_property
    def _lots(self) -> dict[tuple[int, int], int]:
        return {}

    def choice(self, i: int, j: int) -> int:
        """The place of a mentor among an application's choices, from 0; who is no choice comes after all of them."""
        choices = self.applications[i].choices
        return choices.index(self.mentors[j]) if self.mentors[j] in choices else len(choices)

    def worth(self, i: int, j: int) -> int:
        """The points of a pair with what a choice is worth, in hundredths; a pair without points is worth one."""
        place = self.choice(i, j)
        chosen = place < len(self.applications[i].choices)
        return 1 + self.points[i][j] + (FOR_A_CHOICE[min(place, len(FOR_A_CHOICE) - 1)] if chosen else 0)

    def lot(self, i: int, j: int) -> int:
        """What decides between equals: a number below 2**16, the same on every run and in every cohort another."""
        known = self._lots.get((i, j))
        if known is None:
            text = f"{self.program} {self.applications[i].mentee} {self.mentors[j]}"
            known = self._lots[i, j] = int.from_bytes(blake2b(text.encode(), digest_size=2).digest())
        return known

    def standing(self, i: int, j: int) -> tuple[int, int]:
        """How dear an application is to a mentor, the smaller the dearer."""
        return -self.points[i][j], self.lot(i, j)


def prospects_of(
    cohort: Cohort, mentees: Sequence[PreparedMentee], mentors: Sequence[PreparedMentor], context: MatchContext
) -> Prospects:
    """Find and count every possible pair; `mentees` are the cohort's applications in their order, made ready."""
    handles = tuple(mentor.profile.handle for mentor in mentors)
    place_of = {handle: j for j, handle in enumerate(handles)}
    number_of = {application.mentee: i for i, application in enumerate(cohort.applications)}
    locked = {number_of[mentee]: place_of[mentor] for mentee, mentor in cohort.locks}
    spots = [_spots(mentor, cohort) for mentor in mentors]
    for j in locked.values():
        spots[j] -= 1
    near = _Near(mentors)
    rows = tuple(
        {} if i in locked else _row(application, mentee, mentors, near.to(mentee), cohort, context)
        for i, (application, mentee) in enumerate(zip(cohort.applications, mentees, strict=True))
    )
    return Prospects(cohort.program, cohort.applications, handles, tuple(spots), rows, locked, cohort.vetoes)


def _spots(mentor: PreparedMentor, cohort: Cohort) -> int:
    given = (cohort.capacities or {}).get(mentor.profile.handle)
    return max(0, mentor.openings if given is None else given)


def _row(
    application: Application,
    mentee: PreparedMentee,
    mentors: Sequence[PreparedMentor],
    candidates: Iterable[int],
    cohort: Cohort,
    context: MatchContext,
) -> dict[int, int]:
    weights = weights_for(mentee.learner.most_important, context.settings)
    row: dict[int, int] = {}
    for j in candidates:
        mentor = mentors[j]
        if reason_apart(application, mentor, cohort.vetoes) or not fits(mentee, mentor, context):
            continue
        points, _stated = points_of(mentee, mentor, weights)
        row[j] = round(100 * (points or 0))
    return row


class _Near:
    """Finds the mentors who offer anything near what is wanted: most offer nothing, and need not be asked."""

    def __init__(self, mentors: Sequence[PreparedMentor]) -> None:
        self._everyone = range(len(mentors))
        self._offering: dict[tuple[str, str], list[int]] = {}
        for j, mentor in enumerate(mentors):
            offered = [(kind, term_id) for kind, terms in mentor.offers.items() for term_id in terms]
            for term in (*offered, *(("goals", goal) for goal in mentor.goals)):
                self._offering.setdefault(term, []).append(j)

    def to(self, mentee: PreparedMentee) -> Iterable[int]:
        """Return at least everyone who covers something, in their order."""
        if not mentee.wanted:
            return self._everyone
        terms = [(wanted.kind, term_id) for wanted in mentee.wanted for term_id in wanted.similar]
        terms += [("goals", goal) for goal in mentee.goals]
        return sorted({j for term in terms for j in self._offering.get(term, ())})


def fits(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> bool:
    """Tell whether nothing that profiles and applications say keeps two people apart; room is another matter."""
    return not any(requirement(mentee, mentor, context) for requirement in REQUIREMENTS)


def reason_apart(application: Application, mentor: PreparedMentor, vetoes: frozenset[Pair]) -> str | None:
    """Name what people decided against a pair: "veto", "avoided" or "self"; None where nothing was."""
    handle = mentor.profile.handle
    if (application.mentee, handle) in vetoes:
        return "veto"
    if handle in application.avoid:
        return "avoided"
    return "self" if application.mentee == handle else None
