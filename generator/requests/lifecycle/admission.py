"""Whether a complete form may be sent on: what stands against it, and whether a person looks first.

This is asked once, when the request is sent. What is decided then is remembered, so that later changes of
the directory take nothing back.
"""

from collections.abc import Iterator

from generator.insight.availability import AvailabilityStatus
from generator.model.availability import AVAILABILITY
from generator.model.request import Asked, Person
from generator.requests.lifecycle.context import RequestContext
from generator.requests.replies.markdown_links import counted
from generator.text.closest import closest
from generator.text.dates import day


def validation_errors(asked: Asked, mentee: Person, number: int, context: RequestContext) -> tuple[str, ...]:
    """Return what stands against sending a request on, as sentences that say what to do."""
    if asked.kind == "self-test":
        return ()
    found = [
        *_about_the_mentor(asked, mentee, number, context),
        *_about_the_mentee(asked, mentee, number, context),
        *_about_the_program(asked, context),
    ]
    return tuple(found)


def needs_review(asked: Asked, mentee: Person, context: RequestContext) -> bool:
    """Whether a coordinator looks first: at applications that say so, and after a request that was spam."""
    program = context.directory.programs.get(asked.program)
    approval = asked.kind == "application" and program is not None and program.approval in ("coordinator", "both")
    nobody_named = asked.kind == "application" and not asked.mentor
    return (
        approval
        or nobody_named
        or any(one.mentee == mentee.handle and one.state == "removed" for one in context.other_requests)
    )


def can_take(handle: str, kind: str, context: RequestContext) -> bool:
    """Whether a mentor can be asked for something of a kind now: groups have places of their own."""
    status = context.statuses.get(handle)
    mentor = context.mentor(handle)
    if status is None or mentor is None:
        return False
    if kind == "group":
        taken = sum(
            one.open
            and one.kind == "group"
            and one.mentor == handle
            and one.state not in ("incomplete", "held", "waiting", "question", "waitlisted")
            for one in context.other_requests
        )
        return AVAILABILITY[status.availability].leads_groups and taken < mentor.group_size
    return status.can_be_asked


def _about_the_mentor(asked: Asked, mentee: Person, number: int, context: RequestContext) -> Iterator[str]:
    handle = asked.mentor
    if not handle:
        return
    mentor = context.mentor(handle)
    if mentor is None:
        near = closest(handle, [one for one in context.directory.mentors if context.mentor(one)])
        hint = f"Did you mean `{near}`?" if near else "Their GitHub name stands at the top of their page."
        yield f"No mentor of that name is listed here. {hint} Please mend the field **Mentor** above, or empty it to ask everybody."
        return
    if handle == mentee.handle or context.is_one(mentee, handle, {}):
        yield "You named yourself as the mentor. Please name somebody else in the field **Mentor** above, or empty it to ask everybody."
        return
    earlier = context.open_between(mentee.handle, handle, number)
    if earlier:
        yield f"You have an open request with this mentor already: #{earlier.number}. Please go on there, and take this one back with `/withdraw`, or name somebody else in the field **Mentor** above."
        return
    if not can_take(handle, asked.kind, context):
        yield _why_not(context.statuses[handle], asked.kind)


def _why_not(status: AvailabilityStatus, kind: str) -> str:
    if kind == "group" and status.can_be_asked:
        reason = "has no free place in a group at the moment"
    elif status.availability == "waitlist" and status.openings:
        reason = "has as many requests to answer as they can take at the moment"
    else:
        reason = AVAILABILITY[status.availability].reason
    until = f" until {day(status.until)}" if status.until else ""
    return f"This mentor {reason}{until}. Please name somebody else in the field **Mentor** above, or empty it to ask everybody."


def _about_the_mentee(asked: Asked, mentee: Person, number: int, context: RequestContext) -> Iterator[str]:
    most = context.directory.settings.requests.limits.open_for_each_mentee
    running = context.open_of_mentee(mentee.handle, number)
    if len(running) >= most:
        numbers = ", ".join(f"#{one.number}" for one in running)
        yield f"You have {counted(len(running), 'open request')} already: {numbers}. At most {most} can be open at once, so that everybody gets an answer. When one has ended, or you have taken one back with `/withdraw`, write any comment here, and this one goes out."


def _about_the_program(asked: Asked, context: RequestContext) -> Iterator[str]:
    if not asked.program and asked.kind != "application":
        return
    program = context.directory.programs.get(asked.program)
    if program is None:
        near = closest(asked.program, list(context.directory.programs)) if asked.program else None
        hint = f" Did you mean `{near}`?" if near else ""
        yield f"There is no program of that name.{hint} Its short name stands on its page; please mend the field **Program** above."
        return
    if asked.kind != "application":
        return
    if program.visibility == "private-repo" and program.private_repository != context.directory.settings.repository:
        yield "This program takes applications in a place of its own, to which its page leads. Please apply there, and take this one back with `/withdraw`: nothing about it belongs in a public issue."
        return
    state = program.state(context.today)
    if state != "open":
        words = {"upcoming": "does not take applications yet", "archived": "is over"}.get(
            state, "takes no applications any more"
        )
        yield f"This program {words}. Its page says from when to when; the other programs are listed beside it."
    if asked.mentor and program.mentors and asked.mentor not in program.mentors:
        yield "The mentor you name takes no part in this program. Its page shows who does; please mend the field **Mentor** above, or empty it."
    most = program.places
    if (
        most
        and sum(
            one.program == program.id
            and one.kind == "application"
            and one.state in ("accepted", "trial", "active", "on-break")
            for one in context.other_requests
        )
        >= most
    ):
        yield "All places of this program are taken. Its page may tell of a next round; the other programs are listed beside it."
