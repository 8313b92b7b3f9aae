"""Turn the course of a request into what must be done so that the thread shows it: nothing, when it does already.

The status comment with the bot's memory comes first, so that what was acknowledged stays, whatever fails after it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.model.request_kind import KIND
from generator.model.request_state import ACTIVE_STATES, ENDINGS, STATES
from generator.requests.commands import BY_NAME
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import (
    MOST_MENTIONS,
    NO_ACCOUNT,
    BotMemory,
    Event,
    SentNotice,
    notice_keys,
    notice_mark,
    status_comments,
)
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.event import STATE_LABEL
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.offers import HELP_OFFER
from generator.requests.lifecycle.state import Reply, RequestState
from generator.requests.lifecycle.submission import goals_as_sent
from generator.requests.lifecycle.thread import Thread
from generator.requests.lifecycle.waiting_list import position
from generator.requests.replies.notices import due_notices
from generator.requests.replies.status import status_body
from generator.requests.replies.title import title_of
from generator.text.catalogue import N_, _

STATE_LABELS = {state: f"{STATE_LABEL}{state}" for state in STATES}
"""The label that shows each state; nothing is ever read from it."""
_MOST_ANSWERS = {"answer": 30, "stranger": 3}
"""Comments in a whole request whose commands did not count and that are answered: of those who take part in it, and of all others."""
_EXTRA = N_("I started twice at the same time. See my first comment for the state of this request.")


def plan(request: RequestState, thread: Thread, context: RequestContext) -> tuple[Action, ...]:
    """Return the actions that bring a thread up to date, in the order in which they are to be done."""
    memory = memory_to_keep(request, thread, context)
    number = thread.number
    # The title comes first: it is the subject of the e-mail about what follows.
    actions = [Action("title", number, title=memory.title)] if memory.title != request.memory.title else []
    body = status_body(request, memory, context)
    actions.extend(status_actions(thread, body, context.seal))
    if not thread.locked:
        for key, notice in due_notices(request, thread, partial(goals_as_sent, thread, request, context), context):
            body = f"{notice_mark(key, notice.mentions, number, context.seal)}\n{notice.body}"
            earlier = _last_with(notice.edits, thread) if notice.edits else None
            actions.append(
                Action("edit-comment", number, body=body, comment=earlier)
                if earlier
                else Action("comment", number, body=body)
            )
            if notice.occasion and notice.mentor and request.deliveries < MOST_MENTIONS:
                actions.append(Action("notify", number, mentor=notice.mentor, occasion=notice.occasion))
        actions.extend(answers(request.replies, memory.notices, number, _MOST_ANSWERS, context.seal))
    actions.extend(_labels(request, thread))
    mentor_spoke = any(
        context.is_one(one.author, request.mentor, request.memory.ids) for one in thread.comments if not one.by_bot
    )
    if (
        request.state in ACTIVE_STATES
        and request.mentor
        and mentor_spoke
        and context.has_account(request.mentor, request.memory.ids)
        and request.mentor not in thread.assignees | set(memory.refused)
    ):
        actions.append(Action("assign", number, logins=(request.mentor,)))
    if request.state in ENDINGS and thread.open:
        actions.append(Action("close", number, reason="completed" if request.state == "completed" else "not_planned"))
    elif request.state not in ENDINGS and not thread.open:
        actions.append(Action("reopen", number))
    if request.state == "removed" and not thread.locked:
        actions.append(Action("lock", number, reason="spam"))
    nowhere_to_remember = thread.locked and not status_comments(thread, context.seal)
    if nowhere_to_remember:
        return tuple(actions)
    shown_differs = request.memory.state != request.state and (request.counts or request.memory.sent_at is not None)
    if shown_differs or _words(memory) != _words(request.memory):
        # What was never sent is nowhere on the site: nobody can make it build by opening and closing issues.
        actions.append(Action("dispatch", number))
    return tuple(actions)


def _last_with(prefixes: tuple[str, ...], thread: Thread) -> int | None:
    """Return the id of the bot's last comment whose key begins with one of these."""
    return next(
        (
            one.id
            for one in reversed(thread.comments)
            if one.ours and any(key.startswith(prefixes) for key in notice_keys(one.body))
        ),
        None,
    )


def _words(memory: BotMemory) -> list[Event]:
    return [event for event in memory.events if event.command in BY_NAME and BY_NAME[event.command].about_availability]


