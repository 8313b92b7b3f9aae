"""What must be true before points are counted: each gate gives its reason as a sentence, or nothing when it is open.

Somebody kept out by a gate is still found by search. What one side does not state keeps nobody out.
"""

from collections.abc import Callable

from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor
from generator.matching.signals import best_offer
from generator.text.counting import listed
from generator.text.dates import day
from generator.text.phrases import choice

Gate = Callable[[PreparedMentee, PreparedMentor, MatchContext], str | None]


def offers_mentoring(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """The mentor offers mentoring and has places at all; being full for now keeps nobody out."""
    if not candidate.mentor.offer_to_mentor or candidate.availability == "closed":
        return "Does not offer mentoring at the moment."
    return None


def is_not_paused(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """The mentor is not taking a pause."""
    if candidate.availability != "paused":
        return None
    until = candidate.paused_until
    return f"Is paused until {day(until)}." if until else "Is paused at the moment."


def is_confirmed(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """The mentor confirmed their profile not too long ago."""
    if candidate.availability == "stale":
        return "Has not confirmed this profile lately."
    if candidate.availability == "hidden" and candidate.mentor.offer_to_mentor:
        return "Has not confirmed this profile for a long time."
    return None


def shares_a_language(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """Both speak one language, whatever its region or script: pt-BR and pt-PT understand each other."""
    if not seeker.languages or seeker.languages & candidate.languages:
        return None
    yours, theirs = (
        listed(list(map(basis.language_name, tags))) for tags in (seeker.learner.languages, candidate.mentor.languages)
    )
    return f"No language in common: you {yours}, they {theirs}."


def shares_a_format(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """Both accept one format, where both name any."""
    if not seeker.formats or not candidate.formats or seeker.formats & candidate.formats:
        return None
    return _nothing_shared("format", seeker.learner.formats, candidate.mentor.formats)


def shares_a_relationship_type(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """Both look for one kind of mentorship, where both name any."""
    if (
        not seeker.relationship_types
        or not candidate.relationship_types
        or seeker.relationship_types & candidate.relationship_types
    ):
        return None
    return _nothing_shared("kind of mentorship", seeker.learner.relationship_types, candidate.mentor.relationship_types)


def _nothing_shared(noun: str, mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    return f"No {noun} in common: you {listed(list(map(choice, mine)))}, they {listed(list(map(choice, theirs)))}."


def can_help_with_all(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """Nothing that is wanted stands, by its own id, among what the mentor cannot help with."""
    refused = candidate.mentor.cannot_help_with
    labels = [wanted.label for wanted in seeker.wanted if wanted.id in refused] if refused else []
    return f"Cannot help with: {', '.join(labels)}." if labels else None


def covers_something(seeker: PreparedMentee, candidate: PreparedMentor, basis: MatchContext) -> str | None:
    """At least one wanted skill or topic has something near it, or one goal is shared.

    Where only goals are wanted, a mentor who names none is not kept out for that.
    """
    if seeker.goals & candidate.goals:
        return None
    for wanted in seeker.wanted:
        if best_offer(wanted, candidate):
            return None
    if not seeker.wanted and not (seeker.goals and candidate.goals):
        return None
    everything = [wanted.label for wanted in seeker.wanted] + [
        choice(goal) for goal in dict.fromkeys(seeker.learner.goals)
    ]
    return f"Offers nothing of what you want: {', '.join(everything)}."


GATES: tuple[Gate, ...] = (
    offers_mentoring,
    is_not_paused,
    is_confirmed,
    shares_a_language,
    shares_a_format,
    shares_a_relationship_type,
    can_help_with_all,
    covers_something,
)
"""All gates, in the order in which their reasons are told."""
