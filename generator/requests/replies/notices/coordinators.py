"""The comments that call a coordinator: for a review, or because someone in the thread asks for one."""

from datetime import timedelta

from generator.requests.commands.command import MENTEE
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
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
from generator.text.catalogue import _
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
        _review(request, context),
        exact_commands("approve", "reassign", "close", "spam"),
    ]
    return Notice(paragraphs(parts), mentions)


def held_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Ask for the review again, without mentioning anyone."""
    waited = span((context.now - request.since).days)
    parts = [
        _("{mentee} has waited {span} for a coordinator.", mentee=mentee_of(request, context), span=waited),
        _review(request, context),
        exact_commands("approve", "reassign", "close"),
    ]
    return Notice(paragraphs(parts))


def _review(request: RequestState, context: RequestContext) -> str:
    by = request.since + timedelta(days=2 * context.directory.settings.requests.days.expiry)
    return paragraphs(
        [
            _("Reply `/approve` and it goes on, or `/close` and say why."),
            small(_("No review by {day}? Then it closes, with an apology.", day=day_ahead(by, context.today))),
        ]
    )


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
    named = (program.coordinators if program else ()) or context.directory.settings.coordinators
    handles = [handle for handle in named if handle not in (request.mentor, request.mentee.handle)]
    if not handles or coordinator_called_lately(request, context):
        return _("Coordinators"), ()
    return mention_of(handles[request.number % len(handles)], request, _("Coordinators"), context)
