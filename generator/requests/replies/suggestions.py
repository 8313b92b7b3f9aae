"""Which mentors fit a request, by the same match as the site's."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from generator.matching.prepared import MatchContext, PreparedMentee, PreparedMentor, prepare_mentee, prepare_mentor
from generator.matching.ranking import rank
from generator.model.availability import AVAILABILITY
from generator.model.learner import Learner
from generator.model.request import Asked
from generator.requests.lifecycle.admission import can_take, has_room
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import full_name_of, link_to_mentor, name_of


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


def fitting_mentors(
    request: RequestState, context: RequestContext, most: int, among: Callable[[str], bool] = lambda handle: True
) -> tuple[str, ...]:
    """Return mentors with a free spot who fit a request best, without those it was sent to already, best first."""
    asked = request.asked
    if asked is None:
        return ()
    match_context = _match_context(context)
    mentee = prepare_mentee(learner_of_request(asked), match_context)
    busy_with_them = {one.mentor for one in context.open_of_mentee(request.mentee, request.number)}
    excluded = {*request.tried, request.mentor, *busy_with_them}
    if context.has_account(request.mentee.handle):
        excluded.add(request.mentee.handle)
    program = context.directory.programs.get(asked.program)
    circle = set(program.mentors) if program else set()
    close = (
        handle
        for handle in circle or context.statuses
        if handle not in excluded and handle in context.statuses and among(handle)
    )
    handles = [
        handle
        for handle in close
        if _teaches_some(handle, mentee, context) and can_take(handle, request.kind, context, request.number)
    ]
    ranking = rank(mentee, [_candidate(handle, context, match_context) for handle in handles], match_context)
    ranked = [candidate.profile.handle for candidate, _reasons in ranking.ranked]
    # Who has not answered lately, or has never been heard from and is asked already, comes last, however well they fit.
    return tuple(sorted(ranked, key=lambda handle: _answers(handle, context))[:most])


def _answers(handle: str, context: RequestContext) -> int:
    status = context.statuses[handle]
    unknown = status.confirmed is None and status.pending > 0
    return 2 if status.doubtful else int(unknown)


def open_meanwhile(request: RequestState, context: RequestContext, most: int) -> tuple[str, ...]:
    """Return mentors who fit and need no free spot: with office hours, or with an open spot in a group."""
    if request.asked is None:
        return ()
    mentee = prepare_mentee(learner_of_request(request.asked), _match_context(context))
    found = (
        handle
        for handle, mentor in sorted(context.directory.mentors.items())
        if (mentor.office_hours or mentor.group_size)
        and handle != request.mentee.handle
        and handle in context.statuses
        and AVAILABILITY[context.statuses[handle].availability].leads_groups
        and (mentor.office_hours or has_room(handle, "group", context))
        and _teaches_some(handle, mentee, context)
    )
    return tuple(islice(found, most))


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


def linked_names(handles: Sequence[str], context: RequestContext) -> str:
    """Name mentors in one line, each linked to their page; two with the same first name are named whole."""
    names = [name_of(handle, context) for handle in handles]
    shown = [
        name if names.count(name) == 1 else full_name_of(handle, context)
        for name, handle in zip(names, handles, strict=True)
    ]
    return " · ".join(link_to_mentor(handle, context, name) for name, handle in zip(shown, handles, strict=True))


def commands_to_ask(handles: Iterable[str], command: str, context: RequestContext) -> str:
    """List the commands that pass the request on to each; they are written as code and mention nobody.

    Whoever copies one mentions the mentor, so one without an account has no "@": the login is someone else's.
    """
    signs = ((("@" if context.has_account(handle) else ""), handle) for handle in handles)
    return " · ".join(f"`/{command} {sign}{handle}`" for sign, handle in signs)
