"""A sentence for each signal of a match: why it earns what it earns. Only for signals that are stated."""

from collections.abc import Callable
from datetime import timedelta

from generator.matching.overlap import shared_time
from generator.matching.prepared import CONFIDENT, MatchContext, PreparedMentee, PreparedMentor, Wanted
from generator.matching.signals import GUIDANCES, STRUCTURES, asynchronous, best_offer, near_peers, supports_stage
from generator.matching.similarity import RELATED
from generator.text.counting import listed
from generator.text.dates import day_and_month
from generator.text.phrases import COMMITMENT_WORDS, choice, choices, counted, number

Sentence = Callable[[PreparedMentee, PreparedMentor, MatchContext], str]


def how_offered(wanted: Wanted, candidate: PreparedMentor) -> str:
    """Sort what is wanted by how the mentor's best offer for it came about: "help", "introduce", "related" or "not"."""
    best = best_offer(wanted, candidate)
    if not best:
        return "not"
    similar, offers = wanted.similar, candidate.offers[wanted.kind]
    chosen = next(term_id for term_id, level in offers.items() if similar.get(term_id, 0.0) * level == best)
    if similar[chosen] == RELATED:
        return "related"
    return "help" if offers[chosen] == CONFIDENT else "introduce"


def expertise(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Name what is offered, what is near it and what is not: "Can help you with: Python. Not offered: packaging."."""
    groups: dict[str, list[str]] = {}
    for wanted in seeker.wanted:
        groups.setdefault(how_offered(wanted, candidate), []).append(wanted.label)
    parts = [f"{_GROUPS[way]}: {', '.join(groups[way])}." for way in _GROUPS if way in groups]
    return " ".join(parts)


_GROUPS = {
    "help": "Can help you with",
    "introduce": "Can introduce",
    "related": "Knows something related to",
    "not": "Not offered",
}


def goals(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Count and name the goals in common: "Supports 1 of your 2 goals: specific skills."."""
    mine = list(dict.fromkeys(seeker.learner.goals))
    shared = [goal for goal in mine if goal in candidate.goals]
    if not shared:
        return (
            f"Does not support your goal: {choice(mine[0])}."
            if len(mine) == 1
            else f"Supports none of your {len(mine)} goals."
        )
    which = "your goal" if len(mine) == 1 else f"{len(shared)} of your {len(mine)} goals"
    return f"Supports {which}: {', '.join(choices(shared))}."


def commitment(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Set wish and offer side by side: "You want ~1 hour/month, offers ~30 minutes/month."."""
    wanted = COMMITMENT_WORDS[seeker.learner.commitment or ""]
    return f"You want {wanted}, offers {COMMITMENT_WORDS[candidate.mentor.commitment]}."


def overlap(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Tell the shared hours, and from which day on they are others: "4 h/week in common."."""
    if asynchronous(seeker, candidate):
        return "No common hours needed."
    if seeker.free is None or candidate.free is None:
        return ""
    first, *later = shared_time(seeker.free, candidate.free)
    now = f"{_hours(first.minutes)} in common" if first.minutes else "No hours in common"
    changes = [
        f"{_hours(part.minutes)} from {day_and_month(basis.today + timedelta(days=part.from_day))}" for part in later
    ]
    return f"{now}; clocks change: {', '.join(changes)}." if changes else f"{now}."


def _hours(minutes: int) -> str:
    return f"{number(minutes / 60)} h/week"


def openings(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Count places and who waits for them: "1 place open, nobody waiting."."""
    places = counted(candidate.openings, "place") if candidate.openings else "No place"
    return f"{places} open, {candidate.pending or 'nobody'} waiting."


def style(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Name what both prefer and where the learner differs: "Both structured; you prefer more exploratory."."""
    alike: list[str] = []
    apart: list[str] = []
    mine, theirs = seeker.learner.style, candidate.mentor.style
    for axis, steps in (("structure", STRUCTURES), ("guidance", GUIDANCES)):
        my, their = getattr(mine, axis), getattr(theirs, axis)
        if not my or not their:
            continue
        distance = steps.index(my) - steps.index(their)
        if distance == 0:
            alike.append(f"balanced in {axis}" if my == "balanced" else my)
        else:
            apart.append(f"{'much ' if abs(distance) == 2 else ''}more {steps[0] if distance < 0 else steps[2]}")
    parts = [f"both {listed(alike)}"] if alike else []
    parts += [f"you prefer {listed(apart)}"] if apart else []
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def stage(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str:
    """Tell the distance of the stages: "3 steps ahead of you."."""
    if not supports_stage(seeker, candidate):
        return f"Mentors at other stages than yours: {', '.join(choices(candidate.mentor.stages_supported))}."
    ahead = (candidate.stage or 0) - (seeker.stage or 0)
    if ahead == 0:
        return "At your own stage, as near-peers are." if near_peers(seeker, candidate) else "At your own stage."
    if ahead < 0:
        return f"{counted(-ahead, 'step')} behind you."
    return f"{counted(ahead, 'step')} ahead of you{', which is far' if ahead > 3 else ''}."


SENTENCES: dict[str, Sentence] = {
    "expertise": expertise,
    "goals": goals,
    "commitment": commitment,
    "overlap": overlap,
    "openings": openings,
    "style": style,
    "stage": stage,
}
"""Who explains each signal."""
