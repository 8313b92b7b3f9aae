"""Offers: a mentor reaches out to someone who looks for a mentor, and who then decides. A yes makes it a mentorship.

Until then the sender of the issue is who waits, and the mentee is who is asked, as in every request. So nothing of a
request's life has to be written twice. With the yes the two take their usual places. See docs/decisions/0034.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.learner import Want
from generator.model.mentor import Mentor
from generator.model.request import Asked, Person
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState, moved
from generator.text.catalogue import _, ngettext

HELP_OFFER = "offer"
COMMANDS_IN_AN_OFFER = frozenset({"accept", "decline", "ask", "withdraw", "undo", "help", "approve", "close", "spam"})
"""The commands that count before the mentee has decided; everything else belongs to requests for a mentor."""
MOST_OFFERS = 3
"""How many offers someone has to answer at a time, from all mentors together."""


def offer_errors(asked: Asked, sender: Person, number: int, context: RequestContext) -> Iterator[str]:
    """Yield the one reason why an offer cannot be sent, or nothing."""
    found = (_about_sender(sender, context), _about_mentee(asked, context), _about_pair(asked, sender, number, context))
    yield from filter(None, [next(filter(None, found), None)])


def _about_sender(sender: Person, context: RequestContext) -> str:
    if context.mentor_handle_of(sender):
        return ""
    return _(
        "Only mentors who are listed here can offer their help this way. Please add your profile first, or close this."
    )


def _about_mentee(asked: Asked, context: RequestContext) -> str:
    found = context.directory.mentors.get(asked.mentor)
    if found is None or not _is_seeking(found, context):
        return _(
            "Nobody with this name is looking for a mentor right now. Please write the GitHub name from the page of mentees in the field **Mentee** above."
        )
    if not context.has_account(found.handle):
        return _("This person isn't on GitHub. Please ask a coordinator to pass your offer on.")
    return ""


def _is_seeking(found: Mentor, context: RequestContext) -> bool:
    status = context.statuses.get(found.handle)
    return found.last_day_seeking(context.today, status.confirmed if status else None) is not None


def _about_pair(asked: Asked, sender: Person, number: int, context: RequestContext) -> str:
    """Nobody is offered the same help twice, and nobody gets more offers than they can answer."""
    if asked.mentor == sender.handle or context.is_one(sender, asked.mentor, {}):
        return _("You named yourself. Please write someone else's name in the field **Mentee** above.")
    offers = [one for one in context.other_requests if one.kind == HELP_OFFER and one.number != number and one.sent_at]
    earlier = [one for one in offers if one.is_opened_by(sender) and one.mentor == asked.mentor]
    if earlier:
        return _(
            "You've already offered them your help, in #{number}. Once is enough: they know where to find you.",
            number=earlier[0].number,
        )
    me = context.mentor_handle_of(sender)
    between = [one for one in context.other_requests if one.open and (one.mentee, one.mentor) == (asked.mentor, me)]
    if between:
        return _(
            "The two of you already have an open request: #{number}. Please go on there.", number=between[0].number
        )
    waiting = sum(one.open and one.mentor == asked.mentor for one in offers)
    if waiting < MOST_OFFERS:
        return ""
    return ngettext(
        "They have {count} offer to answer already. Please try again in some days.",
        "They have {count} offers to answer already. Please try again in some days.",
        waiting,
    )


def with_wishes(asked: Asked, sender: Person, context: RequestContext) -> Asked:
    """Return what an offer is about: what the mentee wants, first what the mentor lists."""
    mentee = context.directory.mentors.get(asked.mentor)
    mentor = context.directory.mentors.get(context.mentor_handle_of(sender))
    wanted = mentee.learning.skills if mentee and mentee.learning else ()
    listed = {*mentor.skills, *mentor.can_introduce} if mentor else set()
    return replace(asked, skills=tuple(Want(one) for one in sorted(wanted, key=lambda skill: skill not in listed)))


def accepted(request: RequestState, event: Event) -> RequestState:
    """Say yes: to a request, or to an offer, which becomes a mentorship of the two."""
    answered_at = request.answered_at or event.at
    if request.kind != HELP_OFFER:
        return moved(request, "accepted", event.at, event.event_id, answered_at=answered_at)
    mentee, sender = Person(event.by.id, event.by.login), request.mentee
    known = (handle for handle, number in request.memory.ids.items() if number == sender.id)
    mentor = next(known, sender.handle)  # the login may be another one by now
    return moved(
        replace(request, kind="mentorship"),
        "accepted",
        event.at,
        event.event_id,
        answered_at=answered_at,
        mentee=mentee,
        mentor=mentor,
        tried=(*request.tried, mentor),
    )
