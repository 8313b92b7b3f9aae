"""The comments when a request ends: how it ended, and what the next step is."""

from datetime import timedelta

from generator.requests.commands.mentor import REASONS
from generator.requests.lifecycle.before_yes import LEFT, UNREACHED
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.silence import Silence, is_newcomer
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import pause_end
from generator.requests.replies.markdown_links import (
    answers_for,
    become_a_mentor,
    certificate_page,
    find_mentors,
    link_to_mentor,
    mentee_of,
    name_of,
    request_form,
    review_link,
)
from generator.requests.replies.notices.doors import ask_another, meet_others
from generator.requests.replies.notices.notice import Notice, exact_commands, first_line, mention_of, paragraphs, small
from generator.text.catalogue import N_, _
from generator.text.dates import day_ahead

_EXPIRED = {
    "silence": N_("{mentee}, {mentor} hasn’t answered. That says nothing about you."),
    "nobody": N_("{mentee}, no mentor has offered. That says nothing about you."),
    "untaken": N_("{mentee}, nobody could take this on in time. That says nothing about you."),
    "unreached": N_("{mentee}, no answer from {mentor} has reached us. That says nothing about you."),
    "incomplete": N_("{mentee}, this was never sent, so I’ve closed it. Nothing is lost."),
    "held": N_("We’re sorry, {mentee}: no coordinator looked at this in time. That was our job."),
    "question": N_("{mentee}, the question is still open, so I’ve closed this for now."),
    "waitlist": N_("{mentee}, no spot has opened in time. That says nothing about you."),
}
_ENDED = {
    "mentor": N_("{mentor} has ended this mentorship. Nobody has to give a reason."),
    "mentee": N_("{mentee} has ended this mentorship. Nobody has to give a reason."),
    "coordinator": N_("A coordinator has closed this request. If you wonder why, just ask here."),
    "no-contact": N_("I haven’t heard that you two met, so {mentor}’s spot is free again."),
    "silence": N_("It has been quiet here for a long time, so {mentor}’s spot is free again."),
    "program": N_("The program is over. Thank you for taking part, {mentee}."),
}

_LEFT = N_("{mentor} has left the directory, so I’ve closed this. That says nothing about you.")


def declined(request: RequestState, context: RequestContext) -> Notice:
    """Pass a no on kindly, with others who have a free spot."""
    reason = _LEFT if request.cause == LEFT else REASONS.get(request.cause, REASONS["other"])
    sentence = _(reason, mentor=link_to_mentor(request.mentor, context))
    return Notice(paragraphs([sentence, ask_another(request, context, _for_mentee(request, context))]))


def _for_mentee(request: RequestState, context: RequestContext) -> str:
    return _("{mentee}, free and a good fit:", mentee=mentee_of(request, context))


def expired(request: RequestState, context: RequestContext) -> Notice:
    """Say why nothing came of it, and who has a free spot; a mentor who was silent twice is paused, and learns how to end that."""
    mentor = link_to_mentor(request.mentor, context) if request.mentor else ""
    mentee, cause = mentee_of(request, context), request.cause if request.cause in _EXPIRED else "silence"
    opening = first_line(
        _(_EXPIRED[cause], mentee=mentee, mentor=mentor), _("{mentee}, there was no answer.", mentee=mentee)
    )
    if request.cause not in _ASKED_AGAIN:
        silent = request.mentor if request.cause == "silence" else ""
        unheard = request.mentor if request.cause in ("silence", UNREACHED) else ""
        late = late_answer(request, context, unheard) if unheard else ""
        body = paragraphs([opening, ask_another(request, context, foot=late)])
        # The mentee was offered others a week ago, and the e-mail that says that the issue is closed leads here.
        edits = (f"remind-2:{request.round}:",) if silent else ()
        paused = was_paused(request, context, silent)
        return Notice(body, (), "paused" if paused else "", silent if paused else "", edits)
    form = request_form(context, request.mentor if request.cause == "question" else "")
    return Notice(paragraphs([opening, _(_ASKED_AGAIN[request.cause], form=form, mentors=find_mentors(context))]))


_ASKED_AGAIN = {
    "incomplete": N_("Whenever you like, [ask again]({form}), or [look at who’s free]({mentors})."),
    "held": N_("Please [ask again]({form}): a new request calls a coordinator again. Or [see all mentors]({mentors})."),
    "question": N_(
        "Once you know the answer, [ask again]({form}) and write it into your goals. [See all mentors]({mentors})."
    ),
}
"""What someone can do whose request nobody was asked about, or who was asked themselves."""


