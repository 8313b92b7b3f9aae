"""Decide whether a command may count now, and find the one clear answer when it may not."""

from collections.abc import Sequence
from dataclasses import replace

from generator.profiles.closest import closest
from generator.requests.commands import BY_NAME, COMMANDS
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.course import Course
from generator.requests.ledger import Said
from generator.requests.quoting import code
from generator.requests.registry import Registry

WHO = {
    MENTOR: "the mentor who was asked",
    MENTEE: "the person who asks",
    COORDINATOR: "a coordinator",
    ANY_MENTOR: "somebody listed as a mentor",
}
STATE_WORDS = {
    "incomplete": "incomplete",
    "held": "held until a coordinator has looked at it",
    "waiting": "waiting for an answer",
    "question": "waiting for the mentee's answer to a question",
    "waitlisted": "on the waitlist",
    "accepted": "accepted",
    "trial": "in its trial",
    "active": "running",
    "on-break": "on a break",
    "completed": "completed",
    "ended": "ended",
    "declined": "declined",
    "expired": "expired",
    "withdrawn": "withdrawn",
    "removed": "removed",
}
"""What a state is called in a sentence that begins with "this request is"."""


MOST_COUNTED = 300
"""More would not fit into the status comment, which has 65,536 letters."""
_ALWAYS = frozenset({"decline", "withdraw", "complete", "end", "close", "spam"})


def answer_to(course: Course, said: Said, command: Command | None, roles: Sequence[str], registry: Registry) -> tuple[str | None, str]:
    """Return why a command does not count, or None, and the role in which it was said."""
    if command is None:
        return _unknown(said, course, roles), ""
    role = next((one for one in command.roles if one in roles), None)
    if role is None:
        return f"`/{command.name}` is a word for {_either(command.roles)}, so nothing was changed.{_instead(course, roles)}", ""
    if course.state not in command.states:
        return f"`/{command.name}` has no effect while this request is {STATE_WORDS[course.state]}, so nothing was changed.{_instead(course, roles)}", ""
    if len(course.effective) >= MOST_COUNTED and command.name not in _ALWAYS:
        return f"More than {MOST_COUNTED} words have counted in this issue, and I cannot keep more of them. It can still be ended; please go on in a new one.", ""
    return command.check(course, replace(said, role=role), registry), role


def sayable(course: Course, roles: Sequence[str]) -> tuple[Command, ...]:
    """Return the commands that count from somebody now, in order."""
    return tuple(command for command in COMMANDS if course.state in command.states and any(role in command.roles and command.offered(course, role) for role in roles))


def _unknown(said: Said, course: Course, roles: Sequence[str]) -> str:
    near = closest(said.command, list(BY_NAME))
    hint = f" Did you mean `/{near}`?" if near else _instead(course, roles)
    return f"I do not know the word {code('/' + said.command, 24)}, so nothing was changed.{hint}"


def _instead(course: Course, roles: Sequence[str]) -> str:
    names = [f"`/{command.name}`" for command in sayable(course, roles) if not command.at_desk and command.name != "spam"]
    if not roles:
        return " In a request, the person who asks, the mentor and the coordinators have a say."
    return f" What you can say now: {', '.join(names)}." if names else ""


def _either(roles: Sequence[str]) -> str:
    return " or ".join(WHO[role] for role in roles)
