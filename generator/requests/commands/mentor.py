"""What a mentor says about a request: yes, no, later, a question, or that they would take up an open one."""

from dataclasses import replace

from generator.requests.commands.command import ANSWERABLE, ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command, moves_to
from generator.requests.commands.deciding import is_theirs_to_decide, list_is_needed
from generator.requests.lifecycle.admission import has_room
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import last_day
from generator.requests.lifecycle.offers import accepted
from generator.requests.lifecycle.program_spots import (
    back_in_program,
    put_on_list,
    refuse_proposal,
    stays_in_program,
    take_proposal,
    turn_down,
)
from generator.requests.lifecycle.state import RequestState, asking, moved
from generator.requests.lifecycle.waiting_list import back_on_list
from generator.text.catalogue import N_, _

REASONS = {
    "no-capacity": N_("{mentor} can’t take this one: no free time right now."),
    "not-my-area": N_("{mentor} can’t take this one: it isn’t quite their area."),
    "timing": N_("{mentor} can’t take this one: the timing doesn’t work."),
    "stage": N_("{mentor} thinks someone else can help you better at this stage."),
    "format": N_("{mentor} can’t take this one: they work in a different way."),
    "other": N_("{mentor} can’t take this one."),
}
"""Why a mentor says no, and how it is passed on."""


_LATEST = 366


def decline(request: RequestState, event: Event) -> RequestState:
    """Move the request to its end, with the reason that was given; an offer goes on to the next mentor.

    Coordinators turn an application down; whoever has a spot in a program keeps it when a mentor says no.
    """
    if event.role == MENTEE:
        return refuse_proposal(request, event.at, event.event_id)
    if event.role == COORDINATOR:
        return turn_down(request, event.at, event.event_id)
    if request.offered:
        return back_on_list(request, event.at, event.event_id)
    if stays_in_program(request):
        return back_in_program(request, event.at)
    answered_at = request.answered_at or event.at
    return moved(request, "declined", event.at, event.event_id, cause=reason_of(event.words), answered_at=answered_at)


def reason_of(words: str) -> str:
    """Return the reason that was given, "other" where none was."""
    return _first(words) if _first(words) in REASONS else "other"


def _first(words: str) -> str:
    return (words.lower().split() or ["other"])[0].strip(".,;:!")


def keep_for_later(request: RequestState, event: Event) -> RequestState:
    """Keep the request until a day, or until there is a free spot: of the mentor, or of the program."""
    if event.role == COORDINATOR:
        return put_on_list(request, event.at, event.event_id)
    until = last_day(event.words, event.at.date(), 0) if event.words else None
    answered_at = request.answered_at or event.at
    return moved(request, "waitlisted", event.at, event.event_id, until=until, answered_at=answered_at)


def day_is_near(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A day that is named lies ahead, and not too far; a program's waiting list is there when all its spots are taken."""
    if event.role == COORDINATOR:
        return list_is_needed(request, event, context)
    until = last_day(event.words, event.at.date(), 0)
    if until is not None and (until - event.at.date()).days > _LATEST:
        return _(
            "Please name a day within a year, for example `/waitlist 2027-03-01`, or none. Nothing has changed yet."
        )
    return None


def show_interest(request: RequestState, event: Event) -> RequestState:
    """Ask the mentor who took up an open request; from who was asked before, it is the yes itself."""
    handle = event.by.handle
    if handle in request.tried:
        taken = replace(request, mentor=handle)
        return moved(taken, "accepted", event.at, event.event_id, answered_at=event.at)
    return asking(request, handle, event.at, event.event_id)


def is_free_to_take(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Only a request without a mentor can be taken up, by someone with a free spot who is not the mentee."""
    handle = context.mentor_handle_of(event.by, request.memory.ids)
    if request.mentor and not request.offered:
        return _(
            "This request already has a mentor, so nothing has changed. The list of open requests on the site shows who is still looking."
        )
    if event.by.id == request.mentee.id:
        return _("This is your own request, so nothing has changed. Someone else has to pick it up.")
    earlier = context.open_between(request.mentee, handle, request.number)
    if earlier:
        return _(
            "You already have an open request from the same mentee, #{number}, so nothing has changed.",
            number=earlier.number,
        )
    if handle not in request.tried and not has_room(handle, request.kind, context):
        return " ".join(
            [
                _("You can't be asked right now, so nothing has changed."),
                _how_to_be_asked(context),
                _("Then write `/interested` again."),
            ]
        )
    return None


def _how_to_be_asked(context: RequestContext) -> str:
    availability_issue = context.availability_issue
    return (
        _(
            "In the availability issue (#{number}), `/resume` ends a pause, `/confirm` says that your profile is still right, and `/capacity` with a number sets your spots.",
            number=availability_issue,
        )
        if availability_issue
        else _("Your page on the site says why, and changing your profile fixes it.")
    )


ACCEPT = Command(
    "accept",
    (MENTOR,),
    (*ANSWERABLE, "expired"),
    lambda request, event: (
        take_proposal(request, event.at, event.event_id)
        if event.role == MENTEE and request.proposed
        else accepted(request, event)
    ),
    of_proposals=True,
    summary=N_("Say yes. It counts even after the request has expired."),
    more=N_(
        "Mentors decide how many spots they have, so a yes beyond that counts too. The site then shows them as full."
    ),
)
DECLINE = Command(
    "decline",
    (MENTOR,),
    ANSWERABLE,
    decline,
    argument="reason",
    check=is_theirs_to_decide,
    of_proposals=True,
    of_applications=("held", "waitlisted"),
    summary=N_(
        "Say no, with a reason if you like: no-capacity, not-my-area, timing, stage, format or other. I then suggest other mentors."
    ),
)
ASK = Command(
    "ask",
    (MENTOR,),
    ("waiting", "talking", "waitlisted", "undecided"),
    moves_to("question", answers=True),
    argument="your question",
    takes_text=True,
    summary=N_("Ask something first. The mentee's next comment counts as the answer."),
)
WAITLIST = Command(
    "waitlist",
    (MENTOR,),
    ("waiting", "question", "talking", "undecided"),
    keep_for_later,
    argument="date",
    check=day_is_near,
    of_applications=("held",),
    summary=N_(
        "Keep the request until you have a free spot, or until a date, for example `/waitlist 2027-03-01`. Then write `/accept`."
    ),
)
INTERESTED = Command(
    "interested",
    (ANY_MENTOR,),
    ("waiting",),
    show_interest,
    check=is_free_to_take,
    offered=lambda request, role: not request.mentor or request.offered,
    summary=N_("Offer to take an open request. I then send it to you, and you can accept."),
)
