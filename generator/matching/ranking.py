"""Points, bands and the order of mentors for one learner, with the reason for every point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.matching.eligibility import REQUIREMENTS
from generator.matching.explanations import SENTENCES, how_offered
from generator.matching.overlap import weekly_hours
from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, Wanted
from generator.matching.signals import SIGNALS, best_offer
from generator.model.directory import Bands, MatchSettings
from generator.text.counting import hundredths

OF = 100
MORE_IMPORTANT = 1.5
"""What the signal that matters most to a mentee is multiplied by."""
BANDS = ("strong", "good", "some", "little")
"""The verdicts, best first."""

ENOUGH_HOURS = 4
"""More hours in common than this help nobody, so they put nobody first."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one signal gives: its points, how many were possible, and why."""

    signal: str
    points: float
    of: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Score:
    """A pair's points out of 100 and how many of the 100 both sides stated; None before there are goals."""

    points: float | None
    stated: int
    band: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """A mentor who fits: the score, every stated signal, and the ids of what is wanted and offered, or not.

    `unstated` names the signals of which nothing was counted.
    """

    mentor: PreparedMentor
    score: Score
    parts: tuple[Part, ...] = ()
    can_help_with: tuple[str, ...] = ()
    not_offered: tuple[str, ...] = ()
    unstated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ineligible:
    """A mentor whom something keeps out, and every reason as a sentence."""

    mentor: PreparedMentor
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Who fits, best first, and who does not, by handle."""

    ranked: tuple[tuple[PreparedMentor, Score], ...]
    ineligible: tuple[Ineligible, ...]


def weights_for(most_important: str | None, settings: MatchSettings) -> tuple[float, ...]:
    """Return the points of each signal in the order of `SIGNALS`.

    What is most important to the mentee counts half as much again. Then all are scaled so that
    together they make 100.
    """
    raw = [getattr(settings.weights, name) * (MORE_IMPORTANT if name == most_important else 1.0) for name, _ in SIGNALS]
    total = sum(raw)
    return tuple(100 * weight / total if total else 0.0 for weight in raw)


def score(mentee: PreparedMentee, mentor: PreparedMentor, weights: Sequence[float], bands: Bands) -> Score:
    """Count a pair's points: earned points of what is stated, scaled to 100 and rounded to hundredths."""
    points, stated = points_of(mentee, mentor, weights)
    if points is None:
        return Score(None, 0, None)
    return Score(points, int(stated + 0.5), band_of(points, bands, misses_a_must(mentee, mentor)))


def points_of(mentee: PreparedMentee, mentor: PreparedMentor, weights: Sequence[float]) -> tuple[float | None, float]:
    """Return a pair's points out of 100 and how many of the 100 are stated: the quick way, for many pairs."""
    earned = stated = 0.0
    for weight, signal in zip(weights, _FUNCTIONS, strict=False):
        part, known = signal(mentee, mentor)
        earned += weight * part
        stated += weight * known
    if not stated or not mentee.has_goals:
        return None, 0.0
    return hundredths(100 * earned / stated), stated


_FUNCTIONS = tuple(signal for _, signal in SIGNALS)


def band_of(points: float, bands: Bands, must_missing: bool = False) -> str:
    """Return the word for so many points: "strong", "good", "some" or "little".

    Nothing is strong while a must is missing, whatever else fits.
    """
    if points >= bands.strong:
        return "good" if must_missing else "strong"
    return "good" if points >= bands.good else "some" if points >= bands.some else "little"


def lists(wanted: Wanted, mentor: PreparedMentor) -> bool:
    """Tell whether a mentor listed what is wanted, or something narrower."""
    return not wanted.narrower.isdisjoint(mentor.offers[wanted.kind])


def misses_a_must(mentee: PreparedMentee, mentor: PreparedMentor) -> bool:
    """Tell whether something that is a must is not listed."""
    return any(wanted.is_must and not lists(wanted, mentor) for wanted in mentee.wanted)


