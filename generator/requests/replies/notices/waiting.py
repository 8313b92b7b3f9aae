"""The comments about the waiting list: what the mentee can expect, and what they can do meanwhile."""

from generator.requests.commands.mentor import REASONS, reason_of
from generator.requests.lifecycle.before_yes import waiting_since
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.waiting_list import ANYONE, NOBODY_FREE, choice_ends
from generator.requests.replies.markdown_links import find_mentors, link_to_mentor, mentee_of
from generator.requests.replies.notices.doors import waited_lately
from generator.requests.replies.notices.endings import late_answer, was_paused
from generator.requests.replies.notices.notice import Notice, exact_commands, first_line, is_short, paragraphs, small
from generator.requests.replies.suggestions import commands_to_ask, fitting_mentors, linked_names, open_meanwhile
from generator.text.catalogue import _
from generator.text.dates import day_ahead, day_in_year

_MOST_NAMED = 5
_MOST_MEANWHILE = 2


def on_list(request: RequestState, context: RequestContext) -> Notice:
    """Say to the mentee that the request waits for any mentor, and whom they can ask at once."""
    fitting = fitting_mentors(request, context, _MOST_NAMED)
    silent = _left_unanswered(request)
    paused = silent and was_paused(request, context, request.tried[-1])
    for most in range(len(fitting), 0, -1):
        body = _body(request, fitting[:most], silent, context)
        if is_short(body):
            break
    else:
        body = _body(request, (), silent, context)
    for more in (_meanwhile(request, fitting, context), waited_lately(request, context)):
        longer = _body(request, fitting, silent, context, more) if more else ""
        if longer and is_short(longer):
            body = longer
            break
    return Notice(body, (), "paused" if paused else "", request.tried[-1] if paused else "")


def _meanwhile(request: RequestState, fitting: tuple[str, ...], context: RequestContext) -> str:
    """Point to who can help several people at once, where nobody has a free spot."""
    names = () if fitting else open_meanwhile(request, context, _MOST_MEANWHILE)
    if not names:
        return ""
    return _("Open to you meanwhile, in a group or office hour: {names}.", names=linked_names(names, context))


def _body(
    request: RequestState, fitting: tuple[str, ...], silent: bool, context: RequestContext, more: str = ""
) -> str:
    parts = [
        _opening(request, context, silent, bool(fitting)),
        _next_step(request, fitting, context),
        more,
        _("Mentors: would you like to help? Reply `/interested`.") if not request.cause else "",
        late_answer(request, context, request.tried[-1]) if silent else "",
        ""
        if silent
        else small(
            _("No mentor by {day}? Then it closes.", day=day_ahead(request.due, context.today)) if request.due else "",
            "" if more else _("Found someone? Just say so."),
        ),
        exact_commands("withdraw", more=commands_to_ask(fitting, "redirect", context)),
    ]
    return paragraphs(parts)


def _opening(request: RequestState, context: RequestContext, silent: bool, somebody_free: bool) -> str:
    mentee = mentee_of(request, context)
    if request.cause == NOBODY_FREE and silent:
        mentor = link_to_mentor(request.tried[-1], context)
        return first_line(
            _("{mentee}, {mentor} hasn’t answered. That says nothing about you.", mentee=mentee, mentor=mentor),
            _("{mentee}, there was no answer.", mentee=mentee),
        )
    if request.cause == NOBODY_FREE and request.tried:
        reasons = (reason_of(event.words) for event in reversed(request.effective) if event.command == "decline")
        return _(REASONS[next(reasons, "other")], mentor=link_to_mentor(request.tried[-1], context))
    if not somebody_free:
        return _("{mentee}, you’re on the waiting list: nobody who fits is free right now.", mentee=mentee)
    if request.cause == ANYONE:
        return _("{mentee}, I’ll ask the next mentor for you.", mentee=mentee)
    return _("{mentee}, every mentor can now see your request.", mentee=mentee)


def _next_step(request: RequestState, fitting: tuple[str, ...], context: RequestContext) -> str:
    mentee = mentee_of(request, context)
    if not fitting:
        opens = _("As soon as a spot opens, I ask that mentor for you.")
        if request.cause == NOBODY_FREE and request.tried:
            why = _("No other mentor who fits is free right now, so {mentee} is on the waiting list.", mentee=mentee)
            return f"{why} {opens}"
        return opens
    names = linked_names(fitting, context)
    if request.cause:
        return _(
            "These are free and fit: {names}. I ask one at a time, from tomorrow on. **Reply with a name** to choose yourself.",
            names=names,
        )
    from_day = day_in_year(choice_ends(request, waiting_since(request, context.now), context), context.today)
    return _(
        "These are free and fit: {names}. **Reply with a name** and I’ll ask them. From {day} on, I ask for you, one at a time.",
        names=names,
        day=from_day,
    )


def _left_unanswered(request: RequestState) -> bool:
    """Whether the request is on the list because the mentor it was sent to did not answer."""
    return bool(request.cause == NOBODY_FREE and request.silent and request.silent[-1][1] == request.since)


def asked_enough(request: RequestState, context: RequestContext) -> Notice:
    """Say that the bot asks nobody else in this thread, and what is left to do."""
    fitting = fitting_mentors(request, context, 3)
    parts = [
        _(
            "{mentee}, nobody could take this so far, and I won’t mention more people.",
            mentee=mentee_of(request, context),
        ),
        _(
            "Your request stays open. To ask someone yourself, reply with their `@login`: {names}.",
            names=linked_names(fitting, context),
        )
        if fitting
        else _(
            "Your request stays open, and any mentor can offer. [See all mentors]({mentors}).",
            mentors=find_mentors(context),
        ),
        exact_commands("withdraw", more=commands_to_ask(fitting, "redirect", context)),
    ]
    return Notice(paragraphs(parts))
