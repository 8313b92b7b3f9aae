"""The comments about an offer of a mentor, until the mentee has decided. The mentee is mentioned once, and never reminded."""

from datetime import timedelta

from generator.requests.lifecycle.before_yes import waiting_since
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import find_mentees, find_mentors, mentee_of, name_of, page_of
from generator.requests.replies.notices.facts import what_with
from generator.requests.replies.notices.notice import Notice, exact_commands, first_line, mention_of, paragraphs, small
from generator.text.catalogue import _
from generator.text.dates import day_ahead
from generator.text.markdown_escape import quote


def new_offer(request: RequestState, goals: str | None, context: RequestContext) -> Notice:
    """Tell a mentee that a mentor would like to help, in the mentor's words, and that it is theirs to decide."""
    whom, mentions = mention_of(request.mentor, request, name_of(request.mentor, context), context)
    mentor = mentee_of(request, context)
    end = waiting_since(request, context.now) + timedelta(days=context.directory.settings.requests.days.expiry)
    page = page_of(request.mentee.handle, context)
    parts = [
        first_line(
            *(
                _("{whom}, {mentor} offers to help you with {what}.", whom=whom, mentor=mentor, what=what)
                for what in what_with(request.asked, context)
            ),
            _("{whom}, {mentor} offers to help you.", whom=whom, mentor=mentor),
        ),
        quote(goals)
        if goals is not None
        else _("Their text above was changed after it was sent, so I don’t quote it."),
        _("**You decide: yes, no, or a question.** Any words will do, and a no needs no reason."),
        small(
            f"[{_('Who {mentor} is', mentor=mentor)}]({page})" if page else "",
            _("No answer by {day}? Then this closes, and nobody reminds you.", day=day_ahead(end, context.today)),
        ),
        exact_commands("accept", "decline", "ask"),
    ]
    return Notice(paragraphs(parts), mentions)


def next_step(request: RequestState, context: RequestContext) -> Notice:
    """Ask a mentee kindly for a yes or a no, after the two have talked."""
    mentee, mentor = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        _("{mentee}, would you like {mentor}’s help?", mentee=mentee, mentor=mentor),
        _("“Yes” or “no” is enough, and a no needs no reason."),
        exact_commands("accept", "decline"),
    ]
    return Notice(paragraphs(parts))


def undecided(request: RequestState, context: RequestContext) -> Notice:
    """Leave an offer open without asking any more."""
    mentee = name_of(request.mentor, context)
    parts = [
        _("Nothing is decided, and that’s fine. {mentee}, a yes still counts whenever you like.", mentee=mentee),
        exact_commands("accept", "decline"),
    ]
    return Notice(paragraphs(parts))


def declined(request: RequestState, context: RequestContext) -> Notice:
    """Tell a mentor kindly that their help is not needed."""
    mentee, mentor = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        _("{mentee} doesn’t need this now, {mentor}. That says nothing about you.", mentee=mentee, mentor=mentor),
        _("[Others are looking for a mentor, too]({mentees}).", mentees=find_mentees(context)),
    ]
    return Notice(paragraphs(parts))


def expired(request: RequestState, context: RequestContext) -> Notice:
    """Close an offer that nobody answered."""
    mentee, mentor = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        _("{mentor}, {mentee} hasn’t answered, so I’ve closed this.", mentee=mentee, mentor=mentor),
        _("[Others are looking for a mentor, too]({mentees}).", mentees=find_mentees(context)),
        small(_("{mentee}, a late yes still counts.", mentee=mentee)),
    ]
    return Notice(paragraphs(parts))


def withdrawn(request: RequestState, context: RequestContext) -> Notice:
    """Tell a mentee that an offer was taken back."""
    mentee, mentor = name_of(request.mentor, context), mentee_of(request, context)
    if not request.sent_at:
        return Notice(
            _("This was never sent. [See who is looking for a mentor]({mentees}).", mentees=find_mentees(context))
        )
    parts = [
        _("{mentor} has taken this offer back.", mentor=mentor),
        _(
            "{mentee}, [here are mentors you can ask yourself]({mentors}).",
            mentee=mentee,
            mentors=find_mentors(context),
        ),
    ]
    return Notice(paragraphs(parts))
