"""The one comment that is edited in place: where a request stands, whose turn it is, and what can be said now."""

from generator.model.request import ENDINGS
from generator.requests.commands.available import available_commands
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import BotMemory, status_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import called
from generator.text.counting import listed
from generator.text.dates import day

TITLES = {
    "incomplete": "Something is still missing",
    "held": "A coordinator looks at this first",
    "waiting": "Waiting for an answer",
    "question": "The mentor asked something",
    "waitlisted": "On the waitlist",
    "accepted": "Accepted",
    "trial": "On trial",
    "active": "Running",
    "on-break": "On a break",
    "completed": "Completed",
    "ended": "Ended",
    "declined": "Declined",
    "expired": "Ended without an answer",
    "withdrawn": "Taken back",
    "removed": "Removed",
}
"""What each state is called at the top of a request."""


def status_body(request: RequestState, memory: BotMemory, context: RequestContext) -> str:
    """Write the status comment, with the bot's memory in its first line."""
    parts = [
        f"{status_mark(memory)}\n**{_title(request)}**",
        _turn(request, context),
        _missing(request),
        *(f"> {tip}" for tip in request.tips),
        _assignment(request),
        _availability(request, context),
        _words(request, context),
    ]
    return "\n\n".join(part for part in parts if part)


def _title(request: RequestState) -> str:
    if request.kind == "self-test":
        return f"A test whether messages arrive{': over' if request.state in ENDINGS else ''}"
    if request.state == "waiting" and not request.mentor:
        return "Open: waiting for a mentor who takes it up"
    return TITLES[request.state]


def _turn(request: RequestState, context: RequestContext) -> str:
    due = f" This ends by itself on {day(request.due)}." if request.due else ""
    mentor = called(request.mentor, context) if request.mentor else ""
    since = day(request.since)
    if request.kind == "self-test":
        return (
            "The result stands below." if request.state in ENDINGS else f"What to do stands in the comment below.{due}"
        )
    match request.state:
        case "incomplete":
            return f"It is the turn of whoever opened this, since nobody else has been told yet.{due}"
        case "held":
            return f"It is the coordinators' turn, since {since}.{due}"
        case "waiting" if mentor:
            return f"It is the turn of {mentor}, since {since}.{due}"
        case "waiting":
            return f"Any mentor can take this up, since {since}.{due}"
        case "question":
            return f"{mentor} asked something on {since}. It is the turn of whoever opened this.{due}"
        case "waitlisted":
            return f"{mentor} has kept this since {since}, until there is room.{due}"
        case "accepted" if mentor:
            return f"{mentor} said yes on {since}. It is the turn of both: make contact, and write `/started`.{due}"
        case "accepted":
            return f"There is a place, since {since}. Mentors and mentees are brought together when applications have closed."
        case "trial":
            return f"With {mentor}, on trial since {since}."
        case "active":
            return f"With {mentor}, since {since}."
        case "on-break":
            return f"With {mentor}, on a break until {day(request.until) if request.until else 'one of you says more'}."
        case "removed":
            return f"A coordinator removed this on {since}."
        case _:
            return f"On {since}. What comes next stands in my comment below."


def _missing(request: RequestState) -> str:
    if not request.missing or request.state != "incomplete":
        return ""
    lines = "\n".join(f"- {sentence}" for sentence in request.missing)
    return f"{lines}\n\nTo change your text, choose **Edit** in the menu at its top right. I look again as soon as you save."


def _availability(request: RequestState, context: RequestContext) -> str:
    """Repeat the last word of each kind that the mentor said about their own availability, so that they see it counted."""
    told = {"pause": "", "capacity": "", "confirm": ""}
    for word in request.words:
        if word.mentor != request.mentor:
            continue
        match word.command:
            case "pause" if word.until and word.until >= context.today:
                told["pause"] = f"is shown as paused until {day(word.until)}"
            case "pause" | "resume":
                told["pause"] = "is not paused" if word.command == "resume" else ""
            case "capacity":
                told["capacity"] = f"takes {word.capacity} at once"
            case "confirm":
                told["confirm"] = f"confirmed their profile on {day(word.at)}"
    event = [one for one in told.values() if one]
    return f"{called(request.mentor, context)} {listed(event)}." if event else ""


def _assignment(request: RequestState) -> str:
    if request.mentor in request.memory.refused and request.state in ("accepted", "trial", "active"):
        return "GitHub did not let me assign this issue to the mentor; that changes nothing here."
    return ""


_IN_A_TEST = {
    "complete": "Say that the message arrived.",
    "end": "Stop the test.",
    "close": "Stop the test.",
    "spam": "Remove what was never meant as a test. It is closed and locked.",
}
"""What the words mean in a test whether messages arrive; no others are offered there."""
_GROUPS = (
    (MENTOR, "The mentor"),
    (MENTEE, "Whoever opened this"),
    (ANY_MENTOR, "Any mentor"),
    (COORDINATOR, "Coordinators"),
)


def _words(request: RequestState, context: RequestContext) -> str:
    if request.state == "removed":
        return ""
    groups = [(title, _said_by(role, request)) for role, title in _GROUPS]
    written = [
        f"**{title}:**\n\n" + "\n".join(f"- `{one.written}`: {_does(one, request)}" for one in commands)
        for title, commands in groups
        if commands
    ]
    if not written:
        return ""
    head = (
        "Begin a comment with one of these words. Everything else that is written here is talk, and I stay out of it."
    )
    return (
        "<details><summary>What can be said here now</summary>\n\n" + "\n\n".join([head, *written]) + "\n\n</details>"
    )


def _does(command: Command, request: RequestState) -> str:
    return _IN_A_TEST.get(command.name, command.summary) if request.kind == "self-test" else command.summary


def _said_by(role: str, request: RequestState) -> list[Command]:
    if role == MENTOR and not request.mentor:
        return []
    if role == ANY_MENTOR and (request.mentor or request.kind == "self-test"):
        return []
    words = [one for one in available_commands(request, (role,)) if not one.about_availability]
    return [one for one in words if one.name in _IN_A_TEST] if request.kind == "self-test" else words
