"""Which comments a request needs now, each of them once, under a key of its own."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from generator.model.request_state import ENDINGS
from generator.requests.commands.command import COORDINATOR
from generator.requests.lifecycle.after_yes import check_in_key, contact_key
from generator.requests.lifecycle.before_yes import new_request_key, turn_key, waiting_since
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.program_spots import (
    NO_MENTOR,
    NO_SPOT,
    ON_LIST,
    SAID_NO,
    UNHEARD,
    is_left_out,
    is_on_program_list,
)
from generator.requests.lifecycle.rhythm import is_asked_to_finish
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Thread
from generator.requests.lifecycle.timer import silent_since
from generator.requests.lifecycle.waiting_list import LIST_GOES_ON, may_mention
from generator.requests.replies.notices import (
    applications,
    asking,
    coordinators,
    endings,
    offers,
    running,
    self_test,
    turns,
    waiting,
)
from generator.requests.replies.notices.notice import Notice

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
    request: RequestState, thread: Thread, goals: Callable[[], str | None], context: RequestContext
) -> Iterator[tuple[str, Notice]]:
    """Yield every comment that the present state asks for and that was not posted yet, with its key.

    Of reminders that were missed only the latest is made up for. `goals` finds the free text as it was sent,
    or None when it was changed since.
    """
    wanted = (
        _self_test(request, context)
        if request.kind == "self-test"
        else _offer(request, goals, context)
        if request.kind == "offer" and request.state in _OF_AN_OFFER
        else _wanted(request, goals, context)
    )
    for key, build in (*wanted, *_doubts(request, context), *_calls(request, context), *_paused(request, context)):
        if key not in request.memory.notices:
            yield key, build()
    if (
        request.memory.closed
        and thread.open
        and request.state in ENDINGS
        and request.state != "removed"
        and "reopened" not in request.memory.notices
    ):
        yield "reopened", running.reopened(request, context)


def _doubts(request: RequestState, context: RequestContext) -> Iterator[_Wanted]:
    """Ask someone what they meant."""
    if request.doubt is not None:
        yield f"ask-back:{request.doubt.event.event_id}", partial(turns.ask_back, request.doubt, request, context)


def _calls(request: RequestState, context: RequestContext) -> Iterator[_Wanted]:
    """Pass a call for a coordinator on, until one of them has written."""
    if request.help_wanted and request.state != "removed":
        event = request.help_wanted
        yield f"help:{event.event_id}", partial(coordinators.help_wanted, event, request, context)


def _paused(request: RequestState, context: RequestContext) -> Iterator[_Wanted]:
    """Say to a mentor whom a coordinator has paused how to end that; one without an account does not read it here."""
    for event in request.statements:
        reads = context.has_account(event.by.handle, request.memory.ids)
        if event.command == "pause" and event.role == COORDINATOR and reads:
            yield f"paused:{event.event_id}", partial(endings.paused, event, request, context)


def _wanted(request: RequestState, goals: Callable[[], str | None], context: RequestContext) -> Iterator[_Wanted]:
    days = context.directory.settings.requests.days
    now, event_id = context.now, request.event_id
    long_enough = now >= request.since + timedelta(days=days.second_reminder)
    match request.state:
        case "incomplete" if long_enough:
            yield "incomplete", partial(asking.incomplete_reminder, request, context)
        case "held" | "accepted" if is_left_out(request, context):
            yield "left-out", partial(applications.left_out, request, context)
        case "held":
            yield f"held:{event_id}", partial(coordinators.held, request, context)
            if long_enough:
                yield f"held-again:{event_id}", partial(coordinators.held_reminder, request, context)
        case "waiting":
            yield from _waiting(request, goals, context)
        case "question" if request.proposed:
            yield f"proposed:{event_id}", partial(applications.proposed, request, context)
            yield from _latest(
                "proposal", request, context, (days.first_reminder, days.second_reminder), applications.proposed_again
            )
        case "question":
            yield from _latest(
                "question", request, context, (days.first_reminder, days.second_reminder), asking.question_reminder
            )
        case "waitlisted" if is_on_program_list(request):
            yield f"on-list:{event_id}", partial(applications.on_list, request, context)
        case "waitlisted":
            yield f"waitlisted:{event_id}", partial(asking.waitlisted, request, context)
        case "talking" if request.questions:
            yield turn_key(request), partial(turns.next_step, request, context)
        case "undecided":
            yield f"undecided:{request.round}", partial(turns.undecided, request, context)
        case "accepted" if not request.mentor and request.cause in (NO_MENTOR, SAID_NO, UNHEARD):
            yield f"accepted:{event_id}", partial(applications.without_mentor, request, context)
        case "declined" if request.cause == NO_SPOT:
            yield f"declined:{event_id}:{request.round}", partial(applications.turned_down, request, context)
        case "expired" if request.cause == ON_LIST:
            yield f"expired:{event_id}:{request.round}", partial(applications.list_ended, request, context)
        case "accepted":
            yield f"accepted:{event_id}", partial(running.accepted, request, context)
            if request.questions:
                yield contact_key(request), partial(running.contact_reminder, request, context)
        case "trial" | "active" if is_asked_to_finish(request):
            yield (
                f"finish:{request.mentorship.asked_to_finish}",
                partial(running.finish, request, context),
            )
        case "trial" if request.trial_asked:
            yield f"trial-over:{event_id}", partial(running.trial_over, request, context)
        case "active":
            yield from _active(request, context)
        case state if state in _ENDINGS:
            yield f"{state}:{event_id}:{request.round}", partial(_ENDINGS[state], request, context)


def _waiting(request: RequestState, goals: Callable[[], str | None], context: RequestContext) -> Iterator[_Wanted]:
    if not request.mentor:
        if request.cause != LIST_GOES_ON:
            yield new_request_key(request), partial(waiting.on_list, request, context)
        elif not may_mention(request):
            yield "asked-enough", partial(waiting.asked_enough, request, context)
        return
    yield new_request_key(request), lambda: asking.new_request(request, goals(), context)
    if new_request_key(request) not in request.memory.notices:
        return
    days = context.directory.settings.requests.days
    waited = context.now - waiting_since(request, context.now)
    if waited >= timedelta(days=days.second_reminder):
        yield f"remind-2:{request.round}:{request.event_id}", partial(turns.others_meanwhile, request, context)
    elif waited >= timedelta(days=days.first_reminder):
        again = request.round > 1 and not request.offered
        if again and context.has_account(request.mentor, request.memory.ids):
            # Whoever is asked after others is reminded once, when the mentee is offered the next ones.
            return
        yield f"remind-1:{request.round}:{request.event_id}", partial(asking.first_reminder, request, context)


def _latest(
    name: str,
    request: RequestState,
    context: RequestContext,
    after_days: tuple[int, ...],
    build: Callable[[RequestState, RequestContext], Notice],
) -> Iterator[_Wanted]:
    passed = [place for place, days in enumerate(after_days, 1) if context.now >= request.since + timedelta(days=days)]
    if passed:
        yield f"{name}-{passed[-1]}:{request.event_id}", partial(build, request, context)


def _active(request: RequestState, context: RequestContext) -> Iterator[_Wanted]:
    if request.event_id == "break-over" and request.since == silent_since(request):
        yield f"break-over:{request.since:%Y%m%d}", partial(running.break_over, request, context)
    if request.questions:
        yield check_in_key(request), partial(running.check_in, request, context)


_OF_AN_OFFER = ("waiting", "talking", "undecided", "declined", "expired", "withdrawn")


def _offer(request: RequestState, goals: Callable[[], str | None], context: RequestContext) -> Iterator[_Wanted]:
    match request.state:
        case "waiting":
            yield new_request_key(request), lambda: offers.new_offer(request, goals(), context)
        case "talking" if request.questions:
            yield turn_key(request), partial(offers.next_step, request, context)
        case "undecided":
            yield f"undecided:{request.round}", partial(offers.undecided, request, context)
        case "declined":
            yield f"declined:{request.event_id}:{request.round}", partial(offers.declined, request, context)
        case "expired" if request.cause == "offer":
            yield f"expired:{request.event_id}:{request.round}", partial(offers.expired, request, context)
        case "expired":
            yield from _wanted(request, goals, context)
        case "withdrawn":
            yield f"withdrawn:{request.event_id}:{request.round}", partial(offers.withdrawn, request, context)


def _self_test(request: RequestState, context: RequestContext) -> Iterator[_Wanted]:
    match request.state:
        case "active":
            yield "begin", partial(self_test.begin, request, context)
            if context.now >= request.since + timedelta(days=1):
                yield "call", partial(self_test.call, request, context)
        case "completed":
            yield "completed", partial(self_test.passed, request, context)
        case "ended" if request.cause == "untested":
            yield "ended", partial(self_test.failed, request, context)
