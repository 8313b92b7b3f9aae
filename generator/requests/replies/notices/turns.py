"""The comments that ask who is next, and what someone may have meant."""

from generator.requests.commands.command import MENTEE
from generator.requests.commands.naming import named_in
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import Doubt, RequestState
from generator.requests.replies.markdown_links import answers_for, link_to_mentor, mentee_of, name_of
from generator.requests.replies.notices.doors import ask_another
from generator.requests.replies.notices.notice import Notice, exact_commands, paragraphs, small
from generator.text.catalogue import N_, _

_MEANT = {
    "accept": N_("{who}, shall I take that as a yes?"),
    "interested": N_("{who}, shall I take that as a yes?"),
    "yes-or-no": N_("{who}, is that a yes or a no?"),
    "decline": N_("{who}, shall I take that as a no?"),
    "waitlist": N_("{who}, shall I keep this request until you have time?"),
    "redirect": N_("{who}, shall I pass this request on?"),
    "started": N_("{who}, shall I note that you’re in touch?"),
    "complete": N_("{who}, shall I mark this as done?"),
    "end": N_("{who}, shall I end this mentorship?"),
    "withdraw": N_("{who}, shall I take this request back?"),
    "break": N_("{who}, shall I note a break?"),
    "pause": N_("{who}, shall I pause your profile, so that you get no new requests?"),
}
"""What the bot asks about each command that someone may have meant."""
_NO_YES_TO_IT = ("redirect", "waitlist")
"""What a mentor may have meant by which they would not take a request on now."""


def ask_back(doubt: Doubt, request: RequestState, context: RequestContext) -> Notice:
    """Ask someone what they meant; a word or a thumb is enough."""
    parts = [
        _meant(doubt, request, context),
        _("Reply with yes or no, or put 👍 or 👎 on this comment. Nothing changes until you do."),
    ]
    return Notice(paragraphs(parts))


def _meant(doubt: Doubt, request: RequestState, context: RequestContext) -> str:
    who = mentee_of(request, context) if doubt.event.role == MENTEE else name_of(doubt.event.by.handle, context)
    question = _(_MEANT.get(doubt.command, N_("{who}, shall I do that?")), who=who)
    if doubt.command == "redirect" and context.mentor(named_in(doubt.words)):
        name = link_to_mentor(named_in(doubt.words), context)
        question = _("{who}, shall I pass this request on to {mentor}?", who=who, mentor=name)
    return question


def next_step(request: RequestState, context: RequestContext) -> Notice:
    """Ask kindly for the next step in a conversation."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    if request.cause == "waitlist" and request.questions == 1:
        opening = _("{mentor}, you wanted to come back to this around now.", mentor=mentor)
        rest = _("Does it work? “Yes”, “no” or “later” is enough. {mentee}, does it still fit?", mentee=mentee)
    elif request.turn == MENTEE:
        opening = _("{mentee}, {mentor} is waiting for your reply.", mentee=mentee, mentor=mentor)
        rest = _("A short one is enough. {mentor}, have you already decided? Then just write yes or no.", mentor=mentor)
    elif request.doubt and request.doubt.event.role != MENTEE and request.doubt.command in _NO_YES_TO_IT:
        # A yes is the answer to what was asked first, so that is what is asked again.
        opening = _meant(request.doubt, request, context)
        rest = _("“Yes” or “no” is enough. Do you want to take it on yourself? Then say so.")
    else:
        opening = _("{mentor}, can you take this on?", mentor=mentor)
        rest = _("“Yes”, “no” or “not now” is enough, and a quick no is kind.")
    if not context.has_account(request.mentor, request.memory.ids) and request.turn != MENTEE:
        opening = _("Coordinators, {mentee} is waiting for an answer from {mentor}.", mentee=mentee, mentor=mentor)
        return Notice(paragraphs([opening, _passed_on(request, context)]))
    return Notice(paragraphs([opening, rest, exact_commands("accept", "decline", "waitlist")]))


def _passed_on(request: RequestState, context: RequestContext) -> str:
    return paragraphs(
        [
            _("{mentor} isn’t on GitHub. Write here what they said:", mentor=name_of(request.mentor, context)),
            answers_for(request.mentor, "accept", "decline", "waitlist"),
        ]
    )


def undecided(request: RequestState, context: RequestContext) -> Notice:
    """Offer others where nothing was decided; the mentor's yes still counts."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    still = small(_("{mentor}, a yes still counts. Any reply brings this back.", mentor=mentor))
    if not context.has_account(request.mentor, request.memory.ids):
        still = small(_("A yes from {mentor} still counts.", mentor=mentor), answers_for(request.mentor, "accept"))
    parts = [
        _("{mentee}, nothing is decided here, and you don’t have to wait.", mentee=mentee),
        ask_another(request, context, foot=still),
    ]
    return Notice(paragraphs(parts))


def others_meanwhile(request: RequestState, context: RequestContext) -> Notice:
    """Offer others to the mentee once the mentor has not answered for a while; the mentor reads it, too."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    theirs = (
        _("{mentor}, {mentee} is still hoping for an answer.", mentor=mentor, mentee=mentee),
        _("“Yes”, “no” or “not now” is enough."),
    )
    if not context.has_account(request.mentor, request.memory.ids):
        opening = _("Coordinators, {mentee} is still hoping for an answer from {mentor}.", mentee=mentee, mentor=mentor)
        theirs = opening, _passed_on(request, context)
    parts = [
        *theirs,
        ask_another(request, context, _("{mentee}, would you rather not wait? Free and a good fit:", mentee=mentee)),
    ]
    mentor = request.mentor if context.has_account(request.mentor, request.memory.ids) else ""
    return Notice(paragraphs(parts), (), "reminder", mentor)
