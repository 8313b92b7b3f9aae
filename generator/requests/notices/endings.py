"""What is said when a request ends: how, and what the next step is."""

from datetime import timedelta

from generator.requests.alternatives import fitting_mentors
from generator.requests.commands.decline import REASONS
from generator.requests.course import Course
from generator.requests.names import called, day, find_mentors, plain, request_form
from generator.requests.notices.asking import suggestion
from generator.requests.notices.notice import Notice
from generator.requests.registry import Registry

_EXPIRED = {
    "silence": "Nobody answered in time, and that says nothing about you or your goals.",
    "nobody": "Nobody has taken this request up, which is often a matter of time and wording and not of your goals.",
    "incomplete": "Something was missing to the end, so nobody was told of this request.",
    "held": "No coordinator has looked at this in time. We are sorry: that was ours to do.",
    "question": "The mentor's question was left open, so this ends here.",
    "waitlist": "No place became free in time.",
}
_ENDED = {
    "mentor": "The mentor has ended this.",
    "mentee": "This has ended as its author wished.",
    "coordinator": "A coordinator has ended this.",
    "no-contact": "There was no first contact, so the place is free again.",
    "silence": "It has been quiet for a long time, so the place is free again.",
    "program": "The program is over. Thank you both for taking part.",
}
_LATE = "If you can answer after all, `/accept` still counts."


def declined(course: Course, registry: Registry) -> Notice:
    """Pass a no on kindly, with others who have room."""
    reason = REASONS.get(course.cause, REASONS["other"])
    return Notice(_joined([f"{called(course.mentor, registry)} {reason}.", _others(course, registry)]))


def expired(course: Course, registry: Registry) -> Notice:
    """Tell why nothing came of it, and who has room; a mentor who was silent twice is paused, and told how to end that."""
    parts = [_EXPIRED.get(course.cause, _EXPIRED["silence"])]
    if course.cause == "incomplete":
        parts.append(f"You can ask again whenever you like: {request_form(registry)}")
    elif course.cause == "question":
        parts.append(f"When you have an answer, ask again: {request_form(registry, course.mentor)}")
    else:
        parts.append(_others(course, registry))
    if course.mentor and course.cause == "silence":
        name = plain(registry.name(course.mentor)) or course.mentor
        parts.append(f"{name}: life happens. {_LATE}")
        if any(number != course.number for number, _ in registry.silences.get(course.mentor, ())):
            until = course.since + timedelta(days=registry.directory.settings.requests.days.pause_after_silence)
            parts.append(f"Since two requests in a row had no answer, your profile is shown as paused until {day(until)}, so that nobody waits in vain. `/resume` ends that at once.")
    return Notice(_joined(parts))


def ended(course: Course, registry: Registry) -> Notice:
    """Tell both that it stops, and what each can do next."""
    parts = [_ENDED.get(course.cause, "This has ended.")]
    if course.cause == "no-contact":
        parts.append(_others(course, registry))
    else:
        parts.append("`/thanks` and a few words say thank you." if course.mentor else "")
        parts.append(f"For what comes next, there are more mentors: {find_mentors(registry)}")
    return Notice(_joined(parts))


def completed(course: Course, registry: Registry) -> Notice:
    """Congratulate both, and say what they can do with it."""
    quiet = "It has been quiet, so I take this as settled. " if course.cause == "quiet" else ""
    body = f"{quiet}Well done, both of you. `/thanks` and a few words say thank you. Whoever has learned something can pass it on: many mentors began as mentees. More mentors are here: {find_mentors(registry)}"
    return Notice(body)


def withdrawn(course: Course, registry: Registry) -> Notice:
    """Confirm that a request was taken back."""
    body = f"Taken back; nobody needs to do anything any more. Whenever you want to ask again: {find_mentors(registry)}"
    return Notice(body)


def _others(course: Course, registry: Registry) -> str:
    fitting = fitting_mentors(course, registry, 3)
    if not fitting:
        return f"At the moment nobody else who fits has room. New mentors and free places show up here: {find_mentors(registry)}"
    lines = "\n".join(suggestion(one.handle, one.sentence, registry) for one in fitting)
    return f"These mentors have room and fit what you ask for. Write the word behind a name as the first line of a comment, and this request goes to them:\n\n{lines}"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)
