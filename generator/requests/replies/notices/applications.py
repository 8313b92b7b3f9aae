"""The comments about an application to a program: its waiting list, a no, and a mentor who said no."""

from datetime import timedelta

from generator.model.program import Program
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.program_spots import SAID_NO, UNHEARD, older_on_list, program_list_ends, program_of
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import (
    find_programs,
    link_to_mentor,
    link_to_program,
    mentee_of,
    name_of,
    request_form,
)
from generator.requests.replies.notices.coordinators import addressed_coordinator
from generator.requests.replies.notices.doors import meet_others
from generator.requests.replies.notices.notice import Notice, exact_commands, first_line, paragraphs, small
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import listed
from generator.text.dates import day_ahead
from generator.text.markdown_escape import plain

_MOST_PROGRAMS = 2


def on_list(request: RequestState, context: RequestContext) -> Notice:
    """Say to an applicant what the waiting list means."""
    program, count = program_of(request, context), older_on_list(request, context)
    parts = [
        first_line(
            _("{mentee}, you’re on the waiting list of {program}.", mentee=mentee_of(request, context), program=_title(program)),
            _("{mentee}, you’re on the program’s waiting list.", mentee=mentee_of(request, context)),
        ),
        " ".join(
            [
                ngettext("{count} person is before you.", "{count} people are before you.", count)
                if count
                else _("You’re next."),
                _("When a spot opens, it’s yours, and I write to you here. There’s nothing to do."),
            ]
        ),
        _open_programs(request, context),
        small(_("The list ends on {day}.", day=day_ahead(program_list_ends(request, context), context.today))),
        exact_commands("withdraw"),
    ]  # fmt: skip
    return Notice(paragraphs(parts))


def turned_down(request: RequestState, context: RequestContext) -> Notice:
    """Pass a coordinator's no on kindly, with what someone can do instead."""
    mentee, program = mentee_of(request, context), program_of(request, context)
    parts = [
        first_line(
            _("{mentee}, {program} has no spot for you this time.", mentee=mentee, program=_title(program)),
            _("{mentee}, the program has no spot for you this time.", mentee=mentee),
        ),
        *_instead(request, context),
    ]
    return Notice(paragraphs(parts))


def list_ended(request: RequestState, context: RequestContext) -> Notice:
    """Say that no spot opened in time, with what someone can do instead."""
    mentee = mentee_of(request, context)
    opening = _("{mentee}, no spot has opened in time. That says nothing about you.", mentee=mentee)
    return Notice(paragraphs([opening, *_instead(request, context)]))


def without_mentor(request: RequestState, context: RequestContext) -> Notice:
    """Say that the mentor can't, that the spot stays, and call a coordinator who finds another mentor."""
    mentee, before = mentee_of(request, context), next(reversed(request.tried), "")
    whom, mentions = addressed_coordinator(request, context)
    kept = {
        SAID_NO: N_("{mentee} would rather have another mentor. The spot in the program stays."),
        UNHEARD: N_("{mentee} hasn’t answered about the proposed mentor. The spot in the program stays."),
    }
    parts = [
        _(kept[request.cause], mentee=mentee)
        if request.cause in kept
        else _("{mentee}, {mentor} can’t take this on. Your spot stays yours.", mentee=mentee, mentor=name_of(before, context)),
        _("{whom}, please find another mentor for {mentee}.", whom=whom, mentee=mentee),
        exact_commands("reassign"),
    ]  # fmt: skip
    return Notice(paragraphs(parts), mentions)


