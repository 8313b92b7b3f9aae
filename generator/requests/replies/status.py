"""The one comment that is edited in place: the state of a request, whom it waits for, and the commands that count now."""

from generator.model.request_state import ENDINGS, STATE
from generator.requests.commands.available import available_commands
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import BotMemory, Event, status_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.statements import in_force, pause_end, stated_capacity
from generator.requests.replies.markdown_links import link_to_mentor
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day


def status_body(request: RequestState, memory: BotMemory, context: RequestContext) -> str:
    """Write the status comment, with the bot's memory in its first line."""
    parts = [
        f"{status_mark(memory, request.number, request.mentee.id, context.seal)}\n**{_title(request)}**",
        _next(request, context),
        _missing(request),
        *(f"> {tip}" for tip in request.tips),
        _assignment(request),
        _availability(request, context),
        _commands(request),
    ]
    return "\n\n".join(part for part in parts if part)


def _title(request: RequestState) -> str:
    if request.kind == "self-test":
        return _("Notification test: over") if request.state in ENDINGS else _("Notification test")
    if request.state == "waiting" and not request.mentor:
        return _("Open: waiting for a mentor")
    return _(STATE[request.state].title)


def _next(request: RequestState, context: RequestContext) -> str:
    """Say whom the request waits for, and until when."""
    parts = [_now(request, context)]
    silence_ends_it = (STATE[request.state].silence_closes_it and (request.state != "accepted" or request.mentor)) or (
        request.kind == "self-test" and request.state == "active"
    )
    if request.due and silence_ends_it:
        parts.append(_("If nobody responds, it closes on {day}.", day=day(request.due)))
    return " ".join(parts)


def _now(request: RequestState, context: RequestContext) -> str:
    mentor = link_to_mentor(request.mentor, context) if request.mentor else ""
    since = day(request.since)
    if request.kind == "self-test":
        return (
            _("See the result in my comment below.")
            if request.state in ENDINGS
            else _("See what to do in my comment below.")
        )
    match request.state:
        case "incomplete":
            return _("We're waiting for the mentee. Nobody else has been notified yet.")
        case "held":
            return _("We're waiting for the coordinators, since {day}.", day=since)
        case "waiting" if mentor:
            return _("We're waiting for {mentor}, since {day}.", mentor=mentor, day=since)
        case "waiting":
            return _("Any mentor can pick this up, since {day}.", day=since)
        case "question":
            return _("{mentor} asked a question on {day}. We're waiting for the mentee.", mentor=mentor, day=since)
        case "waitlisted":
            return _("{mentor} put this on the waitlist on {day}, until a spot is free.", mentor=mentor, day=since)
        case "accepted" if mentor:
            return _("{mentor} said yes on {day}. Next, get in touch, and write `/started`.", mentor=mentor, day=since)
        case "accepted":
            return _("Accepted on {day}. Mentors and mentees are matched after applications close.", day=since)
        case "trial":
            return _("With {mentor}, on trial since {day}.", mentor=mentor, day=since)
        case "active":
            return _("With {mentor}, since {day}.", mentor=mentor, day=since)
        case "on-break":
            return (
                _("With {mentor}, on a break until {day}.", mentor=mentor, day=day(request.until))
                if request.until
                else _("With {mentor}, on a break.", mentor=mentor)
            )
        case "removed":
            return _("A coordinator removed this on {day}.", day=since)
        case _other:
            return _("Since {day}. See my comment below for what you can do next.", day=since)


def _missing(request: RequestState) -> str:
    if not request.missing or request.state != "incomplete":
        return ""
    lines = "\n".join(f"- {sentence}" for sentence in request.missing)
    how = _("To change your text, choose **Edit** in the menu at its top right. I check it again as soon as you save.")
    return f"{lines}\n\n{how}"


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
            return _("{mentor} is paused until {day}.", mentor=mentor, day=day(until))
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
            return _("{mentor} confirmed their profile on {day}.", mentor=mentor, day=day(event.at))


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
_GROUPS = (
    (MENTOR, N_("**The mentor:**")),
    (MENTEE, N_("**The mentee:**")),
    (ANY_MENTOR, N_("**Any mentor:**")),
    (COORDINATOR, N_("**Coordinators:**")),
)


def _commands(request: RequestState) -> str:
    if request.state == "removed":
        return ""
    groups = [(title, _commands_of(role, request)) for role, title in _GROUPS]
    lists = [
        f"{_(title)}\n\n" + "\n".join(f"- `{one.written}`: {_does(one, request)}" for one in commands)
        for title, commands in groups
        if commands
    ]
    if not lists:
        return ""
    head = _("Start a comment with one of these commands. You can talk freely here; I only react to commands.")
    return "\n\n".join([f"<details><summary>{_('What you can do now')}</summary>", head, *lists, "</details>"])


def _does(command: Command, request: RequestState) -> str:
    return (
        _(_IN_A_TEST[command.name])
        if request.kind == "self-test" and command.name in _IN_A_TEST
        else _(command.summary)
    )


def _commands_of(role: str, request: RequestState) -> list[Command]:
    if role == MENTOR and not request.mentor:
        return []
    if role == ANY_MENTOR and (request.mentor or request.kind == "self-test"):
        return []
    commands = [one for one in available_commands(request, (role,)) if not one.about_availability]
    return [one for one in commands if one.name in _IN_A_TEST] if request.kind == "self-test" else commands
