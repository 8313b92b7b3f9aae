"""The same match, told to the mentor: what they could help a mentee with, and why. `site/assets/match/for-mentors.js` is its twin.

Points and verdicts are those that the mentee would see. Only the sentences turn round.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.matching.explanations import how_offered, known_broadly, overlap
from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor
from generator.matching.ranking import BANDS, Score, covered, score, weights_for
from generator.matching.signals import GUIDANCES, STRUCTURES, best_offer, near_peers, supports_stage
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import listed
from generator.text.labels import in_schema_order, in_sentence


@dataclass(frozen=True, slots=True)
class FittingMentee:
    """A mentee whom a mentor could help: the pair's score, and the reasons as the mentor reads them."""

    mentee: PreparedMentee
    score: Score
    sentences: tuple[str, ...]


def fitting_mentees(
    mentor: PreparedMentor, mentees: Iterable[tuple[str, PreparedMentee]], context: MatchContext
) -> list[tuple[str, FittingMentee]]:
    """Return the mentees whom a mentor could help, by handle: best verdict first, then who is helped with most, then by handle."""
    weights = weights_for(None, context.settings)
    found = [
        (handle, FittingMentee(one, score(one, mentor, weights, context.settings.bands), told(one, mentor, context)))
        for handle, one in mentees
        if not against(one, mentor, context)
    ]
    found.sort(key=lambda pair: (_place(pair[1], mentor), pair[0]))
    return found


def _place(fit: FittingMentee, mentor: PreparedMentor) -> tuple[int, int]:
    band = fit.score.band
    return (BANDS.index(band) if band else 0, -covered(fit.mentee, mentor))


def against(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> tuple[str, ...]:
    """Return why a mentor would not fit a mentee, told to the mentor; whether they are free now keeps nobody out here."""
    return tuple(filter(None, (reason(mentee, mentor, context) for reason in _AGAINST)))


def _no_language(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    if not mentee.languages or mentee.languages & mentor.languages:
        return ""
    theirs, mine = (
        listed(list(map(context.language_name, tags))) for tags in (mentee.learner.languages, mentor.profile.languages)
    )
    return _("No language in common: you speak {mine}, and they speak {theirs}.", mine=mine, theirs=theirs)


def _no_format(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    if not mentee.formats or not mentor.formats or mentee.formats & mentor.formats:
        return ""
    return _(
        "No format in common: you offer {mine}, and they'd like {theirs}.",
        mine=listed(in_schema_order(mentor.profile.formats)),
        theirs=listed(in_schema_order(mentee.learner.formats)),
    )


def _no_relationship(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    theirs, mine = mentee.relationship_types, mentor.relationship_types
    if not mine or not theirs or mine & theirs:
        return ""
    return _(
        "No kind of mentorship in common: you offer {mine}, and they'd like {theirs}.",
        mine=listed(in_schema_order(mentor.profile.relationship_types)),
        theirs=listed(in_schema_order(mentee.learner.relationship_types)),
    )


def _refused(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    refused = mentor.profile.cannot_help_with
    labels = [wanted.label for wanted in mentee.wanted if wanted.id in refused]
    return _("You don't help with: {what}.", what=", ".join(labels)) if labels else ""


def _covers_nothing(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    if any(best_offer(wanted, mentor) for wanted in mentee.wanted):
        return ""
    return _("They want: {what}.", what=", ".join(wanted.label for wanted in mentee.wanted)) if mentee.wanted else ""


_AGAINST = (_no_language, _no_format, _no_relationship, _refused, _covers_nothing)


def told(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> tuple[str, ...]:
    """Return the reasons for a match as the mentor reads them; what one side does not state has no sentence."""
    return tuple(filter(None, (sentence(mentee, mentor, context) for sentence in _SENTENCES)))


def expertise(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Name what the mentor listed of what is wanted, and what not: "You can help with: Python. Not on your list: Rust."."""
    groups: dict[str, list[str]] = {}
    for wanted in mentee.wanted:
        groups.setdefault(how_offered(wanted, mentor), []).append(wanted.label)
    sentences = []
    for way, sentence in _OFFERED.items():
        if way == "general":
            sentences += _in_general(mentee, mentor, context)
        elif way in groups:
            sentences.append(_(sentence, what=", ".join(groups[way])))
    return " ".join(sentences)


_OFFERED = {
    "help": N_("You can help with: {what}."),
    "introduce": N_("You can introduce: {what}."),
    "general": "",
    "related": N_("You know something related to: {what}."),
    "not": N_("Not on your list: {what}."),
}


def _in_general(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> list[str]:
    return [
        ngettext(
            "You know {broader} in general; {what} isn't on your list.",
            "You know {broader} in general; {what} aren't on your list.",
            len(labels),
            broader=broader,
            what=listed(labels),
        )
        for broader, labels in known_broadly(mentee, mentor, context).items()
    ]


def goals(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Name the goals in common: "You support their goal: specific skills."."""
    if not mentee.goals or not mentor.goals:
        return ""
    shared = [in_sentence(goal) for goal in dict.fromkeys(mentee.learner.goals) if goal in mentor.goals]
    if not shared:
        return _("Their goals aren't among those you support.")
    return ngettext(
        "You support their goal: {goals}.", "You support their goals: {goals}.", len(shared), goals=", ".join(shared)
    )


def hours(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Say how many hours are shared; it reads the same from both sides."""
    return overlap(mentee, mentor, context)


def style(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Say where both like the same: "You like the same style: structured."; of differences only that there are some."""
    same, apart = [], False
    mine, theirs = mentor.profile.style, mentee.learner.style
    for axis, steps, balanced in (
        ("structure", STRUCTURES, N_("balanced in structure")),
        ("guidance", GUIDANCES, N_("balanced in guidance")),
    ):
        my, their = getattr(mine, axis), getattr(theirs, axis)
        if my and their:
            apart = apart or my != their
            if my == their:
                same.append(_(balanced) if my == steps[1] else in_sentence(my))
    if same:
        return _("You like the same style: {styles}.", styles=listed(same))
    return _("You like another style.") if apart else ""


def stage(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str:
    """Say how far the stages are apart: "You're 3 steps ahead."."""
    if mentee.stage is None:
        return ""
    if not supports_stage(mentee, mentor):
        stages = ", ".join(in_schema_order(mentor.profile.stages_supported))
        return _("They're at another stage than those you mentor: {stages}.", stages=stages)
    if mentor.stage is None:
        return ""
    ahead = mentor.stage - mentee.stage
    if ahead == 0 and near_peers(mentee, mentor):
        return _("You're at the same stage, so you'd be near-peers.")
    if ahead == 0:
        return _("You're at the same stage.")
    if ahead < 0:
        return ngettext("They're {count} step ahead of you.", "They're {count} steps ahead of you.", -ahead)
    return ngettext("You're {count} step ahead.", "You're {count} steps ahead.", ahead)


_SENTENCES = (expertise, goals, hours, style, stage)
"""What a mentor wants to know first. Their own spots and time they know."""
