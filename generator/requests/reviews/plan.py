"""What a review's issue needs now, and which reviews the site may show: pure, and the same however often it is asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model.review import Review
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import notice_mark, posted_notices, status_comments
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plan import answers
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Thread
from generator.requests.reviews.form import LABEL, is_review_form, read_review
from generator.requests.reviews.judge import ASKING, HELD, OVER, SHOWN, VALID, ReviewState, judge_review
from generator.requests.reviews.memory import (
    REVIEW,
    review_memory_of,
)
from generator.requests.reviews.words import asks_again, asks_coordinators, asks_mentor, status_text

_MOST_CALLS = 3
"""Mentions in one issue, however often its text is changed."""
_MOST_ANSWERS = {"answer": 10, "stranger": 3}


def is_review(thread: Thread, context: RequestContext) -> bool:
    """Whether a thread is a review: it has the form, or the bot read it as one before."""
    if thread.by_bot or status_comments(thread, context.seal):
        return False
    return bool(REVIEW.comments(thread, context.seal)) or is_review_form(thread.body)


def review_actions(state: ReviewState, thread: Thread, context: RequestContext) -> tuple[Action, ...]:
    """Return what makes the thread show how far its review is; a locked one is left as it is."""
    if thread.locked:
        return ()
    number, before = thread.number, review_memory_of(thread, context.seal)
    actions = []
    if not thread.open and state.state not in OVER:
        # First of all: an issue that is closed while it waits was taken back.
        actions.append(Action("reopen", number))
    text = f"{REVIEW.mark(state.memory, thread, context.seal)}\n{status_text(state, context)}"
    actions += REVIEW.comment_actions(thread, text, context.seal)
    posted = posted_notices(thread, context.seal)
    called = sum(len(sent.mentions) for sent in posted.values())
    build = {ASKING: asks_mentor, HELD: asks_coordinators if state.held_by_rule else None}.get(state.state)
    key = f"review-{state.state}:{state.memory.shown}"
    if build and key not in posted:
        body, mentions = build(state, context, called < _MOST_CALLS)
        actions.append(Action("comment", number, body=f"{notice_mark(key, mentions, number, context.seal)}\n{body}"))
    if state.unclear and (unclear := f"review-unclear:{state.memory.shown}") not in posted:
        body = f"{notice_mark(unclear, (), number, context.seal)}\n{asks_again(state, context)}"
        actions.append(Action("comment", number, body=body))
    actions += answers(state.replies, posted, number, _MOST_ANSWERS, context.seal)
    if LABEL not in thread.labels:
        actions.append(Action("label", number, labels=(LABEL,)))
    if thread.open and state.state in OVER:
        actions.append(Action("close", number, reason="completed"))
    after = state.memory
    if SHOWN in (before.state, after.state) and before != after:
        actions.append(Action("dispatch", number))
    return tuple(actions)


@dataclass(frozen=True, slots=True)
class ReviewsRead:
    """All reviews: those that are `shown`, all that `count`, and since when coordinators have to read which, by number."""

    shown: tuple[Review, ...] = ()
    valid: tuple[ReviewState, ...] = ()
    held: tuple[Thread, ...] = ()


def reviews_of(
    threads: Iterable[Thread], request: Callable[[int], RequestState | None], context: RequestContext
) -> ReviewsRead:
    """Read the reviews among all threads; of several of the same mentorship only the first counts."""
    shown: list[Review] = []
    valid: list[ReviewState] = []
    held: list[Thread] = []
    reviewed: set[int] = set()
    for thread in sorted(threads, key=lambda one: one.number):
        if not is_review(thread, context):
            continue
        state = judge_review(thread, _request_in(thread, request, context), context)
        if state.state not in (*VALID, HELD) or state.request is None or state.request.number in reviewed:
            continue
        reviewed.add(state.request.number)
        if state.state == HELD:
            held.append(thread)
            continue
        valid.append(state)
        found = state.published(thread)
        if found:
            shown.append(found)
    return ReviewsRead(tuple(shown), tuple(valid), tuple(held))


def _request_in(
    thread: Thread, request: Callable[[int], RequestState | None], context: RequestContext
) -> RequestState | None:
    written = read_review(thread.body, context.directory.vocabularies)
    return request(written.request) if written and written.request else None
