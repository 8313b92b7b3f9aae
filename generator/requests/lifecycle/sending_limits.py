"""How much one person may have under way and send in a day, so that nobody is flooded with requests.

What was sent counts, whatever became of it. Runs for different issues happen at once, so a request that nobody
was notified of yet only counts against those that came after it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from generator.model.request import Asked, Person, RequestSummary
from generator.model.request_state import PENDING_STATES
from generator.requests.lifecycle.bot_memory import BotMemory
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import FIRST_NOTICES, RequestState
from generator.requests.lifecycle.thread import Thread
from generator.text.catalogue import _, ngettext
from generator.text.dates import day

A_DAY = timedelta(hours=24)


def limit_errors(asked: Asked, mentee: Person, number: int, context: RequestContext) -> Iterator[str]:
    """Yield the one reason why someone's request has to wait, or nothing."""
    others = [one for one in context.of_mentee(mentee, number) if _comes_first(one, number, context)]
    if asked.kind == "self-test":
        yield from _one_test(others)
        return
    if mentee.on_behalf:
        yield from _on_behalf(mentee, number, context)
        return
    sent = [one for one in others if one.sent_at is not None and one.kind != "self-test"]
    found = (_open(sent, context), _sent(sent, context), _to_one_mentor(asked.mentor, sent, context))
    yield from filter(None, [next(filter(None, found), None)])


def held_error(mentee: Person, number: int, context: RequestContext) -> str | None:
    """Say why a request that a coordinator must look at has to wait: another one of the same person waits for that."""
    waiting = [
        one for one in context.of_mentee(mentee, number) if one.state == "held" and _comes_first(one, number, context)
    ]
    if not waiting:
        return None
    return _(
        "A coordinator is still reviewing your request #{number}. When that's decided, I'll send this one.",
        number=waiting[0].number,
    )


def _comes_first(one: RequestSummary, number: int, context: RequestContext) -> bool:
    return one.announced is not None or one.number < number or one in context.rivals


def mentor_has_enough(mentor: str, number: int, context: RequestContext) -> datetime | None:
    """Return when a mentor can get another new request, from whoever it is, or None where that is now."""
    most = context.directory.settings.requests.limits.new_a_day_for_each_mentor
    others = (one for one in context.other_requests if one.number != number)
    counted = (one for one in others if one.announced is not None or one.number < number)
    times = sorted(at for one in counted for login, at in one.asked if login == mentor and at > context.now - A_DAY)
    return times[-most] + A_DAY if len(times) >= most else None


def must_wait(memory: BotMemory, thread: Thread, context: RequestContext) -> bool:
    """Whether a request was noted down as sent, while others of the same person went out at the same time.

    Nobody was notified of it yet, so it is not sent before the limits allow it.
    """
    if memory.asked is None or memory.sent_at is None or memory.events or memory.notices.keys() & set(FIRST_NOTICES):
        return False
    mentee = replace(thread.author, on_behalf=memory.asked.on_behalf)
    if any(limit_errors(memory.asked, mentee, thread.number, context)):
        return True
    return memory.held and held_error(mentee, thread.number, context) is not None


def same_words(goals_hash: str, mentee: Person, number: int, context: RequestContext) -> tuple[int, ...]:
    """Return the numbers of the same person's earlier requests that nobody answered yet and that say the same."""
    others = context.of_mentee(mentee, number)
    same = (one for one in others if one.goals_hash == goals_hash and one.state in PENDING_STATES)
    return tuple(sorted(one.number for one in same if one.number < number))


def asked_lately(mentor: str, request: RequestState, context: RequestContext) -> datetime | None:
    """Return when a mentee may ask a mentor again, in this request or another, or None where that is now."""
    others = context.of_mentee(request.mentee, request.number)
    return _mentor_free_at(mentor, [*others, request.summary()], context)


