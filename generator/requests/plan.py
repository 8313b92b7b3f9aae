"""Turn the course of a request into what must be done so that the thread shows it: nothing, when it does already.

The status comment with the bot's memory comes first, so that what was acknowledged stays, whatever fails after it.
"""

from dataclasses import replace

from generator.model.request import ACTIVE_STATES, ENDINGS, STATES
from generator.requests.actions import Action
from generator.requests.course import Course
from generator.requests.ledger import Ledger, notice_mark, status_comment
from generator.requests.notices import due_notices
from generator.requests.reduce import goals_as_sent
from generator.requests.registry import Registry
from generator.requests.status import status_body
from generator.requests.thread import Thread

STATE_LABELS = {state: f"state: {state}" for state in STATES}
"""The label that shows each state; nothing is ever read from it."""
KIND_LABELS = {"application": "application", "self-test": "self-test"}
_MOST_REPLIES = 3
"""Answers in one run to commands that did not count; more would only be noise."""
_MOST_ANSWERS = {"answer": 30, "stranger": 3}
"""Such answers in a whole request, to those who take part in it and to all others."""


def plan(course: Course, thread: Thread, registry: Registry) -> tuple[Action, ...]:
    """Return the actions that bring a thread up to date, in the order in which they are to be done."""
    ledger = ledger_to_keep(course, thread, registry)
    number = thread.number
    actions: list[Action] = []
    body = status_body(course, ledger, registry)
    present = status_comment(thread)
    if present is None:
        actions.append(Action("comment", number, body=body))
    elif present.body.strip() != body.strip():
        actions.append(Action("edit-comment", number, body=body, comment=present.id))
    if not thread.locked:
        for key, notice in due_notices(course, thread, goals_as_sent(thread, course, registry), registry):
            actions.append(Action("comment", number, body=f"{notice_mark(key, notice.mentions)}\n{notice.body}"))
            if notice.occasion and notice.mentor:
                actions.append(Action("notify", number, mentor=notice.mentor, occasion=notice.occasion))
        actions.extend(_answers(course, number))
    actions.extend(_labels(course, thread))
    mentor_spoke = any(registry.is_one(one.author, course.mentor, course.ledger.ids) for one in thread.comments if not one.by_bot)
    if course.state in ACTIVE_STATES and course.mentor and mentor_spoke and course.mentor not in thread.assignees | set(ledger.refused):
        actions.append(Action("assign", number, logins=(course.mentor,)))
    if course.state in ENDINGS and thread.open:
        actions.append(Action("close", number, reason="completed" if course.state == "completed" else "not_planned"))
    elif course.state not in ENDINGS and not thread.open:
        actions.append(Action("reopen", number))
    if course.state == "removed" and not thread.locked:
        actions.append(Action("lock", number, reason="spam"))
    if course.ledger.state != course.state:
        actions.append(Action("dispatch", number))
    return tuple(actions)


def ledger_to_keep(course: Course, thread: Thread, registry: Registry) -> Ledger:
    """Return what the bot should remember from now on."""
    ids = dict(course.ledger.ids)
    if course.mentor in registry.ids:
        ids.setdefault(course.mentor, registry.ids[course.mentor])
    return Ledger(
        asked=replace(course.asked, goals="") if course.asked and course.sent_at else None,
        sent_at=course.sent_at,
        goals_hash=course.goals_hash,
        held=course.held,
        log=course.effective,
        notices=course.ledger.notices,
        ids=ids,
        refused=tuple(sorted({*course.ledger.refused, *thread.refused})),
        state=course.state,
        closed=course.state in ENDINGS and (course.ledger.closed or not thread.open),
    )


def _answers(course: Course, number: int) -> list[Action]:
    """Answer what did not count, and stop where somebody only wants to make the bot talk."""
    posted = course.ledger.notices
    room = {kind: most - sum(key.startswith(f"{kind}:") for key in posted) for kind, most in _MOST_ANSWERS.items()}
    found: list[Action] = []
    for reply in course.replies:
        kind = reply.key.partition(":")[0]
        if reply.key not in posted and room[kind] > 0 and len(found) < _MOST_REPLIES:
            room[kind] -= 1
            found.append(Action("comment", number, body=f"{notice_mark(reply.key, ())}\n{reply.text}"))
    return found


def _labels(course: Course, thread: Thread) -> list[Action]:
    wanted = {KIND_LABELS.get(course.kind, "request"), STATE_LABELS[course.state]}
    stale = (thread.labels & set(STATE_LABELS.values())) - wanted
    missing = wanted - thread.labels
    found = [Action("label", thread.number, labels=tuple(sorted(missing)))] if missing else []
    return found + ([Action("unlabel", thread.number, labels=tuple(sorted(stale)))] if stale else [])
