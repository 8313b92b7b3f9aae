"""Turn a whole thread into the course of its request: every event in the order of time, and the clock between them.

Nothing depends on when or how often this runs. What the ledger acknowledged counts as it was; what is new
in the thread is judged now.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from generator.model.request import Asked, Person
from generator.model.request_state import ACTIVE_STATES, ENDINGS, PENDING_STATES
from generator.requests.commands import BY_NAME
from generator.requests.commands.available import reject_reason
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.commands.parse import parse_commands
from generator.requests.forms.reader import Reading
from generator.requests.lifecycle.admission import needs_review, validation_errors
from generator.requests.lifecycle.bot_memory import TIME, BotMemory, Event, ledger_with, memory_of
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.sending_limits import must_wait, same_words
from generator.requests.lifecycle.state import Reply, RequestState, asking, moved
from generator.requests.lifecycle.submission import fingerprint, recalled
from generator.requests.lifecycle.thread import BOT, Comment, Thread
from generator.requests.lifecycle.timers import advance_to, due_of, fire_timer
from generator.requests.lifecycle.tips import tips_for
from generator.text.catalogue import N_, _

_KEPT_WORDS = 40
"""Letters of a command's words that the ledger keeps; none of a free text."""
_SIGNS = re.compile(r"[^\w ./'’-]|(?<=-)-")
AHEAD = timedelta(minutes=5)
"""How far the forge's clock may be ahead of ours before a comment counts as not written yet."""
EDITED = N_(
    "I only read a comment as it was first written, and this one was changed. Please write the command again in a new comment."
)
"""What is answered to a command in a comment that was changed before the bot saw it."""
_GHOST = 10137
"""Who everyone becomes on GitHub whose account was deleted; nobody knows who that was."""
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
        request = _after(request, step, context)
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
    return replace(request, tips=tips_for(request, reading, context), due=due_of(request, context, context.now))


