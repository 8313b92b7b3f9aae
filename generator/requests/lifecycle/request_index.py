"""All requests at a moment, and what one of them must know of the others."""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from generator.insight.availability import AvailabilityStatus, StatusesOnDemand, availability_status
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.request import RequestSummary
from generator.requests.forms.form import Forms
from generator.requests.joining.memory import is_proposed
from generator.requests.joining.profile_form import LABEL
from generator.requests.lifecycle.availability_chain import AvailabilityChain
from generator.requests.lifecycle.availability_issue import AvailabilityIssue
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext, Unread
from generator.requests.lifecycle.memory_seal import UNSEALED, MemorySeal
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.silence import Silences
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Thread
from generator.requests.reviews.memory import review_memory_of
from generator.requests.stats.activity_stats import activity_of, mentor_activity, unanswered_of

UNREADABLE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a thread that nobody foresaw may raise; it is named, and all others are served."""
ONE, MENTEE, EVERYONE = "one", "mentee", "everyone"
"""Whose requests an index holds: one request alone, all of its mentee, or everyone's."""


class RequestIndex:
    """Holds the courses of all threads, and keeps in step with them who can be asked.

    Only requests that were sent count for others: what is still incomplete takes nobody's place. What was
    removed as spam counts too, because of its author's next one.
    """

    def __init__(
        self,
        directory: Directory,
        forms: Forms,
        now: datetime,
        language_name: Callable[[str], str] = str,
        seal: MemorySeal = UNSEALED,
        known: str = EVERYONE,
    ) -> None:
        """Start without any requests, for a directory as of a time; `known` says whose will be there."""
        self.known = known
        self.directory = directory
        self.now = now
        self._base = RequestContext(
            directory,
            StatusesOnDemand(directory, now.date()),
            forms,
            now,
            language_name=language_name,
            seal=seal,
        )
        self._statuses: ChainMap[str, AvailabilityStatus] = ChainMap({}, self._base.statuses)  # type: ignore[arg-type]  # only the first is written to
        self._requests: dict[int, RequestState] = {}
        self._by_mentor: dict[str, dict[int, RequestState]] = defaultdict(dict)
        self._with_statements: dict[int, RequestState] = {}
        self._availability = AvailabilityChain(self.first_availability_issue, seal)
        self._statements: tuple[Event, ...] = ()
        self._summaries: dict[int, RequestSummary] = {}
        self.offering = False
        """Whether this run offers what is on the waiting list; only the sweep does, so that the oldest comes first."""
        self.unreadable: dict[int, str] = {}
        """Threads that could not be judged, by number, with the name of what went wrong."""
        self.profiles: dict[int, datetime] = {}
        """Open issues with a profile that has no pull request yet, by number, and since when."""
        self.reviews: dict[int, datetime] = {}
        """Open issues with a review that is held, by number, and since when."""

    def load(self, threads: Iterable[Thread]) -> None:
        """Take in many threads: the availability issue first, because it says who is paused."""
        threads = list(threads)
        first = [one for one in threads if self.is_availability_issue(one)]
        for thread in [*sorted(first, key=lambda one: one.number), *(one for one in threads if one not in first)]:
            if LABEL in thread.labels and thread.open and not is_proposed(thread, self._base.seal):
                self.profiles[thread.number] = thread.opened
            if thread.open and review_memory_of(thread, self._base.seal).state == "held":
                self.reviews[thread.number] = thread.opened
            try:
                self._load_one(thread)
            except UNREADABLE as error:
                self.unreadable[thread.number] = type(error).__name__
        stated = {event.by.handle for request in self._with_statements.values() for event in request.statements}
        for handle in {*self._by_mentor, *stated}:
            self._refresh(handle)

    def _load_one(self, thread: Thread) -> None:
        if self.is_availability_issue(thread):
            self.update_availability_issue(self.availability_issue(thread))
            return
        request = reduce(thread, self._base)
        if request is not None and (request.memory.sent_at is not None or request.state == "removed"):
            self._put(request)

    def __contains__(self, number: int) -> bool:
        """Whether others need to know of a request."""
        return number in self._requests

    def is_availability_issue(self, thread: Thread) -> bool:
        """Whether a thread is the availability issue, or one that goes on from it."""
        return self._availability.holds(thread)

    @property
    def seal(self) -> MemorySeal:
        """What the bot signs with what it writes for itself."""
        return self._base.seal

    def availability_issue(self, thread: Thread) -> AvailabilityIssue:
        """Read an availability issue."""
        return self._availability.read(thread, self._base)

    def update_availability_issue(self, issue: AvailabilityIssue) -> None:
        """Let what mentors wrote in an availability issue count."""
        self._availability.put(issue)
        before, self._statements = self._statements, self._availability.statements
        self._base = replace(self._base, newest_availability_issue=self._availability.newest)
        changed = {event.by.handle for event in (*before, *self._statements)}
        for handle in changed:
            self._refresh(handle)

    def context(self, number: int) -> RequestContext:
        """Return what the request of this number must know; who can be asked is answered as if it were not there."""
        if self.known != EVERYONE:
            everyone = Unread(everyone=True)
            mentee = tuple(self._summaries.values()) if self.known == MENTEE else Unread(everyone=False)
            return replace(
                self._base,
                statuses=everyone,
                other_requests=everyone,
                unanswered=everyone,
                mentee_requests=mentee,
                offering=self.offering,
            )
        own = self._requests.get(number)
        statuses: Mapping[str, AvailabilityStatus] = self._statuses
        if own is not None and own.mentor in self._statuses:
            statuses = ChainMap({own.mentor: self._status(own.mentor, number)}, self._statuses)
        # On the waiting list, it is the last mentor whose silence is spoken of.
        handle = (own.mentor or next(reversed(own.tried), "")) if own else ""
        mentor_requests = [one for one in self._by_mentor.get(handle, {}).values() if one.number != number]
        return replace(
            self._base,
            statuses=statuses,
            other_requests=tuple(self._summaries.values()),
            unanswered=unanswered_of(handle, mentor_requests, self._statements, self.directory.settings.requests.days)
            if handle
            else Silences(),
            offering=self.offering,
        )

    def update(self, request: RequestState) -> None:
        """Let a request count as it is now."""
        before = self._requests.get(request.number)
        self._put(request)
        for handle in {
            *request.mentors,
            *(before.mentors if before else ()),
            *(event.by.handle for event in request.statements),
        }:
            self._refresh(handle)

    def take_in(self, threads: Iterable[Thread], own: Thread) -> None:
        """Let the requests of the same person count as they are now, and those that came before as if they were sent now."""
        mine = (one for one in threads if one.author.id == own.author.id and one.number != own.number)
        for thread in sorted(mine, key=lambda one: one.number):
            try:
                request = reduce(thread, self.context(thread.number))
            except UNREADABLE:
                # The sweep names it.
                request = None
            before_own = thread.number < own.number
            if request is not None and request.counts and (before_own or request.memory.sent_at or not request.sent_at):
                self.update(request)
            else:
                self.forget(thread.number)

    def rivals(self, threads: Iterable[Thread], own: Thread) -> tuple[RequestSummary, ...]:
        """Return the same person's later requests that are noted down as sent, while nobody was notified of them yet."""
        later = (one for one in threads if one.author.id == own.author.id and one.number > own.number)
        found = (reduce(thread, self._base) for thread in later)
        return tuple(
            one.summary() for one in found if one and one.memory.sent_at and one.announced is None and not one.effective
        )

    def forget(self, number: int) -> None:
        """Let a request no longer count."""
        request = self._requests.pop(number, None)
        self._summaries.pop(number, None)
        for handle in request.mentors if request else ():
            self._by_mentor[handle].pop(number, None)
            self._refresh(handle)

    def activity(self, swept: datetime | None) -> Activity:
        """Add everything up."""
        found = activity_of(self._requests.values(), self._statements, self.directory, self.now, swept)
        newest = self._availability.newest
        return replace(found, availability_issue=newest if newest != self.first_availability_issue else None)

    @property
    def first_availability_issue(self) -> int | None:
        """The number of the availability issue in the settings."""
        return self.directory.settings.requests.availability_desk

    def request(self, number: int) -> RequestState | None:
        """Return a request that others need to know of, or None."""
        return self._requests.get(number)

    def waiting_mentors(self) -> Mapping[str, tuple[int, ...]]:
        """Return, by handle, the numbers of the requests that wait for each mentor."""
        found: dict[str, list[int]] = defaultdict(list)
        for request in self._requests.values():
            if request.state == "waiting" and request.mentor:
                found[request.mentor].append(request.number)
        return {handle: tuple(sorted(numbers)) for handle, numbers in sorted(found.items())}

    def _put(self, request: RequestState) -> None:
        before = self._requests.get(request.number)
        for handle in before.mentors if before is not None else ():
            self._by_mentor[handle].pop(request.number, None)
        self._requests[request.number] = request
        self._summaries[request.number] = request.summary()
        for handle in request.mentors:
            self._by_mentor[handle][request.number] = request
        if request.statements:
            self._with_statements[request.number] = request

    def _refresh(self, handle: str) -> None:
        """Decide again whether someone can be asked; who left the directory cannot."""
        if handle in self.directory.mentors:
            self._statuses[handle] = self._status(handle, None)

    def _status(self, handle: str, besides: int | None) -> AvailabilityStatus:
        requests = [request for number, request in self._by_mentor.get(handle, {}).items() if number != besides]
        settings = self.directory.settings
        load = mentor_activity(handle, requests, self._statements_of(handle), self.directory)
        most = settings.requests.limits.waiting_for_each_mentor
        return availability_status(self.directory.mentors[handle], self.now.date(), settings.freshness, load, most)

    def _statements_of(self, handle: str) -> list[Event]:
        in_requests = (event for request in self._with_statements.values() for event in request.statements)
        return [event for event in (*in_requests, *self._statements) if event.by.handle == handle]
