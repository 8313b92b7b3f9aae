"""Both sides of a match, made ready once so that each of many pairs costs little."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from generator.matching.overlap import FreeTime, free_time
from generator.matching.similarity import narrower_terms, similar_terms
from generator.model.activity import RESPONSES
from generator.model.directory import MatchSettings
from generator.model.learner import IMPORTANCE, STAGES, Learner
from generator.model.mentor import COMMITMENT_MINUTES, Mentor
from generator.model.vocabulary import Vocabularies, Vocabulary

CONFIDENT, CAN_INTRODUCE = 1.0, 0.8
NEAR_PEER = "near-peer"
NEVER_ANSWERED = len(RESPONSES)


@dataclass(frozen=True, slots=True)
class MatchContext:
    """What all matches of a run are based on: the community's words and weights, the day, languages' names."""

    vocabularies: Vocabularies
    today: date
    settings: MatchSettings = MatchSettings()
    language_name: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A skill or topic someone wants: its id, its label, how much it counts, and what is near it.

    `narrower` holds itself and what is below it. Who lists none of these may know it in general, and never "can help".
    """

    id: str
    label: str
    importance: int
    kind: str
    similar: Mapping[str, float]
    narrower: Set[str]

    @property
    def is_must(self) -> bool:
        """A mentor who does not list it is no strong match."""
        return self.importance == IMPORTANCE["must"]


@dataclass(frozen=True, slots=True)
class PreparedMentee:
    """A mentee, ready to be compared. `importance` is the sum of all that is wanted."""

    learner: Learner
    wanted: tuple[Wanted, ...]
    importance: int
    goals: frozenset[str]
    languages: frozenset[str]
    formats: frozenset[str]
    relationship_types: frozenset[str]
    steps: int | None
    stage: int | None
    free: tuple[FreeTime, ...] | None

    @property
    def has_goals(self) -> bool:
        """The mentee said what the match is for; before that there is no number."""
        return bool(self.wanted or self.goals)


@dataclass(frozen=True, slots=True)
class PreparedMentor:
    """A mentor, ready to be compared, with their availability today.

    `offers` holds, for skills and for topics, how well each term is taught. `turn` is the place that
    today's rotation gives them among equals. `answers` is how soon they lately answered requests, 0 for the soonest.
    """

    profile: Mentor
    availability: str
    openings: int
    pending: int
    paused_until: date | None
    offers: Mapping[str, Mapping[str, float]]
    goals: frozenset[str]
    languages: frozenset[str]
    formats: frozenset[str]
    relationship_types: frozenset[str]
    steps: int
    stage: int | None
    free: tuple[FreeTime, ...] | None
    turn: int = field(default=0)
    answers: int = field(default=NEVER_ANSWERED)


def prepare_mentee(learner: Learner, context: MatchContext) -> PreparedMentee:
    """Prepare a mentee. A synonym counts as its term; a term wanted twice counts once, as the more important."""
    wanted = _wanted(learner, context.vocabularies)
    return PreparedMentee(
        learner=learner,
        wanted=wanted,
        importance=sum(one.importance for one in wanted),
        goals=frozenset(learner.goals),
        languages=_main_languages(learner.languages),
        formats=frozenset(learner.formats),
        relationship_types=frozenset(learner.relationship_types),
        steps=_commitment_step(learner.commitment) if learner.commitment else None,
        stage=STAGES.index(learner.stage) if learner.stage else None,
        free=free_time(learner.windows, learner.timezone, context.today),
    )


def _wanted(learner: Learner, vocabularies: Vocabularies) -> tuple[Wanted, ...]:
    found: dict[tuple[str, str], Wanted] = {}
    words = [("skills", want.skill, IMPORTANCE[want.importance]) for want in learner.want]
    words += [("topics", topic, IMPORTANCE["nice"]) for topic in learner.topics]
    for listed_as, word, importance in words:
        kind = _kind_of(word, listed_as, vocabularies)
        vocabulary = vocabularies.of_kind(kind)
        term_id = term_of(word, vocabulary)
        earlier = found.get((kind, term_id))
        if earlier is None or earlier.importance < importance:
            found[kind, term_id] = Wanted(
                term_id,
                vocabulary.label(term_id),
                importance,
                kind,
                similar_terms(vocabulary, term_id),
                narrower_terms(vocabulary, term_id),
            )
    return tuple(found.values())


def _kind_of(word: str, listed_as: str, vocabularies: Vocabularies) -> str:
    """Return the vocabulary that knows a word: the one it is listed as, or else the other, for a topic among the skills."""
    other = "topics" if listed_as == "skills" else "skills"
    if vocabularies.of_kind(listed_as).find(word) is None and vocabularies.of_kind(other).find(word):
        return other
    return listed_as


def term_of(word: str, vocabulary: Vocabulary) -> str:
    """Return the id that a word stands for; a word nobody knows stands for itself."""
    return word if word in vocabulary.terms else vocabulary.find(word) or word


def prepare_mentor(
    profile: Mentor,
    context: MatchContext,
    availability: str,
    openings: int,
    pending: int = 0,
    paused_until: date | None = None,
    response: str | None = None,
) -> PreparedMentor:
    """Make a mentor ready; a skill in both lists counts as taught with confidence. `response` is of `RESPONSES`."""
    skills = dict.fromkeys(profile.can_introduce, CAN_INTRODUCE) | dict.fromkeys(profile.skills, CONFIDENT)
    return PreparedMentor(
        profile=profile,
        availability=availability,
        openings=openings,
        pending=pending,
        paused_until=paused_until,
        offers={"skills": skills, "topics": dict.fromkeys(profile.topics, CONFIDENT)},
        goals=frozenset(profile.goals),
        languages=_main_languages(profile.languages),
        formats=frozenset(profile.formats),
        relationship_types=frozenset(profile.relationship_types),
        steps=_commitment_step(profile.commitment),
        stage=STAGES.index(profile.stage) if profile.stage else None,
        free=free_time(profile.windows, profile.timezone, context.today),
        turn=daily_rotation(profile.handle, context.today),
        answers=RESPONSES.index(response) if response else NEVER_ANSWERED,
    )


def daily_rotation(handle: str, today: date) -> int:
    """Return a number that changes every day, so that nobody is always on top: a hash of the date and the handle.

    It is FNV-1a of the text, mixed as MurmurHash3 ends: FNV alone would let handles that differ only in
    their last letter keep their order on most days.
    """
    number = 0x811C9DC5
    for byte in f"{today.isoformat()} {handle}".encode():
        number = ((number ^ byte) * 0x01000193) & 0xFFFFFFFF
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        number = ((number ^ number >> shift) * factor) & 0xFFFFFFFF
    return number ^ number >> 16


def _main_languages(tags: tuple[str, ...]) -> frozenset[str]:
    """Two people understand each other when the languages agree; their regions and scripts may differ."""
    return frozenset(tag.partition("-")[0].lower() for tag in tags)


def _commitment_step(word: str) -> int:
    return list(COMMITMENT_MINUTES).index(word) if word else 0
