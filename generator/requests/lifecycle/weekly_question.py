"""The weekly question: is a profile still right? All mentors nobody has heard from for long, in one comment.

Each comment in the availability issue reaches everyone who has ever written there, so there is one a week at most. Who
was asked once isn't asked again before there was a sign of life.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Mentor
from generator.requests.lifecycle.bot_memory import SentNotice
from generator.requests.lifecycle.context import RequestContext

KEY = "still-there-"
"""How the key of each week's question begins; its day follows."""
UNCONFIRMED, NEVER_HEARD = "unconfirmed", "never-heard"
"""Why someone is asked: no sign of life for long, or none at all so far."""
_MONDAY = 0
_A_WEEK = timedelta(days=6)
_MOST = 40
"""Mentors in one comment: GitHub notifies 50 people at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """One mentor to ask, why, and since when nobody has heard from them."""

    handle: str
    why: str
    since: date | None = None


def is_due(notices: Mapping[str, SentNotice], now: datetime) -> bool:
    """Whether a question may be asked now: on Mondays, and none was asked this week."""
    asked = [sent.at for key, sent in notices.items() if key.startswith(KEY)]
    return now.weekday() == _MONDAY and (not asked or now - max(asked) >= _A_WEEK)


def weekly_questions(notices: Mapping[str, SentNotice], context: RequestContext) -> tuple[Question, ...]:
    """Return whom to ask this week, those first of whom nothing was heard for longest."""
    asked = _asked(notices)
    unconfirmed = [
        Question(handle, UNCONFIRMED, status.confirmed)
        for handle, mentor in context.directory.mentors.items()
        if _can_be_asked(handle, mentor, context)
        and (status := context.statuses[handle]).confirmed
        and _is_silent(status, asked.get(handle), context)
    ]
    unconfirmed.sort(key=lambda one: (one.since or date.min, one.handle))
    never_heard = [
        Question(handle, NEVER_HEARD)
        for handle, mentor in context.directory.mentors.items()
        if _can_be_asked(handle, mentor, context)
        and (status := context.statuses[handle]).never_heard_from
        and (status.until is None or status.unanswered)
        and handle not in asked
    ]
    # Those come first whom people ask in vain right now.
    return tuple([*sorted(never_heard, key=lambda one: one.handle), *unconfirmed][:_MOST])


def _asked(notices: Mapping[str, SentNotice]) -> dict[str, date]:
    """Return when each mentor was asked last."""
    asked: dict[str, date] = {}
    for key, sent in notices.items():
        if key.startswith(KEY):
            for handle in sent.mentions:
                asked[handle] = max(asked.get(handle, date.min), sent.at.date())
    return asked


def newest_of_each(notices: Mapping[str, SentNotice]) -> dict[str, SentNotice]:
    """Return the questions with only those in them who weren't asked again later, and without empty ones."""
    newest: dict[str, str] = {}
    for key, sent in sorted(notices.items(), key=lambda one: (one[1].at, one[0])):
        newest |= dict.fromkeys(sent.mentions, key)
    kept = {
        key: SentNotice(sent.at, tuple(handle for handle in sent.mentions if newest[handle] == key))
        for key, sent in notices.items()
    }
    return {key: sent for key, sent in kept.items() if sent.mentions}


def _can_be_asked(handle: str, mentor: Mentor, context: RequestContext) -> bool:
    return bool(mentor.offer_to_mentor and mentor.github and handle not in context.reassigned_logins)


def _is_silent(status: AvailabilityStatus, asked: date | None, context: RequestContext) -> bool:
    """Whether nobody has heard from a mentor for long, and they weren't asked since; who is on a break said so."""
    if status.confirmed is None or status.until is not None:
        return False
    days = (context.today - status.confirmed).days
    return days >= context.directory.settings.freshness.asks_after and (asked is None or asked <= status.confirmed)
