"""What a mentor says about a request: yes, no, later, a question, or that they would take up an open one."""

from generator.requests.commands.command import ANSWERABLE, ANY_MENTOR, MENTOR, Command, moves_to
from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, asking, moved
from generator.text.catalogue import N_

REASONS = {
    "no-capacity": "has no room at the moment",
    "not-my-area": "is not the right person for these goals",
    "timing": "cannot at the time you need",
    "stage": "thinks that somebody else fits better where you are now",
    "format": "works in another way than the one you asked for",
    "other": "cannot take this on",
}
"""Why a mentor says no, and how it is passed on."""


def decline(request: RequestState, event: Event) -> RequestState:
    """Move the request to its end, with the reason that was given."""
    answered_at = request.answered_at or event.at
    return moved(request, "declined", event.at, event.event_id, cause=reason_of(event.words), answered_at=answered_at)


def reason_of(words: str) -> str:
    """Return the reason that was given, "other" where none was."""
    return _first(words) if _first(words) in REASONS else "other"


def _first(words: str) -> str:
    return (words.lower().split() or ["other"])[0].strip(".,;:!")


def reason_is_known(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A reason is one of a few words, so that it can be passed on kindly."""
    if _first(event.words) not in REASONS:
        return f"The reason behind `/decline` can be {', '.join(f'`{reason}`' for reason in REASONS)}, or nothing at all, so nothing was changed. Please write for example `/decline no-capacity`."
    return None


def show_interest(request: RequestState, event: Event) -> RequestState:
    """Ask the mentor who took up an open request."""
    return asking(request, event.by.handle, event.at, event.event_id)


def is_free_to_take(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Only a request without a mentor can be taken up, by somebody with room who is not the mentee."""
    if request.mentor:
        return "This request has gone to a mentor already, so nothing was changed. The list of open requests on the site shows who still looks for one."
    handle = context.mentor_handle_of(event.by, request.memory.ids)
    if event.by.id == request.mentee.id:
        return "This is your own request, so nothing was changed; somebody else has to take it up."
    earlier = context.open_between(request.mentee.handle, handle, request.number)
    if earlier:
        return f"The same person has an open request with you already, #{earlier.number}, so nothing was changed."
    if not can_take(handle, request.kind, context):
        return f"You cannot be asked at the moment, so nothing was changed. {_how_to_be_asked(context)} Then write `/interested` again."
    return None


def _how_to_be_asked(context: RequestContext) -> str:
    desk = context.directory.settings.requests.availability_desk
    return (
        f"At the availability desk (#{desk}), `/resume` ends a pause, `/confirm` an old profile, and `/capacity` with a number says how many places you have."
        if desk
        else "Your page on the site says why; a change of your profile mends it."
    )


ACCEPT = Command(
    "accept",
    (MENTOR,),
    (*ANSWERABLE, "expired"),
    moves_to("accepted", answers=True),
    summary=N_("Say yes. It counts even after the request has expired."),
    more=N_(
        "How many places a mentor has is theirs to say, so a yes beyond them counts too; the site then shows them as full."
    ),
)
DECLINE = Command(
    "decline",
    (MENTOR,),
    ANSWERABLE,
    decline,
    argument="reason",
    check=reason_is_known,
    summary=N_(
        "Say no, with a reason if you like: no-capacity, not-my-area, timing, stage, format or other. Others who have room are then named."
    ),
)
ASK = Command(
    "ask",
    (MENTOR,),
    ("waiting", "waitlisted"),
    moves_to("question", answers=True),
    argument="your question",
    takes_text=True,
    summary=N_("Ask something first. The next comment of the mentee hands the turn back to you."),
)
WAITLIST = Command(
    "waitlist",
    (MENTOR,),
    ("waiting", "question"),
    moves_to("waitlisted", answers=True),
    summary=N_("Keep the request until you have room, and write `/accept` then."),
)
INTERESTED = Command(
    "interested",
    (ANY_MENTOR,),
    ("waiting",),
    show_interest,
    check=is_free_to_take,
    offered=lambda request, role: not request.mentor,
    summary=N_("Say that an open request is one for you. You are then asked, and can accept."),
)
