"""Turn a pairing into proposals that people can judge: each with its reasons, the next best, and who is left out why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.matching.pairing.prospects import Prospects, reason_apart
from generator.matching.pairing.solvers import Pairing, paired
from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor
from generator.matching.ranking import Match, explain, reasons_against
from generator.model.cohort import Cohort, Pair
from generator.text.catalogue import _, ngettext
from generator.text.counting import listed

FEW = 60
"""In a cohort of at most so many applications it is counted what a veto of each proposal would change."""


@dataclass(frozen=True, slots=True)
class Change:
    """Someone whom a veto would move: from a mentor, or None, to another, or None."""

    mentee: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair, and why.

    `choice` is its place among the mentee's choices, from 1, or None. `next_mentor` is who fits the mentee next, and
    `next_mentee` whom the mentor would take next. `veto_changes` is what ruling this pair out would change, or None
    where that was not counted.
    """

    mentee: str
    issue: int | None
    mentor: str
    match: Match
    choice: int | None
    locked: bool
    next_mentor: str | None
    next_mentee: str | None
    veto_changes: tuple[Change, ...] | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Someone without a mentor, and the sentence that says what is in the way."""

    mentee: str
    issue: int | None
    cause: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one solver proposes for a cohort.

    `blocking` are pairs who would both rather have each other. `ranks` counts proposals by the place of the mentor
    among the choices; 0 is for mentors whom nobody chose. `load` is how many of how many spots are taken, by
    handle. `worth` is the sum of the points of all pairs, in hundredths, with what choices add.
    """

    solver: str
    proposals: tuple[Proposal, ...]
    left_out: tuple[LeftOut, ...]
    blocking: tuple[Pair, ...]
    ranks: dict[int, int]
    load: dict[str, tuple[int, int]]
    worth: int


def outcome_of(
    solver: str,
    prospects: Prospects,
    cohort: Cohort,
    mentees: Sequence[PreparedMentee],
    mentors: Sequence[PreparedMentor],
    context: MatchContext,
) -> Outcome:
    """Pair a cohort by one of `SOLVERS`, and say all that people need to judge it."""
    pairing = paired(prospects, solver)
    blocking = tuple(_names(prospects, i, j) for i, j in blocking_pairs(prospects, pairing))
    proposals = tuple(
        Proposal(
            mentee=prospects.applications[i].mentee,
            issue=prospects.applications[i].issue,
            mentor=prospects.mentors[j],
            match=explain(mentees[i], mentors[j], context),
            choice=_choice(prospects, i, j),
            locked=i in prospects.locked,
            next_mentor=_next_mentor(prospects, i, j),
            next_mentee=_next_mentee(prospects, pairing, i, j),
            veto_changes=_without(prospects, pairing, i, solver) if len(prospects.points) <= FEW else None,
        )
        for i, j in sorted(pairing.items())
    )
    left_out = tuple(
        LeftOut(
            application.mentee, application.issue, _cause(i, prospects, pairing, cohort, mentees[i], mentors, context)
        )
        for i, application in enumerate(prospects.applications)
        if i not in pairing
    )
    taken = Counter(pairing.values())
    locks = Counter(prospects.locked.values())
    return Outcome(
        solver,
        proposals,
        left_out,
        blocking,
        dict(sorted(Counter(proposal.choice or 0 for proposal in proposals).items())),
        {handle: (taken[j], prospects.spots[j] + locks[j]) for j, handle in enumerate(prospects.mentors)},
        sum(prospects.worth(i, j) for i, j in pairing.items() if i not in prospects.locked),
    )


def blocking_pairs(prospects: Prospects, pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Find every two people who would both rather have each other than what a pairing gives them. Locks stay.

    What only the lot decides is nobody's wish: equals block nothing.
    """
    members: dict[int, list[int]] = {}
    for i, j in pairing.items():
        if i not in prospects.locked:
            members.setdefault(j, []).append(i)
    for i, wishes in enumerate(prospects.wishes):
        has = _dearness(prospects, i, pairing[i]) if i in pairing and i not in prospects.locked else None
        for j in wishes:
            if has and _dearness(prospects, i, j) >= has:
                break
            if not prospects.spots[j]:
                continue
            kept = members.get(j, [])
            if len(kept) < prospects.spots[j] or any(
                prospects.points[i][j] > prospects.points[other][j] for other in kept
            ):
                yield i, j


def _dearness(prospects: Prospects, i: int, j: int) -> tuple[int, int]:
    return prospects.choice(i, j), -prospects.points[i][j]


def _names(prospects: Prospects, i: int, j: int) -> Pair:
    return prospects.applications[i].mentee, prospects.mentors[j]


def _choice(prospects: Prospects, i: int, j: int) -> int | None:
    place = prospects.choice(i, j)
    return place + 1 if place < len(prospects.applications[i].choices) else None


def _next_mentor(prospects: Prospects, i: int, j: int) -> str | None:
    return next((prospects.mentors[other] for other in prospects.wishes[i] if other != j), None)


def _next_mentee(prospects: Prospects, pairing: Pairing, i: int, j: int) -> str | None:
    others = [
        other for other, row in enumerate(prospects.points) if j in row and pairing.get(other) != j and other != i
    ]
    if not others:
        return None
    return prospects.applications[min(others, key=lambda other: prospects.standing(other, j))].mentee


def _without(prospects: Prospects, pairing: Pairing, i: int, solver: str) -> tuple[Change, ...]:
    """What else would change if the proposal of one application were ruled out."""
    if i in prospects.locked:
        return ()
    rows = list(prospects.points)
    rows[i] = {j: points for j, points in rows[i].items() if j != pairing[i]}
    then = paired(
        Prospects(
            prospects.program, prospects.applications, prospects.mentors, prospects.spots, tuple(rows),
            prospects.locked, prospects.vetoed,
        ),
        solver,
    )  # fmt: skip
    return tuple(
        Change(application.mentee, _mentor(prospects, pairing.get(k)), _mentor(prospects, then.get(k)))
        for k, application in enumerate(prospects.applications)
        if pairing.get(k) != then.get(k)
    )


def _mentor(prospects: Prospects, j: int | None) -> str | None:
    return None if j is None else prospects.mentors[j]


def _cause(
    i: int,
    prospects: Prospects,
    pairing: Pairing,
    cohort: Cohort,
    mentee: PreparedMentee,
    mentors: Sequence[PreparedMentor],
    context: MatchContext,
) -> str:
    """Say what is in the way of one application: the reason that binds, not all that could be said."""
    application = prospects.applications[i]
    if not mentors:
        return _("No mentor takes part in this program yet.")
    if prospects.points[i]:
        dearest = mentors[prospects.wishes[i][0]].profile.name
        return ngettext(
            "{count} mentor fits, and has no spot left. One more spot with {name} could change that.",
            "{count} mentors fit, and none of them has a spot left. One more spot with {name} could change that.",
            len(prospects.points[i]),
            name=dearest,
        )
    decided = [mentor for mentor in mentors if reason_apart(application, mentor, cohort.vetoes)]
    reasons = Counter(
        reason for mentor in mentors if mentor not in decided for reason in reasons_against(mentee, mentor, context)[:1]
    )
    if not reasons:
        return _("Every mentor who would fit was ruled out, by a veto or by the application itself.")
    often = [reason for reason, _count in reasons.most_common(2)]
    return _("No mentor fits. Most often: {reasons}", reasons=listed(often) if len(often) == 1 else " ".join(often))
