"""The signals of a match: each says how much of its points a pair earns, and how much of them both sides stated.

A signal is a pair of its name and a function. The function takes both sides and returns two parts of
its points from 0 to 1, the earned and the stated one. What is not stated can be neither earned nor lost.
Its docstring is its entry in the reference.
"""

from collections.abc import Callable

from generator.matching.overlap import weekly_hours
from generator.matching.prepared import NEAR_PEER, PreparedMentee, PreparedMentor, Wanted

Share = tuple[float, float]
Signal = Callable[[PreparedMentee, PreparedMentor], Share]
NOT_STATED: Share = (0.0, 0.0)

STRUCTURES = ("structured", "balanced", "flexible")
GUIDANCES = ("directive", "balanced", "exploratory")
_TALKED = "scheduled-calls"


def expertise(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """How much of what you want the mentor offers.

    Each wanted skill or topic earns the best that the mentor has for it: similarity times level. The
    same skill is 1, a broader or narrower one 0.7, a related one 0.4; taught with confidence is 1, an
    introduction 0.8, a topic 1. A must counts twice as much as what would be nice. The mean over all
    that is wanted is the earned part. Not stated when you want no skill and no topic.
    """
    if not seeker.wanted:
        return NOT_STATED
    earned = 0.0
    for wanted in seeker.wanted:
        earned += wanted.importance * best_offer(wanted, candidate)
    return earned / seeker.importance, 1.0


def best_offer(wanted: Wanted, candidate: PreparedMentor) -> float:
    """Return the highest similarity times level among what a mentor offers; 0 when nothing is near."""
    similar, offers = wanted.similar, candidate.offers[wanted.kind]
    # Most mentors offer nothing near, and this asks in a third of the time.
    if similar.keys().isdisjoint(offers):
        return 0.0
    return max([similar[term_id] * level for term_id, level in offers.items() if term_id in similar])


def goals(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """How many of your goals the mentor supports.

    Shared goals divided by your goals. Not stated when one of you names no goals.
    """
    if not seeker.goals or not candidate.goals:
        return NOT_STATED
    return len(seeker.goals & candidate.goals) / len(seeker.goals), 1.0


def commitment(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """Whether the mentor offers the time that you want.

    As much or more earns all, one step less (of 15 minutes, 30 minutes, 1 hour, 2 hours a month) a half,
    less than that nothing. Not stated when you name no time.
    """
    if seeker.steps is None:
        return NOT_STATED
    missing = seeker.steps - candidate.steps
    return (1.0 if missing <= 0 else 0.5 if missing == 1 else 0.0), 1.0


def overlap(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """Whether you have free hours in common.

    One hour a week, as the mean of the next 28 days, earns all; less earns its part. When none of the
    formats that you share is scheduled calls, no common hours are needed and all is earned; formats that
    only one of you names count as shared. Otherwise not stated when one of you names no free hours.
    """
    if asynchronous(seeker, candidate):
        return 1.0, 1.0
    if seeker.free is None or candidate.free is None:
        return NOT_STATED
    return min(1.0, weekly_hours(seeker.free, candidate.free)), 1.0


def asynchronous(seeker: PreparedMentee, candidate: PreparedMentor) -> bool:
    """Tell whether two people who work together need no common hours: no format that both accept is a call."""
    mine, theirs = seeker.formats, candidate.formats
    if not mine and not theirs:
        return False
    together = mine & theirs if mine and theirs else mine or theirs
    return bool(together) and _TALKED not in together


def openings(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """Whether there is room for you.

    Fewer people waiting than open places earns all, otherwise a half: also who is full earns that, since
    places become free. Always stated.
    """
    return (1.0 if candidate.pending < candidate.openings else 0.5), 1.0


def style(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """How alike you both like to work, on two axes.

    Structured, balanced and flexible are one step from each other, and so are directive, balanced and
    exploratory. No distance earns all, and each of four possible steps costs a quarter. An axis that one
    of you does not state takes its half of the points with it.
    """
    earned = stated = 0.0
    mine, theirs = seeker.learner.style, candidate.mentor.style
    if mine.structure and theirs.structure:
        earned += 0.5 - abs(STRUCTURES.index(mine.structure) - STRUCTURES.index(theirs.structure)) / 4
        stated += 0.5
    if mine.guidance and theirs.guidance:
        earned += 0.5 - abs(GUIDANCES.index(mine.guidance) - GUIDANCES.index(theirs.guidance)) / 4
        stated += 0.5
    return earned, stated


def stage(seeker: PreparedMentee, candidate: PreparedMentor) -> Share:
    """Whether the mentor is ahead of you, and still near.

    One or two stages ahead earns all. The same stage or three ahead earns 0.6, four or more 0.3, behind
    you 0.2. The same stage earns all when you look for a near-peer and the mentor does not exclude it by
    naming other kinds. A mentor who names the stages they support, and not yours, earns nothing. Not
    stated when your stage, or otherwise theirs, is not.
    """
    if seeker.stage is None:
        return NOT_STATED
    if not supports_stage(seeker, candidate):
        return 0.0, 1.0
    if candidate.stage is None:
        return NOT_STATED
    ahead = candidate.stage - seeker.stage
    if ahead < 0:
        return 0.2, 1.0
    if ahead == 0:
        return (1.0 if near_peers(seeker, candidate) else 0.6), 1.0
    return (1.0 if ahead <= 2 else 0.6 if ahead == 3 else 0.3), 1.0


def supports_stage(seeker: PreparedMentee, candidate: PreparedMentor) -> bool:
    """Tell whether a mentor welcomes the learner's stage; who names no stages welcomes all."""
    supported = candidate.mentor.stages_supported
    return not supported or seeker.learner.stage in supported


def near_peers(seeker: PreparedMentee, candidate: PreparedMentor) -> bool:
    """Tell whether these two would be near-peers: the learner wishes it, and the mentor does not exclude it."""
    theirs = candidate.relationship_types
    return NEAR_PEER in seeker.relationship_types and (not theirs or NEAR_PEER in theirs)


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
