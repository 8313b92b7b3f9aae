"""Whether a coordinator may decide about an application now: asked once, before `/admit`, `/waitlist` or `/decline` counts."""

from generator.requests.commands.command import COORDINATOR, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.program_spots import free_spots, is_on_program_list, let_in, program_of
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import N_, _, ngettext


def admit(request: RequestState, event: Event) -> RequestState:
    """Give an application a spot."""
    return let_in(request, event.at, event.event_id)


def is_theirs_to_decide(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Nobody decides about their own application, as long as there is another coordinator."""
    if event.role != COORDINATOR or event.by.id != request.mentee.id or request.mentee.on_behalf:
        return None
    program = program_of(request, context)
    named = {*context.directory.settings.coordinators, *(program.coordinators if program else ())}
    if all(context.is_one(event.by, handle, {}) for handle in named):
        return None
    return _("This is your own application, so another coordinator decides. Nothing has changed.")


def can_be_admitted(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """There is a free spot for an application that waits for a coordinator's answer."""
    if request.kind != "application":
        return _("`/admit` is for applications, so nothing has changed. To let this go on, write `/approve`.")
    if request.state == "waitlisted" and not is_on_program_list(request):
        return _("This waits for the mentor, so nothing has changed.")
    if free_spots(request, context) == 0:
        instead = (
            _("To let more people in, raise `places` in the program’s file.")
            if request.state == "waitlisted"
            else _("Write `/waitlist`, or raise `places` in the program’s file first.")
        )
        return "\n\n".join([_("All spots of this program are taken, so nothing has changed."), instead])
    return is_theirs_to_decide(request, event, context)


def list_is_needed(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """Nobody waits for a spot while one is free: the next sweep would give it to them."""
    left = free_spots(request, context)
    if left is None:
        none = _("This program has no limit on spots, so there’s no waiting list.")
        return "\n\n".join([none, _("Write `/admit` or `/decline`.")])
    if left:
        free = ngettext(
            "The program still has {count} free spot, so nothing has changed.",
            "The program still has {count} free spots, so nothing has changed.",
            left,
        )
        return "\n\n".join([free, _("Write `/admit` or `/decline`, or decide later.")])
    return is_theirs_to_decide(request, event, context)


ADMIT = Command(
    "admit",
    (COORDINATOR,),
    ("held", "waitlisted"),
    admit,
    check=can_be_admitted,
    of_applications=("held", "waitlisted"),
    offered=lambda request, role: (
        request.kind == "application" and (request.state == "held" or is_on_program_list(request))
    ),
    summary=N_("Give the applicant a spot in the program. A mentor whom they named is asked."),
)