def _opened(thread: Thread, memory: BotMemory, reading: Reading | None) -> RequestState:
    asked = memory.asked or (reading.asked if reading else None)
    return RequestState(
        number=thread.number,
        mentee=thread.author,
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
    heard = {event_id.partition(".")[0] for event_id in known}
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


def _after(request: RequestState, step: _Step, context: RequestContext) -> RequestState:
    event = step.event
    if event is None:
        return _after_comment(request, step.comment, context) if step.comment else request
    if event.command == "form":
        asked = request.memory.asked
        return (
            _sent(request, asked, request.memory.goals_hash, event.at, request.memory.held)
            if asked and request.state == "incomplete"
            else request
        )
    if event.command == "closed":
        return _closed(request, event, context)
    if event.command == "reply":
        return _replied(request, event)
    if event.command == TIME:
        return fire_timer(request, event)
    command = BY_NAME.get(event.command)
    return _counted(request, command.effect(request, event), event) if command else request


def _counted(before: RequestState, after: RequestState, event: Event) -> RequestState:
    """Return the course after something that counted; when a mentor acts, they answer."""
    spoke = (*before.spoke, (before.mentor, event.at)) if event.role == MENTOR and before.mentor else before.spoke
    return replace(after, effective=(*before.effective, event), spoke=spoke)


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
    missing = reading.missing or validation_errors(asked, mentee, thread.number, context)
    if missing:
        return replace(request, asked=asked, kind=asked.kind, missing=tuple(missing))
    hashed = fingerprint(asked.goals)
    same = same_words(hashed, mentee, thread.number, context)
    held = needs_review(asked, mentee, thread.number, context)
    return _sent(replace(request, same=same), replace(asked, goals=""), hashed, at, held)


def roles_of(person: Person, request: RequestState, context: RequestContext) -> tuple[str, ...]:
    """Return everything a person is in a request."""
    roles: list[str] = []
    if person.id == _GHOST:
        return ()
    if person.id == request.mentee.id:
        roles.append(MENTEE)
    if request.mentor and context.is_one(person, request.mentor, request.memory.ids):
        roles.append(MENTOR)
    if context.is_coordinator(person, request.asked.program if request.asked else ""):
        roles.append(COORDINATOR)
    if context.mentor_handle_of(person, request.memory.ids):
        roles.append(ANY_MENTOR)
    return tuple(roles)


def _after_comment(request: RequestState, comment: Comment, context: RequestContext) -> RequestState:
    roles = roles_of(comment.author, request, context)
    if MENTEE in roles or MENTOR in roles:
        request = replace(request, last_word=comment.at)
    spoken = parse_commands(comment.body)
    if not spoken:
        return _after_plain_words(request, comment, roles) if comment.body.strip() else request
    if comment.edited:
        # Only what was first written is an act; an edited comment may say anything by now.
        counts = roles and any(one.name not in BY_NAME or BY_NAME[one.name].changes for one in spoken)
        return replace(request, replies=(*request.replies, Reply(f"c{comment.id}", _(EDITED)))) if counts else request
    settled = {event.event_id for event in request.memory.events}
    for place, one in enumerate(spoken):
        command = BY_NAME.get(one.name)
        words = one.text if command and command.takes_text else one.words
        event = Event(f"c{comment.id}.{place}", comment.at, comment.author, "", one.name, words)
        if (
            event.event_id not in settled
            and not {f"answer:{event.event_id}", f"stranger:{event.event_id}"} & request.memory.notices.keys()
        ):
            # What was answered with a no changes nothing, and never may.
            request = _after_word(request, event, command, roles, context)
        if command is not None and command.takes_text:
            break
    return request


def _after_word(
    request: RequestState, event: Event, command: Command | None, roles: tuple[str, ...], context: RequestContext
) -> RequestState:
    refusal, role = reject_reason(request, event, command, roles, context)
    if command is None or refusal is not None:
        return replace(request, replies=(*request.replies, Reply(event.event_id, refusal or "", not roles)))
    handle = request.mentor if role == MENTOR else context.mentor_handle_of(event.by, request.memory.ids)
    event = replace(event, role=role, by=Person(event.by.id, handle or event.by.login))
    after = command.effect(request, event)
    if not command.changes:
        return after
    return _counted(
        request, after, replace(event, words=kept(event.words) if command.argument and not command.takes_text else "")
    )


def kept(words: str) -> str:
    """Return what a command can need of its words, in letters that need no room for their own sake."""
    # Vowel signs of many scripts are marks, and not letters.
    return _SIGNS.sub(lambda sign: sign[0] if unicodedata.category(sign[0])[0] == "M" else "", words)[:_KEPT_WORDS]


def _after_plain_words(request: RequestState, comment: Comment, roles: tuple[str, ...]) -> RequestState:
    """A plain reply counts in two places: the mentee answers a question, the mentor answers a quick one."""
    event = Event(f"c{comment.id}.0", comment.at, comment.author, "", "reply")
    if request.state == "question" and MENTEE in roles:
        return _replied(request, replace(event, role=MENTEE))
    if request.state == "waiting" and MENTOR in roles and MENTEE not in roles and request.kind == "quick-question":
        return _replied(request, replace(event, role=MENTOR))
    return request


def _replied(request: RequestState, event: Event) -> RequestState:
    if event.role == MENTOR:
        return _counted(
            request,
            moved(request, "active", event.at, event.event_id, answered_at=request.answered_at or event.at),
            event,
        )
    return _counted(request, moved(request, "waiting", event.at, event.event_id), event)


def _closed(request: RequestState, event: Event, context: RequestContext) -> RequestState:
    """Someone pressed the button: it means what it would mean from them."""
    if request.state in ENDINGS:
        return request
    roles = (event.role,) if event.role else roles_of(event.by, request, context)
    role = next((one for one in (MENTEE, MENTOR, COORDINATOR) if one in roles), COORDINATOR)
    event = replace(event, role=role)
    if request.state == "incomplete" or (role == MENTEE and request.state in PENDING_STATES):
        return _counted(request, moved(request, "withdrawn", event.at, event.event_id), event)
    if role == MENTOR and request.state in PENDING_STATES:
        return _counted(
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
        return _counted(request, moved(request, "ended", event.at, event.event_id, cause=role), event)
    return request
