"""The comments while a request waits for a yes or a no."""

from datetime import timedelta

from generator.model.request import Asked
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.sending_limits import coordinator_called_lately
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.timers import waiting_since
from generator.requests.replies.markdown_links import link_to_mentor, name_of
from generator.requests.replies.notices.notice import Notice, command_list, mention_of, paragraphs
from generator.requests.replies.suggestions import command_to_ask, fitting_mentors, in_list, reasons_for
from generator.text import labels
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import listed
from generator.text.dates import day
from generator.text.markdown_escape import block, code, plain

_OPENINGS = {
    "mentorship": N_("{whom}, someone would like you to be their mentor."),
    "quick-question": N_("{whom}, someone has a quick question for you."),
    "interview": N_("{whom}, someone would like an informational interview with you: one talk about your work."),
    "group": N_("{whom}, someone would like to join your group."),
    "application": N_("{whom}, someone would like to join a program with you as their mentor."),
}
"""The first sentence to a mentor, by the kind of request: it is what a mail shows before it is opened."""
_FREE_TEXT = {
    "quick-question": N_("Their question, in their own words:"),
    "interview": N_("What they would like to hear about, in their own words:"),
}
"""What the free text is called, where it is not called goals."""
_MOST_SUGGESTED = 5


def new_request(request: RequestState, goals: str | None, context: RequestContext) -> Notice:
    """Notify the mentor who is asked: what someone would like, why them, and how to answer."""
    name = name_of(request.mentor, context)
    whom, mentions = mention_of(request.mentor, request, name, context)
    reassigned = ""
    if request.mentor in context.reassigned_logins:
        coordinator, mentions = addressed_coordinator(request, context)
        reassigned = _(
            "{coordinator}, the GitHub name in the profile of {name} now belongs to someone else, so I didn't mention it. "
            "Please correct the profile, or pass this request on with `/reassign @login`.",
            coordinator=coordinator,
            name=name,
        )
    days = context.directory.settings.requests.days
    opening = _OPENINGS.get(request.kind, N_("{whom}, someone would like your help."))
    parts = [
        reassigned,
        _(opening, whom=whom),
        asked_table(request.asked, context) if request.asked else "",
        quoted_goals(goals, request.kind),
        _reasons(reasons_for(request, context)),
        _("**Please answer in a comment that starts with one of these commands.** A quick no is kind."),
        command_list("accept", "decline", "ask", "waitlist", "redirect"),
        _("Or just write your answer here: that counts as a yes.") if request.kind == "quick-question" else "",
        " ".join(
            [
                ngettext(
                    "If you don't answer, I'll remind you after {count} day.",
                    "If you don't answer, I'll remind you after {count} days.",
                    days.first_reminder,
                ),
                ngettext(
                    "After {count} day, I'll ask the coordinators to help.",
                    "After {count} days, I'll ask the coordinators to help.",
                    days.second_reminder,
                ),
                _(
                    "If nobody responds, this request closes on {day}, and I'll suggest other mentors.",
                    day=_closes_on(request, context),
                ),
            ]
        ),
    ]
    return Notice(paragraphs(parts), mentions, "request", request.mentor)


def open_request(request: RequestState, context: RequestContext) -> Notice:
    """Suggest mentors to the author of an open request; nobody is mentioned before they show interest."""
    fitting = fitting_mentors(request, context, _MOST_SUGGESTED)
    days = context.directory.settings.requests.days
    if fitting:
        parts = [
            ngettext(
                "This mentor has a free spot and fits your request:",
                "These mentors have a free spot and fit your request:",
                len(fitting),
            ),
            command_to_ask(fitting, context),
            _("To ask one of them, write a comment that starts with the command before their name."),
            _("Or wait: your request is also in the list of open requests, where any mentor can pick it up."),
        ]
    else:
        parts = [
            _(
                "No mentor with a free spot fits this request right now. It's in the list of open requests, where any mentor can pick it up."
            )
        ]
    parts += [
        _(
            "**Mentors:** would you like to help? Comment `/interested`. I'll then send you the details, and you can accept."
        ),
        " ".join(
            [
                ngettext(
                    "If nobody picks it up, I'll ask the coordinators to help after {count} day.",
                    "If nobody picks it up, I'll ask the coordinators to help after {count} days.",
                    days.second_reminder,
                ),
                _("The request closes on {day}.", day=_closes_on(request, context)),
            ]
        ),
    ]
    return Notice(paragraphs(parts))


def first_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind the mentor, with a second mention."""
    whom, mentions = mention_of(request.mentor, request, name_of(request.mentor, context), context)
    body = _(
        "{whom}, this request is still waiting for your answer. Comment `/accept`, `/decline`, or `/ask` with a question. "
        "If nobody responds, it closes on {day}.",
        whom=whom,
        day=_closes_on(request, context),
    )
    return Notice(body, mentions, "reminder", request.mentor)


def second_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Ask a coordinator for help, because nobody answered; the mentor reads it too."""
    whom, mentions = addressed_coordinator(request, context)
    waited = (context.now - waiting_since(request, context.now)).days
    closes = _("If nobody responds, it closes on {day}.", day=_closes_on(request, context))
    if request.mentor:
        name = name_of(request.mentor, context)
        parts = [
            ngettext(
                "{whom}, this request has been waiting for {name} for {count} day. You can pass it on with `/reassign @login`.",
                "{whom}, this request has been waiting for {name} for {count} days. You can pass it on with `/reassign @login`.",
                waited,
                whom=whom,
                name=name,
            ),
            _("{name}, you can still answer: `/accept`, `/decline` or `/ask`.", name=name),
        ]
    else:
        fitting = [code(one.handle) for one in fitting_mentors(request, context, 3)]
        parts = [
            ngettext(
                "{whom}, no mentor has picked up this open request for {count} day. You can give it to one with `/reassign @login`.",
                "{whom}, no mentor has picked up this open request for {count} days. You can give it to one with `/reassign @login`.",
                waited,
                whom=whom,
            ),
            _("Free and a good fit: {mentors}.", mentors=listed(fitting)) if fitting else "",
        ]
    return Notice(" ".join(filter(None, [*parts, closes])), mentions, "reminder", request.mentor)


