"""What is said between a yes and an end."""

from datetime import timedelta

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timers import trial_days
from generator.requests.replies.markdown_links import called, find_mentors
from generator.requests.replies.notices.notice import Notice
from generator.text.dates import day
from generator.text.markdown_escape import plain

CHANNEL_WORDS = {
    "messaging": "messages",
    "audio": "audio calls",
    "video": "video calls",
    "email": "e-mail",
    "in-person": "in person",
    "office-hours": "office hours",
}


def accepted(request: RequestState, context: RequestContext) -> Notice:
    """Tell both what comes next after a yes."""
    settings = context.directory.settings
    if not request.mentor:
        program = context.directory.programs.get(request.asked.program) if request.asked else None
        title = plain(program.title) if program else "the program"
        body = f"Your application to **{title}** is accepted. Mentors and mentees are brought together when applications have closed; a coordinator then writes here."
        return Notice(body)
    mentor = context.directory.mentors.get(request.mentor)
    channels = [CHANNEL_WORDS[one] for one in mentor.channels if one in CHANNEL_WORDS] if mentor else []
    by = day(request.since + timedelta(days=settings.requests.days.first_contact))
    if request.one_off:
        what = f"**{called(request.mentor, context)} said yes.** Answer right here, or agree on a time and a place to talk."
        end = f"Whoever of you has made contact writes `/started`, and `/complete` when everything is settled. If neither was written by {by}, this ends."
        return Notice("\n\n".join(part for part in (what, _channels(channels), end) if part))
    trial = trial_days(request, context)
    agree = [
        "- [ ] where and how often you talk",
        "- [ ] what you want to have reached, and how you will tell: `/goal` writes it down here",
        "- [ ] what each of you expects of the other, and what to do when somebody cannot come",
    ]
    if trial and request.kind != "group":
        agree.append(
            f"- [ ] that the first {trial} days are a trial, after which either of you can stop without giving a reason"
        )
    parts = [
        f"**{called(request.mentor, context)} said yes.** Next is the first contact: agree here on a first time and on where you talk. This page is public, so keep addresses, telephone numbers and the link to a call out of it; a link on the mentor's page often leads to where you can write in private.",
        _channels(channels),
        "\n".join(["For your first talk:", "", *agree]),
        f"Whoever of you has made contact writes `/started`. If nobody has by {by}, this ends and the place is free again.",
    ]
    return Notice("\n\n".join(part for part in parts if part))


def contact_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind both that the first contact is due."""
    by = day(request.since + timedelta(days=context.directory.settings.requests.days.first_contact))
    body = f"Did you find each other? `/started` says so. If nothing will come of it, `/end` frees the place for somebody else. Without either, this ends on {by}."
    return Notice(body)


def trial_over(request: RequestState, context: RequestContext) -> Notice:
    """Ask both after the trial."""
    body = "The trial is over. Does it suit you both? `/continue` goes on, and `/end` stops, for which nobody has to give a reason. Without a word it goes on."
    return Notice(body)


def check_in(end: str, request: RequestState, context: RequestContext) -> Notice:
    """Ask both whether it still goes on."""
    if request.one_off:
        body = f"Is this settled? `/complete` says so. If it stays quiet, I take it as completed on {end}."
    else:
        body = f"It has been quiet here for a while. Do you still meet? `/continue` or any other comment says so, `/update` tells how it goes, `/break 3 weeks` pauses, `/complete` says that you have reached your goal, `/end` stops. If it stays quiet, this ends on {end}, and the place is free for somebody else."
    return Notice(body)


def break_over(request: RequestState, context: RequestContext) -> Notice:
    """Say that the break is over."""
    return Notice("The break is over, so this goes on. `/break 3 weeks` makes it longer, `/end` stops.")


def reopened(request: RequestState, context: RequestContext) -> Notice:
    """Tell somebody who opened an ended issue again what works instead."""
    body = f"This request has ended, so I close the issue again. To ask once more, please send a new request; mentors are here: {find_mentors(context)}"
    return Notice(body)


def _channels(channels: list[str]) -> str:
    return f"The profile names these ways to talk: {', '.join(channels)}." if channels else ""
