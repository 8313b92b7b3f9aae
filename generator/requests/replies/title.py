"""The title of a request's issue: who asks whom for what. It is the subject of every e-mail about it."""

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.notices.facts import what_with
from generator.text.catalogue import N_, _
from generator.text.markdown_escape import title_line
from generator.text.names import call_name, without_mark

_LONGEST = 78
"""Letters of a subject that most mail programs show."""
_TO_MENTOR = {
    "mentorship": N_("{mentee} asks {mentor} for help with {what}"),
    "quick-question": N_("{mentee} asks {mentor} a quick question about {what}"),
    "interview": N_("{mentee} would like to talk with {mentor} about {what}"),
    "group": N_("{mentee} would like to join the group of {mentor}: {what}"),
}
_TO_ALL = {
    "mentorship": N_("{mentee} is looking for help with {what}"),
    "quick-question": N_("{mentee} has a quick question about {what}"),
    "interview": N_("{mentee} would like to talk with someone about {what}"),
    "group": N_("{mentee} is looking for a group: {what}"),
}
_SHORT = {
    "mentorship": N_("{mentee} asks {mentor} for help"),
    "quick-question": N_("{mentee} asks {mentor} a quick question"),
    "interview": N_("{mentee} would like to talk with {mentor}"),
    "group": N_("{mentee} would like to join the group of {mentor}"),
}


def title_of(request: RequestState, context: RequestContext) -> str:
    """Say who asks whom for what, in as many words as a subject shows."""
    asked = request.asked
    program = context.directory.programs.get(asked.program) if asked else None
    values = {
        "mentee": title_line(request.mentee.on_behalf or call_name(context.name_of_account(request.mentee.handle)))
        or _("Someone"),
        "mentor": title_line(without_mark(context.name(request.mentor)), 30) if request.mentor else "",
    }
    if asked and asked.kind == "offer":
        return _offer_title(request, context)
    if request.kind == "self-test":
        return _("Notification test by {mentee}", **values)
    if request.kind == "application" and program:
        return _("{mentee} applies to {program}", program=title_line(program.title, 50), **values)
    kind = request.kind if request.kind in _SHORT else "mentorship"
    full = (_TO_MENTOR if request.mentor else _TO_ALL)[kind]
    written = [_(full, what=what, **values) for what in what_with(asked, context, write=title_line)]
    last = _(_SHORT[kind], **values) if request.mentor else _("{mentee} is looking for a mentor", **values)
    return next((one for one in written if len(one) <= _LONGEST), last)


def _offer_title(request: RequestState, context: RequestContext) -> str:
    """Say which mentor offers whom help, before and after the mentee's yes."""
    names = (title_line(without_mark(context.name(one)), 30) for one in (request.mentee.handle, request.mentor))
    mentor, mentee = names if request.kind == "offer" else reversed(tuple(names))
    full = [
        _("{mentor} offers to help {mentee} with {what}", mentor=mentor, mentee=mentee, what=what)
        for what in what_with(request.asked, context, write=title_line)
    ]
    last = _("{mentor} offers to help {mentee}", mentor=mentor, mentee=mentee)
    return next((one for one in full if len(one) <= _LONGEST), last)
