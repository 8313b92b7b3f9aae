"""What mentor and mentee both may say: that the mentorship starts, goes on, pauses or ends, or that someone else fits better."""

from dataclasses import replace
from datetime import timedelta

from generator.model.request_state import IDLE_STATES, PENDING_STATES, STATES
from generator.requests.commands.command import (
    ANSWERABLE,
    MENTEE,
    MENTOR,
    RUNNING,
    Command,
    changes_nothing,
    moves_to,
)
from generator.requests.commands.naming import can_be_named, named_in
from generator.requests.lifecycle.after_yes import first_state
from generator.requests.lifecycle.before_yes import is_overdue
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import last_day
from generator.requests.lifecycle.program_spots import NO_SPOT, ON_LIST
from generator.requests.lifecycle.sending_limits import asked_lately
from generator.requests.lifecycle.state import RequestState, asking, moved
from generator.requests.lifecycle.turns import undone
from generator.requests.lifecycle.waiting_list import ANYONE, back_on_list
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day
from generator.text.github_addresses import issue_form
from generator.text.markdown_escape import plain

_BOTH = (MENTOR, MENTEE)
_USUAL_BREAK = 30


def start(request: RequestState, event: Event) -> RequestState:
    """Begin the trial, where there is one."""
    return moved(request, first_state(request), event.at, event.event_id)