def late_answer(request: RequestState, context: RequestContext, mentor: str) -> str:
    """Say to a mentor who was silent that a yes still counts, and that a pause ends with one reply."""
    if request.cause == UNREACHED:
        name = name_of(request.mentor, context)
        return small(_("A yes from {mentor} still counts.", mentor=name), answers_for(request.mentor, "accept"))
    pause = ""
    if was_paused(request, context, mentor):
        until = request.since + timedelta(days=_paused_days(request, context, mentor))
        pause = _(
            "New requests are paused until {day}. Any reply ends that.",
            day=day_ahead(until, context.today),
        )
    return small(_("{mentor}, a late yes still counts.", mentor=name_of(mentor, context)), pause)


def was_paused(request: RequestState, context: RequestContext, mentor: str) -> bool:
    """Whether a mentor's silence in this request, beside others, has paused them."""
    return _paused_days(request, context, mentor) > 0


def _paused_days(request: RequestState, context: RequestContext, handle: str) -> int:
    """Return for how many days a mentor's silence in this request, beside others, has paused them."""
    if not handle:
        return 0
    days = context.directory.settings.requests.days
    memory, mentor = request.memory, context.directory.mentors.get(handle)
    newcomer = is_newcomer(memory.created, memory.took_part, request.sent_at, days)
    changed = {**context.changed, **memory.changed}.get(handle)
    this = Silence(request.number, request.since, request.mentee.id, newcomer, changed)
    return context.unanswered.paused_days(mentor.last_confirmed if mentor else None, days, this)


def paused(event: Event, request: RequestState, context: RequestContext) -> Notice:
    """Say to a mentor that a coordinator has paused them, and what ends it."""
    handle = event.by.handle
    called, mentions = mention_of(handle, request, name_of(handle, context), context)
    until = day_ahead(pause_end(event) or event.at.date(), context.today)
    parts = [
        _("{mentor}, a coordinator has paused new requests for you.", mentor=called),
        _("The pause ends on {day}. Back earlier? Reply `/resume`.", day=until),
    ]
    return Notice(paragraphs(parts), mentions, "paused", handle)


def ended(request: RequestState, context: RequestContext) -> Notice:
    """Say to both that it stops, and what each can do next."""
    mentee = mentee_of(request, context)
    mentor = link_to_mentor(request.mentor, context) if request.mentor else _("The mentor")
    parts = [_(_ENDED.get(request.cause, N_("This has ended.")), mentee=mentee, mentor=mentor)]
    if request.cause == "no-contact":
        parts.append(
            _(
                "{mentee}, to try again, [send a new request]({form}).",
                mentee=mentee,
                form=request_form(context, request.mentor),
            )
        )
        parts.append(meet_others(request, context))
    elif request.cause in ("coordinator", "program") or not request.mentor:
        parts.append(_("[See who’s free now]({mentors}).", mentors=find_mentors(context)))
    else:
        parts.append(
            _(
                "If you like, say thank you here. {mentee}, [see who’s free]({mentors}) for what’s next.",
                mentee=mentee,
                mentors=find_mentors(context),
            )
        )
    return Notice(paragraphs(parts))


def completed(request: RequestState, context: RequestContext) -> Notice:
    """Congratulate both, and say what they can do with it."""
    mentee, mentor = mentee_of(request, context), name_of(request.mentor, context) if request.mentor else ""
    if request.one_off:
        opening = _("Settled. Thank you both, {mentee} and {mentor}.", mentee=mentee, mentor=mentor)
    else:
        opening = _("Congratulations, {mentee}! And thank you, {mentor}.", mentee=mentee, mentor=mentor)
    if request.one_off or not request.mentor:
        then = _(
            "If you like, thank each other here, [find a mentor for what’s next]({mentors}), "
            "or [help someone a few steps behind you]({join}).",
            mentors=find_mentors(context),
            join=become_a_mentor(context),
        )
        return Notice(paragraphs([opening, then, exact_commands("thanks")]))
    return Notice(paragraphs([opening, *_what_is_next(request, context), exact_commands("thanks")]))


def _what_is_next(request: RequestState, context: RequestContext) -> list[str]:
    """Invite a mentee to say what helped, and to pass it on: once, and with everything filled in that the thread knows."""
    certificate = certificate_page(request, context)
    parts = [
        _(
            "{mentee}, [say what helped]({review}): your words help others choose. What the site shows, you both decide.",
            mentee=mentee_of(request, context),
            review=review_link(request, context),
        ),
        _(
            "You could now [help someone a few steps behind you]({join}), or [find a mentor for what’s next]({mentors}).",
            join=become_a_mentor(context, request),
            mentors=find_mentors(context),
        ),
    ]
    return [*parts, small(_("[Print a certificate]({page})", page=certificate)) if certificate else ""]


def withdrawn(request: RequestState, context: RequestContext) -> Notice:
    """Confirm that a request was taken back."""
    parts = [
        _("{mentee} took this request back. Nobody needs to do anything.", mentee=mentee_of(request, context)),
        _("You can [ask again]({mentors}) at any time.", mentors=find_mentors(context)),
    ]
    return Notice(paragraphs(parts))
