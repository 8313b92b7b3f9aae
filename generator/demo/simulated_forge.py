"""Threads in memory on which the bot really acts: each is brought up to date as of the time it is at.

The bot's own rooms decide and write everything; here is only what GitHub would keep, and what one
request must know of the others at that time.
"""

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice

from generator.insight.availability import NO_ACTIVITY, AvailabilityStatus, availability_status
from generator.model.directory import Directory
from generator.model.request import Person, RequestSummary
from generator.requests.forms.form import Forms
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.admission import can_take
from generator.requests.lifecycle.availability_issue import availability_issue_of, plan_availability_issue
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plan import plan
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.simulate import simulate
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Comment, Thread
from generator.requests.reviews.judge import judge_review
from generator.requests.reviews.plan import review_actions
from generator.requests.stats.activity_stats import mentor_activity, unanswered_of

_NEAR_AT_MOST = 200
"""Of a large crowd only so many are looked at when the bot names mentors who fit; all are when it tells who can be asked."""
_SHOWN_AT_MOST = 12
_SEEN_BY_MANY = frozenset({"group", "application"})
_MOST_ROUNDS = 5


class SimulatedForge:
    """Keeps threads and who can be asked in step with them. Comments must come in the order of time."""

    def __init__(self, directory: Directory, forms: Forms, language_name: Callable[[str], str]) -> None:
        """Begin without any thread."""
        self.directory, self.forms, self.language_name = directory, forms, language_name
        self.threads: dict[int, Thread] = {}
        self.changed: dict[int, datetime] = {}
        """When each thread was last written to, by its number."""
        self.edited: dict[int, datetime] = {}
        """When a comment was last changed, by its id."""
        self._requests: dict[int, RequestState] = {}
        self._of_mentor: dict[str, dict[int, RequestState]] = defaultdict(dict)
        self._of_mentee: dict[str, dict[int, RequestSummary]] = defaultdict(dict)
        self._of_many: dict[int, RequestSummary] = {}
        self._statements: dict[str, dict[int, tuple[Event, ...]]] = defaultdict(dict)
        self._near: dict[int, list[str]] = {}
        self._teaching = _by_term(directory)
        self._ids = 1000

    def open(self, number: int, title: str, body: str, author: Person, at: datetime, terms: Iterable[str] = ()) -> None:
        """Open an issue; `terms` are the skills and topics that its form asks for."""
        self.threads[number] = Thread(number, title, author, at, body)
        self.changed[number] = at
        found = list(dict.fromkeys(handle for term in terms for handle in self._teaching.get(term, ())))
        self._near[number] = found[:: len(found) // _NEAR_AT_MOST + 1]

    def say(self, number: int, person: Person, words: str, at: datetime) -> None:
        """Write a comment as someone."""
        comment = Comment(self._next_id(), person, at, words)
        self._keep(replace(self.threads[number], comments=(*self.threads[number].comments, comment)), at)

    def rewrite(self, number: int, body: str, at: datetime) -> None:
        """Change an issue's text, as its author may."""
        self._keep(replace(self.threads[number], body=body), at)

    def close(self, number: int, person: Person, at: datetime) -> None:
        """Press the button that closes an issue."""
        self._keep(replace(self.threads[number], open=False, closed_by=person, closed_at=at), at)

    def parse_mentor(self, number: int) -> str:
        """Return the handle of who is asked now, or nothing."""
        return self._requests[number].mentor if number in self._requests else ""

    def near(self, request: RequestState, at: datetime) -> list[str]:
        """Return some other mentors who teach something that a request asks for and can be asked for it."""
        context, known = self.context(request.number, at), {*request.tried, request.mentor, request.mentee.handle}
        found = (
            handle
            for handle in self._near[request.number]
            if handle not in known and can_take(handle, request.kind, context)
        )
        return list(islice(found, _SHOWN_AT_MOST))

    def can_take(self, handle: str, kind: str, at: datetime) -> bool:
        """Whether a mentor could be asked at a time by someone new."""
        return can_take(handle, kind, self.context(0, at))

    def look(self, number: int, now: datetime) -> RequestState:
        """Let the bot bring one request up to date, and return how far it has come."""
        thread, context = self.threads[number], self.context(number, now)
        request = reduce(thread, context)
        if request is None:
            raise ValueError(f"issue {number} of a demo is no request")
        self._take(request)
        self._do(thread, plan(request, thread, context), now)
        return request

    def completed(self) -> list[RequestState]:
        """Return the requests that were completed, by number."""
        return [one for _number, one in sorted(self._requests.items()) if one.state == "completed" and one.mentor]

    def look_at_review(self, number: int, about: int, now: datetime) -> str:
        """Let the bot bring the review of a mentorship up to date, and return its state."""
        for _ in range(_MOST_ROUNDS):
            thread, context = self.threads[number], self.context(number, now)
            state = judge_review(thread, self._requests.get(about), context)
            actions = [one for one in review_actions(state, thread, context) if one.action != "dispatch"]
            if not actions:
                break
            self._do(thread, actions, now)
        return state.state

    def look_at_availability_issue(self, number: int, now: datetime) -> None:
        """Let the bot update the availability issue."""
        thread, context = self.threads[number], self.context(number, now)
        found = availability_issue_of(thread, context)
        self._note(number, found.statements)
        self._do(thread, plan_availability_issue(found, thread, context), now)

    def sweep(self, now: datetime) -> None:
        """Bring all threads to rest as the daily sweep does, with all mentors in view."""
        index = RequestIndex(self.directory, self.forms, now, self.language_name)
        index.load(self.threads.values())
        index.offering = True
        for number in self.threads:
            for _ in range(_MOST_ROUNDS):
                actions = self._planned(index, number)
                if not actions:
                    break
                self._do(self.threads[number], actions, now)

    def context(self, number: int, now: datetime) -> RequestContext:
        """Return what the request of this number must know at a time; who can be asked is answered as if it were not there."""
        own = self._requests.get(number)
        handle = own.mentor if own else ""
        before = [request for other, request in self._of_mentor[handle].items() if other != number] if handle else []
        known = (
            self._of_many | self._of_mentee[self.threads[number].author.handle]
            if number in self.threads
            else self._of_many
        )
        return RequestContext(
            self.directory,
            _Statuses(self._near.get(number, ()), lambda handle: self._status(handle, now, number)),
            self.forms,
            now,
            other_requests=tuple(known.values()),
            ids={handle: number_of(handle)} if handle else {},
            unanswered=unanswered_of(
                handle, before, self._statements_of(handle), self.directory.settings.requests.days
            ),
            language_name=self.language_name,
        )

    def _planned(self, index: RequestIndex, number: int) -> tuple[Action, ...]:
        thread, context = self.threads[number], index.context(number)
        if index.is_availability_issue(thread):
            return plan_availability_issue(index.availability_issue(thread), thread, context)
        request = reduce(thread, context)
        if request is None:
            return ()
        if request.sent_at is not None:
            index.update(request)
        return plan(request, thread, context)

    def _do(self, thread: Thread, actions: Iterable[Action], now: datetime) -> None:
        for action in actions:
            if action.action in ("notify", "dispatch"):
                continue
            if action.action == "edit-comment" and action.comment is not None:
                self.edited[action.comment] = now
            thread = simulate(thread, action, now, self._next_id() if action.action == "comment" else None)
            self._keep(thread, now)

    def _keep(self, thread: Thread, at: datetime) -> None:
        self.threads[thread.number] = thread
        self.changed[thread.number] = at

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids

    def _take(self, request: RequestState) -> None:
        """Let a request count for others as it is now; one that is incomplete takes nobody's place."""
        if request.sent_at is None:
            return
        before = self._requests.get(request.number)
        if before is not None:
            self._of_mentor[before.mentor].pop(request.number, None)
        self._requests[request.number] = request
        self._of_mentor[request.mentor][request.number] = request
        self._of_mentee[request.mentee.handle][request.number] = request.summary()
        if request.kind in _SEEN_BY_MANY:
            self._of_many[request.number] = request.summary()
        self._note(request.number, request.statements)

    def _note(self, number: int, statements: tuple[Event, ...]) -> None:
        for handle in {event.by.handle for event in statements}:
            self._statements[handle][number] = tuple(event for event in statements if event.by.handle == handle)

    def _statements_of(self, handle: str) -> list[Event]:
        return [event for events in self._statements.get(handle, {}).values() for event in events]

    def _status(self, handle: str, now: datetime, besides: int) -> AvailabilityStatus:
        requests = [request for number, request in self._of_mentor.get(handle, {}).items() if number != besides]
        statements = self._statements_of(handle)
        load = mentor_activity(handle, requests, statements, self.directory) if requests or statements else NO_ACTIVITY
        settings = self.directory.settings
        return availability_status(
            self.directory.mentors[handle],
            now.date(),
            settings.freshness,
            load,
            settings.requests.limits.waiting_for_each_mentor,
        )


class _Statuses(Mapping[str, AvailabilityStatus]):
    """Whether each mentor can be asked, decided when it is looked up; iterating yields only those who are near."""

    def __init__(self, near: Iterable[str], decide: Callable[[str], AvailabilityStatus]) -> None:
        self._near, self._decide = tuple(near), decide
        self._decided: dict[str, AvailabilityStatus] = {}

    def __getitem__(self, handle: str) -> AvailabilityStatus:
        if handle not in self._decided:
            self._decided[handle] = self._decide(handle)
        return self._decided[handle]

    def __iter__(self) -> Iterator[str]:
        return iter(self._near)

    def __len__(self) -> int:
        return len(self._near)


def _by_term(directory: Directory) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for handle, mentor in directory.mentors.items():
        if mentor.offer_to_mentor:
            for term in (*mentor.skills, *mentor.can_introduce, *mentor.topics):
                found[term].append(handle)
    return found


def number_of(login: str) -> int:
    """Return the number behind a login: the same that a folder of threads gives to whoever has not written in it yet."""
    return 1_000_000 + zlib.crc32(login.lower().encode()) % 1_000_000_000
