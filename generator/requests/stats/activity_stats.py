"""Add up the courses of all requests: what each mentor has and said, and what stands open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from generator.model.activity import RESPONSES, Activity, MentorActivity
from generator.model.directory import Directory
from generator.model.request import ACTIVE_STATES, PENDING_STATES
from generator.requests.lifecycle.state import PLACE_KINDS, MentorWord, RequestState

_RESPONSE_DAYS = (1, 3, 7, 14)
_FEWEST_ANSWERS = 3
"""From how many answers on a usual time can be told."""
_ASKED_KINDS = frozenset({"mentorship", "quick-question", "interview", "group", "application"})


def activity_of(
    courses: Iterable[RequestState],
    desk: Sequence[MentorWord],
    directory: Directory,
    now: datetime,
    swept: datetime | None,
) -> Activity:
    """Add everything up; `desk` are the words said at the availability desk."""
    sent = sorted(
        (course for course in courses if course.sent_at and course.kind in _ASKED_KINDS), key=lambda one: one.number
    )
    by_mentor: dict[str, list[RequestState]] = defaultdict(list)
    words: dict[str, list[MentorWord]] = defaultdict(list)
    for course in sent:
        for handle in course.mentors:
            by_mentor[handle].append(course)
        for word in course.words:
            words[word.mentor].append(word)
    for word in desk:
        words[word.mentor].append(word)
    handles = sorted(handle for handle in {*by_mentor, *words} if handle in directory.mentors)
    mentors = {handle: mentor_activity(handle, by_mentor[handle], words[handle], directory) for handle in handles}
    return Activity(now, swept, tuple(course.request() for course in sent), mentors)


def silences_of(
    courses: Iterable[RequestState], desk: Sequence[MentorWord]
) -> Mapping[str, tuple[tuple[int, datetime], ...]]:
    """Return, by handle, the newest requests a mentor left unanswered with no word of theirs since, oldest first."""
    found: dict[str, list[tuple[int, datetime]]] = defaultdict(list)
    spoke: dict[str, list[datetime]] = defaultdict(list)
    for course in courses:
        for handle, at in course.silent:
            found[handle].append((course.number, at))
        for handle, at in course.spoke:
            spoke[handle].append(at)
        for word in course.words:
            spoke[word.mentor].append(word.at)
    for word in desk:
        spoke[word.mentor].append(word.at)
    newest = {handle: max(times) for handle, times in spoke.items()}
    kept = {
        handle: tuple(
            sorted(
                (one for one in ends if handle not in newest or one[1] > newest[handle]),
                key=lambda one: (one[1], one[0]),
            )
        )
        for handle, ends in found.items()
    }
    return {handle: ends for handle, ends in kept.items() if ends}


def mentor_activity(
    handle: str, courses: Sequence[RequestState], words: Sequence[MentorWord], directory: Directory
) -> MentorActivity:
    """Add up one mentor's requests and what they said about their own availability; `courses` are those they were asked in."""
    everything, courses = courses, [course for course in courses if course.mentor == handle]
    capacity = _last(words, "capacity")
    confirm = _last(words, "confirm")
    return MentorActivity(
        active=sum(course.state in ACTIVE_STATES and course.kind in PLACE_KINDS for course in courses),
        pending=sum(course.state in PENDING_STATES for course in courses),
        paused_until=_paused_until(handle, everything, words, directory),
        capacity=capacity.capacity if capacity else None,
        capacity_said=capacity.at.date() if capacity else None,
        confirmed=confirm.at.date() if confirm else None,
        completed=sum(course.state == "completed" for course in courses),
        response=_response(courses),
        last_asked=max((course.asked_at.date() for course in courses if course.asked_at), default=None),
    )


def _last(words: Sequence[MentorWord], *commands: str) -> MentorWord | None:
    return max((word for word in reversed(words) if word.command in commands), key=lambda word: word.at, default=None)


def _paused_until(
    handle: str, courses: Sequence[RequestState], words: Sequence[MentorWord], directory: Directory
) -> date | None:
    """A pause that was said, or the one that follows two requests in a row without an answer; the later end counts."""
    said = _last(words, "pause", "resume")
    until = said.until if said and said.command == "pause" else None
    silent = silences_of(courses, words).get(handle, ())
    if len(silent) >= 2:
        after = silent[-1][1].date() + timedelta(days=directory.settings.requests.days.pause_after_silence)
        until = max(until, after) if until else after
    return until


def _response(courses: Sequence[RequestState]) -> str | None:
    taken = [
        (course.answered_at - course.asked_at).total_seconds() / 86400
        for course in courses
        if course.answered_at and course.asked_at
    ]
    if len(taken) < _FEWEST_ANSWERS:
        return None
    usual = median(taken)
    return next((word for word, days in zip(RESPONSES, _RESPONSE_DAYS, strict=True) if usual <= days), None)
