"""What is said when a request ends: how, and what the next step is."""

from datetime import timedelta

from generator.requests.commands.decline import REASONS
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import become_a_mentor, called, find_mentors, request_form
from generator.requests.replies.notices.asking import suggestion, they_fit
from generator.requests.replies.notices.notice import Notice
from generator.requests.replies.suggestions import fitting_mentors
from generator.text.dates import day
from generator.text.markdown_escape import plain

_EXPIRED = {
    "silence": "Nobody answered in time, and that says nothing about you or your goals.",
    "nobody": "No mentor has taken this request up in time, and that says nothing about you or your goals.",
    "incomplete": "Something was still missing, so nobody was told of this request, and it has ended.",
    "held": "No coordinator has looked at this in time. We are sorry: that was for us to do, and says nothing about you.",
    "question": "The mentor's question has no answer yet, so this has ended.",
    "waitlist": "The time on the waitlist is over, and there was no yes.",
}
_ENDED = {
    "mentor": "The mentor has ended this. Nobody has to give a reason.",
    "mentee": "Its author has ended this. Nobody has to give a reason.",
    "coordinator": "A coordinator has ended this. If you wonder why, ask here.",
    "no-contact": "Nobody wrote `/started`, so I take it that you did not get in touch. The place is free again.",
    "silence": "It has been quiet for a long time, so the place is free again.",
    "program": "The program is over. Thank you for taking part.",
}
_LATE = "If you can answer after all, `/accept` still counts."
_WORTH_THANKS = frozenset({"mentor", "mentee", "silence"})
"""Causes of an end after which something was there to be thankful for, and nobody is scolded."""


def declined(request: RequestState, context: RequestContext) -> Notice:
    """Pass a no on kindly, with others who have room."""
    reason = REASONS.get(request.cause, REASONS["other"])
    return Notice(_joined([f"{called(request.mentor, context)} {reason}.", _others(request, context)]))


def expired(request: RequestState, context: RequestContext) -> Notice:
    """Tell why nothing came of it, and who has room; a mentor who was silent twice is paused, and told how to end that."""
    parts = [_EXPIRED.get(request.cause, _EXPIRED["silence"])]
    if request.cause in ("incomplete", "held"):
        parts.append(f"You can ask again whenever you like: {request_form(context)}")
    elif request.cause == "question":
        parts.append(
            f"When you have an answer, ask again, with the answer in your goals: {request_form(context, request.mentor)}"
        )
    else:
        parts.append(_others(request, context))
    if request.mentor and request.cause == "silence":
        name = plain(context.name(request.mentor)) or request.mentor
        parts.append(f"{name}, life happens. {_LATE}")
        if any(number != request.number for number, _ in context.unanswered.get(request.mentor, ())):
            until = request.since + timedelta(days=context.directory.settings.requests.days.pause_after_silence)
            parts.append(
                f"Two requests in a row had no answer, so your profile is shown as paused until {day(until)}, and nobody waits in vain. `/resume` ends that at once."
            )
    return Notice(_joined(parts))


def ended(request: RequestState, context: RequestContext) -> Notice:
    """Tell both that it stops, and what each can do next."""
    parts = [_ENDED.get(request.cause, "This has ended.")]
    if request.cause == "no-contact":
        parts.append(f"To try it again with each other, send a new request: {request_form(context, request.mentor)}")
        parts.append(_others_to_ask(request, context))
    else:
        parts.append(
            "`/thanks` and a few words say thank you." if request.mentor and request.cause in _WORTH_THANKS else ""
        )
        parts.append(f"For whatever comes next, mentors are here: {find_mentors(context)}")
    return Notice(_joined(parts))


def completed(request: RequestState, context: RequestContext) -> Notice:
    """Congratulate both, and say what they can do with it."""
    quiet = "It has been quiet, so I take this as settled. " if request.cause == "quiet" else ""
    praise = (
        "Thank you for asking, and thank you for taking the time." if request.one_off else "Well done, both of you."
    )
    thanks = "`/thanks` and a few words say thank you to each other."
    body = f"{quiet}{praise} {thanks}\n\nFor the next question, mentors are here: {find_mentors(context)}. And what you have learned somebody else would like to learn: {become_a_mentor(context)}"
    return Notice(body)


def withdrawn(request: RequestState, context: RequestContext) -> Notice:
    """Confirm that a request was taken back."""
    body = f"This request was taken back, and nobody needs to do anything any more. Whenever you want to ask again, mentors are here: {find_mentors(context)}"
    return Notice(body)


def _others(request: RequestState, context: RequestContext) -> str:
    fitting = fitting_mentors(request, context, 3)
    if not fitting:
        return _nobody(context)
    lines = "\n".join(suggestion(one.handle, one.sentence, context) for one in fitting)
    return f"{they_fit(len(fitting))}. Begin a comment with the words before a name, and this request goes there:\n\n{lines}"


def _others_to_ask(request: RequestState, context: RequestContext) -> str:
    """Name who has room where the request itself cannot be passed on any more."""
    fitting = fitting_mentors(request, context, 3)
    if not fitting:
        return _nobody(context)
    lines = "\n".join(f"- {called(one.handle, context)}. {one.sentence}".rstrip() for one in fitting)
    return f"{they_fit(len(fitting))}:\n\n{lines}"


def _nobody(context: RequestContext) -> str:
    return f"At the moment nobody else who fits has room. New mentors and free places show up here: {find_mentors(context)}"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)
