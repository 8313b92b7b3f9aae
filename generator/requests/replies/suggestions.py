"""Which mentors fit a request, by the same match as the site's."""

from dataclasses import dataclass

from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, prepare_mentee, prepare_mentor
from generator.matching.ranking import Match, explain, rank
from generator.model.learner import Learner
from generator.model.request import Asked
from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState


@dataclass(frozen=True, slots=True)
class Fitting:
    """A mentor who fits and can be asked, and what they can help with, as a sentence; empty where nothing is known."""

    handle: str
    sentence: str


def learner_of_request(asked: Asked) -> Learner:
    """Turn what a form asked into a learner, as the match knows it."""
    return Learner(
        want=asked.skills,
        topics=asked.topics,
        commitment=asked.commitment,
        formats=(asked.format,) if asked.format else (),
        relationship_types=(asked.relationship,) if asked.relationship else (),
        languages=asked.languages,
        timezone=asked.timezone,
    )


def fitting_mentors(course: RequestState, registry: RequestContext, most: int) -> tuple[Fitting, ...]:
    """Return mentors with room who fit a request best, without those it was sent to already, best first."""
    asked = course.asked
    if asked is None:
        return ()
    basis = _basis(registry)
    seeker = prepare_mentee(learner_of_request(asked), basis)
    busy_with_them = {one.mentor for one in registry.open_of_mentee(course.mentee.handle, course.number)}
    kept_out = {*course.tried, course.mentor, course.mentee.handle, *busy_with_them}
    program = registry.directory.programs.get(asked.program)
    circle = set(program.mentors) if program else set()
    near = (
        handle
        for handle in circle or registry.standings
        if handle not in kept_out and _teaches_some(handle, seeker, registry)
    )
    handles = [handle for handle in near if handle in registry.standings and can_take(handle, course.kind, registry)]
    ranking = rank(seeker, [_candidate(handle, registry, basis) for handle in handles], basis)
    best = [candidate for candidate, _ in ranking.ranked[:most]]
    return tuple(Fitting(one.mentor.handle, _first_sentence(explain(seeker, one, basis))) for one in best)


def reasons_for(course: RequestState, registry: RequestContext) -> tuple[str, ...]:
    """Return the sentences why the mentor who is asked fits, strongest signal first; none when there is nothing to say."""
    if course.asked is None or course.mentor not in registry.standings or registry.mentor(course.mentor) is None:
        return ()
    basis = _basis(registry)
    seeker = prepare_mentee(learner_of_request(course.asked), basis)
    match = explain(seeker, _candidate(course.mentor, registry, basis), basis)
    return tuple(part.sentence for part in match.parts if part.points > 0 and part.signal != "openings")


def _basis(registry: RequestContext) -> MatchContext:
    directory = registry.directory
    return MatchContext(directory.vocabularies, registry.today, directory.settings.match, registry.language_name)


def _candidate(handle: str, registry: RequestContext, basis: MatchContext) -> PreparedMentor:
    now = registry.standings[handle]
    return prepare_mentor(
        registry.directory.mentors[handle], basis, now.availability, now.openings, now.pending, now.until
    )


def _teaches_some(handle: str, seeker: PreparedMentee, registry: RequestContext) -> bool:
    """Whether a mentor teaches anything near what is wanted: the match asks that too, but only of candidates, which are dear to make."""
    mentor = registry.directory.mentors.get(handle)
    if mentor is None or not seeker.wanted:
        return mentor is not None
    offered = {"skills": (*mentor.skills, *mentor.can_introduce), "topics": mentor.topics}
    return any(term in wanted.similar for wanted in seeker.wanted for term in offered[wanted.kind])


def _first_sentence(match: Match) -> str:
    return next((part.sentence for part in match.parts if part.signal == "expertise" and part.points > 0), "")
