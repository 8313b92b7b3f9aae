"""How many spots of a program are taken, and who waits for one: counted from its applications, never written by hand."""

from collections.abc import Iterable

from generator.model.program import Program
from generator.model.request import RequestSummary
from generator.model.request_state import ACTIVE_STATES

_ASKED = frozenset({"waiting", "question", "talking", "waitlisted", "undecided"})


def takes_a_spot(application: RequestSummary, program: Program) -> bool:
    """Whether an application holds one of the program's spots: its person is in, or was let in and waits for a mentor.

    Where mentors alone decide, nobody is in before their yes. A question without a mentor is about one who is proposed.
    """
    if application.kind != "application" or application.program != program.id:
        return False
    if application.state in ACTIVE_STATES:
        return True
    named = bool(application.mentor) or application.state == "question"
    return application.state in _ASKED and named and program.approval != "mentor"


def is_on_list(application: RequestSummary, program: Program) -> bool:
    """Whether an application is on the waiting list of the program."""
    of_program = application.kind == "application" and application.program == program.id
    return of_program and application.state == "waitlisted" and not application.mentor


def spots_taken(program: Program, requests: Iterable[RequestSummary]) -> int:
    """Count the spots that are taken."""
    return sum(takes_a_spot(one, program) for one in requests)


def spots_left(program: Program, requests: Iterable[RequestSummary]) -> int | None:
    """Return how many spots are free, and None for a program that takes any number of people."""
    return None if program.places is None else max(0, program.places - spots_taken(program, requests))


def waiting_list(program: Program, requests: Iterable[RequestSummary]) -> tuple[RequestSummary, ...]:
    """Return who waits for a spot, the oldest application first."""
    return tuple(sorted((one for one in requests if is_on_list(one, program)), key=lambda one: one.number))
