"""What must be true before points are counted: each requirement gives its reason as a sentence when it is not met.

Someone who is not eligible is still found by search. What one side does not state keeps nobody out.
"""

from collections.abc import Callable

from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor
from generator.matching.signals import best_offer
from generator.text.catalogue import _
from generator.text.counting import listed
from generator.text.dates import day
from generator.text.labels import in_schema_order, in_sentence

Requirement = Callable[[PreparedMentee, PreparedMentor, MatchContext], str | None]


def offers_mentoring(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """The mentor offers mentoring and has spots at all; being full for now keeps nobody out."""
    if not mentor.profile.offer_to_mentor or mentor.availability == "closed":
        return _("Not offering mentoring right now.")
    return None


def is_not_paused(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """The mentor is not on a break."""
    if mentor.availability != "paused":
        return None
    until = mentor.paused_until
    return _("Paused until {day}.", day=day(until)) if until else _("Paused right now.")


def is_confirmed(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """The mentor confirmed their profile not too long ago."""
    if mentor.availability == "stale":
        return _("Hasn't confirmed this profile recently.")
    if mentor.availability == "hidden" and mentor.profile.offer_to_mentor:
        return _("Hasn't confirmed this profile for a long time.")
    return None


def shares_a_language(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """Both speak one language, whatever its region or script: pt-BR and pt-PT understand each other."""
    if not mentee.languages or mentee.languages & mentor.languages:
        return None
    mine, theirs = (
        listed(list(map(context.language_name, tags))) for tags in (mentee.learner.languages, mentor.profile.languages)
    )
    return _("No language in common: you speak {mine}, and they speak {theirs}.", mine=mine, theirs=theirs)


def shares_a_format(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """Both accept one format, where both name any."""
    if not mentee.formats or not mentor.formats or mentee.formats & mentor.formats:
        return None
    return _(
        "No format in common: you'd like {mine}, and they offer {theirs}.",
        mine=listed(in_schema_order(mentee.learner.formats)),
        theirs=listed(in_schema_order(mentor.profile.formats)),
    )


def shares_a_relationship_type(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """Both look for one kind of mentorship, where both name any."""
    mine, theirs = mentee.relationship_types, mentor.relationship_types
    if not mine or not theirs or mine & theirs:
        return None
    return _(
        "No kind of mentorship in common: you'd like {mine}, and they offer {theirs}.",
        mine=listed(in_schema_order(mentee.learner.relationship_types)),
        theirs=listed(in_schema_order(mentor.profile.relationship_types)),
    )


def can_help_with_all(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """Nothing that is wanted is, by its own id, among what the mentor cannot help with."""
    refused = mentor.profile.cannot_help_with
    labels = [wanted.label for wanted in mentee.wanted if wanted.id in refused] if refused else []
    return _("Can't help with: {what}.", what=", ".join(labels)) if labels else None


def covers_something(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> str | None:
    """At least one wanted skill or topic has something near it, or one goal is shared.

    Where only goals are wanted, a mentor who names none is not kept out for that.
    """
    if mentee.goals & mentor.goals:
        return None
    for wanted in mentee.wanted:
        if best_offer(wanted, mentor):
            return None
    if not mentee.wanted and not (mentee.goals and mentor.goals):
        return None
    goals = [in_sentence(goal) for goal in dict.fromkeys(mentee.learner.goals)]
    what = ", ".join([*(wanted.label for wanted in mentee.wanted), *goals])
    return _("Doesn't offer what you're looking for: {what}.", what=what)


REQUIREMENTS: tuple[Requirement, ...] = (
    offers_mentoring,
    is_not_paused,
    is_confirmed,
    shares_a_language,
    shares_a_format,
    shares_a_relationship_type,
    can_help_with_all,
    covers_something,
)
"""All requirements, in the order in which their reasons are listed."""
