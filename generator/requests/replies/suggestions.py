"""Which mentors fit a request, by the same match as the site's."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, prepare_mentee, prepare_mentor
from generator.matching.ranking import Match, explain, rank
from generator.model.learner import Learner
from generator.model.request import Asked
from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import link_to_mentor, name_of, page_of
from generator.text.catalogue import _
from generator.text.markdown_escape import plain


@dataclass(frozen=True, slots=True)
class Fitting:
    """A mentor who fits and can be asked, and what they can help with, as a sentence; empty where nothing is known."""

    handle: str
    sentence: str


def learner_of_request(asked: Asked) -> Learner:
    """Turn what a form asked into a mentee, as the match knows one."""
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
    """Return mentors with a free spot who fit a request best, without those it was sent to already, best first."""
    asked = request.asked
    if asked is None:
        return ()
    match_context = _match_context(context)
    mentee = prepare_mentee(learner_of_request(asked), match_context)
    busy_with_them = {one.mentor for one in context.open_of_mentee(request.mentee, request.number)}
    excluded = {*request.tried, request.mentor, request.mentee.handle, *busy_with_them}
    program = context.directory.programs.get(asked.program)
    circle = set(program.mentors) if program else set()
    close = (
        handle
        for handle in circle or context.statuses
        if handle not in excluded and _teaches_some(handle, mentee, context)
    )
    handles = [
        handle
        for handle in close
        if handle in context.statuses and can_take(handle, request.kind, context, request.number)
    ]
    ranking = rank(mentee, [_candidate(handle, context, match_context) for handle in handles], match_context)
    best = [candidate for candidate, _reasons in ranking.ranked[:most]]
    return tuple(Fitting(one.profile.handle, _first_sentence(explain(mentee, one, match_context))) for one in best)


def reasons_for(request: RequestState, context: RequestContext) -> tuple[str, ...]:
    """Return the sentences why the mentor who is asked fits, strongest signal first, ready for a comment."""
    if request.asked is None or request.mentor not in context.statuses or context.mentor(request.mentor) is None:
        return ()
    match_context = _match_context(context)
    mentee = prepare_mentee(learner_of_request(request.asked), match_context)
    match = explain(mentee, _candidate(request.mentor, context, match_context), match_context)
    return tuple(plain(part.sentence) for part in match.parts if part.points > 0 and part.signal != "openings")


def _match_context(context: RequestContext) -> MatchContext:
    directory = context.directory
    return MatchContext(directory.vocabularies, context.today, directory.settings.match, context.language_name)


def _candidate(handle: str, context: RequestContext, match_context: MatchContext) -> PreparedMentor:
    now = context.statuses[handle]
    return prepare_mentor(
        context.directory.mentors[handle], match_context, now.availability, now.openings, now.pending, now.until
    )


def _teaches_some(handle: str, mentee: PreparedMentee, context: RequestContext) -> bool:
    """Say whether a mentor teaches anything near what is wanted: the match checks that too, but preparing a mentor for it takes long."""
    mentor = context.directory.mentors.get(handle)
    if mentor is None or not mentee.wanted:
        return mentor is not None
    offered = {"skills": (*mentor.skills, *mentor.can_introduce), "topics": mentor.topics}
    return any(term in wanted.similar for wanted in mentee.wanted for term in offered[wanted.kind])


def _first_sentence(match: Match) -> str:
    return next((plain(part.sentence) for part in match.parts if part.signal == "expertise" and part.points > 0), "")


def command_to_ask(fitting: Iterable[Fitting], context: RequestContext) -> str:
    """List mentors who fit with the command that asks each of them; it is written as code and mentions nobody."""
    return "\n".join(_with_skills(_to_ask(one, context), one) for one in fitting)


def in_list(fitting: Iterable[Fitting], context: RequestContext) -> str:
    """List mentors who fit, where the request itself cannot be passed on to them."""
    return "\n".join(_with_skills(f"- {link_to_mentor(one.handle, context)}.", one) for one in fitting)


def _to_ask(one: Fitting, context: RequestContext) -> str:
    url = page_of(one.handle, context)
    name = name_of(one.handle, context)
    mentor = f"[{name}]({url})" if url else name
    return f"- {_('`/redirect @{handle}` asks {mentor}.', handle=one.handle, mentor=mentor)}"


def _with_skills(line: str, one: Fitting) -> str:
    return f"{line} {one.sentence}".rstrip()
