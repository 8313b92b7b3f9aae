"""The signals of a match: each says how much of its points a pair earns, and how much of them both sides stated.

A signal is a pair of its name and a function. The function takes both sides and returns two parts of
its points from 0 to 1, the earned and the stated one. What is not stated can be neither earned nor lost.
Its docstring is its entry in the reference.
"""

from collections.abc import Callable
from typing import NamedTuple

from generator.matching.overlap import weekly_hours
from generator.matching.prepared import NEAR_PEER, PreparedMentee, PreparedMentor, Wanted


class SignalValue(NamedTuple):
    """How much of its points a pair earns, and how much of them both sides stated; each from 0 to 1."""

    earned: float
    stated: float


Signal = Callable[[PreparedMentee, PreparedMentor], SignalValue]
NOT_STATED = SignalValue(0.0, 0.0)
_ALL = SignalValue(1.0, 1.0)

STRUCTURES = ("structured", "balanced", "flexible")
GUIDANCES = ("directive", "balanced", "exploratory")
_TALKED = "scheduled-calls"


def expertise(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """How much of what you want the mentor offers.

    Each wanted skill or topic earns the best that the mentor has for it: similarity times level. The
    same skill is 1, a broader or narrower one 0.7, a related one 0.4; taught with confidence is 1, an
    introduction 0.8, a topic 1. A must counts twice as much as what would be nice. The mean over all
    that is wanted is the earned part. Not stated when you want no skill and no topic.
    """
    if not mentee.wanted:
        return NOT_STATED
    earned = 0.0
    for wanted in mentee.wanted:
        earned += wanted.importance * best_offer(wanted, mentor)
    return SignalValue(earned / mentee.importance, 1.0)


def best_offer(wanted: Wanted, mentor: PreparedMentor) -> float:
    """Return the highest similarity times level among what a mentor offers; 0 when nothing is near."""
    similar, offers = wanted.similar, mentor.offers[wanted.kind]
    # Most mentors offer nothing near, and this asks in a third of the time.
    if similar.keys().isdisjoint(offers):
        return 0.0
    return max([similar[term_id] * level for term_id, level in offers.items() if term_id in similar])


def goals(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """How many of your goals the mentor supports.

    Shared goals divided by your goals. Not stated when one of you names no goals.
    """
    if not mentee.goals or not mentor.goals:
        return NOT_STATED
    return SignalValue(len(mentee.goals & mentor.goals) / len(mentee.goals), 1.0)


def commitment(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """Whether the mentor offers the time that you want.

    As much or more earns all, one step less (of 15 minutes, 30 minutes, 1 hour, 2 hours a month) a half,
    less than that nothing. Not stated when you name no time.
    """
    if mentee.steps is None:
        return NOT_STATED
    missing = mentee.steps - mentor.steps
    return SignalValue(1.0 if missing <= 0 else 0.5 if missing == 1 else 0.0, 1.0)


def overlap(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """Whether you have free hours in common.

    One hour a week, as the mean of the next 28 days, earns all; less earns its part. When none of the
    formats that you share is scheduled calls, no common hours are needed and all is earned; formats that
    only one of you names count as shared. Otherwise not stated when one of you names no free hours.
    """
    if asynchronous(mentee, mentor):
        return _ALL
    if mentee.free is None or mentor.free is None:
        return NOT_STATED
    return SignalValue(min(1.0, weekly_hours(mentee.free, mentor.free)), 1.0)


def asynchronous(mentee: PreparedMentee, mentor: PreparedMentor) -> bool:
    """Tell whether two people who work together need no common hours: no format that both accept is a call."""
    mine, theirs = mentee.formats, mentor.formats
    if not mine and not theirs:
        return False
    together = mine & theirs if mine and theirs else mine or theirs
    return bool(together) and _TALKED not in together


def openings(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """Whether a spot is open for you.

    Fewer people waiting than open spots earns all, otherwise a half: someone who is full earns that too, since
    spots become free. Always stated.
    """
    return SignalValue(1.0 if mentor.pending < mentor.openings else 0.5, 1.0)


def style(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """How alike you both like to work, on two axes.

    Structured, balanced and flexible are one step from each other, and so are directive, balanced and
    exploratory. No distance earns all, and each of four possible steps costs a quarter. An axis that one
    of you does not state takes its half of the points with it.
    """
    earned = stated = 0.0
    mine, theirs = mentee.learner.style, mentor.profile.style
    if mine.structure and theirs.structure:
        earned += 0.5 - abs(STRUCTURES.index(mine.structure) - STRUCTURES.index(theirs.structure)) / 4
        stated += 0.5
    if mine.guidance and theirs.guidance:
        earned += 0.5 - abs(GUIDANCES.index(mine.guidance) - GUIDANCES.index(theirs.guidance)) / 4
        stated += 0.5
    return SignalValue(earned, stated)


def stage(mentee: PreparedMentee, mentor: PreparedMentor) -> SignalValue:
    """Whether the mentor is ahead of you, and still near.

    One or two stages ahead earns all. The same stage or three ahead earns 0.6, four or more 0.3, behind
    you 0.2. The same stage earns all when you look for a near-peer and the mentor does not exclude it by
    naming other kinds. A mentor who names the stages they support, and not yours, earns nothing. Not
    stated when your stage, or otherwise theirs, is not.
    """
    if mentee.stage is None:
        return NOT_STATED
    if not supports_stage(mentee, mentor):
        return SignalValue(0.0, 1.0)
    if mentor.stage is None:
        return NOT_STATED
    ahead = mentor.stage - mentee.stage
    if ahead < 0:
        return SignalValue(0.2, 1.0)
    if ahead == 0:
        return SignalValue(1.0 if near_peers(mentee, mentor) else 0.6, 1.0)
    return SignalValue(1.0 if ahead <= 2 else 0.6 if ahead == 3 else 0.3, 1.0)


def supports_stage(mentee: PreparedMentee, mentor: PreparedMentor) -> bool:
    """Tell whether a mentor welcomes the mentee's stage; without any stages, all are welcome."""
    supported = mentor.profile.stages_supported
    return not supported or mentee.learner.stage in supported


def near_peers(mentee: PreparedMentee, mentor: PreparedMentor) -> bool:
    """Tell whether these two would be near-peers: the mentee wishes it, and the mentor does not exclude it."""
    theirs = mentor.relationship_types
    return NEAR_PEER in mentee.relationship_types and (not theirs or NEAR_PEER in theirs)


SIGNALS: tuple[tuple[str, Signal], ...] = (
    ("expertise", expertise),
    ("goals", goals),
    ("commitment", commitment),
    ("overlap", overlap),
    ("openings", openings),
    ("style", style),
    ("stage", stage),
)
"""All signals, in the order in which people read them. Their points are in the community's settings."""
