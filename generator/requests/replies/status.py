"""The one comment that is edited in place: the state of a request, whom it waits for, and the commands that count now."""

from generator.model.request_state import ENDINGS, STATE, WITHOUT_MENTOR
from generator.requests.commands.command import MENTEE
from generator.requests.lifecycle.bot_memory import BotMemory, Event, status_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.program_spots import (
    NO_MENTOR,
    NO_SPOT,
    ON_LIST,
    SAID_NO,
    UNHEARD,
    is_on_program_list,
    older_on_list,
)
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import in_force, pause_end, stated_capacity
from generator.requests.replies.goals import work_of
from generator.requests.replies.markdown_links import link_to_mentor, mentee_of
from generator.requests.replies.next_steps import what_to_do
from generator.requests.replies.read_as import read_as
from generator.requests.replies.relay import about_relay
from generator.text.catalogue import _, ngettext
from generator.text.dates import day_in_year


def status_body(request: RequestState, memory: BotMemory, context: RequestContext) -> str:
    """Write the status comment, with the bot's memory in its first line."""
    parts = [
        f"{status_mark(memory, request.number, (request.sender or request.mentee).id, context.seal)}\n{_line(request, memory, context)}",
        about_relay(request),
        *work_of(request, context),
        read_as(request, context),
        _missing(request),
        *(f"> {tip}" for tip in request.tips),
        _assignment(request),
        _availability(request, context),
        what_to_do(request, context),
    ]
    return "\n\n".join(part for part in parts if part)


def _line(request: RequestState, memory: BotMemory, context: RequestContext) -> str:
    """Say in one line what a request waits for, since when, and what comes next."""
    title, *more = _told(request, memory, context)
    return " · ".join([f"**{title}**", *filter(None, more)])


