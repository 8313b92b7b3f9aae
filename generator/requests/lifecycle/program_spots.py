"""Applications to a program: let in, on its waiting list, or turned down; and back in it where a mentor said no.

As with mentors' waiting list, nothing is stored beside the threads. When a spot of a program is free again, the sweep
gives it to the oldest application on the list, and notes that down in its own memory.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from generator.insight.program_spots import spots_left, waiting_list
from generator.model.program import Program
from generator.model.request import Person
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import end_of
from generator.requests.lifecycle.state import RequestState, asking, moved

SPOT = "spot"
"""The command of an event in which a spot that became free went to an application on the list."""
NO_SPOT, ON_LIST, NO_MENTOR = "no-spot", "program-list", "no-mentor"
"""Why an application was turned down, why it waits or ended, and why someone in a program has no mentor any more."""
PAIRED, SAID_NO, UNHEARD = "paired", "said-no", "unheard"
"""The command of an event in which a proposed mentor was named, and the causes where the mentee would rather have another, or never answered."""
MOST_PAIRS_AN_HOUR = 60
_AN_HOUR = timedelta(hours=1)
_AFTER_THE_START = timedelta(days=14)
_NOBODY = Person(0, "")
_ASKED = ("waiting", "question", "talking", "waitlisted")


def program_of(request: RequestState, context: RequestContext) -> Program | None:
    """Return the program that a request is about."""
    return context.directory.programs.get(request.asked.program) if request.asked else None


def is_on_program_list(request: RequestState) -> bool:
    """Whether an application waits for a spot in its program, and not for a mentor's."""
    return request.state == "waitlisted" and request.kind == "application" and not request.mentor


def let_in(request: RequestState, at: datetime, event_id: str) -> RequestState:
    """Give an application a spot; a mentor whom it names is asked."""
    mentor = request.asked.mentor if request.asked else ""
    request = replace(request, admitted=True)
    return asking(request, mentor, at, event_id) if mentor else moved(request, "accepted", at, event_id)


def put_on_list(request: RequestState, at: datetime, event_id: str) -> RequestState:
    """Let an application wait for a spot."""
    return moved(request, "waitlisted", at, event_id, mentor="", cause=ON_LIST)


def turn_down(request: RequestState, at: datetime, event_id: str) -> RequestState:
    """End an application without a spot; whom it named was never asked."""
    return moved(request, "declined", at, event_id, mentor="", cause=NO_SPOT)


def stays_in_program(request: RequestState, was: str = "waiting", to: str = "declined") -> bool:
    """Whether someone has a spot in a program already, so that a mentor's no or silence is no end for them."""
    led_nowhere = was in _ASKED and to in ("expired", "declined", "undecided")
    return request.kind == "application" and request.admitted and led_nowhere


def back_in_program(request: RequestState, at: datetime) -> RequestState:
    """Let someone stay in their program without a mentor; coordinators look for another."""
    event_id = f"{NO_MENTOR}-{request.round}-{len(request.effective)}"
    return moved(request, "accepted", at, event_id, mentor="", cause=UNHEARD if request.proposed else NO_MENTOR)


def free_spots(request: RequestState, context: RequestContext) -> int | None:
    """Return how many spots of its program are free beside this application, or None where there is no limit."""
    program = program_of(request, context)
    others = (one for one in context.other_requests if one.number != request.number)
    return spots_left(program, others) if program else None


def older_on_list(request: RequestState, context: RequestContext) -> int:
    """Count the applications on the same list that get a spot first."""
    program = program_of(request, context)
    return sum(one.number < request.number for one in waiting_list(program, context.other_requests)) if program else 0


def next_spot(request: RequestState, context: RequestContext) -> Event | None:
    """Return the event in which an application on the list gets a spot, in a sweep, or None."""
    if not context.offering or not is_on_program_list(request):
        return None
    program = program_of(request, context)
    if program is None or (program.last_day and context.today > program.last_day):
        return None
    if not free_spots(request, context) or older_on_list(request, context):
        return None
    return Event(f"{SPOT}-{context.now:%Y%m%d}", context.now, _NOBODY, "waitlisted", SPOT)


