"""Turn a whole thread into the course of its request: every event in the order of time, and the clock between them.

Nothing depends on when or how often this runs. What the ledger acknowledged counts as it was; what is new
in the thread is judged now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from generator.model.request import Asked
from generator.model.request_state import ACTIVE_STATES, ENDINGS, PENDING_STATES
from generator.requests.commands import BY_NAME
from generator.requests.commands.command import COORDINATOR, MENTEE, MENTOR
from generator.requests.forms.reader import Reading
from generator.requests.lifecycle.admission import needs_review, validation_errors
from generator.requests.lifecycle.before_yes import is_overdue, waiting_since
from generator.requests.lifecycle.bot_memory import TIME, BotMemory, Event, ledger_with, memory_of
from generator.requests.lifecycle.comments import OF_PLAIN_WORDS, after_comment, counted, happened, roles_of
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.goals import after_ticks, with_texts, with_ticks_in_status
from generator.requests.lifecycle.offers import HELP_OFFER, with_wishes
from generator.requests.lifecycle.plain_words import reaction_events
from generator.requests.lifecycle.program_spots import PAIRED, SPOT, gets_spot, next_pair, next_spot, propose
from generator.requests.lifecycle.sending_limits import must_wait, same_words
from generator.requests.lifecycle.state import RequestState, asking, moved
from generator.requests.lifecycle.submission import fingerprint, recalled
from generator.requests.lifecycle.thread import ASKS_BACK, BOT, Comment, Reaction, Thread
from generator.requests.lifecycle.timers import advance_to, due_of, fire_timer
from generator.requests.lifecycle.tips import tips_for
from generator.requests.lifecycle.waiting_list import list_asks, next_offer, offered
from generator.text.catalogue import N_

AHEAD = timedelta(minutes=5)
"""How far the forge's clock may be ahead of ours before a comment counts as not written yet."""
_LOST_FORM = N_(
    "The headings of the form are missing from your text above, so I can't read it any more. Please bring them back, or send a new request."
)


@dataclass(frozen=True, slots=True)
class _Step:
    """Something that happened: an acknowledged word, a new comment, the form, or the issue's closing."""

    at: datetime
    order: tuple[int, str]
    event: Event | None = None
    comment: Comment | None = None
    reaction: Reaction | None = None
    ticked: Comment | None = None


def reduce(thread: Thread, context: RequestContext) -> RequestState | None:
    """Return how far a request has come at `registry.now`, or None when the thread is no request."""
    memory = memory_of(thread, context.seal)
    reading = None if thread.by_bot else context.reading(thread.body)
    if memory.asked is None and reading is None and not memory.state:
        return None
    if not memory.state and reading is not None:
        memory = recalled(memory, reading, thread)
    if must_wait(memory, thread, context):
        memory = ledger_with(memory, asked=None, sent_at=None, goals_hash="", held=False, same=())
    request = _opened(thread, memory, reading)
    seen_before = any(one.ours for one in thread.comments)
    if reading is not None and memory.asked is None and not seen_before:
        request = _judged(request, thread, reading, context, thread.opened)
    known = max((event.at for event in memory.events), default=memory.sent_at)
    known = max(known, memory.sent_at) if known and memory.sent_at else known
    for step in sorted(_events(thread, memory, request, context.now), key=lambda one: (one.at, one.order)):
        request = advance_to(request, context, step.at, context.now, known)
        request = _after(request, step, context, known)
    if request.state == "incomplete" and seen_before:
        # Before it is judged, because time may have ended it.
        request = advance_to(request, context, context.now, context.now, known)
    if request.state == "incomplete" and seen_before:
        request = (
            _judged(request, thread, reading, context, context.now)
            if reading
            else replace(request, missing=(_LOST_FORM,))
        )
    request = advance_to(request, context, context.now, context.now, known)
    request = with_texts(with_ticks_in_status(request, thread, context), thread)
    offer = next_offer(request, waiting_since(request, context.now), context) if request.listed else None
    if offer:
        request = replace(offered(request, offer), effective=(*request.effective, offer))
    spot = next_spot(request, context)
    if spot:
        request = replace(gets_spot(request, spot), effective=(*request.effective, spot))
    pair = next_pair(request, context)
    if pair:
        request = replace(propose(request, pair), effective=(*request.effective, pair))
    return replace(
        request,
        tips=tips_for(request, reading, context),
        due=due_of(request, context, context.now),
        overdue=is_overdue(request, context, context.now),
    )


def _opened(thread: Thread, memory: BotMemory, reading: Reading | None) -> RequestState:
    asked = memory.asked or (reading.asked if reading else None)
    return RequestState(
        number=thread.number,
        mentee=thread.author,
        sender=thread.author,
        kind=asked.kind if asked else "mentorship",
        state="incomplete",
        opened=thread.opened,
        since=thread.opened,
        event_id="form",
        memory=memory,
        mute=thread.locked,
        same=memory.same,
    )


