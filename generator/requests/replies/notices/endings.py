"""The comments when a request ends: how it ended, and what the next step is."""

from datetime import timedelta

from generator.requests.commands.mentor import REASONS
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.silence import Silence, is_newcomer
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import pause_end
from generator.requests.replies.markdown_links import (
    become_a_mentor,
    find_mentors,
    link_to_mentor,
    name_of,
    request_form,
)
from generator.requests.replies.notices.notice import Notice, mention_of, paragraphs
from generator.requests.replies.suggestions import command_to_ask, fitting_mentors, in_list
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day

_EXPIRED = {
    "silence": N_("There was no answer in time. That says nothing about you or your goals."),
    "nobody": N_("No mentor picked up this request in time. That says nothing about you or your goals."),
    "incomplete": N_("Something was still missing, so this request was never sent. It's closed now."),
    "held": N_("No coordinator reviewed this in time. We're sorry: that was our job, and it says nothing about you."),
    "question": N_("The mentor's question wasn't answered, so this request is closed."),
    "waitlist": N_("The time on the waitlist is over, without a yes. That says nothing about you or your goals."),
}
_ENDED = {
    "mentor": N_("The mentor has ended this. Nobody has to give a reason."),
    "mentee": N_("The mentee has ended this. Nobody has to give a reason."),
    "coordinator": N_("A coordinator has closed this request. If you wonder why, please ask here."),
    "no-contact": N_(
        "Nobody wrote `/started`, so I assume that you didn't get in touch. The mentor's spot is free again."
    ),
    "silence": N_("It has been quiet here for a long time, so the mentor's spot is free again."),
    "program": N_("The program is over. Thank you for taking part."),
}
_WORTH_THANKS = frozenset({"mentor", "mentee", "silence"})
"""Causes of an end after which there was something to say thank you for."""


def declined(request: RequestState, context: RequestContext) -> Notice:
    """Pass a no on kindly, with others who have a free spot."""
    reason = REASONS.get(request.cause, REASONS["other"])
    return Notice(
        paragraphs(
            [_(reason, mentor=link_to_mentor(request.mentor, context)), _others_to_redirect_to(request, context)]
        )
    )


def expired(request: RequestState, context: RequestContext) -> Notice:
    """Say why nothing came of it, and who has a free spot; a mentor who was silent twice is paused, and learns how to end that."""
    parts = [_(_EXPIRED.get(request.cause, _EXPIRED["silence"]))]
    if request.cause in ("incomplete", "held"):
        parts.append(_("You can ask again at any time: {form}", form=request_form(context)))
    elif request.cause == "question":
        parts.append(
            _(
                "Once you know the answer, ask again and include it in your goals: {form}",
                form=request_form(context, request.mentor),
            )
        )
    else:
        parts.append(_others_to_redirect_to(request, context))
    if request.mentor and request.cause == "silence":
        name = name_of(request.mentor, context)
        parts.append(_("{name}, life happens. If you can help after all, `/accept` still counts.", name=name))
        if _is_paused(request, context):
            until = request.since + timedelta(days=context.directory.settings.requests.days.pause_after_silence)
            parts.append(
                _(
                    "Two requests in a row had no answer, so your profile is paused until {day}. `/resume` ends that at once.",
                    day=day(until),
                )
            )
            return Notice(paragraphs(parts), occasion="paused", mentor=request.mentor)
    return Notice(paragraphs(parts))


def _is_paused(request: RequestState, context: RequestContext) -> bool:
    """Whether the mentor's silence in this request, beside others, has paused them."""
    days = context.directory.settings.requests.days
    memory, mentor = request.memory, context.directory.mentors.get(request.mentor)
    newcomer = is_newcomer(memory.created, memory.took_part, request.sent_at, days)
    this = Silence(request.number, request.since, request.mentee.id, newcomer)
    return context.unanswered.pauses(mentor.last_confirmed if mentor else None, days, this)


def paused(event: Event, request: RequestState, context: RequestContext) -> Notice:
    """Say to a mentor that a coordinator has paused them, and the one command that ends it."""
    handle = event.by.handle
    called, mentions = mention_of(handle, request, name_of(handle, context), context)
    body = _(
        "{mentor}, a coordinator has paused your profile until {day}. `/resume` ends that at once.",
        mentor=called,
        day=day(pause_end(event) or event.at.date()),
    )
    return Notice(body, mentions, "paused", handle)


def ended(request: RequestState, context: RequestContext) -> Notice:
    """Say to both that it stops, and what each can do next."""
    parts = [_(_ENDED.get(request.cause, N_("This has ended.")))]
    if request.cause == "no-contact":
        parts.append(
            _("Would you like to try again? Send a new request: {form}", form=request_form(context, request.mentor))
        )
        parts.append(_others_to_ask(request, context))
    else:
        if request.mentor and request.cause in _WORTH_THANKS:
            parts.append(_("If you like, say thank you: write `/thanks` and a few words."))
        parts.append(_("Find a mentor for what's next: {mentors}", mentors=find_mentors(context)))
    return Notice(paragraphs(parts))


def completed(request: RequestState, context: RequestContext) -> Notice:
    """Congratulate both, and say what they can do with it."""
    first = [
        _("It has been quiet, so I take this as settled.") if request.cause == "quiet" else "",
        _("Thank you for asking, and thank you for taking the time.")
        if request.one_off
        else _("Well done, both of you!"),
        _("If you like, say thank you to each other: write `/thanks` and a few words."),
    ]
    parts = [
        " ".join(filter(None, first)),
        _("Mentors for your next question: {mentors}", mentors=find_mentors(context)),
        _("Someone else would like to learn what you know now. Become a mentor: {join}", join=become_a_mentor(context)),
    ]
    return Notice(paragraphs(parts))


def withdrawn(request: RequestState, context: RequestContext) -> Notice:
    """Confirm that a request was taken back."""
    body = _(
        "This request was taken back, and nobody needs to do anything. You can ask again at any time: {mentors}",
        mentors=find_mentors(context),
    )
    return Notice(body)


def _others_to_redirect_to(request: RequestState, context: RequestContext) -> str:
    fitting = fitting_mentors(request, context, 3)
    if not fitting:
        return _nobody_else(context)
    opening = ngettext(
        "This mentor has a free spot and fits your request. To ask them, write a comment that starts with the command before their name:",
        "These mentors have a free spot and fit your request. To ask one, write a comment that starts with the command before their name:",
        len(fitting),
    )
    return paragraphs([opening, command_to_ask(fitting, context)])


def _others_to_ask(request: RequestState, context: RequestContext) -> str:
    """Name who has a free spot where the request itself can no longer be passed on."""
    fitting = fitting_mentors(request, context, 3)
    if not fitting:
        return _nobody_else(context)
    opening = ngettext(
        "This mentor has a free spot and fits your request:",
        "These mentors have a free spot and fit your request:",
        len(fitting),
    )
    return paragraphs([opening, in_list(fitting, context)])


def _nobody_else(context: RequestContext) -> str:
    return _(
        "No other mentor who fits has a free spot right now. New mentors and free spots appear here: {mentors}",
        mentors=find_mentors(context),
    )