def status_actions(thread: Thread, body: str, seal: MemorySeal) -> Iterator[Action]:
    """Yield what makes a thread have one status comment with this text; in a locked conversation nobody can write a new one."""
    present, *extra = (*status_comments(thread, seal), None)
    if present is not None and present.body.strip() != body.strip():
        yield Action("edit-comment", thread.number, body=body, comment=present.id)
    elif present is None and not thread.locked:
        yield Action("comment", thread.number, body=body)
    for one in extra:
        if one is not None:
            yield Action("edit-comment", thread.number, body=_(_EXTRA), comment=one.id)


def memory_to_keep(request: RequestState, thread: Thread, context: RequestContext) -> BotMemory:
    """Return what the bot should remember from now on."""
    ids = {
        handle: number
        for handle, number in request.memory.ids.items()
        if number != NO_ACCOUNT or not context.has_account(handle, request.memory.ids)
    }
    if request.mentor in context.ids:
        ids.setdefault(request.mentor, context.ids[request.mentor])
    ids |= {handle: NO_ACCOUNT for handle in request.mentors if not context.has_account(handle, request.memory.ids)}
    if request.kind == HELP_OFFER and request.sent_at:
        ids.setdefault(context.mentor_handle_of(request.mentee) or request.mentee.handle, request.mentee.id)
    return BotMemory(
        asked=replace(request.asked, goals="") if request.asked and request.sent_at else None,
        sent_at=request.sent_at,
        goals_hash=request.goals_hash,
        held=request.held,
        events=request.effective,
        notices=request.memory.notices,
        ids=ids,
        refused=tuple(sorted({*request.memory.refused, *thread.refused})),
        state=request.state,
        same=request.same,
        title=_title(request, thread, context),
        position=position(request, context) if request.listed else 0,
        # A removed request is locked at once, and its status comment can perhaps not be changed after that.
        closed=request.state == "removed" or (request.state in ENDINGS and (request.memory.closed or not thread.open)),
        created=request.memory.created or context.created,
        changed={**context.changed, **request.memory.changed},
        took_part=request.memory.took_part
        if request.memory.sent_at
        else context.took_part(request.mentee, request.number),
    )


def answers(
    replies: Iterable[Reply], posted: Mapping[str, SentNotice], number: int, most: Mapping[str, int], seal: MemorySeal
) -> Iterator[Action]:
    """Yield one answer for each comment of which something did not count, and stop where someone only wants to make the bot talk.

    `most` says how many comments are answered, by the kind of the answers' keys.
    """
    answered = {(kind, event_id.partition(".")[0]) for kind, _, event_id in (key.partition(":") for key in posted)}
    room = {kind: limit - sum(one == kind for one, _ in answered) for kind, limit in most.items()}
    comments: dict[tuple[str, str], list[Reply]] = {}
    for reply in replies:
        if reply.key not in posted:
            kind, _, event_id = reply.key.partition(":")
            comments.setdefault((kind, event_id.partition(".")[0]), []).append(reply)
    for (kind, _), open_replies in comments.items():
        if room[kind] > 0:
            room[kind] -= 1
            marks = "\n".join(notice_mark(reply.key, (), number, seal) for reply in open_replies)
            texts = dict.fromkeys(reply.text for reply in open_replies)
            yield Action("comment", number, body="\n\n".join([f"{marks}\n{next(iter(texts))}", *[*texts][1:]]))


def _title(request: RequestState, thread: Thread, context: RequestContext) -> str:
    """Return the title that is ours: set before anyone was notified, changed with the mentor, and left to who changed it."""
    before = request.memory.title
    is_new = not before and request.sent_at is not None and request.announced is None
    if request.state in ENDINGS or thread.locked or not (is_new or before):
        return before
    title = title_of(request, context)
    # A run that broke off may have set the new one already.
    return title if is_new or thread.title in (before, title) else before


def _labels(request: RequestState, thread: Thread) -> list[Action]:
    wanted = {KIND[request.kind].label if request.kind in KIND else "request", STATE_LABELS[request.state]}
    stale = (thread.labels & set(STATE_LABELS.values())) - wanted
    missing = wanted - thread.labels
    found = [Action("label", thread.number, labels=tuple(sorted(missing)))] if missing else []
    return found + ([Action("unlabel", thread.number, labels=tuple(sorted(stale)))] if stale else [])
