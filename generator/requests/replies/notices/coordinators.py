"""The comments that call a coordinator: for a review, or because someone in the thread asks for one."""

from datetime import timedelta

from generator.insight.program_spots import spots_taken, waiting_list
from generator.requests.commands.command import MENTEE
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.program_spots import program_of
from generator.requests.lifecycle.sending_limits import coordinator_called_lately
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import mentee_of, name_of, private_contact
from generator.requests.replies.notices.notice import (
    Notice,
    exact_commands,
    first_line,
    mention_of,
    paragraphs,
    small,
)
from generator.text.catalogue import _, ngettext
from generator.text.dates import day_ahead, span
from generator.text.markdown_escape import plain


def held(request: RequestState, context: RequestContext) -> Notice:
    """Ask a coordinator for a review."""
    whom, mentions = addressed_coordinator(request, context)
    mentee = mentee_of(request, context)
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    if request.kind == "application" and program:
        sentence = _("{whom}, {mentee} applies to {program}.", whom=whom, mentee=mentee, program=plain(program.title))
    else:
        sentence = _(
            "{whom}, please look at this request by {mentee} before a mentor sees it.", whom=whom, mentee=mentee
        )
    parts = [
        first_line(sentence, _("{whom}, a request waits for your review.", whom=whom)),
        _about_spots(request, context),
        _review(request, context),
        _commands(request, "spam"),
    ]
    return Notice(paragraphs(parts), mentions)


def _about_spots(request: RequestState, context: RequestContext) -> str:
    """Say to coordinators how full the program is, where it has a limit."""
    program = program_of(request, context)
    if request.kind != "application" or program is None or not program.places:
        return ""
    others = [one for one in context.other_requests if one.number != request.number]
    taken, waiting = spots_taken(program, others), len(waiting_list(program, others))
    line = ngettext(
        "{taken} of {count} spot is taken.", "{taken} of {count} spots are taken.", program.places, taken=taken
    )
    if not waiting:
        return line
    more = ngettext("{count} person is on the waiting list.", "{count} people are on the waiting list.", waiting)
    return f"{line} {more}"


def held_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Ask for the review again, without mentioning anyone."""
    waited = span((context.now - request.since).days)
    parts = [
        _("{mentee} has waited {span} for a coordinator.", mentee=mentee_of(request, context), span=waited),
        _about_spots(request, context),
        _review(request, context),
        _commands(request),
    ]
    return Notice(paragraphs(parts))


def _review(request: RequestState, context: RequestContext) -> str:
    by = request.since + timedelta(days=2 * context.directory.settings.requests.days.expiry)
    return paragraphs(
        [
            _("Just reply yes or no, or `/waitlist`. A line about why is kind.")
            if request.kind == "application" and request.asked and request.asked.program
            else _("Reply `/approve` and it goes on, or `/close` and say why."),
            small(_("No review by {day}? Then it closes, with an apology.", day=day_ahead(by, context.today))),
        ]
    )


def _commands(request: RequestState, *more: str) -> str:
    if request.kind == "application":
        return exact_commands("admit", *more, more="`/decline` · `/waitlist`")
    return exact_commands("approve", "reassign", "close", *more)


def help_wanted(event: Event, request: RequestState, context: RequestContext) -> Notice:
    """Call a coordinator for someone in the thread, and say where private things belong."""
    whom, mentions = addressed_coordinator(request, context)
    who = mentee_of(request, context) if event.role == MENTEE else name_of(event.by.handle, context)
    parts = [
        first_line(
            _("{whom}, {who} would like a coordinator’s help here.", whom=whom, who=who),
            _("{whom}, someone would like your help here.", whom=whom),
        ),
        _("{who}, one of them will answer in this thread.", who=who),
        _(
            "If this is about someone’s behaviour, please [write privately]({contact}) instead.",
            contact=private_contact(context),
        ),
    ]
    return Notice(paragraphs(parts), mentions)


def addressed_coordinator(request: RequestState, context: RequestContext) -> tuple[str, tuple[str, ...]]:
    """Address one coordinator, another one for each request. Who asks or is asked cannot review it as an outsider.

    Nobody is mentioned a second time within a day because of one person's requests.
    """
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    groups = (program.coordinators if program else (), context.directory.settings.coordinators)
    others = ([one for one in group if one not in (request.mentor, request.mentee.handle)] for group in groups)
    handles = next(filter(None, others), [])
    if not handles or coordinator_called_lately(request, context):
        return _("Coordinators"), ()
    return mention_of(handles[request.number % len(handles)], request, _("Coordinators"), context)
