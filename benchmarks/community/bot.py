"""The real bot, run over two years: what cannot have changed since yesterday is not read again.

Sweeps are `generator.app.bot.sweep`; an event is what `handle` does once it knows everyone's threads. Three things
are remembered between runs: the checked directory, each thread as it was read, and how far each request had come,
until something is written in it or its next moment has come.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.community.box import Box
from generator.app import bot, settle
from generator.app.check import check_root
from generator.forge.port import ForgeError
from generator.model.directory import Directory
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle import request_index
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.thread import Thread, thread_of
from generator.text.languages import language_tag

_AT_REST_DAYS = {"open": 7, "closed": 30}
_NEVER_KEPT = frozenset({"incomplete", "held"})


@dataclass(frozen=True, slots=True)
class Shown:
    """What the site shows of a mentor."""

    availability: str
    openings: int
    pending: int
    doubtful: bool


class CurrentBot:
    """Runs this repository's bot on a box of threads; the only one at a time in a process."""

    def __init__(self, root: Path, box: Box, begin: datetime) -> None:
        """Read the directory once, and let the bot's rooms use what is remembered."""
        checked = check_root(root, (begin + timedelta(days=1000)).date())
        if checked.directory is None:
            raise SystemExit(f"the community's directory has errors: {checked.errors[:3]}")
        self._everyone, self.directory = checked.directory, checked.directory
        self._box, self._root, self._index = box, root, None
        self._forms = forms_of(self.directory, language_tag)
        self._threads: dict[int, tuple[int, Thread]] = {}
        self._reduced: dict[int, tuple[Thread, Any, datetime | None]] = {}
        self._resting: dict[int, tuple[Thread, datetime]] = {}
        self._confirmed: dict[str, date] = {}
        self.errors: list[str] = []
        self.digests = 0
        """On how many days the coordinators got a digest; it is one message, whatever it holds."""
        self._patch()

    def _patch(self) -> None:
        self._reduce, self._plan, self._new_index = request_index.reduce, settle.plan_thread, bot._request_index
        changes: tuple[tuple[Any, dict[str, Any]], ...] = (
            (
                bot,
                {
                    "load_readable": lambda root, now: (self.directory, []),
                    "thread_of": self._thread_of,
                    "plan_thread": self._planned,
                    "forms_of": lambda directory, tag: self._forms,
                    "_request_index": self._kept_index,
                    "_changed_or_waiting": self._everyones_threads,
                },
            ),
            (settle, {"thread_of": self._thread_of}),
            (request_index, {"reduce": self._reduced_once}),
        )
        self._before = [(room, {name: vars(room)[name] for name in names}) for room, names in changes]
        for room, names in changes:
            vars(room).update(names)

    def end(self) -> None:
        """Give the bot's rooms back what they had."""
        for room, names in self._before:
            vars(room).update(names)

    # What happens.

    def sweep(self, now: datetime) -> None:
        """Run the daily sweep."""
        self._box.now = now
        run = bot.sweep(self._box, self._root, now)
        self.errors += run.errors
        self.digests += any(one.action == "notify" and one.occasion.startswith("board-") for one in run.actions)

    def read(self, now: datetime) -> None:
        """Know everyone's threads without a sweep, as on days on which none runs."""
        self._box.now = now
        index = bot._request_index(self.directory, now)
        index.load(self._thread_of(one) for one in self._box.threads(now - bot._REMEMBERED))

    def look(self, number: int, now: datetime) -> None:
        """Let the bot see an event in one thread."""
        self._box.now = now
        index = self.index
        index.now = now
        index._base = replace(index._base, now=now)
        run = settle.Run()
        try:
            settle.settle(self._box, index, self._thread_of(self._box.kept[number]), run, False)
        except ForgeError as error:
            self.errors.append(str(error))
        self.errors += run.errors

    # What people can know.

    @property
    def index(self) -> RequestIndex:
        """Return the requests as they are now."""
        assert self._index is not None
        return self._index

    def request(self, number: int) -> Any:
        """Return how far a request has come; None while it is incomplete."""
        return self.index._requests.get(number)

    def shown(self) -> Mapping[str, Shown]:
        """Return what the site shows of each mentor."""
        statuses = self.index._statuses
        return {
            handle: Shown(one.availability, one.openings, one.pending, bool(getattr(one, "doubtful", False)))
            for handle, one in statuses.items()
            if handle in self.directory.mentors
        }

    def form(self, kind: str, answers: Mapping[str, str]) -> str:
        """Return the text of an issue."""
        return filled_in(self._forms, kind, answers)

    def list_mentors(self, logins: set[str], confirmed: Mapping[str, date]) -> None:
        """Let the directory hold these mentors, with the days on which their files were confirmed."""
        self._confirmed.update(confirmed)
        joined = logins != set(self.directory.mentors)
        self.directory = _with(self._everyone, logins, self._confirmed)
        if joined:
            self._forms = forms_of(self.directory, language_tag)

    # What is remembered.

    def _kept_index(self, directory: Directory, now: datetime) -> RequestIndex:
        self._index = self._new_index(directory, now)
        return self._index

    def _everyones_threads(
        self, forge: Any, directory: Directory, joining: Any, now: datetime, run: settle.Run, listed: dict[int, Any]
    ) -> list[Thread]:
        """Return all threads: they cost nothing here, and the site shows what they add up to."""
        return list(bot._threads(forge, now - bot._REMEMBERED, run.unreadable, listed))

    def _thread_of(self, stored: dict[str, Any]) -> Thread:
        number = stored["issue"]["number"]
        version = self._box.version[number]
        if number not in self._threads or self._threads[number][0] != version:
            self._threads[number] = (version, thread_of(stored))
        return self._threads[number][1]

    def _reduced_once(self, thread: Thread, context: Any) -> Any:
        known = self._reduced.get(thread.number)
        if known and known[0] is thread and (known[2] is None or context.now < known[2]):
            return known[1]
        request = self._reduce(thread, context)
        if request is not None and request.state not in _NEVER_KEPT:
            self._reduced[thread.number] = (thread, request, request.due)
        return request

    def _planned(self, index: RequestIndex, thread: Thread, context: Any = None) -> Any:
        known = self._resting.get(thread.number)
        if known and known[0] is thread and index.now < known[1]:
            return None, ()
        request, actions = self._plan(index, thread, context)
        if not actions:
            self._resting[thread.number] = (thread, self._next_look(request, thread, index.now))
        return request, actions

    def _next_look(self, request: Any, thread: Thread, now: datetime) -> datetime:
        """Return the next moment at which time alone may change something."""
        last = now + timedelta(days=_AT_REST_DAYS["open" if thread.open else "closed"])
        if request is None or not thread.open:
            return last
        if getattr(request, "listed", False):
            # Any sweep may find that a spot has opened.
            return now + timedelta(hours=12)
        settings = self.directory.settings.requests.days
        days = {getattr(settings, one.name) for one in fields(settings)} | {1, 2}
        mentor = self.directory.mentors.get(request.mentor)
        cadences = {"weekly": 7, "monthly": 30, "quarterly": 91}
        checks = {max(14, 2 * cadences[one]) for one in (mentor.cadence if mentor else ()) if one in cadences}
        days |= checks | {one + settings.expiry for one in checks}
        starts = {request.since, getattr(request, "last_word", None), request.asked_at} - {None}
        moments = [start + timedelta(days=one) for start in starts for one in days]
        return min([last, *(one for one in (*moments, request.due or last) if one > now)])


def _with(directory: Directory, logins: set[str], confirmed: Mapping[str, date]) -> Directory:
    mentors = {
        handle: replace(one, last_confirmed=confirmed.get(handle, one.last_confirmed))
        for handle, one in directory.mentors.items()
        if handle in logins
    }
    return replace(directory, mentors=mentors)
