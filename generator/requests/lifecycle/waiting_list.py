"""The waiting list: open requests, the oldest first, each offered to one mentor at a time. See docs/decisions/0021.

Nothing is stored beside the threads. Each sweep looks again at who waits and who has a free spot, and writes down in
the request's own memory whom it asks. A mentor's no, or their silence, gives the request back to the list.
"""

from datetime import datetime, timedelta

from generator.model.directory import Days
from generator.model.request import Person
from generator.model.request_kind import KIND
from generator.requests.lifecycle.bot_memory import MOST_MENTIONS, TIME, Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import start_of
from generator.requests.lifecycle.state import RequestState, asking, wants_of
from generator.requests.replies.suggestions import fitting_mentors

LIST_ASKS, _LIST_ASKED = "list-asks", "offer"
"""The id and the command of the event that the list asks a mentor; its words are their handle. Older memory calls it like the offer of a mentor to a mentee."""
LIST_GOES_ON, NOBODY_FREE, ANYONE = "list-goes-on", "nobody-free", "anyone"
"""Why a request came to the list, beside having named nobody: the mentor whom the list asked doesn't take it, nobody was free after a no or a silence, or the mentee asked for anyone."""
_CAUSES = {"offer": LIST_GOES_ON}
"""What older memory calls a cause."""
UNTAKEN = "untaken"
"""The cause where mentors answered, and none could take it before the waiting list ended."""
_NOBODY = Person(0, "")


def back_on_list(request: RequestState, at: datetime, event_id: str, cause: str = LIST_GOES_ON) -> RequestState:
    """Return the request waiting for any mentor."""
    return asking(request, "", at, event_id, cause=cause)


def choice_ends(request: RequestState, since: datetime, context: RequestContext) -> datetime:
    """Return until when the mentee can choose among the mentors who were named to them, before the bot asks one itself."""
    if request.event_id == TIME:
        return since
    if request.cause:
        # From the next day on, so that it makes no difference how soon a sweep comes.
        return start_of(since.date() + timedelta(days=1))
    return since + timedelta(days=context.directory.settings.requests.days.first_reminder)


def offer_ends(since: datetime, days: Days) -> datetime:
    """Return when an offer goes on to the next mentor: after whole days, so that a sweep that asked slowly costs none.

    The mentee chose nobody in particular, so that nobody has to wait for long.
    """
    return start_of(since.date() + timedelta(days=days.second_reminder))


def list_ends(request: RequestState, days: Days) -> datetime:
    """Return when nobody is looked for any more: never in the sweep in which an offer ends, however long that took."""
    ends = (request.listed_at or request.since) + timedelta(days=days.waitlist)
    return max(ends, request.since + timedelta(days=days.second_reminder)) if request.cause == LIST_GOES_ON else ends


def list_cause(request: RequestState) -> str:
    """Return why the list ended without a mentor: nobody offered, or none of those who answered could take it."""
    return UNTAKEN if request.heard else "nobody"


def list_asks(event: Event) -> bool:
    """Whether an event says that the list asks a mentor."""
    return event.command == LIST_ASKS or (event.command, event.event_id) == (_LIST_ASKED, _LIST_ASKED)


def cause_now(cause: str) -> str:
    """Return what a cause for coming to the list is called now."""
    return _CAUSES.get(cause, cause)


def offered(request: RequestState, event: Event) -> RequestState:
    """Ask whom an offer names."""
    return asking(request, event.words, event.at, event.event_id, offered=True) if request.listed else request


def next_offer(request: RequestState, since: datetime, context: RequestContext) -> Event | None:
    """Return the offer that is to be made now, or None: in a sweep, to who fits best, is free, and has no other offer."""
    if not context.offering or not may_be_offered(request) or context.now < choice_ends(request, since, context):
        return None
    best = fitting_mentors(request, context, 1, lambda handle: _can_be_offered(handle, request, context))
    return Event(LIST_ASKS, context.now, _NOBODY, "waiting", LIST_ASKS, best[0]) if best else None


def may_be_offered(request: RequestState) -> bool:
    """Whether the bot may still tell another mentor of a request on the list."""
    return request.listed and may_mention(request) and not request.mute and KIND[request.kind].mentoring


def may_mention(request: RequestState) -> bool:
    """Whether one more person may be called: also what a run that came late left out is counted."""
    helped = sum(event.command == "help" for event in request.effective)
    called = request.held + len(request.calls) + helped
    return called < MOST_MENTIONS and request.memory.mentions_left > 0


def _can_be_offered(handle: str, request: RequestState, context: RequestContext) -> bool:
    """Whether a mentor has more free spots than requests to answer, answered lately, and no other offer waits for them.

    Who has no account is asked through a coordinator, and so only where someone chose them.
    """
    status = context.statuses[handle]
    if (
        not context.has_account(handle)
        or status.doubtful
        or not status.can_be_asked
        or status.openings <= status.pending
    ):
        return False
    return not any(
        one.offered and one.mentor == handle and one.number != request.number for one in context.other_requests
    )


def stays_open(request: RequestState, context: RequestContext) -> bool:
    """Whether a request that was declined or not answered goes on to the list by itself: nobody who fits is free, and it can wait."""
    if request.asked is None or request.mute or not may_mention(request) or request.kind == "application":
        return False
    limit = context.directory.settings.requests.limits.open_for_each_mentee
    if len(context.counted_of_mentee(request.mentee, request.number)) >= limit:
        return False
    return not fitting_mentors(request, context, 1)


def position(request: RequestState, context: RequestContext) -> int:
    """Return which one on the list a request is, from 1 on: counted by the sweep, which reads all, and kept in between.

    Others come and go without any comment in this thread; so a comment here need not have them all read again.
    """
    known = request.memory.position
    if known and not context.offering:
        return known
    wanted = wants_of(request.asked)
    return 1 + sum(
        one.listed and one.number < request.number and bool(one.wants & wanted or not wanted)
        for one in context.other_requests
    )