def covered(mentee: PreparedMentee, mentor: PreparedMentor) -> int:
    """Count the wishes that a mentor covers: wanted skills and topics, or goals where nothing else is wanted."""
    if not mentee.wanted:
        return len(mentee.goals & mentor.goals)
    return sum(lists(wanted, mentor) for wanted in mentee.wanted)


def reasons_against(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> tuple[str, ...]:
    """Return the reason of every requirement that is closed; none means the pair may be matched."""
    return tuple(reason for requirement in REQUIREMENTS if (reason := requirement(mentee, mentor, context)))


def explain(mentee: PreparedMentee, mentor: PreparedMentor, context: MatchContext) -> Match:
    """Tell why a pair has its points. Parts are rounded each by itself, so their sum may miss the score by hundredths."""
    weights = weights_for(mentee.learner.most_important, context.settings)
    whole = score(mentee, mentor, weights, context.settings.bands)
    if whole.points is None:
        return Match(mentor, whole)
    parts: list[Part] = []
    unstated: list[str] = []
    for (name, signal), weight in zip(SIGNALS, weights, strict=True):
        part, known = signal(mentee, mentor)
        if known and weight:
            parts.append(
                Part(
                    name,
                    hundredths(weight * part),
                    hundredths(weight * known),
                    SENTENCES[name](mentee, mentor, context),
                )
            )
        elif weight:
            unstated.append(name)
    ways = [(wanted.id, how_offered(wanted, mentor)) for wanted in mentee.wanted]
    return Match(
        mentor,
        whole,
        tuple(parts),
        tuple(term_id for term_id, way in ways if way in ("help", "introduce")),
        tuple(term_id for term_id, way in ways if way == "not"),
        tuple(unstated),
    )


def rank(mentee: PreparedMentee, mentors: Iterable[PreparedMentor], context: MatchContext) -> Ranking:
    """Sort mentors into those who fit, best first, and those who do not.

    Best means: the verdict; then the most wishes covered; then who has open spots and can be asked for them; then the
    fewest waiting for each of them. Ties go to who lately answered soonest, who shares more hours up to `ENOUGH_HOURS`,
    and who offers the most directly what is wanted; then today's rotation decides. Nothing else does.
    """
    weights = weights_for(mentee.learner.most_important, context.settings)
    ranked: list[tuple[PreparedMentor, Score]] = []
    ineligible: list[Ineligible] = []
    for mentor in mentors:
        reasons = reasons_against(mentee, mentor, context)
        if reasons:
            ineligible.append(Ineligible(mentor, reasons))
        else:
            ranked.append((mentor, score(mentee, mentor, weights, context.settings.bands)))
    ranked.sort(key=lambda one: _place(mentee, *one))
    ineligible.sort(key=lambda one: one.mentor.profile.handle)
    return Ranking(tuple(ranked), tuple(ineligible))


def _place(mentee: PreparedMentee, mentor: PreparedMentor, scored: Score) -> tuple[float | bool | str, ...]:
    return (
        BANDS.index(scored.band) if scored.band else 0,
        -covered(mentee, mentor),
        mentor.openings == 0 or mentor.availability == "waitlist",
        mentor.pending / (mentor.openings or 1),
        mentor.answers,
        -_hours_in_common(mentee, mentor),
        -_directness(mentee, mentor),
        mentor.turn,
        mentor.profile.handle,
    )


def _hours_in_common(mentee: PreparedMentee, mentor: PreparedMentor) -> int:
    """Count whole hours a week; a few millionths of an hour are the difference between two ways of adding."""
    if mentee.free is None or mentor.free is None:
        return 0
    return min(ENOUGH_HOURS, int(weekly_hours(mentee.free, mentor.free) + 1e-6))


def _directness(mentee: PreparedMentee, mentor: PreparedMentor) -> int:
    """Return how directly a mentor offers what is wanted, in hundredths."""
    if not mentee.wanted:
        return 0
    offered = sum(wanted.importance * best_offer(wanted, mentor) for wanted in mentee.wanted)
    return int(100 * (offered / mentee.importance) + 0.5)
