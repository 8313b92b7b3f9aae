"""The comments between a yes and an end."""

from datetime import timedelta

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timers import trial_days
from generator.requests.replies.markdown_links import find_mentors, link_to_mentor
from generator.requests.replies.notices.notice import Notice, paragraphs
from generator.text import labels
from generator.text.catalogue import _, ngettext
from generator.text.dates import day
from generator.text.markdown_escape import plain


def accepted(request: RequestState, context: RequestContext) -> Notice:
    """Say to both what comes next after a yes."""
    if not request.mentor:
        return Notice(_accepted_into_program(request, context))
    mentor = link_to_mentor(request.mentor, context)
    by = day(request.since + timedelta(days=context.directory.settings.requests.days.first_contact))
    if request.one_off:
        parts = [
            _("**{mentor} said yes.** Answer right here, or agree on a time to talk.", mentor=mentor),
            _channels(request, context),
            _(
                "Write `/started` once you're in touch, and `/complete` when everything is settled. If you write neither by {day}, this closes.",
                day=by,
            ),
        ]
        return Notice(paragraphs(parts))
    parts = [
        _("**{mentor} said yes.** Next, agree here on a first time to talk, and where.", mentor=mentor),
        _(
            "This page is public, so please leave out e-mail addresses, phone numbers and links to calls. "
            "The mentor's profile may link to where you can write to them privately."
        ),
        _channels(request, context),
        "\n".join([_("For your first talk:"), "", *(f"- [ ] {topic}" for topic in _first_topics(request, context))]),
        _(
            "Once you're in touch, one of you writes `/started`. If nobody does by {day}, this closes and the mentor's spot is free again.",
            day=by,
        ),
    ]
    return Notice(paragraphs(parts))


def _accepted_into_program(request: RequestState, context: RequestContext) -> str:
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    opening = (
        _("Your application to **{program}** is accepted.", program=plain(program.title))
        if program
        else _("Your application is accepted.")
    )
    return f"{opening} " + _(
        "Mentors and mentees are matched after applications close. A coordinator will then write to you here."
    )


def _first_topics(request: RequestState, context: RequestContext) -> list[str]:
    topics = [
        _("how often you talk, and where"),
        _("what you want to reach, and how you'll know: write it down here with `/goal`"),
        _("what you expect of each other, and what to do when one of you can't come"),
    ]
    trial = trial_days(request, context)
    if trial and request.kind != "group":
        topics.append(
            ngettext(
                "the first {count} day is a trial, after which either of you can stop without giving a reason",
                "the first {count} days are a trial, after which either of you can stop without giving a reason",
                trial,
            )
        )
    return topics


def contact_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind both that the first contact is due."""
    by = day(request.since + timedelta(days=context.directory.settings.requests.days.first_contact))
    body = _(
        "Have you been in touch? Then one of you writes `/started`. If it won't work out, `/end` frees the spot for someone else. "
        "If nobody responds, this closes on {day}.",
        day=by,
    )
    return Notice(body)


def trial_over(request: RequestState, context: RequestContext) -> Notice:
    """Ask both after the trial."""
    body = _(
        "The trial is over. Does it work for both of you? `/continue` keeps going, and `/end` stops; nobody has to give a reason. "
        "If nobody responds, it continues."
    )
    return Notice(body)


def check_in(end: str, request: RequestState, context: RequestContext) -> Notice:
    """Ask both whether it still goes on."""
    if request.one_off:
        body = _(
            "Is this settled? Then write `/complete`. If nobody responds, I'll mark it as completed on {day}.", day=end
        )
    else:
        body = _(
            "It has been quiet here for a while. Are you still meeting? Any comment is a yes. "
            "You can also share how it's going with `/update`, take a break with `/break 3 weeks`, "
            "celebrate your goal with `/complete`, or stop with `/end`. "
            "If nobody responds, this ends on {day}, and the spot is free for someone else.",
            day=end,
        )
    return Notice(body)


def break_over(request: RequestState, context: RequestContext) -> Notice:
    """Say that the break is over."""
    return Notice(_("Your break is over. Do you need longer? Write `/break 3 weeks`. To stop, write `/end`."))


def reopened(request: RequestState, context: RequestContext) -> Notice:
    """Say to someone who reopened an ended request what works instead."""
    body = _(
        "This request has ended, so I've closed the issue again. To ask again, please send a new request. Mentors are here: {mentors}",
        mentors=find_mentors(context),
    )
    return Notice(body)


def _channels(request: RequestState, context: RequestContext) -> str:
    mentor = context.directory.mentors.get(request.mentor)
    if mentor is None or not mentor.channels:
        return ""
    return _(
        "Ways to talk, from the mentor's profile: {channels}.",
        channels=", ".join(labels.choice("channels", one) for one in mentor.channels),
    )