def gets_spot(request: RequestState, event: Event) -> RequestState:
    """Let a spot that became free count."""
    return let_in(request, event.at, event.event_id) if is_on_program_list(request) else request


def proposed_mentor(request: RequestState, context: RequestContext) -> str:
    """Return whom a merged pairing proposes for an application that has no mentor, or nothing; nobody is proposed twice."""
    program = program_of(request, context)
    waits = request.state in ("held", "waitlisted") or (request.state == "accepted" and not request.mentor)
    if program is None or request.kind != "application" or not waits or is_left_to_mentor(request):
        return ""
    mentor = next((one.mentor for one in program.pairs if one.issue == request.number), "")
    known = {*request.tried, *(event.words for event in request.effective if event.command == PAIRED)}
    themselves = context.is_one(request.mentee, mentor, {}) if mentor else False
    return mentor if context.mentor(mentor) and mentor not in known and not themselves else ""


def is_left_to_mentor(request: RequestState) -> bool:
    """Whether an application waits on a mentor's own list."""
    return request.state == "waitlisted" and bool(request.mentor)


def is_left_out(request: RequestState, context: RequestContext) -> bool:
    """Whether a merged pairing found no mentor for an application that is still without one."""
    program = program_of(request, context)
    waits = request.state == "held" or (request.state == "accepted" and not request.mentor)
    return program is not None and request.kind == "application" and waits and request.number in program.left_out


def next_pair(request: RequestState, context: RequestContext) -> Event | None:
    """Return the event in which a proposed mentor is named to the mentee, in a sweep, or None.

    A few in an hour, so that many pairs stay below what GitHub lets anyone write.
    """
    mentor = proposed_mentor(request, context) if context.offering else ""
    if not mentor or request.mute:
        return None
    lately = sum(one.proposed and context.now - one.since < _AN_HOUR for one in context.other_requests)
    if lately >= MOST_PAIRS_AN_HOUR:
        return None
    return Event(f"{PAIRED}-{context.now:%Y%m%d}", context.now, _NOBODY, request.state, PAIRED, mentor)


def propose(request: RequestState, event: Event) -> RequestState:
    """Name the mentor to the mentee, who answers first; the application has its spot from now on."""
    request = replace(request, admitted=True)
    return moved(request, "question", event.at, event.event_id, mentor="", cause=PAIRED, proposed=event.words)


def take_proposal(request: RequestState, at: datetime, event_id: str) -> RequestState:
    """Ask the mentor to whom the mentee said yes."""
    return asking(request, request.proposed, at, event_id)


def refuse_proposal(request: RequestState, at: datetime, event_id: str) -> RequestState:
    """Let someone stay in their program who would rather have another mentor."""
    return moved(request, "accepted", at, event_id, mentor="", cause=SAID_NO)


def program_ends(request: RequestState, context: RequestContext) -> datetime:
    """Return when someone in a program without a mentor waits no more: at its end, a year on where nobody knows that."""
    program = program_of(request, context)
    last = program.last_day if program else None
    at = end_of(last) if last else request.since + timedelta(days=366)
    return max(at, request.since + timedelta(days=1))


def program_list_ends(request: RequestState, context: RequestContext) -> datetime:
    """Return when nobody joins any more: two weeks into the program, or when it or the usual waiting ends."""
    program = program_of(request, context)
    usual = request.since + timedelta(days=context.directory.settings.requests.days.waitlist)
    if program is None:
        return usual
    if program.starts:
        last = min(program.starts + _AFTER_THE_START, program.last_day or program.starts + _AFTER_THE_START)
        return max(end_of(last), request.since + timedelta(days=1))
    return max(end_of(program.last_day), request.since + timedelta(days=1)) if program.last_day else usual