def proposed(request: RequestState, context: RequestContext) -> Notice:
    """Name to a mentee the mentor whom coordinators propose, and why they fit; the mentee answers first."""
    mentee, program = mentee_of(request, context), program_of(request, context)
    mentor = link_to_mentor(request.proposed, context)
    end = request.since + timedelta(days=context.directory.settings.requests.days.expiry)
    parts = [
        first_line(
            _("{mentee}, {mentor} could be your mentor in {program}.", mentee=mentee, mentor=mentor, program=_title(program)),
            _("{mentee}, {mentor} could be your mentor.", mentee=mentee, mentor=mentor),
        ),
        "\n".join(f"- {fact}" for fact in _why(request, context)),
        _("**Is that right for you? Just reply yes or no.** With a yes, I ask {mentor}.", mentor=name_of(request.proposed, context)),
        small(_("No answer by {day}? Then a coordinator looks again. Your spot stays yours.", day=day_ahead(end, context.today))),
        exact_commands("accept", "withdraw", more="`/decline`"),
    ]  # fmt: skip
    return Notice(paragraphs(parts))


def _why(request: RequestState, context: RequestContext) -> list[str]:
    """Say what speaks for a proposed mentor: who they are, what they can help with, and a language in common."""
    mentor, asked = context.mentor(request.proposed), request.asked
    if mentor is None or asked is None:
        return []
    skills = context.directory.vocabularies.skills
    offered = {*mentor.skills, *mentor.can_introduce}
    helps = [plain(skills.label(want.skill)) for want in asked.skills if want.skill in offered]
    speaks = [context.language_name(tag) for tag in asked.languages if tag in mentor.languages]
    return [
        plain(mentor.headline),
        *([_("Can help you with: {skills}.", skills=listed(helps[:3]))] if helps else []),
        *([_("You both speak {languages}.", languages=listed(speaks[:3]))] if speaks else []),
    ]


def proposed_again(request: RequestState, context: RequestContext) -> Notice:
    """Remind a mentee of the mentor who is proposed."""
    mentee, mentor = mentee_of(request, context), link_to_mentor(request.proposed, context)
    parts = [
        _("{mentee}, would you like {mentor} as your mentor?", mentee=mentee, mentor=mentor),
        _("**Just reply yes or no.** A no costs you nothing: your spot stays yours."),
        exact_commands("accept", "withdraw", more="`/decline`"),
    ]
    return Notice(paragraphs(parts), edits=(f"proposal-1:{request.event_id}",))


def left_out(request: RequestState, context: RequestContext) -> Notice:
    """Say kindly to someone that no mentor was found for them this time, and what happens next."""
    mentee, program = mentee_of(request, context), program_of(request, context)
    whom, mentions = addressed_coordinator(request, context)
    inside = request.state == "accepted"
    parts = [
        first_line(
            _("{mentee}, no mentor in {program} is free for you yet.", mentee=mentee, program=_title(program)),
            _("{mentee}, no mentor is free for you yet.", mentee=mentee),
        ),
        _("That says nothing about you. Your spot stays yours, and a coordinator goes on looking.")
        if inside
        else _("That says nothing about you. A coordinator decides about your application next."),
        _("You can also [ask a mentor]({form}) without the program.", form=request_form(context)),
        _("{whom}, please have a look.", whom=whom),
        exact_commands("reassign", "admit", more="`/decline`") if not inside else exact_commands("reassign"),
    ]
    return Notice(paragraphs(parts), mentions)


def _instead(request: RequestState, context: RequestContext) -> tuple[str, str]:
    form = request_form(context)
    ask = _("You can still [ask a mentor]({form}), without a program.", form=form)
    return f"{ask} {meet_others(request, context)}", _open_programs(request, context)


def _open_programs(request: RequestState, context: RequestContext) -> str:
    """Name other programs that take applications now, or lead to all of them."""
    mine = request.asked.program if request.asked else ""
    open_now = [
        one for one in context.directory.programs.values() if one.id != mine and one.state(context.today) == "open"
    ]
    if not open_now:
        return _("[All programs]({programs}), with the days when they open.", programs=find_programs(context))
    names = " · ".join(link_to_program(one, context) for one in open_now[:_MOST_PROGRAMS])
    return _("Open for applications: {names}.", names=names)


def _title(program: Program | None) -> str:
    return plain(program.title) if program else _("the program")
