"""The comments between a yes and an end."""

from datetime import timedelta

from generator.model.mentor import Mentor
from generator.model.mentorship import GOALS
from generator.requests.lifecycle.after_yes import trial_days
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.rhythm import end_condition
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timer import MOST_QUESTIONS
from generator.requests.lifecycle.timers import timer_of
from generator.requests.replies.markdown_links import (
    find_mentors,
    link_to_mentor,
    mentee_of,
    name_of,
    page_of,
    private_contact,
    request_form,
)
from generator.requests.replies.notices.notice import Notice, exact_commands, first_line, folded, paragraphs, small
from generator.text import labels
from generator.text.catalogue import _
from generator.text.counting import listed
from generator.text.dates import city_of, clock, day_ahead, span, weekday
from generator.text.markdown_escape import plain

_MOST_TIMES = 2
_ASKED_BEFORE = ("check-in-", "trial-over:", "contact-", "finish:")
"""The comments in which a pair was asked something before: a check-in takes their place, unless nobody answered the last one."""


def accepted(request: RequestState, context: RequestContext) -> Notice:
    """Say to both what comes next after a yes."""
    if not request.mentor:
        return _accepted_into_program(request, context)
    mentor, mentee = link_to_mentor(request.mentor, context), mentee_of(request, context)
    good_news = _("Good news, {mentee}: {mentor} can help.", mentee=mentee, mentor=mentor)
    first = _("A good start: say in three lines what you tried and where you got stuck.")
    has_account = context.has_account(request.mentor, request.memory.ids)
    if not has_account:
        name = name_of(request.mentor, context)
        first = _("{mentor} isn’t on GitHub, so a coordinator puts you in touch.", mentor=name)
    if request.asked and request.asked.kind == "offer":
        good_news = _("Good news, {mentor}: {mentee} says yes.", mentee=mentee, mentor=mentor)
    if request.one_off:
        parts = [
            good_news,
            _("Ask right here, or find a time to talk. When it’s settled, one of you says so: “done” is enough."),
            "" if has_account else first,
            _times(request, context),
            exact_commands("started", "complete", "end"),
        ]
        return Notice(paragraphs(parts))
    by = request.since + timedelta(days=context.directory.settings.requests.days.first_contact)
    parts = [
        good_news,
        " ".join(
            filter(
                None,
                [
                    _("Next: find a first time to talk before {day}.", day=day_ahead(by, context.today)),
                    _times(request, context),
                ],
            )
        ),
        first,
        small(_("This page is public, so keep phone numbers and links to calls out of it.")),
        folded(_first_topics(request, context), _("For your first talk")),
        exact_commands("started", "end"),
    ]
    return Notice(paragraphs(parts))


def _times(request: RequestState, context: RequestContext) -> str:
    """Say where the mentor's times can be booked; otherwise when they are usually free, or how they like to talk."""
    mentor: Mentor | None = context.directory.mentors.get(request.mentor)
    name = name_of(request.mentor, context)
    page = page_of(request.mentor, context)
    if mentor and mentor.scheduling and page:
        return _("You can [book a time with {mentor} on their page]({page}).", mentor=name, page=f"{page}#hours")
    if mentor and mentor.windows:
        times = [f"{weekday(one.weekday)} {clock(one.start)}–{clock(one.end)}" for one in mentor.windows[:_MOST_TIMES]]
        return _(
            "{mentor} is usually free {times} ({city} time).",
            mentor=name,
            times=listed(times),
            city=city_of(mentor.timezone),
        )
    if mentor and mentor.channels:
        ways = listed([labels.choice("channels", one) for one in mentor.channels[:_MOST_TIMES]])
        return _("How {mentor} likes to talk: {ways}.", mentor=name, ways=ways)
    return ""


def _accepted_into_program(request: RequestState, context: RequestContext) -> Notice:
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    mentee = mentee_of(request, context)
    parts = [
        first_line(
            _("Good news, {mentee}: you’re in {program}.", mentee=mentee, program=plain(program.title))
            if program
            else "",
            _("Good news, {mentee}: your application is accepted.", mentee=mentee),
        ),
        _(
            "There’s nothing to do now. After applications close, a coordinator finds you a mentor and writes to you here."
        ),
    ]
    return Notice(paragraphs(parts))


def _first_topics(request: RequestState, context: RequestContext) -> str:
    topics = [
        _("how often you talk, and where: write it here, like “we agreed: every two weeks by video”"),
        _("what you want to reach, and how you’ll know: write it here as “Goal: …”, and tick it later"),
        _("what you expect of each other, and what to do when one of you can’t come"),
    ]
    trial = trial_days(request, context)
    if trial and request.kind != "group":
        topics.append(
            _("a trial of {span}: after it, either of you can stop without giving a reason", span=span(trial))
        )
    return "\n".join(f"- [ ] {topic}" for topic in topics)


