"""What happens to a request by itself when its time has come, and when that is.

Every wait has an end. A wait for a mentor counts from when they were told; where the bot came late by
less than a day and a half, from when it should have told them, so that a lost or doubled run changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from generator.model.directory import Days
from generator.requests.course import Course, moved
from generator.requests.registry import Registry

LATE = timedelta(hours=36)
_CADENCE_DAYS = {"weekly": 7, "monthly": 30, "quarterly": 91}
_SHORTEST_CHECK_IN = 14


@dataclass(frozen=True, slots=True)
class Timer:
    """When the present state changes by itself, and into what."""

    at: datetime
    ring: Callable[[Course], Course]


def told_key(course: Course) -> str:
    """Return the key of the notice that tells the present mentor, or everybody of an open request."""
    return f"told:{course.round}"


def waiting_since(course: Course, now: datetime) -> datetime:
    """Return when a wait for an answer began to count; a mentor nobody told yet loses no time."""
    sent = course.ledger.notices.get(told_key(course))
    if sent is None:
        return now if now - course.since > LATE else course.since
    return sent.at if sent.at - course.since > LATE else course.since


def timer_of(course: Course, registry: Registry, now: datetime) -> Timer | None:
    """Return what would happen next by itself, or None where nothing will."""
    days = registry.directory.settings.requests.days
    return _TIMERS[course.state](course, registry, days, now) if course.state in _TIMERS else None


def _ends(state: str, cause: str, at: datetime) -> Timer:
    return Timer(at, lambda course: moved(course, state, at, "time", cause=cause))


def _incomplete(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    return _ends("expired", "incomplete", course.since + timedelta(days=days.expiry))


def _held(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    return _ends("expired", "held", course.since + timedelta(days=2 * days.expiry))


def _waiting(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    return _ends("expired", "silence" if course.mentor else "nobody", waiting_since(course, now) + timedelta(days=days.expiry))


def _question(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    return _ends("expired", "question", course.since + timedelta(days=days.expiry))


def _waitlisted(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    return _ends("expired", "waitlist", course.since + timedelta(days=days.waitlist))


def _accepted(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    program = registry.directory.programs.get(course.asked.program) if course.asked else None
    if program and not course.mentor:
        last = program.last_day
        at = datetime.combine(last, time(), UTC) + timedelta(days=1) if last else course.since + timedelta(days=366)
        return _ends("ended", "program", max(at, course.since + timedelta(days=1)))
    return _ends("ended", "no-contact", course.since + timedelta(days=days.first_contact))


def trial_days(course: Course, registry: Registry) -> int:
    """Return how long a trial lasts: as the mentor's file says, or as the directory does."""
    mentor = registry.directory.mentors.get(course.mentor)
    stated = mentor.expectations.trial_days if mentor else None
    return registry.directory.settings.requests.days.trial if stated is None else stated


def _trial(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    """After the trial both are asked; silence for two more weeks means that it goes on, and check-ins take over."""
    length = trial_days(course, registry)
    over = course.since + timedelta(days=length)
    if not length:
        return Timer(over, lambda now: moved(now, "active", over, now.mark))
    if not course.trial_asked:
        return Timer(over, lambda now: replace(now, trial_asked=True))
    at = over + timedelta(days=days.expiry)
    return Timer(at, lambda now: moved(now, "active", at, "time"))


def check_in_days(course: Course, registry: Registry) -> int:
    """Return after how many silent days both are asked: two of the mentor's cadences, or as the directory says."""
    if course.one_off:
        return _SHORTEST_CHECK_IN
    mentor = registry.directory.mentors.get(course.mentor)
    cadences = [_CADENCE_DAYS[one] for one in mentor.cadence if one in _CADENCE_DAYS] if mentor else []
    return max(_SHORTEST_CHECK_IN, 2 * min(cadences)) if cadences else registry.directory.settings.requests.days.check_in


def silent_since(course: Course) -> datetime:
    """Return when the present silence began."""
    return max(course.since, course.last_word or course.since)


def _active(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    if course.kind == "self-test":
        return _ends("ended", "untested", course.since + timedelta(days=days.second_reminder))
    at = silent_since(course) + timedelta(days=check_in_days(course, registry) + 2 * days.expiry)
    return _ends("completed", "quiet", at) if course.one_off else _ends("ended", "silence", at)


def _on_break(course: Course, registry: Registry, days: Days, now: datetime) -> Timer:
    day = course.until or course.since.date()
    at = datetime.combine(day, time(), UTC) + timedelta(days=1)
    return Timer(at, lambda now: moved(now, "active", at, "break-over", last_word=at))


_TIMERS: dict[str, Callable[[Course, Registry, Days, datetime], Timer]] = {
    "incomplete": _incomplete,
    "held": _held,
    "waiting": _waiting,
    "question": _question,
    "waitlisted": _waitlisted,
    "accepted": _accepted,
    "trial": _trial,
    "active": _active,
    "on-break": _on_break,
}


def run_until(course: Course, registry: Registry, moment: datetime, now: datetime) -> Course:
    """Let everything happen that was due before a moment; `now` is when the bot looks."""
    for _ in range(20):
        timer = timer_of(course, registry, now)
        if timer is None or timer.at > moment:
            return replace(course, due=timer.at if timer else None)
        course = timer.ring(course)
    return course
