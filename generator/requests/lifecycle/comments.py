"""What a comment does to a request: its commands, or its plain words, and in any case that someone wrote."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from generator.model.request import Person
from generator.model.request_state import ACTIVE_STATES
from generator.requests.commands import BY_NAME
from generator.requests.commands.available import reject_reason
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.commands.coordinator import cannot_answer_for
from generator.requests.commands.parse import parse_commands
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plain_words import may_count, note, plain_events
from generator.requests.lifecycle.state import Reply, RequestState
from generator.requests.lifecycle.thread import Comment
from generator.requests.lifecycle.turns import LIKELY, REPLY, WROTE, doubted, remembered, replied, wrote
from generator.text.catalogue import N_, _
from generator.text.markdown_escape import plain

_KEPT_WORDS = 40
"""Letters of a command's words that the ledger keeps; none of a free text."""
_SIGNS = re.compile(r"[^\w ./'’-]|(?<=-)-")
EDITED = N_(
    "I only read a comment as it was first written, and this one was changed. Please write the command again in a new comment."
)
"""What is answered to a command in a comment that was changed before the bot saw it."""
_GHOST = 10137
"""Who everyone becomes on GitHub whose account was deleted; nobody knows who that was."""


def counted(before: RequestState, after: RequestState, event: Event) -> RequestState:
    """Return the course after something that counted; when a mentor acts, they answer."""
    spoke = (*before.spoke, (before.mentor, event.at)) if event.role == MENTOR and before.mentor else before.spoke
    after = remembered(before, after, event)
    if after.matched_at is None and after.state in ACTIVE_STATES and after.mentor:
        after = replace(after, matched_at=event.at)
    return replace(after, effective=(*before.effective, event), spoke=spoke)


OF_PLAIN_WORDS = {WROTE: wrote, LIKELY: doubted, REPLY: replied}
"""What the events of plain words do, beside those of commands that were understood."""


def happened(request: RequestState, events: Iterable[Event]) -> RequestState:
    """Let events count that were found in a comment or a reaction."""
    for event in events:
        effect = OF_PLAIN_WORDS.get(event.command) or BY_NAME[event.command].effect
        request = counted(request, effect(request, event), event)
    return request


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


def after_comment(
    request: RequestState, comment: Comment, context: RequestContext, known: datetime | None
) -> RequestState:
    """Let a comment count: its commands, what its plain words mean, and in any case that someone wrote."""
    roles = roles_of(comment.author, request, context)
    role = MENTOR if MENTOR in roles and MENTEE not in roles else MENTEE if MENTEE in roles else ""
    if COORDINATOR in roles and not role:
        request = replace(request, help_wanted=None)
    if role:
        request = _heard(request, role, comment.at)
    request, state = _after_words(request, comment, roles, context, known), request.event_id
    settled = _is_heard(comment, request.memory.events) or not may_count(request, comment.at, known, context.now)
    # What a mentor says about their availability opens no request again.
    settled = settled or request.state == "expired"
    if role and comment.body.strip() and request.event_id == state and not settled and not _is_noted(comment, request):
        # What moved nothing, as a statement or a misspelled command, is an answer all the same.
        request = happened(request, note(request, f"c{comment.id}.w", comment.at, comment.author, role, role))
    return request


def _is_noted(comment: Comment, request: RequestState) -> bool:
    return any(
        event.event_id == f"c{comment.id}.w" or event.command == REPLY
        for event in request.effective
        if event.at == comment.at
    )


def _is_heard(comment: Comment, events: Iterable[Event]) -> bool:
    """Whether something in a comment has counted."""
    return any(event.at == comment.at and event.event_id.startswith(f"c{comment.id}.") for event in events)


def _heard(request: RequestState, role: str, at: datetime) -> RequestState:
    """Note down when someone wrote last."""
    request = replace(request, last_word=at)
    if role == MENTEE:
        return replace(request, mentee_wrote=at)
    return replace(request, heard=tuple({**dict(request.heard), request.mentor: at}.items()))


