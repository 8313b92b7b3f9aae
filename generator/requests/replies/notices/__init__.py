"""Which comments a request needs now, each of them once, under a key of its own."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from generator.model.request import ENDINGS
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Thread
from generator.requests.lifecycle.timers import check_in_days, silent_since, told_key, waiting_since
from generator.requests.replies.notices import asking, endings, running, self_test
from generator.requests.replies.notices.notice import Notice
from generator.text.dates import day

__all__ = ["Notice", "due_notices"]

_Wanted = tuple[str, Callable[[], Notice]]
_ENDINGS = {
    "completed": endings.completed,
    "ended": endings.ended,
    "declined": endings.declined,
    "expired": endings.expired,
    "withdrawn": endings.withdrawn,
}


def due_notices(
    course: RequestState, thread: Thread, goals: Callable[[], str | None], registry: RequestContext
) -> Iterator[tuple[str, Notice]]:
    """Yield every comment that the present state asks for and that was not posted yet, with its key.

    Of reminders that were missed only the latest is made up for. `goals` finds the free text as it was sent,
    or None when it was changed since.
    """
    wanted = _self_test(course, registry) if course.kind == "self-test" else _wanted(course, goals, registry)
    for key, build in wanted:
        if key not in course.ledger.notices:
            yield key, build()
    if (
        course.ledger.closed
        and thread.open
        and course.state in ENDINGS
        and course.state != "removed"
        and "reopened" not in course.ledger.notices
    ):
        yield "reopened", running.reopened(course, registry)


def _wanted(course: RequestState, goals: Callable[[], str | None], registry: RequestContext) -> Iterator[_Wanted]:
    days = registry.directory.settings.requests.days
    now, mark = registry.now, course.mark
    long_enough = now >= course.since + timedelta(days=days.second_reminder)
    match course.state:
        case "incomplete" if long_enough:
            yield "incomplete", partial(asking.incomplete_reminder, course, registry)
        case "held":
            yield f"held:{mark}", partial(asking.held, course, registry)
            if long_enough:
                yield f"held-again:{mark}", partial(asking.held_reminder, course, registry)
        case "waiting":
            yield from _waiting(course, goals, registry)
        case "question":
            yield from _latest(
                "question", course, registry, (days.first_reminder, days.second_reminder), asking.question_reminder
            )
        case "waitlisted":
            yield f"waitlisted:{mark}", partial(asking.waitlisted, course, registry)
        case "accepted":
            yield f"accepted:{mark}", partial(running.accepted, course, registry)
            if course.mentor:
                third = max(1, days.first_contact // 3)
                yield from _latest("contact", course, registry, (third, 2 * third), running.contact_reminder)
        case "trial" if course.trial_asked:
            yield f"trial-over:{mark}", partial(running.trial_over, course, registry)
        case "active":
            yield from _active(course, registry)
        case state if state in _ENDINGS:
            yield f"{state}:{mark}:{course.round}", partial(_ENDINGS[state], course, registry)


def _waiting(course: RequestState, goals: Callable[[], str | None], registry: RequestContext) -> Iterator[_Wanted]:
    if not course.mentor:
        yield told_key(course), partial(asking.open_request, course, registry)
    else:
        yield told_key(course), lambda: asking.told(course, goals(), registry)
    if told_key(course) not in course.ledger.notices:
        return
    days = registry.directory.settings.requests.days
    waited = registry.now - waiting_since(course, registry.now)
    if waited >= timedelta(days=days.second_reminder):
        yield f"remind-2:{course.round}:{course.mark}", partial(asking.second_reminder, course, registry)
    elif waited >= timedelta(days=days.first_reminder) and course.mentor:
        yield f"remind-1:{course.round}:{course.mark}", partial(asking.first_reminder, course, registry)


def _latest(
    name: str,
    course: RequestState,
    registry: RequestContext,
    after_days: tuple[int, ...],
    build: Callable[[RequestState, RequestContext], Notice],
) -> Iterator[_Wanted]:
    passed = [place for place, days in enumerate(after_days, 1) if registry.now >= course.since + timedelta(days=days)]
    if passed:
        yield f"{name}-{passed[-1]}:{course.mark}", partial(build, course, registry)


def _active(course: RequestState, registry: RequestContext) -> Iterator[_Wanted]:
    expiry = timedelta(days=registry.directory.settings.requests.days.expiry)
    quiet = silent_since(course)
    first = quiet + timedelta(days=check_in_days(course, registry))
    end = day(first + 2 * expiry)
    if course.mark == "break-over" and course.since == quiet:
        yield f"break-over:{quiet:%Y%m%d}", partial(running.break_over, course, registry)
    if registry.now >= first + expiry:
        yield f"check-in-2:{quiet:%Y%m%d}", partial(running.check_in, end, course, registry)
    elif registry.now >= first:
        yield f"check-in-1:{quiet:%Y%m%d}", partial(running.check_in, end, course, registry)


def _self_test(course: RequestState, registry: RequestContext) -> Iterator[_Wanted]:
    match course.state:
        case "active":
            yield "begin", partial(self_test.begin, course, registry)
            if registry.now >= course.since + timedelta(days=1):
                yield "call", partial(self_test.call, course, registry)
        case "completed":
            yield "completed", partial(self_test.passed, course, registry)
        case "ended" if course.cause == "untested":
            yield "ended", partial(self_test.failed, course, registry)