def _events(thread: Thread, memory: BotMemory, request: RequestState, now: datetime) -> Iterator[_Step]:
    known = {event.event_id for event in memory.events}
    heard = {event_id.partition(".")[0] for event_id in known if not event_id.endswith(".w")}
    if memory.asked and memory.sent_at:
        yield _Step(memory.sent_at, (0, ""), event=Event("form", memory.sent_at, request.mentee, MENTEE, "form"))
    for place, event in enumerate(memory.events):
        yield _Step(event.at, (1, f"{place:05}"), event=event)
    for comment in thread.comments:
        if not comment.by_bot and comment.at <= now + AHEAD:
            # Of a comment that counted, the rest is read only as it was first written.
            settled = f"c{comment.id}" in heard and comment.edited
            yield _Step(
                comment.at,
                (2, f"{comment.id:020}"),
                comment=replace(comment, body="", edited=False) if settled else comment,
            )
        if not comment.by_bot and (comment.changed_at or comment.at) <= now + AHEAD and "[" in comment.body:
            yield _Step(comment.changed_at or comment.at, (5, f"{comment.id:020}"), ticked=comment)
        for reaction in comment.reactions if comment.ours and comment.at <= now + AHEAD else ():
            if f"r{reaction.id}.p" not in known and ASKS_BACK in comment.body[:80]:
                yield _Step(reaction.at, (4, f"{reaction.id:020}"), reaction=reaction)
    if (
        not thread.open
        and thread.closed_at
        and not memory.closed
        and (thread.closed_by is None or thread.closed_by.login != BOT)
    ):
        event_id = f"closed-{thread.closed_at:%Y%m%d%H%M%S}"
        if event_id not in known:
            yield _Step(
                thread.closed_at,
                (3, ""),
                event=Event(event_id, thread.closed_at, thread.closed_by or thread.author, "", "closed"),
            )


def _after(request: RequestState, step: _Step, context: RequestContext, known: datetime | None) -> RequestState:
    event = step.event
    if step.reaction is not None:
        return happened(request, reaction_events(request, step.reaction, context))
    if step.ticked is not None:
        return after_ticks(request, step.ticked, context)
    if event is None:
        return after_comment(request, step.comment, context, known) if step.comment else request
    if event.command == "form":
        asked = request.memory.asked
        return (
            _sent(request, asked, request.memory.goals_hash, event.at, request.memory.held)
            if asked and request.state == "incomplete"
            else request
        )
    if event.command == "closed":
        return _closed(request, event, context)
    if event.command in OF_PLAIN_WORDS:
        return happened(request, (event,))
    if event.command == TIME:
        return fire_timer(request, event)
    if list_asks(event):
        return replace(offered(request, event), effective=(*request.effective, event))
    if event.command == SPOT:
        return replace(gets_spot(request, event), effective=(*request.effective, event))
    if event.command == PAIRED:
        return replace(propose(request, event), effective=(*request.effective, event))
    command = BY_NAME.get(event.command)
    return counted(request, command.effect(request, event), event) if command else request


def _sent(request: RequestState, asked: Asked, goals_hash: str, at: datetime, held: bool) -> RequestState:
    mentee = replace(request.mentee, on_behalf=asked.on_behalf or request.mentee.on_behalf)
    request = replace(
        request,
        mentee=mentee,
        asked=asked,
        sent_at=at,
        goals_hash=goals_hash,
        held=held,
        kind=asked.kind,
        missing=(),
    )
    if held:
        return moved(request, "held", at, "form", mentor=asked.mentor)
    if asked.kind == "self-test":
        return moved(request, "active", at, "form")
    return asking(request, asked.mentor, at, "form")


def _judged(
    request: RequestState, thread: Thread, reading: Reading, context: RequestContext, at: datetime
) -> RequestState:
    """Send the form on when nothing is missing, or say what is."""
    mentee = request.mentee
    if reading.asked.on_behalf and not mentee.on_behalf and context.is_coordinator(mentee, reading.asked.program):
        mentee = replace(mentee, on_behalf=reading.asked.on_behalf)
    asked = replace(reading.asked, on_behalf=mentee.on_behalf)
    request = replace(request, mentee=mentee)
    if asked.kind == HELP_OFFER:
        asked = with_wishes(asked, mentee, context)
    missing = reading.missing or validation_errors(asked, mentee, thread.number, context)
    if missing:
        return replace(request, asked=asked, kind=asked.kind, missing=tuple(missing))
    hashed = fingerprint(asked.goals)
    same = same_words(hashed, mentee, thread.number, context)
    held = needs_review(asked, mentee, thread.number, context)
    return _sent(replace(request, same=same), replace(asked, goals="", answers=""), hashed, at, held)


def _closed(request: RequestState, event: Event, context: RequestContext) -> RequestState:
    """Someone pressed the button: it means what it would mean from them."""
    if request.state in ENDINGS:
        return request
    roles = (event.role,) if event.role else roles_of(event.by, request, context)
    role = next((one for one in (MENTEE, MENTOR, COORDINATOR) if one in roles), COORDINATOR)
    event = replace(event, role=role)
    if request.state == "incomplete" or (role == MENTEE and request.state in PENDING_STATES):
        return counted(request, moved(request, "withdrawn", event.at, event.event_id), event)
    if role == MENTOR and request.state in PENDING_STATES:
        return counted(
            request,
            moved(
                request,
                "declined",
                event.at,
                event.event_id,
                cause="other",
                answered_at=request.answered_at or event.at,
            ),
            event,
        )
    if request.state in ACTIVE_STATES or role == COORDINATOR:
        return counted(request, moved(request, "ended", event.at, event.event_id, cause=role), event)
    return request
