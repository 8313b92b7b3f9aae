"""The comments while a request waits for a yes or a no."""

from datetime import date, datetime, timedelta

from generator.requests.lifecycle.before_yes import waiting_since
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import (
    answers_for,
    availability_thread,
    link_to_mentor,
    mentee_of,
    name_of,
    page_of,
)
from generator.requests.replies.notices.coordinators import addressed_coordinator
from generator.requests.replies.notices.doors import ask_another, waited_lately
from generator.requests.replies.notices.facts import facts_of, what_with
from generator.requests.replies.notices.notice import (
    Notice,
    exact_commands,
    first_line,
    is_short,
    mention_of,
    paragraphs,
    small,
)
from generator.requests.replies.relay import about_relay
from generator.text.catalogue import N_, _
from generator.text.dates import day_ahead
from generator.text.markdown_escape import plain, quote

_MANY, _LATELY = 5, timedelta(days=90)
"""After how many requests, in how many days, a mentor learns once how to help several people at once."""
_OPENINGS = {
    "quick-question": (
        N_("{whom}, {mentee} has a quick question for you about {what}."),
        N_("{whom}, {mentee} has a quick question for you."),
    ),
    "interview": (
        N_("{whom}, {mentee} would like to hear about your work in {what}, in one talk."),
        N_("{whom}, {mentee} would like one talk about your work."),
    ),
    "group": (
        N_("{whom}, {mentee} would like to join your group for {what}."),
        N_("{whom}, {mentee} would like to join your group."),
    ),
    "application": (
        N_("{whom}, {mentee} would like to join {program} with you as mentor."),
        N_("{whom}, {mentee} would like to join your program."),
    ),
}
"""The first line to a mentor, by the kind of request, in full and short: it is what a mail shows before it is opened."""
_ASKED = (N_("{whom}, {mentee} would like your help with {what}."), N_("{whom}, {mentee} would like your help."))
_OFFERED = (
    N_("{whom}, {mentee} is looking for help with {what}. You’d be a good fit."),
    N_("{whom}, {mentee} is looking for a mentor like you."),
)
"""The first line where the mentee named nobody, and the bot asks the mentor who fits best."""


def new_request(request: RequestState, goals: str | None, context: RequestContext) -> Notice:
    """Notify the mentor who is asked: who would like what, and that any answer will do."""
    if request.mentor in context.reassigned_logins:
        return _unreachable(request, goals, context)
    if not context.has_account(request.mentor, request.memory.ids):
        return _to_pass_on(request, goals, context)
    whom, mentions = mention_of(request.mentor, request, name_of(request.mentor, context), context)
    by = day_ahead(_answer_by(request, context), context.today)
    pause, page = availability_thread(context), page_of(request.mentor, context)
    opening, words = _opening(request, whom, context), _quoted(goals)
    parts = [
        about_relay(request),
        _("**Just reply here: yes, no, or a question.** Any words will do, and a quick no is kind."),
        small(
            _("No answer by {day}? Then I ask the next mentor.", day=by)
            if request.offered
            else _("No answer by {day}? Then I suggest others.", day=by),
            f"[{_('Pause new requests')}]({pause})" if pause else "",
            f"[{_('Your page')}]({page})" if page else "",
        ),
        exact_commands("accept", "decline", "ask", "waitlist", "redirect"),
    ]
    if asked_by_many(request, context) and page:
        parts.insert(
            2,
            _(
                "Many people ask you. An office hour or a group in [your profile]({page}) helps several at once.",
                page=page,
            ),
        )
    facts = facts_of(request, context)
    while facts and not is_short(paragraphs([opening, words, *facts, *parts])):
        facts.pop()
    body = paragraphs([opening, words, "\n".join(f"- {fact}" for fact in facts), *parts])
    return Notice(body, mentions, "request", request.mentor)


