"""A sentence for each signal of a match: why it earns what it earns. Only for signals that are stated."""

from collections.abc import Callable
from datetime import date, timedelta

from generator.matching.overlap import shared_time
from generator.matching.prepared import CONFIDENT, MatchContext, PreparedMentee, PreparedMentor, Wanted
from generator.matching.signals import GUIDANCES, STRUCTURES, asynchronous, best_offer, near_peers, supports_stage
from generator.matching.similarity import BROADER_OR_NARROWER
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import listed, rounded
from generator.text.dates import day_and_month
from generator.text.labels import COMMITMENTS_IN_SENTENCES, in_schema_order, in_sentence

Sentence = Callable[[PreparedMentee, PreparedMentor, MatchContext], str]


def how_offered(wanted: Wanted, mentor: PreparedMentor) -> str:
    """Sort what is wanted by what the mentor listed for it: "help", "introduce", "general", "related" or "not".

    "help" and "introduce" are for what they listed, or otherwise something narrower. Something broader is "general": who knows
    JavaScript may never have written React.
    """
    offers = mentor.offers[wanted.kind]
    level = offers.get(wanted.id) or max([offers[one] for one in wanted.narrower & offers.keys()], default=None)
    if level:
        return "help" if level == CONFIDENT else "introduce"
    if known_in_general(wanted, mentor):
        return "general"
    return "related" if best_offer(wanted, mentor) else "not"


def known_in_general(wanted: Wanted, mentor: PreparedMentor) -> str | None:
    """Return the id of the broader term that a mentor offers best, the first by its id; for who listed nothing closer."""
    similar, offers = wanted.similar, mentor.offers[wanted.kind]
    broader = [term_id for term_id in offers if similar.get(term_id) == BROADER_OR_NARROWER]
    return min(broader, key=lambda term_id: (-offers[term_id], term_id), default=None)