def has_a_mentor(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """There is nobody to be in contact with before a mentor was found."""
    return None if request.mentor else _("There’s no mentor for this application yet, so there’s nothing to start.")


def take_break(request: RequestState, event: Event) -> RequestState:
    """Pause until a day."""
    until = last_day(event.words, event.at.date(), _USUAL_BREAK)
    until = until or event.at.date() + timedelta(days=_USUAL_BREAK)
    return moved(request, "on-break", event.at, event.event_id, until=until)


def is_short_enough(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A break has an end, and not a far one."""
    longest = context.directory.settings.requests.days.break_at_most
    until = last_day(event.words, event.at.date(), min(_USUAL_BREAK, longest))
    if until is None:
        return _("Please say how long, for example `/break 3 weeks` or `/break 2027-01-31`. Nothing has changed yet.")
    if (until - event.at.date()).days > longest:
        return ngettext(
            "A break can last {count} day at most, so nothing has changed. For longer, write `/end`, and ask again later.",
            "A break can last {count} days at most, so nothing has changed. For longer, write `/end`, and ask again later.",
            longest,
        )
    return None


def says_something(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A goal or an update has a text."""
    return (
        None
        if event.words.strip()
        else _("Please write your text after `/{command}`, on the same line or below.", command=event.command)
    )


def pass_on(request: RequestState, event: Event) -> RequestState:
    """Ask the mentor who is named; where a mentee names nobody, any mentor is right."""
    handle = named_in(event.words)
    if not handle:
        return back_on_list(request, event.at, event.event_id, ANYONE)
    return asking(request, handle, event.at, event.event_id, offered=event.words.endswith(f" {ANYONE}"))


def is_theirs_to_pass_on(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A mentor passes on what waits for them, a mentee what waits for nobody."""
    if event.role == MENTEE and request.mentor and not may_move_on(request, event, context):
        return _(
            "This is waiting for {mentor}, so nothing has changed. To ask someone else instead, write `/withdraw` and send a new request.",
            mentor=plain(context.name(request.mentor)),
        )
    if event.role == MENTEE and request.cause in (NO_SPOT, ON_LIST):
        form = issue_form(context.directory.settings.repository, "request.yml")
        instead = _("To ask a mentor without the program, [send a request]({form}).", form=form)
        return "\n\n".join([_("This was an application to a program, so I can’t pass it on."), instead])
    if event.role == MENTEE and request.cause == "held":
        return _(
            "No coordinator has reviewed this yet, so nothing has changed. A coordinator can still pass it on, or you can send a new request."
        )
    if event.role == MENTOR and request.state not in PENDING_STATES:
        return _(
            "This request has ended for you, so nothing has changed. The mentee or a coordinator can still pass it on."
        )
    most = context.directory.settings.requests.limits.open_for_each_mentee
    if (request.state not in PENDING_STATES or request.state in IDLE_STATES) and len(
        context.counted_of_mentee(request.mentee, request.number)
    ) >= most:
        return ngettext(
            "You already have {count} open request, the most at a time, so nothing has changed. When it has ended, write `/redirect` again.",
            "You already have {count} open requests, the most at a time, so nothing has changed. When one has ended, write `/redirect` again.",
            most,
        )
    if event.role == MENTEE and not named_in(event.words):
        if request.listed or request.offered:
            return _(
                "Your request is on the waiting list already, so nothing has changed. To ask someone, add their name."
            )
        return None if request.sent_at else can_be_named(request, event, context)
    if event.role == MENTEE and (again := asked_lately(named_in(event.words), request, context)):
        return _(
            "You've already asked this mentor in the last 24 hours, so nothing has changed. You can ask them again after {day}.",
            day=day(again.date()),
        )
    return can_be_named(request, event, context)


def may_move_on(request: RequestState, event: Event, context: RequestContext) -> bool:
    """Whether a mentee need not wait any longer for the mentor who is asked."""
    return request.state not in PENDING_STATES or _has_waited(request) or is_overdue(request, context, event.at)


def _has_waited(request: RequestState) -> bool:
    if request.state == "waiting" and request.offered:
        return True
    return request.state in ("waitlisted", "undecided") or (request.state == "talking" and request.questions > 0)


def can_pass_on(request: RequestState, role: str) -> bool:
    """A mentee has nothing to pass on while a mentor may still answer soon, nor a request that nobody was notified of."""
    if role == MENTEE and (request.sent_at is None or request.cause in ("held", NO_SPOT, ON_LIST)):
        return False
    asked = bool(request.mentor and request.state in PENDING_STATES)
    return asked if role == MENTOR else not asked or request.overdue or _has_waited(request)


def has_something_to_undo(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Only whoever wrote the words can take back what they did, and only before someone has acted on it."""
    if request.understood is None:
        return _("There is nothing that I could take back any more, so nothing has changed.")
    if request.understood.event.by.id != event.by.id:
        return _("Only whoever wrote that can take it back, so nothing has changed.")
    return None


UNDO = Command(
    "undo",
    _BOTH,
    STATES,
    undone,
    check=has_something_to_undo,
    of_applications=("accepted", "waiting", "waitlisted", "declined"),
    offered=lambda request, role: request.understood is not None and request.understood.event.role == role,
    summary=N_("Take back what I read in your words, as long as nobody has acted on it."),
)
REDIRECT = Command(
    "redirect",
    _BOTH,
    (*ANSWERABLE, "declined", "expired"),
    pass_on,
    argument="@login",
    check=is_theirs_to_pass_on,
    offered=can_pass_on,
    summary=N_("Pass the request on to another mentor."),
    more=N_(
        "Mentors can pass on what is waiting for them. Mentees can pass on what is waiting for nobody, for example after a no. Without a name, their request goes to the waiting list."
    ),
)
STARTED = Command(
    "started",
    _BOTH,
    ("accepted", "quiet"),
    start,
    check=has_a_mentor,
    offered=lambda request, role: bool(request.mentor),
    summary=N_("Say that you're in touch. The trial begins, if there is one."),
)
CONTINUE = Command(
    "continue",
    _BOTH,
    ("trial", "active", "on-break", "quiet"),
    moves_to("active"),
    summary=N_("Keep going: after the trial, during a break, or at a check-in."),
)
UPDATE = Command(
    "update",
    _BOTH,
    RUNNING,
    changes_nothing,
    argument="text",
    check=says_something,
    takes_text=True,
    changes=False,
    summary=N_("Share how it's going. Any other comment also shows that you're still in touch."),
)
BREAK = Command(
    "break",
    _BOTH,
    ("trial", "active", "quiet"),
    take_break,
    argument="how long",
    check=is_short_enough,
    summary=N_("Take a break, for example `/break 3 weeks` or `/break 2027-01-31`. It ends by itself."),
)
COMPLETE = Command(
    "complete",
    _BOTH,
    RUNNING,
    moves_to("completed"),
    summary=N_("Say that you've reached your goal. The mentor's spot is free again."),
)
END = Command(
    "end",
    _BOTH,
    RUNNING,
    moves_to("ended", role_is_cause=True),
    summary=N_("Stop. Nobody has to give a reason. The mentor's spot is free again."),
)
HELP = Command(
    "help",
    _BOTH,
    tuple(state for state in STATES if state != "removed"),
    lambda request, event: replace(request, help_wanted=event),
    summary=N_("Call a coordinator. One of them answers here."),
    more=N_("If it is about someone’s behaviour, write to the coordinators privately instead."),
)
THANKS = Command(
    "thanks",
    _BOTH,
    (*RUNNING, "completed", "ended", "declined"),
    changes_nothing,
    argument="your words",
    takes_text=True,
    summary=N_("Say thank you. It appears only here."),
)