def held(request: RequestState, context: RequestContext) -> Notice:
    """Ask a coordinator for a review."""
    whom, mentions = addressed_coordinator(request, context)
    opening = (
        _("{whom}, please review this application before it goes on.", whom=whom)
        if request.kind == "application"
        else _("{whom}, please review this request before it goes on.", whom=whom)
    )
    choices = _(
        "`/approve` lets it through, `/reassign @login` gives it to a mentor, and `/close` ends it. If nobody responds, it closes on {day}.",
        day=_review_ends(request, context),
    )
    return Notice(f"{opening} {choices}", mentions)


def held_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Ask for the review again, without mentioning anyone."""
    body = _(
        "This is still waiting for a coordinator: `/approve`, `/reassign @login` or `/close`. If nobody responds, it closes on {day}.",
        day=_review_ends(request, context),
    )
    return Notice(body)


def incomplete_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind an author that something is still missing, long before the request closes."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.expiry)
    body = _(
        "This request hasn't been sent yet. See my first comment for what's missing. Once that's there, I'll send it right away. "
        "Otherwise it closes on {day}, and you can ask again at any time.",
        day=day(end),
    )
    return Notice(body)


def question_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind the mentee of the mentor's question."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.expiry)
    body = _(
        "The mentor's question above is still open. Is this your request? Then just answer in a comment, or take it back with `/withdraw`. "
        "If nobody responds, it closes on {day}.",
        day=day(end),
    )
    return Notice(body)


def waitlisted(request: RequestState, context: RequestContext) -> Notice:
    """Explain to the mentee what the waitlist means, and who has a free spot now."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.waitlist)
    fitting = fitting_mentors(request, context, 3)
    parts = [
        _(
            "{mentor} would like to help, but has no free spot right now. You stay on the waitlist until {day}, and don't need to do anything.",
            mentor=link_to_mentor(request.mentor, context),
            day=day(end),
        )
    ]
    if fitting:
        parts += [
            ngettext(
                "Would you rather not wait? Write `/withdraw` and ask someone else. This mentor has a free spot and fits your request:",
                "Would you rather not wait? Write `/withdraw` and ask someone else. These mentors have a free spot and fit your request:",
                len(fitting),
            ),
            in_list(fitting, context),
        ]
    else:
        parts.append(_("Would you rather not wait? `/withdraw` takes your request back."))
    return Notice(paragraphs(parts))


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


def asked_table(asked: Asked, context: RequestContext) -> str:
    """Write what the form says as a table; people's own words are shown as code."""
    skills, topics = context.directory.vocabularies.skills, context.directory.vocabularies.topics
    wants = [
        _("{skill} (important)", skill=plain(skills.label(want.skill)))
        if want.importance == "must"
        else plain(skills.label(want.skill))
        for want in asked.skills
    ]
    wants += [plain(topics.label(topic)) for topic in asked.topics] + [code(word, 40) for word in asked.unknown]
    program = context.directory.programs.get(asked.program)
    rows = [
        (_("Help with"), ", ".join(wants)),
        (_("Format"), labels.choice("formats", asked.format) if asked.format else ""),
        (_("Time"), labels.choice("commitment", asked.commitment) if asked.commitment else ""),
        (_("Relationship"), labels.choice("relationship_types", asked.relationship) if asked.relationship else ""),
        (_("Languages"), ", ".join(context.language_name(tag) for tag in asked.languages)),
        (_("Time zone"), code(asked.timezone, 40) if asked.timezone else ""),
        (_("Program"), plain(program.title) if program else ""),
    ]
    lines = [f"| {name} | {value} |" for name, value in rows if value]
    return "\n".join([lines[0], "|:--|:--|", *lines[1:]]) if lines else ""


def quoted_goals(goals: str | None, kind: str) -> str:
    """Quote the free text as it was sent; where it was changed since, say so instead."""
    if goals is None:
        return _("The text at the top of this page was changed after it was sent, so I don't repeat it here.")
    if not goals.strip():
        return ""
    return f"{_(_FREE_TEXT.get(kind, N_('Their goals, in their own words:')))}\n\n{block(goals)}"


def _reasons(sentences: tuple[str, ...]) -> str:
    """List why the mentor fits, in the sentences that the match showed to the mentee."""
    if not sentences:
        return ""
    return "\n".join([_("Why you might be a good match:"), "", *(f"- {sentence}" for sentence in sentences)])


def _closes_on(request: RequestState, context: RequestContext) -> str:
    expiry = timedelta(days=context.directory.settings.requests.days.expiry)
    return day(waiting_since(request, context.now) + expiry)


def _review_ends(request: RequestState, context: RequestContext) -> str:
    return day(request.since + timedelta(days=2 * context.directory.settings.requests.days.expiry))