def contact_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind both that the first contact is due."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        _("{mentee} and {mentor}, have you found a time to talk?", mentee=mentee, mentor=mentor),
        _("“Yes” or “not yet” is enough. If it won’t work out, say so: that frees the spot for someone else."),
        small(_becomes_quiet(request, context)),
        exact_commands("started", "end"),
    ]
    return Notice(paragraphs(parts))


def trial_over(request: RequestState, context: RequestContext) -> Notice:
    """Ask both after the trial."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        _("{mentee} and {mentor}, your trial is over. Shall it go on?", mentee=mentee, mentor=mentor),
        _("“Yes” and you go on, “stop” and it ends. Nobody has to give a reason."),
        small(_("Without an answer, it goes on."), _private(context)),
        exact_commands("continue", "end"),
    ]
    # Nobody has to answer this, so it needs no e-mail of its own where the two were asked something before.
    return Notice(paragraphs(parts), edits=("contact-",))


def _becomes_quiet(request: RequestState, context: RequestContext) -> str:
    """Say until when a word is needed, once people have been asked twice."""
    due = timer_of(request, context, context.now)
    if request.questions < MOST_QUESTIONS or due is None or due.state != "quiet":
        return ""
    return _(
        "If I hear nothing by {day}, I’ll mark this as quiet, and later free the spot. Any reply brings it back.",
        day=day_ahead(due.at, context.today),
    )


def check_in(request: RequestState, context: RequestContext) -> Notice:
    """Ask both whether it still goes on: in the comment that asked before, and in a new one where nobody answered."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    days = context.directory.settings.requests.days
    end = day_ahead((request.asked_on or context.now) + timedelta(days=2 * days.expiry), context.today)
    if request.one_off and request.questions >= MOST_QUESTIONS:
        end = day_ahead((request.asked_on or context.now) + timedelta(days=days.expiry), context.today)
    if request.one_off:
        parts = [
            _("{mentee} and {mentor}, is this settled?", mentee=mentee, mentor=mentor),
            _("“Done” or “not yet” is enough."),
            small(_("Without an answer, I take it as done on {day}.", day=end)),
            exact_commands("complete"),
        ]
    elif request.questions >= MOST_QUESTIONS:
        parts = [
            _("{mentee} and {mentor}, it’s been quiet here for a while.", mentee=mentee, mentor=mentor),
            _("That can be a good sign. Still in touch? Reply “yes”: that’s all I need."),
            small(_becomes_quiet(request, context), _private(context)),
            exact_commands("update", "break", "complete", "end"),
        ]
    else:
        parts = [
            _("{mentee} and {mentor}, is it still going well?", mentee=mentee, mentor=mentor),
            _(
                "“Yes” is all I need. If one of you is stuck, say so here or [write to the coordinators privately]({contact}).",
                contact=private_contact(context),
            ),
            exact_commands("update", "break", "complete", "end"),
        ]
    return Notice(paragraphs(parts), edits=_ASKED_BEFORE if request.questions < MOST_QUESTIONS else ())


def finish(request: RequestState, context: RequestContext) -> Notice:
    """Ask both whether it is complete, once what they agreed on as its end has come."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    end = request.mentorship.agreement.last_day if end_condition(request) != GOALS else None
    reached = (
        _("{mentee} and {mentor}, the day that you agreed on as the end is here.", mentee=mentee, mentor=mentor)
        if end
        else _(
            "Congratulations, {mentee} and {mentor}: everything you set out to do is reached.",
            mentee=mentee,
            mentor=mentor,
        )
    )
    parts = [
        reached,
        _("Shall we call it complete? “Yes” is enough. If there is more to do, say “not yet”: it goes on."),
        small(_("Only the two of you end it.")),
        exact_commands("complete", "continue", "goal"),
    ]
    return Notice(paragraphs(parts))


def break_over(request: RequestState, context: RequestContext) -> Notice:
    """Say that the break is over."""
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        _("Welcome back, {mentee} and {mentor}: your break is over.", mentee=mentee, mentor=mentor),
        _("There’s nothing to do. If you need longer, or would rather stop, say so here."),
        small(_private(context)),
        exact_commands("break", "end"),
    ]
    return Notice(paragraphs(parts))


def _private(context: RequestContext) -> str:
    return f"[{_('Write to the coordinators privately')}]({private_contact(context)})"


def reopened(request: RequestState, context: RequestContext) -> Notice:
    """Say to someone who reopened an ended request what works instead."""
    parts = [
        _("This request has ended, so I’ve closed it again."),
        _(
            "To ask again, [send a new request]({form}) or [look at who’s free]({mentors}).",
            form=request_form(context),
            mentors=find_mentors(context),
        ),
    ]
    return Notice(paragraphs(parts))
