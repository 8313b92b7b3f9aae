"""Turn proposals for a cohort into what people and programs read: text for a terminal, fields for JSON and for YAML."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from generator.matching.pairing.proposals import Change, Outcome, Proposal
from generator.model.cohort import Cohort
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import listed, rounded

_WIDTH = 96

SOLVER_NAMES = {"stable": N_("Stable"), "best-total": N_("Best total")}
SOLVER_MEANINGS = {
    "stable": N_("No mentee and mentor would both rather have each other."),
    "best-total": N_("The points of all pairs add up to the most there can be."),
}


def as_fields(cohort: Cohort, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the versioned JSON that other programs read."""
    return {"version": 1, "program": cohort.program, "outcomes": [_outcome_fields(outcome) for outcome in outcomes]}


def _outcome_fields(outcome: Outcome) -> dict[str, Any]:
    return {
        "solver": outcome.solver,
        "points": outcome.worth / 100,
        "pairs": [
            {
                "mentee": one.mentee,
                "issue": one.issue,
                "mentor": one.mentor,
                "points": one.match.score.points,
                "band": one.match.score.band,
                "choice": one.choice,
                "locked": one.locked,
                "reasons": [part.sentence for part in one.match.parts],
                "next_mentor": one.next_mentor,
                "next_mentee": one.next_mentee,
                "veto_changes": None if one.veto_changes is None else [_change(change) for change in one.veto_changes],
            }
            for one in outcome.proposals
        ],
        "left_out": [{"mentee": one.mentee, "issue": one.issue, "why": one.cause} for one in outcome.left_out],
        "blocking": [{"mentee": mentee, "mentor": mentor} for mentee, mentor in outcome.blocking],
        "choices": {str(place): count for place, count in outcome.ranks.items()},
        "load": [{"mentor": mentor, "pairs": taken, "spots": spots} for mentor, (taken, spots) in outcome.load.items()],
    }


def _change(change: Change) -> dict[str, str | None]:
    return {"mentee": change.mentee, "before": change.before, "after": change.after}


def as_text(title: str, cohort: Cohort, outcomes: Sequence[Outcome]) -> str:
    """Write proposals for a terminal: the solvers beside each other, then the pairs of each."""
    spots = sum(spots for _taken, spots in outcomes[0].load.values())
    lines = [
        ngettext(
            "{title}: {count} application, {spots} spots",
            "{title}: {count} applications, {spots} spots",
            len(cohort.applications),
            title=title,
            spots=spots,
        ),
        "",
    ]
    for outcome in outcomes:
        lines += [f"{_(SOLVER_NAMES[outcome.solver])}: {listed(list(summary(outcome)))}", ""]
    if len(outcomes) > 1:
        lines += [*_wrapped(_differences(outcomes[0], outcomes[1]), ""), ""]
    for outcome in outcomes:
        lines += [_(SOLVER_NAMES[outcome.solver]).upper(), *_wrapped(_(SOLVER_MEANINGS[outcome.solver]), ""), ""]
        for proposal in outcome.proposals:
            lines += _proposal(proposal)
        if outcome.left_out:
            lines += [_("Without a mentor")]
            lines += [line for one in outcome.left_out for line in _wrapped(f"{one.mentee}: {one.cause}", "  ")]
        if outcome.blocking:
            pairs = ", ".join(f"{mentee} + {mentor}" for mentee, mentor in outcome.blocking)
            lines += _wrapped(_("Would both rather have each other: {pairs}", pairs=pairs), "")
        lines += [""]
    lines += _wrapped(
        _(
            "These are proposals: nobody was notified. Rule a pair out with --veto MENTEE:MENTOR, keep one with "
            "--lock MENTEE:MENTOR, and see all of it on one page with --studio FILE.html."
        ),
        "",
    )
    return "\n".join(lines).rstrip() + "\n"


def summary(outcome: Outcome) -> Iterator[str]:
    """Say in a few short parts how an outcome came out."""
    yield ngettext("{count} pair", "{count} pairs", len(outcome.proposals))
    if outcome.left_out:
        yield ngettext("{count} without a mentor", "{count} without a mentor", len(outcome.left_out))
    if outcome.ranks.get(1):
        yield ngettext("{count} first choice", "{count} first choices", outcome.ranks[1])
    if outcome.ranks.get(2):
        yield ngettext("{count} second choice", "{count} second choices", outcome.ranks[2])
    if outcome.blocking:
        yield ngettext(
            "{count} pair who would rather have each other",
            "{count} pairs who would rather have each other",
            len(outcome.blocking),
        )


def _differences(one: Outcome, other: Outcome) -> str:
    ones, others = ({pair.mentee: pair.mentor for pair in outcome.proposals} for outcome in (one, other))
    apart = [mentee for mentee in {**ones, **others} if ones.get(mentee) != others.get(mentee)]
    if not apart:
        return _("Both ways lead to the same pairs.")
    return _("The two ways differ for: {mentees}.", mentees=", ".join(apart))


def _proposal(proposal: Proposal) -> Iterator[str]:
    points = proposal.match.score.points
    known = "" if points is None else f"{rounded(points):>4}"
    marks = [mark for mark in (choice_words(proposal.choice), _("locked") if proposal.locked else "") if mark]
    yield f"  {proposal.mentee} + {proposal.mentor}  {known}  {', '.join(marks)}".rstrip()
    yield from _wrapped(" ".join(part.sentence for part in proposal.match.parts), "      ")
    yield from _wrapped(next_best(proposal), "      ")
    yield ""


def choice_words(place: int | None) -> str:
    """Say which choice of the mentee a mentor was; nothing for who was none."""
    if place is None:
        return ""
    return _(_CHOICES[place - 1]) if place <= len(_CHOICES) else _("choice {place}", place=place)


_CHOICES = (N_("first choice"), N_("second choice"), N_("third choice"))


def next_best(proposal: Proposal) -> str:
    """Say who would come next for both."""
    parts = []
    if proposal.next_mentor:
        parts.append(_("Next for {mentee}: {mentor}.", mentee=proposal.mentee, mentor=proposal.next_mentor))
    if proposal.next_mentee:
        parts.append(_("Next for {mentor}: {mentee}.", mentee=proposal.next_mentee, mentor=proposal.mentor))
    return " ".join(parts)


def change_words(change: Change) -> str:
    """Say where someone would go."""
    if change.after is None:
        return _("{mentee} would be without a mentor", mentee=change.mentee)
    return _("{mentee} would go to {mentor}", mentee=change.mentee, mentor=change.after)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent) if text else []
