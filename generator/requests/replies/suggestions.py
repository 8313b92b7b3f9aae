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


def fitting_mentors(request: RequestState, context: RequestContext, most: int) -> tuple[Fitting, ...]:
    """Return mentors with room who fit a request best, without those it was sent to already, best first."""
    asked = request.asked
    if asked is None:
        return ()
    basis = _basis(context)
    seeker = prepare_mentee(learner_of_request(asked), basis)
    busy_with_them = {one.mentor for one in context.open_of_mentee(request.mentee.handle, request.number)}
    kept_out = {*request.tried, request.mentor, request.mentee.handle, *busy_with_them}
    program = context.directory.programs.get(asked.program)
    circle = set(program.mentors) if program else set()
    near = (
        handle
        for handle in circle or context.statuses
        if handle not in kept_out and _teaches_some(handle, seeker, context)
    )
    handles = [handle for handle in near if handle in context.statuses and can_take(handle, request.kind, context)]
    ranking = rank(seeker, [_candidate(handle, context, basis) for handle in handles], basis)
    best = [candidate for candidate, _ in ranking.ranked[:most]]
    return tuple(Fitting(one.mentor.handle, _first_sentence(explain(seeker, one, basis))) for one in best)


def reasons_for(request: RequestState, context: RequestContext) -> tuple[str, ...]:
    """Return the sentences why the mentor who is asked fits, strongest signal first; none when there is nothing to say."""
    if request.asked is None or request.mentor not in context.statuses or context.mentor(request.mentor) is None:
        return ()
    basis = _basis(context)
    seeker = prepare_mentee(learner_of_request(request.asked), basis)
    match = explain(seeker, _candidate(request.mentor, context, basis), basis)
    return tuple(part.sentence for part in match.parts if part.points > 0 and part.signal != "openings")


def _basis(context: RequestContext) -> MatchContext:
    directory = context.directory
    return MatchContext(directory.vocabularies, context.today, directory.settings.match, context.language_name)


def _candidate(handle: str, context: RequestContext, basis: MatchContext) -> PreparedMentor:
    now = context.statuses[handle]
    return prepare_mentor(
        context.directory.mentors[handle], basis, now.availability, now.openings, now.pending, now.until
    )


def _teaches_some(handle: str, seeker: PreparedMentee, context: RequestContext) -> bool:
    """Whether a mentor teaches anything near what is wanted: the match asks that too, but only of candidates, which are dear to make."""
    mentor = context.directory.mentors.get(handle)
    if mentor is None or not seeker.wanted:
        return mentor is not None
    offered = {"skills": (*mentor.skills, *mentor.can_introduce), "topics": mentor.topics}
    return any(term in wanted.similar for wanted in seeker.wanted for term in offered[wanted.kind])


def _first_sentence(match: Match) -> str:
    return next((part.sentence for part in match.parts if part.signal == "expertise" and part.points > 0), "")