def coordinator_called_lately(request: RequestState, context: RequestContext) -> bool:
    """Whether a coordinator was mentioned within a day because of the same person's requests."""
    others = context.of_mentee(request.mentee, request.number)
    called = (request.coordinator_called, *(one.coordinator_called for one in others))
    return any(at is not None and at > context.now - A_DAY for at in called)


def _on_behalf(mentee: Person, number: int, context: RequestContext) -> Iterator[str]:
    """What a coordinator opens for people without an account has one limit of its own, and counts against no other."""
    others = context.opened_on_behalf(mentee, number)
    running = [one for one in others if one.open and one.sent_at and _comes_first(one, number, context)]
    most = context.directory.settings.requests.limits.open_on_behalf
    if len(running) >= most:
        yield ngettext(
            "You already have {count} open request on behalf of others, the most at a time. When it has ended, write any comment here, and I'll send this one.",
            "You already have {count} open requests on behalf of others, the most at a time. When one has ended, write any comment here, and I'll send this one.",
            len(running),
        )


def _one_test(others: list[RequestSummary]) -> Iterator[str]:
    running = [one for one in others if one.kind == "self-test" and one.open and one.sent_at is not None]
    if running:
        yield _(
            "You already have an open test: #{number}. Please finish that one first. When it has ended, write any comment here, and I'll start this one.",
            number=running[0].number,
        )


def _open(sent: list[RequestSummary], context: RequestContext) -> str | None:
    running = [one for one in sent if one.counted]
    most = context.directory.settings.requests.limits.open_for_each_mentee
    if len(running) < most:
        return None
    numbers = ", ".join(f"#{one.number}" for one in running)
    return " ".join(
        [
            ngettext(
                "You already have {count} open request: {numbers}.",
                "You already have {count} open requests: {numbers}.",
                len(running),
                numbers=numbers,
            ),
            ngettext(
                "You can have {count} at a time, so that everyone gets an answer.",
                "You can have {count} at a time, so that everyone gets an answer.",
                most,
            ),
            _(
                "When one has ended, or you've taken one back with `/withdraw`, write any comment here, and I'll send this one."
            ),
        ]
    )


def _sent(sent: list[RequestSummary], context: RequestContext) -> str | None:
    most = context.directory.settings.requests.limits.sent_a_day
    lately = sorted(at for at in (_left(one, context) for one in sent) if at > context.now - A_DAY)
    if len(lately) < most:
        return None
    return " ".join(
        [
            ngettext(
                "You've sent {count} request in the last 24 hours, and can't send more in a day.",
                "You've sent {count} requests in the last 24 hours, and can't send more in a day.",
                most,
            ),
            goes_out(lately[-most] + A_DAY),
        ]
    )


def _to_one_mentor(mentor: str, sent: list[RequestSummary], context: RequestContext) -> str | None:
    if not mentor or any(one.open and one.mentor == mentor for one in sent):
        # That there is an open one says more.
        return None
    free_at = _mentor_free_at(mentor, sent, context)
    if free_at is None:
        return None
    return " ".join(
        [
            _("You've already asked this mentor in the last 24 hours."),
            goes_out(free_at),
            _("Or name someone else in the field **Mentor** above."),
        ]
    )


def _mentor_free_at(mentor: str, requests: list[RequestSummary], context: RequestContext) -> datetime | None:
    most = context.directory.settings.requests.limits.sent_a_day_to_one_mentor
    times = sorted(at for one in requests for login, at in one.asked if login == mentor and at > context.now - A_DAY)
    return times[-most] + A_DAY if len(times) >= most else None


def _left(one: RequestSummary, context: RequestContext) -> datetime:
    """Return when a request went out; one that is just being sent goes out now."""
    return one.announced or (context.now if one.open else one.sent_at or one.opened)


def goes_out(at: datetime) -> str:
    """Say that a request is sent by itself, and when."""
    return _(
        "You don't need to do anything: I'll send this one by itself, on {day} or the day after.", day=day(at.date())
    )