def known_broadly(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> dict[str, list[str]]:
    """Return the labels of what is wanted and known only in general, by the label of the broader term."""
    groups: dict[str, list[str]] = {}
    for wanted in mentee.wanted:
        if how_offered(wanted, mentor) == "general":
            broader = context.vocabularies.of_kind(wanted.kind).label(known_in_general(wanted, mentor) or "")
            groups.setdefault(broader, []).append(wanted.label)
    return groups


def in_general(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> list[str]:
    """Say what follows from broader terms as exactly that: "Knows JavaScript in general; React isn't listed."."""
    return [
        ngettext(
            "Knows {broader} in general; {what} isn't listed.",
            "Knows {broader} in general; {what} aren't listed.",
            len(labels),
            broader=broader,
            what=listed(labels),
        )
        for broader, labels in known_broadly(mentee, mentor, context).items()
    ]


def expertise(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Name what is offered, what is near it and what is not: "Can help you with: Python. Not offered: packaging."."""
    groups: dict[str, list[str]] = {}
    for wanted in mentee.wanted:
        groups.setdefault(how_offered(wanted, mentor), []).append(wanted.label)
    sentences: list[str] = []
    for way, sentence in _OFFERED.items():
        if way == "general":
            sentences += in_general(mentee, mentor, context)
        elif way in groups:
            sentences.append(_(sentence, what=", ".join(groups[way])))
    return " ".join(sentences)


_OFFERED = {
    "help": N_("Can help you with: {what}."),
    "introduce": N_("Can introduce you to: {what}."),
    "general": "",
    "related": N_("Knows something related to: {what}."),
    "not": N_("Not offered: {what}."),
}


def goals(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Count and name the goals in common: "Supports 1 of your 2 goals: specific skills."."""
    mine = list(dict.fromkeys(mentee.learner.goals))
    shared = [goal for goal in mine if goal in mentor.goals]
    named = ", ".join([in_sentence(one) for one in shared])
    if not shared and len(mine) == 1:
        return _("Doesn't support your goal: {goal}.", goal=in_sentence(mine[0]))
    if not shared:
        return ngettext("Doesn't support your {count} goal.", "Supports none of your {count} goals.", len(mine))
    if len(mine) == 1:
        return _("Supports your goal: {goal}.", goal=named)
    return ngettext(
        "Supports {shared} of your {count} goal: {goals}.",
        "Supports {shared} of your {count} goals: {goals}.",
        len(mine),
        shared=len(shared),
        goals=named,
    )


def commitment(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Compare wish and offer: "You'd like about 1 hour a month; Tomasz offers about 30 minutes."."""
    wanted, offered = (
        _(COMMITMENTS_IN_SENTENCES[step]) for step in (mentee.learner.commitment or "", mentor.profile.commitment)
    )
    return _(
        "You'd like {wanted} a month; {name} offers {offered}.",
        wanted=wanted,
        name=mentor.profile.name,
        offered=offered,
    )


def overlap(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Say how many hours are shared, and from which day on they change: "You're both free 4 h a week."."""
    if asynchronous(mentee, mentor):
        return _("You can write, so you don't need free hours in common.")
    if mentee.free is None or mentor.free is None:
        return ""
    first, *later = shared_time(mentee.free, mentor.free)
    now = (
        _("You're both free {hours} h a week.", hours=_hours(first.minutes))
        if first.minutes
        else _("You have no free hours in common.")
    )
    changes = [
        _("{hours} h a week from {day}", hours=_hours(part.minutes), day=_day_after(context.today, part.from_day))
        for part in later
    ]
    return f"{now} {_('When the clocks change: {changes}.', changes=', '.join(changes))}" if changes else now


def _hours(minutes: int) -> str:
    return rounded(minutes / 60)


def _day_after(today: date, days: int) -> str:
    return day_and_month(today + timedelta(days=days))


def openings(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Count open spots and who is waiting for them: "1 spot open. Nobody is waiting."."""
    spots = (
        ngettext("{count} spot open.", "{count} spots open.", mentor.openings)
        if mentor.openings
        else _("No spots open.")
    )
    waiting = (
        ngettext("{count} person is waiting.", "{count} people are waiting.", mentor.pending)
        if mentor.pending
        else _("Nobody is waiting.")
    )
    return f"{spots} {waiting}"


def style(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Name what both like and where the mentee differs: "You like the same style: structured."."""
    same: list[str] = []
    apart: list[str] = []
    mine, theirs = mentee.learner.style, mentor.profile.style
    for axis, steps in (("structure", STRUCTURES), ("guidance", GUIDANCES)):
        my, their = getattr(mine, axis), getattr(theirs, axis)
        if not my or not their:
            continue
        distance = steps.index(my) - steps.index(their)
        if distance == 0:
            same.append(_(_BALANCED[axis]) if my == "balanced" else in_sentence(my))
        else:
            apart.append(_(_MORE[steps[0] if distance < 0 else steps[2]][abs(distance) - 1]))
    sentences = [_("You like the same style: {styles}.", styles=listed(same))] if same else []
    sentences += [_("You'd like it {differences}.", differences=listed(apart))] if apart else []
    return " ".join(sentences)


_BALANCED = {"structure": N_("balanced in structure"), "guidance": N_("balanced in guidance")}
_MORE = {
    "structured": (N_("more structured"), N_("much more structured")),
    "flexible": (N_("more flexible"), N_("much more flexible")),
    "directive": (N_("more directive"), N_("much more directive")),
    "exploratory": (N_("more exploratory"), N_("much more exploratory")),
}
"""What a mentee may prefer more of: by one step, and by two."""


def stage(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Say how far the stages are apart: "3 steps ahead of you."."""
    if not supports_stage(mentee, mentor):
        stages = ", ".join(in_schema_order(mentor.profile.stages_supported))
        return _("Mentors people at other stages than yours: {stages}.", stages=stages)
    ahead = (mentor.stage or 0) - (mentee.stage or 0)
    if ahead == 0 and near_peers(mentee, mentor):
        return _("At the same stage as you, so you'd be near-peers.")
    if ahead == 0:
        return _("At the same stage as you.")
    if ahead < 0:
        return ngettext("{count} step behind you.", "{count} steps behind you.", -ahead)
    if ahead > _FAR:
        return ngettext("{count} step ahead of you, which is far.", "{count} steps ahead of you, which is far.", ahead)
    return ngettext("{count} step ahead of you.", "{count} steps ahead of you.", ahead)


_FAR = 3


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
