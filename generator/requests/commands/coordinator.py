"""What coordinators say: let a request go on, give it to another mentor, end it, or remove it."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model.request_state import STATES
from generator.requests.commands.command import (
    ANSWERABLE,
    COORDINATOR,
    MENTOR,
    UNENDED,
    Command,
    changes_nothing,
    moves_to,
)
from generator.requests.commands.naming import can_be_named, named_in
from generator.requests.forms.values import first_name
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, asking, moved
from generator.text.catalogue import N_, _
from generator.text.closest import closest
from generator.text.markdown_escape import plain


def approve(request: RequestState, event: Event) -> RequestState:
    """Let the request go on: to the mentor it names, into the program, or to every mentor."""
    if request.kind == "application" and not request.mentor:
        return moved(request, "accepted", event.at, event.event_id)
    return asking(request, request.mentor, event.at, event.event_id)


def reassign(request: RequestState, event: Event) -> RequestState:
    """Ask the mentor who is named."""
    return asking(request, named_in(event.words), event.at, event.event_id)


def for_someone(request: RequestState, event: Event) -> RequestState:
    """Note for whom this is: from now on it counts as that person's."""
    return replace(request, mentee=replace(request.mentee, on_behalf=first_name(event.words)))


def is_their_own_request(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Only what a coordinator opened can be someone else's, and a name is nothing but a name."""
    if event.by.id != request.mentee.id:
        return _(
            "Only the coordinator who opened a request can say on whose behalf it is, so nothing has changed. Please open a new one with your own account."
        )
    if not first_name(event.words):
        return _("Please write a first name, for example `/on-behalf Maria`. Nothing has changed yet.")
    return None


def needs_a_command(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """What a mentor answered is a command of theirs, and follows their handle."""
    return _(
        "Please write a mentor’s handle and what they answered, for example `/for ada-l accept` or `/for ada-l decline timing`. Nothing has changed yet."
    )


def cannot_answer_for(
    handle: str, command: Command | None, roles: Sequence[str], context: RequestContext
) -> str | None:
    """Say why someone may not answer for a mentor, or None: only coordinators do, and only for people without an account."""
    if COORDINATOR not in roles:
        return _("Only a coordinator can answer for a mentor, so nothing has changed.")
    mentor = context.directory.mentors.get(handle)
    if mentor is None:
        near = closest(handle, [one for one in context.directory.mentors if not context.has_account(one)])
        hint = (
            _("Did you mean `{login}`?", login=near)
            if near
            else _("Their handle is the last part of their page’s address.")
        )
        return f"{_('There is no mentor with that name here, so nothing has changed.')} {hint}"
    if mentor.github:
        return _("{mentor} has a GitHub account and answers here, so nothing has changed.", mentor=plain(mentor.name))
    if command is not None and MENTOR not in command.roles:
        return _("`/{command}` isn’t a command of mentors, so nothing has changed.", command=command.name)
    return None


APPROVE = Command(
    "approve",
    (COORDINATOR,),
    ("held",),
    approve,
    summary=N_("Let the request go on: to the mentor it names, into the program, or to every mentor."),
)
REASSIGN = Command(
    "reassign",
    (COORDINATOR,),
    ("held", *ANSWERABLE, "accepted", "declined", "expired"),
    reassign,
    argument="@login",
    check=can_be_named,
    summary=N_("Give the request to another mentor, even after it was declined or has expired."),
)
CLOSE = Command(
    "close",
    (COORDINATOR,),
    UNENDED,
    moves_to("ended", role_is_cause=True),
    summary=N_("End the request, in any state."),
)
SPAM = Command(
    "spam",
    (COORDINATOR,),
    tuple(state for state in STATES if state != "removed"),
    moves_to("removed"),
    summary=N_("Remove spam. The issue is closed and locked, and its author's next request needs your review."),
)
ON_BEHALF = Command(
    "on-behalf",
    (COORDINATOR,),
    UNENDED,
    for_someone,
    argument="FIRSTNAME",
    check=is_their_own_request,
    offered=lambda request, role: False,
    summary=N_("Say that you opened this request for someone without a GitHub account."),
    more=N_(
        "It then counts against none of your own limits. A line `On behalf of: Maria` in the form says the same from the start."
    ),
)
FOR = Command(
    "for",
    (COORDINATOR,),
    STATES,
    changes_nothing,
    argument="HANDLE command",
    check=needs_a_command,
    offered=lambda request, role: False,
    changes=False,
    summary=N_("Pass on what a mentor without a GitHub account has answered, for example `/for ada-l accept`."),
    more=N_(
        "It works with every command of mentors, such as `decline timing`, `waitlist`, `ask` and your text, `pause 30d`, `capacity 1` or `confirm`. In the availability issue it works, too."
    ),
)
