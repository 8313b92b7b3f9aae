"""All requests at a moment, and what one of them must know of the others."""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from generator.insight.availability import AvailabilityStatus, request_load, standing, standings_of
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.request import PENDING_STATES, Request
from generator.requests.forms.form import Forms
from generator.requests.lifecycle.availability_issue import AvailabilityIssue, availability_issue_of
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.state import MentorWord, RequestState
from generator.requests.lifecycle.thread import Thread
from generator.requests.stats.activity_stats import activity_of, mentor_activity, silences_of


class RequestIndex:
    """Holds the courses of all threads, and keeps in step with them who can be asked.

    Only requests that were sent count for others: what is still incomplete takes nobody's place. What was
    removed as spam counts too, because of its author's next one.
    """

    def __init__(
        self, directory: Directory, forms: Forms, now: datetime, language_name: Callable[[str], str] = str
    ) -> None:
        """Open an empty book for a directory as of a time."""
        self.directory = directory
        self.now = now
        self._base = RequestContext(
            directory, standings_of(directory, now.date()), forms, now, language_name=language_name
        )
        self._standings: dict[str, AvailabilityStatus] = dict(self._base.standings)
        self._courses: dict[int, RequestState] = {}
        self._by_mentor: dict[str, dict[int, RequestState]] = defaultdict(dict)
        self._talking: dict[int, RequestState] = {}
        self._words: tuple[MentorWord, ...] = ()
        self._requests: dict[int, Request] = {}
        self._pending_goals: dict[str, tuple[int, ...]] = {}

    def read(self, threads: Iterable[Thread]) -> None:
        """Take in many threads: the desk first, because it says who is paused."""
        threads = list(threads)
        desk_number = self.directory.settings.requests.availability_desk
        for thread in threads:
            if thread.number == desk_number:
                self.take_desk(self.desk(thread))
        for thread in threads:
            if thread.number != desk_number:
                course = reduce(thread, self._base)
                if course is not None and (course.ledger.sent_at is not None or course.state == "removed"):
                    self._put(course)
        spoke = {word.mentor for course in self._talking.values() for word in course.words}
        for handle in {*self._by_mentor, *spoke}:
            self._refresh(handle)

    def __contains__(self, number: int) -> bool:
        """Whether others need to know of a request."""
        return number in self._courses

    def desk(self, thread: Thread) -> AvailabilityIssue:
        """Read the desk's thread."""
        return availability_issue_of(thread, self._base)

    def take_desk(self, desk: AvailabilityIssue) -> None:
        """Let what was said at the desk count."""
        changed = {word.mentor for word in (*self._words, *desk.words)}
        self._words = desk.words
        for handle in changed:
            self._refresh(handle)

    def registry(self, number: int) -> RequestContext:
        """Return what the request of this number must know; who can be asked is told as if it were not there."""
        own = self._courses.get(number)
        standings: Mapping[str, AvailabilityStatus] = self._standings
        if own is not None and own.mentor in self._standings:
            standings = ChainMap({own.mentor: self._standing(own.mentor, number)}, self._standings)  # type: ignore[arg-type]
        mentor_courses = (
            [course for course in self._by_mentor.get(own.mentor, {}).values() if course.number != number]
            if own
            else []
        )
        return replace(
            self._base,
            standings=standings,
            others=tuple(self._requests.values()),
            alike=self._pending_goals,
            silences=silences_of(mentor_courses, self._words) if own else {},
        )

    def take(self, course: RequestState) -> None:
        """Let a request count as it stands now."""
        before = self._courses.get(course.number)
        self._put(course)
        for handle in {*course.mentors, *(before.mentors if before else ()), *(word.mentor for word in course.words)}:
            self._refresh(handle)

    def activity(self, swept: datetime | None) -> Activity:
        """Add everything up."""
        return activity_of(self._courses.values(), self._words, self.directory, self.now, swept)

    def waiting_mentors(self) -> Mapping[str, tuple[int, ...]]:
        """Return, by handle, the numbers of the requests that wait for each mentor."""
        found: dict[str, list[int]] = defaultdict(list)
        for course in self._courses.values():
            if course.state == "waiting" and course.mentor:
                found[course.mentor].append(course.number)
        return {handle: tuple(sorted(numbers)) for handle, numbers in sorted(found.items())}

    def _put(self, course: RequestState) -> None:
        before = self._courses.get(course.number)
        for handle in before.mentors if before is not None else ():
            self._by_mentor[handle].pop(course.number, None)
        self._courses[course.number] = course
        self._requests[course.number] = course.request()
        self._mark_goals(before, course)
        for handle in course.mentors:
            self._by_mentor[handle][course.number] = course
        if course.words:
            self._talking[course.number] = course

    def _refresh(self, handle: str) -> None:
        """Decide anew whether somebody can be asked; who left the directory cannot."""
        if handle in self.directory.mentors:
            self._standings[handle] = self._standing(handle, None)

    def _standing(self, handle: str, besides: int | None) -> AvailabilityStatus:
        courses = [course for number, course in self._by_mentor.get(handle, {}).items() if number != besides]
        settings = self.directory.settings
        load = request_load(mentor_activity(handle, courses, self._words_of(handle), self.directory))
        most = settings.requests.limits.waiting_for_each_mentor
        return standing(self.directory.mentors[handle], self.now.date(), settings.freshness, load, most)

    def _words_of(self, handle: str) -> list[MentorWord]:
        said = [word for course in self._talking.values() for word in course.words if word.mentor == handle]
        return said + [word for word in self._words if word.mentor == handle]

    def _mark_goals(self, before: RequestState | None, course: RequestState) -> None:
        """Keep the numbers of the pending requests with the same words together."""
        for one in (before, course):
            if one is not None and one.goals_hash:
                others = tuple(number for number in self._pending_goals.get(one.goals_hash, ()) if number != one.number)
                pending = one is course and one.state in PENDING_STATES
                self._pending_goals[one.goals_hash] = (*others, one.number) if pending else others
