"""What the bot says in a review’s issue: how far it is, and what it asks the mentor and the coordinators."""

from collections.abc import Mapping

from generator.requests.lifecycle.context import RequestContext
from generator.requests.replies.markdown_links import link_to_mentor, mentee_of, name_of, private_contact
from generator.requests.replies.notices.notice import folded, paragraphs, small
from generator.requests.reviews.judge import (
    ASKING,
    HELD,
    INCOMPLETE,
    LONGEST,
    REFUSED,
    SHOWN,
    TAKEN_BACK,
    TOTALS,
    ReviewState,
)
from generator.text.catalogue import N_, _
from generator.text.counting import listed
from generator.text.markdown_escape import quote

Asked = tuple[str, tuple[str, ...]]
"""A comment, and the handles it mentions."""

_HEADS = {
    INCOMPLETE: N_("**Not ready yet**"),
    HELD: N_("**A coordinator reads this first**"),
    ASKING: N_("**Waiting for {mentor}**"),
    SHOWN: N_("**It’s on {mentor}’s page** from the next build on"),
    TOTALS: N_("**Counted, and not shown**"),
    REFUSED: N_("**{mentor} prefers not to show this**"),
    TAKEN_BACK: N_("**Taken back**"),
}
_THEN = {
    HELD: N_("Until then, the site doesn’t show it, and nobody else is notified. You don’t have to do anything."),
    ASKING: N_("The site shows it when {mentor} agrees. You don’t have to do anything."),
    SHOWN: N_(
        "Thank you! Edit your text whenever you like: {mentor} then agrees again, and you can change what is shown."
    ),
    TOTALS: N_("Thank you! It counts in the community’s totals, without any name."),
    REFUSED: N_("Nobody has to give a reason. It still counts in the community’s totals, without any name."),
    TAKEN_BACK: N_("The site doesn’t show it, and it counts nowhere. To bring it back, reopen this."),
}


def status_text(state: ReviewState, context: RequestContext) -> str:
    """Return the comment that says how far a review is."""
    mentor = link_to_mentor(state.mentor, context) if state.mentor else _("the mentor")
    parts = [_(_HEADS[state.state], mentor=mentor)]
    if state.state == INCOMPLETE:
        parts.append("\n".join(f"- {one}" for one in state.missing))
        parts.append(_("Choose the three dots above your text, then **Edit**. I look again each time you save."))
    else:
        parts.append(_(_THEN[state.state], mentor=mentor))
    commands = _commands(state, context)
    return paragraphs([*parts, folded(commands, _("What you can do now")) if commands else ""])


def _commands(state: ReviewState, context: RequestContext) -> str:
    if state.state in (INCOMPLETE, TAKEN_BACK):
        return ""
    mentor = name_of(state.mentor, context)
    lines = [
        _("{mentor}: `/publish` shows it, `/decline` doesn’t, `/answer` and your words reply to it.", mentor=mentor),
        _("Coordinators: `/hold` keeps it from the site, `/release` lets it go on."),
        _("Something private? [Write to the coordinators]({contact}).", contact=private_contact(context)),
    ]
    return "\n".join(f"- {one}" for one in lines)


def asks_mentor(state: ReviewState, context: RequestContext, calls: bool) -> Asked:
    """Ask the mentor whether the review may be shown, with the review itself."""
    request = state.request
    if request is None:
        return "", ()
    mentions = _who_can_be_called((state.mentor,) if calls else (), context, request.memory.ids)
    mentor = f"@{state.mentor}" if mentions else name_of(state.mentor, context)
    written = "\n\n".join(part for part in (state.written.thanks, state.written.words) if part)
    parts = [
        _("{mentor}, {mentee} reviewed your mentorship.", mentor=mentor, mentee=mentee_of(request, context)),
        quote(written, LONGEST["words"], 20),
        _("**May your page show it? Reply yes or no.** To reply to it there, start a comment with `/answer`."),
        small(_("Nothing is shown without your yes, and a no needs no reason.")),
    ]
    return paragraphs(parts), mentions


def asks_again(state: ReviewState, context: RequestContext) -> str:
    """Ask the mentor what they meant; nothing is shown on a guess."""
    return _(
        "{mentor}, shall I take that as a yes? Reply yes or no. Until then, the site doesn’t show it.",
        mentor=name_of(state.mentor, context),
    )


def asks_coordinators(state: ReviewState, context: RequestContext, calls: bool) -> Asked:
    """Ask a coordinator to read a review before its mentor is notified."""
    handles = tuple(context.directory.settings.coordinators) if calls else ()
    mentions = _who_can_be_called(handles, context, {})
    whom = listed([f"@{one}" for one in mentions]) if mentions else _("Coordinators")
    parts = [
        _("{whom}, please read this review before its mentor does.", whom=whom),
        _(
            "It holds a link, a name, rough words or an unhappy answer. If it’s fair, comment `/release`. If not, leave it, or talk to both."
        ),
    ]
    return paragraphs(parts), mentions


def _who_can_be_called(handles: tuple[str, ...], context: RequestContext, ids: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(one for one in handles if one not in context.reassigned_logins and context.has_account(one, ids))
