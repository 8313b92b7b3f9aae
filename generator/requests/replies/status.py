"""The one comment that is edited in place: the state of a request, whom it waits for, and the commands that count now."""

from generator.model.request_state import ENDINGS, STATE, WITHOUT_MENTOR
from generator.requests.commands.available import available_commands
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import BotMemory, Event, status_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import in_force, pause_end, stated_capacity
from generator.requests.replies.markdown_links import link_to_mentor, mentee_of, name_of, private_contact
from generator.requests.replies.relay import about_relay
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day_in_year


def status_body(request: RequestState, memory: BotMemory, context: RequestContext) -> str:
    """Write the status comment, with the bot's memory in its first line."""
    parts = [
        f"{status_mark(memory, request.number, (request.sender or request.mentee).id, context.seal)}\n{_line(request, memory, context)}",
        about_relay(request),
        _read_as(request, context),
        _missing(request),
        *(f"> {tip}" for tip in request.tips),
        _assignment(request),
        _availability(request, context),
        _what_to_do(request, context),
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


def _closes(request: RequestState, context: RequestContext) -> str:
    """Say until when an answer is waited for, where a request ends without one."""
    if not request.due or not STATE[request.state].silence_closes_it:
        return ""
    return _("closes on {day} without an answer", day=day_in_year(request.due, context.today))


_READ_AS = {
    "accept": N_("I read what {who} wrote as a yes. Not what you meant? Reply `undo`."),
    "interested": N_("I read what {who} wrote as a yes. Not what you meant? Reply `undo`."),
    "decline": N_("I read what {who} wrote as a no. Not what you meant? Reply `undo`."),
    "ask": N_("I read what {who} wrote as a question. Not what you meant? Reply `undo`."),
    "waitlist": N_("I read what {who} wrote as “later”. Not what you meant? Reply `undo`."),
    "redirect": N_("I passed this on because of what {who} wrote. Not what you meant? Reply `undo`."),
}


def _read_as(request: RequestState, context: RequestContext) -> str:
    """Say what was done because of plain words, and how to take that back."""
    if request.understood is None:
        return ""
    event = request.understood.event
    who = mentee_of(request, context) if event.role == MENTEE else name_of(event.by.handle, context)
    text = _READ_AS.get(event.command, N_("I did this because of what {who} wrote. Not what you meant? Reply `undo`."))
    return f"<sub>{_(text, who=who)}</sub>"


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


_IN_A_TEST = {
    "complete": N_("Say that the notification arrived."),
    "end": N_("Stop the test."),
    "close": N_("Stop the test."),
    "spam": N_("Remove what isn't a test. The issue is closed and locked."),
}
"""What the commands mean in a notification test; no others are offered there."""
_IN_AN_OFFER = {
    "accept": N_("Say yes. The two of you then have a mentorship, here in this issue."),
    "decline": N_("Say no. You don't need to give a reason."),
    "ask": N_("Ask something first. The next comment of who offers counts as the answer."),
    "withdraw": N_("Take the offer back. You don't need to give a reason."),
}
"""What the commands mean while a mentee has an offer to answer."""
_BOTH = "both"
_ROLES = (MENTOR, MENTEE, _BOTH, ANY_MENTOR, COORDINATOR)
_IN_WORDS = {
    ("waiting", MENTOR): N_("Just reply: yes, no, or a question. “Yes, but not before March” works too."),
    ("question", MENTEE): N_("Just reply. Your next comment is the answer."),
    ("waitlisted", MENTOR): N_("Say yes as soon as you have a free spot."),
    ("declined", MENTEE): N_("Reply with a mentor’s name, and I’ll ask them."),
    ("expired", MENTEE): N_("Reply with a mentor’s name, and I’ll ask them."),
    ("expired", MENTOR): N_("A late yes still counts."),
    ("accepted", _BOTH): N_("Find a first time to talk, then say that you’ve started."),
    ("active", _BOTH): N_("Meet as you agreed. Tell us when you’re done, or if you’re stuck."),
}
"""What someone can do in a state, in the words of people; commands are the exact way to say the same."""


def _what_to_do(request: RequestState, context: RequestContext) -> str:
    """Fold away what each person can do now, in their words first and as commands after that."""
    if request.state == "removed":
        return ""
    lists = [_of_role(role, request, context) for role in _ROLES]
    lists = [one for one in lists if one]
    if not lists:
        return ""
    foot = _(
        "Talk freely here. To reach the coordinators where nobody else reads along, [write to them privately]({contact}).",
        contact=private_contact(context),
    )
    summary = f"<details><summary>{_('What you can do now')}</summary>"
    return "\n\n".join([summary, *lists, "" if request.kind == "self-test" else foot, "</details>"]).replace(
        "\n\n\n\n", "\n\n"
    )


def _of_role(role: str, request: RequestState, context: RequestContext) -> str:
    commands = _commands_of(role, request)
    if request.mentor and not context.has_account(request.mentor, request.memory.ids):
        if role in (MENTOR, _BOTH):
            return "" if role == _BOTH else _through_coordinators(request, context)
        commands = _of_one(role, request)
    offered = request.kind == "offer" and request.state != "question"
    words = (
        _(_IN_WORDS[request.state, role])
        if not offered and (request.state, role) in _IN_WORDS and request.mentor
        else ""
    )
    if role == MENTEE and (request.listed or request.offered):
        words = _("Reply with a mentor’s name to choose yourself. Found someone? Just say so.")
    if not commands:
        return ""
    who = {
        MENTOR: name_of(request.mentor, context) if request.mentor else "",
        MENTEE: mentee_of(request, context),
        _BOTH: _("{mentee} and {mentor}", mentee=mentee_of(request, context), mentor=name_of(request.mentor, context))
        if request.mentor
        else "",
        ANY_MENTOR: _("Any mentor"),
        COORDINATOR: _("Coordinators"),
    }[role]
    lines = "\n".join(f"- `{one.written}`: {_does(one, request)}" for one in commands)
    return f"**{who}** {words}".rstrip() + f"\n\n{lines}"


def _through_coordinators(request: RequestState, context: RequestContext) -> str:
    """Say what coordinators pass on for a mentor without an account."""
    commands = [one for one in _of_one(MENTOR, request) if one.name not in ("help", "undo")]
    if not commands:
        return ""
    mentor = name_of(request.mentor, context)
    written = ((one, one.written.removeprefix("/").replace("@login", "HANDLE")) for one in commands)
    lines = "\n".join(f"- `/for {request.mentor} {words}`: {_does(one, request)}" for one, words in written)
    about = _("{mentor} isn’t on GitHub. Pass on what they answer:", mentor=mentor)
    return f"**{_('Coordinators, for {mentor}', mentor=mentor)}** {about}\n\n{lines}"


def _does(command: Command, request: RequestState) -> str:
    if request.kind == "offer" and command.name in _IN_AN_OFFER:
        return _(_IN_AN_OFFER[command.name])
    return (
        _(_IN_A_TEST[command.name])
        if request.kind == "self-test" and command.name in _IN_A_TEST
        else _(command.summary)
    )


def _commands_of(role: str, request: RequestState) -> list[Command]:
    """Return what is worth naming to someone now; what mentor and mentee may both write is named once."""
    if role == _BOTH:
        return [one for one in _of_one(MENTOR, request) if one in _of_one(MENTEE, request)]
    own = _of_one(role, request)
    other = {MENTOR: MENTEE, MENTEE: MENTOR}.get(role)
    return [one for one in own if one not in _of_one(other, request)] if other else own


def _of_one(role: str, request: RequestState) -> list[Command]:
    if role == MENTOR and not request.mentor:
        return []
    if role == ANY_MENTOR and ((request.mentor and not request.offered) or request.kind == "self-test"):
        return []
    commands = [one for one in available_commands(request, (role,)) if not one.about_availability]
    return [one for one in commands if one.name in _IN_A_TEST] if request.kind == "self-test" else commands