def _after_words(
    request: RequestState, comment: Comment, roles: tuple[str, ...], context: RequestContext, known: datetime | None
) -> RequestState:
    spoken = parse_commands(comment.body)
    if not spoken:
        if (
            _is_heard(comment, request.memory.events)
            or not comment.body.strip()
            or not may_count(request, comment.at, known, context.now)
        ):
            return request
        return happened(request, plain_events(request, comment, roles, context))
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
            request = (
                _after_word_for(request, event, command, one.of, roles, context)
                if one.of
                else _after_word(request, event, command, roles, context)
            )
        if command is not None and command.takes_text:
            break
    return request


def _after_word(
    request: RequestState, event: Event, command: Command | None, roles: tuple[str, ...], context: RequestContext
) -> RequestState:
    if event.command == "accept" and MENTOR not in roles and request.listed:
        # From any mentor, a yes to a request on the waiting list is an offer to take it.
        event, command = replace(event, command="interested"), BY_NAME["interested"]
    refusal, role = reject_reason(request, event, command, roles, context)
    if command is None or refusal is not None:
        return replace(request, replies=(*request.replies, Reply(event.event_id, refusal or "", not roles)))
    handle = request.mentor if role == MENTOR else context.mentor_handle_of(event.by, request.memory.ids)
    return _counts(
        request, replace(event, role=role, by=Person(event.by.id, handle or event.by.login)), command, context
    )


def _after_word_for(
    request: RequestState,
    event: Event,
    command: Command | None,
    handle: str,
    roles: tuple[str, ...],
    context: RequestContext,
) -> RequestState:
    """Let a coordinator's words count as those of a mentor without an account, who answers through them."""
    refusal, role = _against_answering(request, event, command, handle, roles, context), MENTOR
    spoken = replace(event, by=Person(event.by.id, handle))
    if refusal is None:
        refusal, role = reject_reason(request, spoken, command, (MENTOR,), context)
    if command is None or refusal is not None:
        return replace(request, replies=(*request.replies, Reply(event.event_id, refusal or "", not roles)))
    request = replace(request, heard=tuple({**dict(request.heard), handle: event.at}.items()))
    return _counts(request, replace(spoken, role=role), command, context)


def _against_answering(
    request: RequestState,
    event: Event,
    command: Command | None,
    handle: str,
    roles: tuple[str, ...],
    context: RequestContext,
) -> str | None:
    refusal = cannot_answer_for(handle, command, roles, context)
    if refusal is not None:
        return refusal
    if handle != request.mentor:
        return _(
            "This request isn’t waiting for {mentor}, so nothing has changed. To ask them, write `/reassign {handle}`.",
            mentor=plain(context.name(handle)),
            handle=handle,
        )
    others = [one for one in context.directory.settings.coordinators if not context.is_one(event.by, one, {})]
    if event.by.id == request.mentee.id and not request.mentee.on_behalf and others:
        return _(
            "This is your own request, so another coordinator has to answer for {mentor}. Nothing has changed.",
            mentor=plain(context.name(handle)),
        )
    return None


def _counts(request: RequestState, event: Event, command: Command, context: RequestContext) -> RequestState:
    if command.noted:
        event = replace(event, words=command.noted(request, event, context))
        return counted(request, command.effect(request, event), event)
    after = command.effect(request, event)
    if not command.changes:
        return after
    return counted(
        request, after, replace(event, words=kept(event.words) if command.argument and not command.takes_text else "")
    )


def kept(words: str) -> str:
    """Return what a command can need of its words, in letters that need no room for their own sake."""
    # Vowel signs of many scripts are marks, and not letters.
    return _SIGNS.sub(lambda sign: sign[0] if unicodedata.category(sign[0])[0] == "M" else "", words)[:_KEPT_WORDS]
