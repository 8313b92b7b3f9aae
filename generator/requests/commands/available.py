"""Decide whether a command may count now, and find the one clear answer when it may not."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model.request_state import STATE
from generator.requests.commands import BY_NAME, COMMANDS
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import _
from generator.text.closest import closest
from generator.text.markdown_escape import code

WHO = {
    MENTOR: "the mentor who was asked",
    MENTEE: "the person who asks",
    COORDINATOR: "a coordinator",
    ANY_MENTOR: "somebody listed as a mentor",
}
MOST_COUNTED = 300
"""More would not fit into the status comment, which has 65,536 letters."""
_ALWAYS = frozenset({"decline", "withdraw", "complete", "end", "close", "spam"})


def reject_reason(
    request: RequestState, event: Event, command: Command | None, roles: Sequence[str], context: RequestContext
) -> tuple[str | None, str]:
    """Return why a command does not count, or None, and the role in which it was said."""
    if command is None:
        return _unknown(event, request, roles), ""
    role = next((one for one in command.roles if one in roles), None)
    if role is None:
        return (
            f"`/{command.name}` is a word for {_either(command.roles)}, so nothing was changed.{_instead(request, roles)}",
            "",
        )
    if request.state not in command.states:
        return (
            f"`/{command.name}` has no effect while this request is {_(STATE[request.state].phrase)}, so nothing was changed.{_instead(request, roles)}",
            "",
        )
    if len(request.effective) >= MOST_COUNTED and command.name not in _ALWAYS:
        return (
            f"More than {MOST_COUNTED} words have counted in this issue, and I cannot keep more of them. It can still be ended; please go on in a new one.",
            "",
        )
    return command.check(request, replace(event, role=role), context), role


def available_commands(request: RequestState, roles: Sequence[str]) -> tuple[Command, ...]:
    """Return the commands that count from somebody now, in order."""
    return tuple(
        command
        for command in COMMANDS
        if request.state in command.states
        and any(role in command.roles and command.offered(request, role) for role in roles)
    )


def _unknown(event: Event, request: RequestState, roles: Sequence[str]) -> str:
    near = closest(event.command, list(BY_NAME))
    hint = f" Did you mean `/{near}`?" if near else _instead(request, roles)
    return f"I do not know the word {code('/' + event.command, 24)}, so nothing was changed.{hint}"


def _instead(request: RequestState, roles: Sequence[str]) -> str:
    names = [
        f"`/{command.name}`"
        for command in available_commands(request, roles)
        if not command.about_availability and command.name != "spam"
    ]
    if not roles:
        return " In a request, the person who asks, the mentor and the coordinators have a say."
    return f" What you can say now: {', '.join(names)}." if names else ""


def _either(roles: Sequence[str]) -> str:
    return " or ".join(WHO[role] for role in roles)
