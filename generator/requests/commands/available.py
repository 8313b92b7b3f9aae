"""Decide whether a command may count now, and find the one clear answer when it may not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.request_state import STATE
from generator.requests.commands import BY_NAME, COMMANDS
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.offers import COMMANDS_IN_AN_OFFER, HELP_OFFER
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import N_, _
from generator.text.closest import closest
from generator.text.markdown_escape import code, plain

WHO = {
    MENTOR: N_("the mentor who was asked"),
    MENTEE: N_("the mentee"),
    COORDINATOR: N_("a coordinator"),
    ANY_MENTOR: N_("someone listed as a mentor"),
}
_WHO_IN_AN_OFFER = WHO | {MENTOR: N_("the mentee who was offered help"), MENTEE: N_("the mentor who offers help")}
MOST_COUNTED = 300
"""More would not fit into the status comment, which has 65,536 letters."""
_DECIDING = (MENTEE, COORDINATOR)
_ALWAYS = frozenset({"decline", "withdraw", "complete", "end", "close", "spam"})


def reject_reason(
    request: RequestState, event: Event, command: Command | None, roles: Sequence[str], context: RequestContext
) -> tuple[str | None, str]:
    """Return why a command does not count, or None, and the role in which it was said."""
    if command is None:
        return _unknown(event, request, roles), ""
    role = next((one for one in command.roles if one in roles), None)
    decides = next((one for one in (MENTEE, COORDINATOR) if one in roles and command.decides(request, one)), None)
    if decides and (role is None or request.proposed or request.state not in command.states):
        return command.check(request, replace(event, role=decides), context), decides
    if role is None:
        return (
            _joined(
                _(
                    "`/{command}` is a command for {who}, so nothing has changed.",
                    command=command.name,
                    who=_either(command.roles, _WHO_IN_AN_OFFER if request.kind == HELP_OFFER else WHO),
                ),
                _answer_for(request, command, roles, context) or _instead(request, roles),
            ),
            "",
        )
    if request.state not in command.states:
        return (
            _joined(
                _(
                    "`/{command}` doesn't work while this request is {state}, so nothing has changed.",
                    command=command.name,
                    state=_(STATE[request.state].phrase),
                ),
                _instead(request, roles),
            ),
            "",
        )
    if request.kind == HELP_OFFER and command.name not in COMMANDS_IN_AN_OFFER and not command.about_availability:
        return (
            _joined(
                _("`/{command}` doesn't work for an offer, so nothing has changed.", command=command.name),
                _instead(request, roles),
            ),
            "",
        )
    if len(request.effective) >= MOST_COUNTED and command.name not in _ALWAYS:
        return (
            _(
                "There are more than {count} commands in this issue, and I can't keep more. You can still end it. Please go on in a new one.",
                count=MOST_COUNTED,
            ),
            "",
        )
    return command.check(request, replace(event, role=role), context), role


def available_commands(request: RequestState, roles: Sequence[str]) -> tuple[Command, ...]:
    """Return the commands that count from someone now, in order."""
    return tuple(
        command
        for command in COMMANDS
        if (request.state in command.states and _is_offered(command, request, roles))
        or any(
            role in roles and command.decides(request, role) and command.offered(request, role) for role in _DECIDING
        )
    )


def _is_offered(command: Command, request: RequestState, roles: Sequence[str]) -> bool:
    known = request.kind != HELP_OFFER or command.name in COMMANDS_IN_AN_OFFER or command.about_availability
    return known and any(role in command.roles and command.offered(request, role) for role in roles)


def _unknown(event: Event, request: RequestState, roles: Sequence[str]) -> str:
    near = closest(event.command, list(BY_NAME))
    hint = _("Did you mean `/{command}`?", command=near) if near else _instead(request, roles)
    return _joined(
        _("I don't know the command {command}, so nothing has changed.", command=code("/" + event.command, 24)), hint
    )


def _answer_for(request: RequestState, command: Command, roles: Sequence[str], context: RequestContext) -> str:
    """Say to a coordinator how to pass on what a mentor without an account has answered."""
    passed_on = MENTOR in command.roles and COORDINATOR in roles and request.mentor
    if not passed_on or context.has_account(request.mentor, request.memory.ids):
        return ""
    return _(
        "{mentor} has no GitHub account. To pass on their answer, write `/for {handle} {command}`.",
        mentor=plain(context.name(request.mentor)),
        handle=request.mentor,
        command=command.name,
    )


def _instead(request: RequestState, roles: Sequence[str]) -> str:
    names = [
        f"`/{command.name}`"
        for command in available_commands(request, roles)
        if not command.about_availability and command.name != "spam"
    ]
    if not roles:
        return _("Only the mentee, the mentor and the coordinators can use commands in a request.")
    return _("What you can do now: {commands}.", commands=", ".join(names)) if names else ""


def _joined(*sentences: str) -> str:
    return "\n\n".join(filter(None, sentences))


def _either(roles: Sequence[str], who: Mapping[str, str]) -> str:
    return _(" or ").join(_(who[role]) for role in roles)
