"""Whether a complete form may be sent on: what speaks against it, and whether a person looks first.

This is asked once, when the request is sent. What is decided then is remembered, so that later changes of
the directory take nothing back.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from generator.insight.availability import AvailabilityStatus
from generator.insight.program_spots import spots_left
from generator.model.availability import AVAILABILITY
from generator.model.request import Asked, Person
from generator.model.vocabulary import fold
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.offers import HELP_OFFER, offer_errors
from generator.requests.lifecycle.sending_limits import goes_out, held_error, limit_errors, mentor_has_enough
from generator.text.catalogue import N_, _, ngettext
from generator.text.closest import closest
from generator.text.dates import day
from generator.text.github_addresses import issue_form
from generator.text.markdown_escape import plain

_NOT_OPEN = {
    "upcoming": N_("This program doesn't take applications yet."),
    "archived": N_("This program is over."),
}


def validation_errors(asked: Asked, mentee: Person, number: int, context: RequestContext) -> tuple[str, ...]:
    """Return what speaks against sending a request on, as sentences that say what to do."""
    if asked.kind == HELP_OFFER and (refused := tuple(offer_errors(asked, mentee, number, context))):
        return refused
    limited = tuple(limit_errors(asked, mentee, number, context))
    if asked.kind == "self-test" or limited:
        # Nothing else is looked at, so that whoever sends a hundred requests costs the bot little.
        return limited
    found = [
        *_about_the_text(asked),
        *(() if asked.kind == HELP_OFFER else _about_the_mentor(asked, mentee, number, context)),
        *_about_the_program(asked, context),
    ]
    if not found and needs_review(asked, mentee, number, context):
        found.extend(filter(None, [held_error(mentee, number, context)]))
    return tuple(found)


_EMPTY = frozenset(
    [
        "a",
        "am",
        "an",
        "and",
        "any",
        "be",
        "can",
        "could",
        "dear",
        "do",
        "for",
        "from",
        "get",
        "give",
        "good",
        "guidance",
        "have",
        "hello",
        "help",
        "helping",
        "hey",
        "hi",
        "hii",
        "i",
        "in",
        "is",
        "it",
        "learn",
        "looking",
        "me",
        "mentor",
        "mentoring",
        "mentorship",
        "my",
        "need",
        "of",
        "on",
        "please",
        "sir",
        "some",
        "someone",
        "thank",
        "thanks",
        "that",
        "the",
        "there",
        "this",
        "to",
        "u",
        "us",
        "want",
        "with",
        "would",
        "you",
        "your",
        "like",
        "yes",
        "no",
        "ok",
        "tbd",
        "todo",
        "none",
        "na",
        "nothing",
        "asdf",
        "bonjour",
        "hola",
        "hallo",
        "ola",
    ]
)
"""Words that say nothing about what someone would like, however many there are."""


def _about_the_text(asked: Asked) -> Iterator[str]:
    """A mentor should have something to answer; a greeting is asked about before anyone is mentioned."""
    words = re.findall(r"[^\W_]+", asked.goals.casefold())
    if asked.kind != "application" and asked.mentor and words and set(words) <= _EMPTY:
        yield _(
            "Please say in a sentence or two what you'd like help with. A mentor answers sooner when they can picture it."
        )


def needs_review(asked: Asked, mentee: Person, number: int, context: RequestContext) -> bool:
    """Whether a coordinator looks first: at applications that say so, and after a request that was spam."""
    program = context.directory.programs.get(asked.program)
    approval = asked.kind == "application" and program is not None and program.approval in ("coordinator", "both")
    nobody_named = asked.kind == "application" and not asked.mentor
    return approval or nobody_named or any(one.state == "removed" for one in context.of_mentee(mentee, number))


def can_take(handle: str, kind: str, context: RequestContext, number: int = 0) -> bool:
    """Whether a mentor can be asked here for something of a kind now, in the request of a number."""
    if elsewhere(handle, context):
        return False
    return has_room(handle, kind, context) and mentor_has_enough(handle, number, context) is None


def elsewhere(handle: str, context: RequestContext) -> str:
    """Return the private repository in which a mentor is asked, and nothing for whoever is asked in this one."""
    mentor, settings = context.mentor(handle), context.directory.settings
    place = settings.private_place(mentor) if mentor else ""
    return "" if place == settings.repository else place


def has_room(handle: str, kind: str, context: RequestContext) -> bool:
    """Whether a mentor is there and has a free spot: groups have places of their own."""
    status = context.statuses.get(handle)
    mentor = context.mentor(handle)
    if status is None or mentor is None:
        return False
    if kind == "group":
        taken = sum(
            one.open
            and one.kind == "group"
            and one.mentor == handle
            and one.state not in ("incomplete", "held", "waiting", "question", "waitlisted")
            for one in context.other_requests
        )
        return AVAILABILITY[status.availability].leads_groups and taken < mentor.group_size
    return status.can_be_asked


def _about_the_mentor(asked: Asked, mentee: Person, number: int, context: RequestContext) -> Iterator[str]:
    handle = asked.mentor
    if not handle:
        return
    mentor = context.mentor(handle)
    if mentor is None:
        near = closest(handle, [one for one in context.directory.mentors if context.mentor(one)])
        hint = _("Did you mean `{login}`?", login=near) if near else _("It is the last part of their page’s address.")
        yield " ".join(
            [
                _("There is no mentor with that name here."),
                hint,
                _("Please correct the field **Mentor** above, or leave it empty to ask everyone."),
            ]
        )
        return
    if place := elsewhere(handle, context):
        yield _in_private(asked, place, context)
        return
    if (handle == mentee.handle and mentor.github) or context.is_one(mentee, handle, {}):
        yield _(
            "You named yourself as the mentor. Please name someone else in the field **Mentor** above, or leave it empty to ask everyone."
        )
        return
    earlier = context.open_between(mentee, handle, number)
    if earlier:
        yield _(
            "You already have an open request with this mentor: #{number}. Please go on there, and take this one back with `/withdraw`, or name someone else in the field **Mentor** above.",
            number=earlier.number,
        )
        return
    if not has_room(handle, asked.kind, context):
        yield _why_not(context.statuses[handle], asked.kind)
    elif free_at := mentor_has_enough(handle, number, context):
        yield _had_enough(free_at, context)


_FORMS = {"quick-question": "question.yml", "interview": "interview.yml", "application": "apply.yml"}


def _in_private(asked: Asked, place: str, context: RequestContext) -> str:
    return _(
        "This mentor is asked in private. Please [open the form there](<{form}>), and take this one back with `/withdraw`. If GitHub shows you no form, [ask the coordinators to let you in](<{contact}>). Or name someone else in the field **Mentor** above.",
        form=issue_form(place, _FORMS.get(asked.kind, "request.yml"), mentor=asked.mentor),
        contact=context.directory.settings.private_contact,
    )


def _had_enough(free_at: datetime, context: RequestContext) -> str:
    most = context.directory.settings.requests.limits.new_a_day_for_each_mentor
    return " ".join(
        [
            ngettext(
                "This mentor has had {count} new request in the last 24 hours, and doesn't get more in a day.",
                "This mentor has had {count} new requests in the last 24 hours, and doesn't get more in a day.",
                most,
            ),
            goes_out(free_at),
            _("Or name someone else in the field **Mentor** above."),
        ]
    )


def _why_not(status: AvailabilityStatus, kind: str) -> str:
    if kind == "group" and status.can_be_asked:
        reason = _("This mentor has no free spot in a group right now.")
    elif status.availability == "waitlist" and status.openings:
        reason = _("This mentor already has as many requests to answer as they can take.")
    elif status.availability == "paused" and status.until:
        reason = _("This mentor is taking a break until {day}.", day=day(status.until))
    else:
        reason = _(AVAILABILITY[status.availability].reason or N_("This mentor can't be asked right now."))
    instead = _("Please name someone else in the field **Mentor** above, or leave it empty to ask everyone.")
    return f"{reason} {instead}"


def _is_answered(answers: str, questions: tuple[str, ...]) -> bool:
    """Whether someone wrote more than the questions themselves."""
    asked = {fold(one) for one in questions}
    lines = (line.strip().lstrip("0123456789.)-*> ") for line in answers.splitlines())
    return any(re.search(r"\w", line) and fold(line) not in asked for line in lines)


def _about_the_program(asked: Asked, context: RequestContext) -> Iterator[str]:
    if not asked.program and asked.kind != "application":
        return
    program = context.directory.programs.get(asked.program)
    if program is None:
        near = closest(asked.program, list(context.directory.programs)) if asked.program else None
        hint = _("Did you mean `{program}`?", program=near) if near else ""
        yield " ".join(
            filter(
                None,
                [
                    _("There is no program with that name."),
                    hint,
                    _("Please write the short name from its page in the field **Program** above."),
                ],
            )
        )
        return
    if asked.kind != "application":
        return
    if program.visibility == "private-repo" and program.private_repository != context.directory.settings.repository:
        yield _(
            "This program takes applications somewhere else: its page has the link. Please apply there, and take this one back with `/withdraw`. Nothing about it belongs in a public issue."
        )
        return
    state = program.state(context.today)
    if state != "open":
        yield (
            _(_NOT_OPEN.get(state, N_("Applications for this program have closed.")))
            + " "
            + _("See its page for the dates, and the list of programs for others.")
        )
    if asked.mentor and program.mentors and asked.mentor not in program.mentors:
        yield _(
            "The mentor you named isn't part of this program. Its page shows who is. Please correct the field **Mentor** above, or leave it empty."
        )
    if program.screening and not _is_answered(asked.answers, program.screening):
        yield " ".join(
            [
                _("This program asks some questions. Please answer them under **The program's questions** above:"),
                " ".join(f"{place}. {plain(question)}" for place, question in enumerate(program.screening, 1)),
            ]
        )
    if spots_left(program, context.other_requests) == 0:
        yield _(
            "All spots of this program are taken. See its page for a next round, and the list of programs for others."
        )
