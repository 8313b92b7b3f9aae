"""What each person can do now in a request: in their words first, and as commands after that."""

from generator.requests.commands.available import available_commands
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import mentee_of, name_of, private_contact
from generator.text.catalogue import N_, _

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
OF_COORDINATORS = {
    "decline": N_("Say no to the application. I name mentors and programs that are open."),
    "waitlist": N_("Put the applicant on the waiting list. The next spot that opens is theirs."),
}
"""What the commands mean when coordinators decide about an application with them."""
_OF_A_PROPOSAL = {
    "accept": N_("Say yes. I then ask the mentor, who can say yes or no."),
    "decline": N_("Say no. Your spot stays yours, and a coordinator looks for another mentor."),
}
"""What the commands mean to a mentee while a mentor is proposed."""
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
    ("active", _BOTH): N_(
        "Meet as you agreed. “Goal: …” notes a goal, “goal 1 is done” ticks it. Tell us when you’re done, or if you’re stuck."
    ),
}
"""What someone can do in a state, in the words of people; commands are the exact way to say the same."""


def what_to_do(request: RequestState, context: RequestContext) -> str:
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
    lines = "\n".join(f"- `{_written(one, role)}`: {_does(one, request, role)}" for one in commands)
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


def _written(command: Command, role: str) -> str:
    """Return how a command is written; coordinators decide without the reasons and dates of mentors."""
    return f"/{command.name}" if role == COORDINATOR and command.name in OF_COORDINATORS else command.written


def _does(command: Command, request: RequestState, role: str = "") -> str:
    if role == MENTEE and request.proposed and command.name in _OF_A_PROPOSAL:
        return _(_OF_A_PROPOSAL[command.name])
    if role == COORDINATOR and command.name in OF_COORDINATORS:
        return _(OF_COORDINATORS[command.name])
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