def asked_by_many(request: RequestState, context: RequestContext) -> bool:
    """Whether this request makes a mentor one whom many ask, who offers nothing for several people yet.

    Only the one request that reaches the number says so: nothing has to be remembered, and nobody reads it each time.
    """
    mentor = context.directory.mentors.get(request.mentor)
    if mentor is None or mentor.office_hours or mentor.group_size:
        return False
    asked = [
        at
        for one in context.other_requests
        if one.number != request.number
        for handle, at in one.asked
        if handle == request.mentor and at > context.now - _LATELY
    ]
    return len(asked) == _MANY - 1


def _opening(request: RequestState, whom: str, context: RequestContext) -> str:
    """Say who wants what, in as many words as a preview shows."""
    full, short = _OFFERED if request.offered else _OPENINGS.get(request.kind, _ASKED)
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    values = {
        "whom": whom,
        "mentee": mentee_of(request, context),
        "program": plain(program.title) if program else "",
    }
    lines = [_(full, what=what, **values) for what in what_with(request.asked, context)]
    if request.kind == "application":
        lines = [_(full, what="", **values)] if program else []
    return first_line(*lines, _(short, **values))


def _unreachable(request: RequestState, goals: str | None, context: RequestContext) -> Notice:
    """Ask a coordinator about a mentor whose login someone else has taken over."""
    whom, mentions = addressed_coordinator(request, context)
    name = name_of(request.mentor, context)
    parts = [
        first_line(
            _("{whom}, the GitHub name of {mentor} now belongs to someone else.", whom=whom, mentor=name),
            _("{whom}, a mentor’s GitHub name changed hands.", whom=whom),
        ),
        _(
            "So I didn’t mention it, and {mentor} doesn’t know that {mentee} asked. "
            "Please correct the profile, or **reply with another mentor’s name**.",
            mentor=name,
            mentee=mentee_of(request, context),
        ),
        _quoted(goals),
        exact_commands("reassign"),
    ]
    return Notice(paragraphs(parts), mentions, "request", request.mentor)


def _to_pass_on(request: RequestState, goals: str | None, context: RequestContext) -> Notice:
    """Ask a coordinator to pass a request on to a mentor who has no account; only the coordinator is mentioned.

    A channel that the community set up for the mentor's handle is notified, too.
    """
    whom, mentions = addressed_coordinator(request, context)
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    by = day_ahead(_answer_by(request, context), context.today)
    asks = (
        _("{whom}, please ask {mentor} for {mentee}: help with {what}.", whom=whom, mentor=mentor, mentee=mentee, what=what)
        for what in what_with(request.asked, context)
    )  # fmt: skip
    parts = [
        first_line(
            *asks,
            _("{whom}, please pass this on to {mentor}.", whom=whom, mentor=mentor),
            _("{whom}, please pass this request on.", whom=whom),
        ),
        _quoted(goals),
        about_relay(request),
        _(
            "{mentor} isn’t on GitHub. Coordinators pass this on, and write here what they answer:",
            mentor=link_to_mentor(request.mentor, context),
        ),
        answers_for(request.mentor, "accept", "decline", "ask …", "waitlist"),
        small(_("No answer by {day}? Then I suggest others. It doesn’t count against {mentor}.", day=by, mentor=mentor)),
    ]  # fmt: skip
    facts = facts_of(request, context)
    while facts and not is_short(paragraphs([*parts[:2], *facts, *parts[2:]])):
        facts.pop()
    body = paragraphs([*parts[:2], "\n".join(f"- {fact}" for fact in facts), *parts[2:]])
    return Notice(body, mentions, "without-account", request.mentor)