def _told(request: RequestState, memory: BotMemory, context: RequestContext) -> tuple[str, ...]:
    """Return the title of the state, and what is said beside it."""
    mentee, mentor = mentee_of(request, context), link_to_mentor(request.mentor, context) if request.mentor else ""
    since = day_in_year(request.since, context.today)
    both = _("{mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentor else mentee
    closes = _closes(request, context)
    if request.kind == "self-test":
        over = request.state in ENDINGS
        return (_("Notification test: over") if over else _("Notification test"), _("see my comment below"))
    match request.state:
        case "incomplete":
            return (_("Not sent yet"), _("{mentee}, edit your text above, and I’ll send it right away", mentee=mentee))
        case "waitlisted" if is_on_program_list(request):
            listed = _("since {day}", day=since)
            return (
                _("On the program’s waiting list"),
                listed,
                _place_on_list(request, context),
                _ends(request, context),
            )
        case "accepted" if not mentor and request.cause in (NO_MENTOR, SAID_NO, UNHEARD):
            return (_("In the program"), _("a coordinator looks for another mentor"))
        case "declined" if request.cause == NO_SPOT:
            return (_("No spot in the program"), "", _("on {day}", day=since))
        case "held":
            return (_("A coordinator looks first"), _("since {day}", day=since), closes)
        case "waiting" if request.offered:
            return (_("Asking {mentor}", mentor=mentor), _("since {day}", day=since), _next_one(request, context))
        case "waiting" if mentor:
            return (_("Waiting for {mentor}", mentor=mentor), _("asked on {day}", day=since), closes)
        case "waiting":
            listed = day_in_year(request.listed_at or request.since, context.today)
            return (
                _("On the waiting list"),
                _("since {day}", day=listed),
                _position(memory),
                _until(request, context),
            )
        case "question" if request.proposed:
            named = _("{mentor} is proposed", mentor=link_to_mentor(request.proposed, context))
            return (named, _("waiting for {mentee} since {day}", mentee=mentee, day=since))
        case "question":
            return (
                _("{mentor} has a question", mentor=mentor),
                _("waiting for {mentee} since {day}", mentee=mentee, day=since),
                closes,
            )
        case "talking" if request.turn == MENTEE:
            return (
                _("{mentor} has answered", mentor=mentor),
                _("{mentee} is next", mentee=mentee),
                _("yes or no is still open"),
            )
        case "talking":
            return (_("In conversation"), _("{mentor} is next", mentor=mentor), _("yes or no is still open"))
        case "undecided":
            return (_("Not decided"), both, _("any reply brings this back"))
        case "quiet" if request.spot_free:
            return (
                _("Quiet"),
                both,
                _("since {day}", day=since),
                _("the spot is free again"),
                _("any reply brings this back"),
            )
        case "quiet":
            return (_("Quiet"), both, _("since {day}", day=since), _("any reply brings this back"))
        case "waitlisted" if request.until:
            return (
                _("{mentor} can help later", mentor=mentor),
                _("I’ll ask both of you on {day}", day=day_in_year(request.until, context.today)),
            )
        case "waitlisted":
            return (_("On the waitlist of {mentor}", mentor=mentor), _("since {day}", day=since), closes)
        case "accepted" if mentor:
            offered = request.asked is not None and request.asked.kind == "offer"
            said_yes = _("{mentor} said yes", mentor=mentee if offered else mentor)
            return (said_yes, _("next: a first time to talk"), closes)
        case "accepted":
            return (_("Accepted"), _("mentors are matched after applications close"))
        case "trial":
            return (_("Trying it out"), both, _("since {day}", day=since))
        case "active":
            return (_("Under way"), both, _("since {day}", day=since))
        case "on-break" if request.until:
            return (_("On a break"), both, _("until {day}", day=day_in_year(request.until, context.today)))
        case "on-break":
            return (_("On a break"), both)
        case "expired" if request.cause == ON_LIST:
            return (_("No spot opened in time"), "", _("on {day}", day=since))
        case "expired" if request.cause in WITHOUT_MENTOR:
            return (_("Closed without a mentor"), "", _("on {day}", day=since))
        case state:
            done = both if mentor and state in ("completed", "ended") else ""
            return (_(STATE[state].title), done, _("on {day}", day=since))


def _next_one(request: RequestState, context: RequestContext) -> str:
    """Say when another mentor is asked."""
    return _("after {day} I ask the next", day=day_in_year(request.due, context.today)) if request.due else ""


def _until(request: RequestState, context: RequestContext) -> str:
    return _("closes on {day} without a mentor", day=day_in_year(request.due, context.today)) if request.due else ""


def _position(memory: BotMemory) -> str:
    """Say how many people wait for the same and have asked before."""
    count = memory.position - 1
    if not count:
        return _("next in line")
    return ngettext("{count} person asked before", "{count} people asked before", count)


def _place_on_list(request: RequestState, context: RequestContext) -> str:
    """Say how many get a spot in the program first."""
    count = older_on_list(request, context)
    if not count:
        return _("next in line")
    return ngettext("{count} person is before you", "{count} people are before you", count)


def _ends(request: RequestState, context: RequestContext) -> str:
    return _("ends on {day} without a spot", day=day_in_year(request.due, context.today)) if request.due else ""


def _closes(request: RequestState, context: RequestContext) -> str:
    """Say until when an answer is waited for, where a request ends without one."""
    if not request.due or not STATE[request.state].silence_closes_it:
        return ""
    return _("closes on {day} without an answer", day=day_in_year(request.due, context.today))


def _missing(request: RequestState) -> str:
    if not request.missing or request.state != "incomplete":
        return ""
    how = _("To change your text, choose **Edit** in the menu at its top right.")
    return "\n".join([*(f"- {sentence}" for sentence in request.missing), "", how])


def _availability(request: RequestState, context: RequestContext) -> str:
    """Repeat what the mentor said last about their own availability, so that they see it was noted."""
    if not request.mentor:
        return ""
    newest = in_force(event for event in request.statements if event.by.handle == request.mentor)
    noted = (newest.get((request.mentor, subject)) for subject in ("pause", "capacity", "confirm"))
    return " ".join(filter(None, (_noted(event, request.mentor, context) for event in noted if event)))


def _noted(event: Event, handle: str, context: RequestContext) -> str:
    mentor = link_to_mentor(handle, context)
    match event.command:
        case "pause":
            until = pause_end(event)
            if not until or until < context.today:
                return ""
            return _("{mentor} is paused until {day}.", mentor=mentor, day=day_in_year(until, context.today))
        case "resume":
            return _("{mentor} isn't paused.", mentor=mentor)
        case "capacity":
            return ngettext(
                "{mentor} mentors {count} person at once.",
                "{mentor} mentors {count} people at once.",
                stated_capacity(event) or 0,
                mentor=mentor,
            )
        case _other:
            return _(
                "{mentor} confirmed their profile on {day}.", mentor=mentor, day=day_in_year(event.at, context.today)
            )


def _assignment(request: RequestState) -> str:
    if request.mentor in request.memory.refused and request.state in ("accepted", "trial", "active"):
        return _("GitHub didn't let me assign this issue to the mentor. That changes nothing here.")
    return ""