def first_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind the mentor, whom GitHub tells because they were mentioned before; for one without an account, a coordinator."""
    if not context.has_account(request.mentor, request.memory.ids):
        return _still_to_pass_on(request, context)
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    by = day_ahead(_answer_by(request, context), context.today)
    parts = [
        first_line(
            _("{mentor}, {mentee} is still hoping for an answer.", mentor=mentor, mentee=mentee),
            _("{mentor}, someone is still hoping for an answer.", mentor=mentor),
        ),
        _("“Yes”, “no” or “not now” is enough."),
        small(
            _("No answer by {day}? Then I ask someone else.", day=by)
            if request.offered
            else _("No answer by {day}? Then I suggest others to {mentee}.", day=by, mentee=mentee)
        ),
        exact_commands("accept", "decline", "ask", "waitlist"),
    ]
    return Notice(paragraphs(parts), (), "reminder", request.mentor)


def _still_to_pass_on(request: RequestState, context: RequestContext) -> Notice:
    whom, mentions = addressed_coordinator(request, context)
    mentor, mentee = name_of(request.mentor, context), mentee_of(request, context)
    parts = [
        first_line(
            _("{whom}, has {mentor} answered {mentee}?", whom=whom, mentor=mentor, mentee=mentee),
            _("{whom}, is there an answer for {mentee}?", whom=whom, mentee=mentee),
            _("{whom}, is there an answer to pass on?", whom=whom),
        ),
        _("{mentor} isn’t on GitHub. Write here what they said:", mentor=mentor),
        answers_for(request.mentor, "accept", "decline", "waitlist"),
        small(
            _(
                "No answer by {day}? Then I suggest others to {mentee}.",
                day=day_ahead(_answer_by(request, context), context.today),
                mentee=mentee,
            )
        ),
    ]
    return Notice(paragraphs(parts), mentions)


def incomplete_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind an author that something is still missing, long before the request closes."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.expiry)
    parts = [
        _("{mentee}, this isn’t sent yet: something is missing.", mentee=mentee_of(request, context)),
        _("My first comment says what. **Edit your text above**, and I’ll send it right away."),
        small(
            _("If it stays as it is, it closes on {day}.", day=day_ahead(end, context.today)),
            _("You can ask again at any time."),
        ),
    ]
    return Notice(paragraphs(parts))


def question_reminder(request: RequestState, context: RequestContext) -> Notice:
    """Remind the mentee of the mentor's question."""
    end = request.since + timedelta(days=context.directory.settings.requests.days.expiry)
    parts = [
        _(
            "{mentee}, {mentor} is waiting for your answer.",
            mentee=mentee_of(request, context),
            mentor=name_of(request.mentor, context),
        ),
        _("**Just reply here.** If you’ve changed your mind, say that instead."),
        small(
            _(
                "No answer by {day}? Then I suggest others, and any reply brings this back.",
                day=day_ahead(end, context.today),
            )
        ),
        exact_commands("withdraw"),
    ]
    return Notice(paragraphs(parts), edits=(f"question-1:{request.event_id}",))


def waitlisted(request: RequestState, context: RequestContext) -> Notice:
    """Explain to the mentee what the waitlist means, who has a free spot now, and, where it is short enough, how long people waited."""
    end: date = request.until or request.since + timedelta(days=context.directory.settings.requests.days.waitlist)
    parts = [
        _(
            "{mentor} would like to help {mentee}, but has no spot yet.",
            mentor=link_to_mentor(request.mentor, context),
            mentee=mentee_of(request, context),
        ),
        _("I’ll ask again on {day}. There’s nothing to do.", day=day_ahead(end, context.today)),
        waited_lately(request, context),
        ask_another(request, context, _("Would you rather not wait? Free and a good fit:"), commands=("withdraw",)),
    ]
    body = paragraphs(parts)
    return Notice(body if is_short(body) else paragraphs([*parts[:2], parts[3]]))


def _quoted(goals: str | None) -> str:
    """Quote the free text as it was sent; where it was changed since, say so instead."""
    if goals is None:
        return _("Their text above was changed after it was sent, so I don’t quote it.")
    return quote(goals)


def _answer_by(request: RequestState, context: RequestContext) -> datetime:
    if request.due:
        return request.due
    return waiting_since(request, context.now) + timedelta(days=context.directory.settings.requests.days.expiry)
