"""One availability issue after the other: before one grows too long for its forge, the next goes on from it.

The first is named in the settings. Each later one was opened by the bot, and begins with the numbers of all before
it. Whatever was said in an earlier one moves on to the newest, as often as it takes, so a run may end anywhere.
"""

import re
from dataclasses import replace

from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.availability_issue import AvailabilityIssue, availability_issue_of, noted_in
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.event import GOES_ON
from generator.requests.lifecycle.memory_seal import UNSEALED, MemorySeal
from generator.requests.lifecycle.statements import in_force
from generator.requests.lifecycle.thread import BOT, Thread
from generator.text.catalogue import _

MOST_COMMENTS = 1_900
"""From how many comments on the next one is opened; GitHub takes 2,500 in one issue."""
_AFTER = re.compile(rf"{GOES_ON}([0-9]+(?:,[0-9]+)*)(?: sign ([0-9a-f]{{64}}))? -->")


class AvailabilityChain:
    """The availability issues of a community that were read, and what each must know of the others."""

    def __init__(self, first: int | None, seal: MemorySeal = UNSEALED) -> None:
        """Start without any; `first` is the number in the settings."""
        self._first, self._seal = first, seal
        self._issues: dict[int, AvailabilityIssue] = {}

    def holds(self, thread: Thread) -> bool:
        """Whether a thread is one of them."""
        return self._first is not None and (
            thread.number == self._first or self._first in issues_before(thread, self._seal)
        )

    @property
    def newest(self) -> int | None:
        """The number of the one in which people should write, or None where none was read."""
        return max(self._issues, default=None)

    @property
    def statements(self) -> tuple[Event, ...]:
        """What is in force of all that was said in them."""
        return tuple(in_force(event for one in self._issues.values() for event in one.statements).values())

    def read(self, thread: Thread, context: RequestContext) -> AvailabilityIssue:
        """Read one of them, with what moves on to it, and where it goes on itself."""
        before = [one for number, one in sorted(self._issues.items()) if number < thread.number]
        issue = availability_issue_of(thread, context, before)
        newest = self._issues.get(self.newest or 0)
        if newest is None or newest.number <= thread.number:
            return issue
        return replace(issue, goes_on_in=newest.number, has_moved=noted_in(newest, issue))

    def put(self, issue: AvailabilityIssue) -> None:
        """Let what was said in one of them count."""
        self._issues[issue.number] = issue


def issues_before(thread: Thread, seal: MemorySeal = UNSEALED) -> tuple[int, ...]:
    """Return the numbers of the availability issues that one goes on from; none for any other thread."""
    found = _AFTER.match(thread.body) if thread.by_bot and thread.author.login == BOT else None
    if found is None or not seal.believes(_signed(found[1]), found[2] or "", thread.opened):
        return ()
    return tuple(map(int, found[1].split(",")))


def next_issue(thread: Thread, seal: MemorySeal = UNSEALED) -> Action:
    """Return what opens the issue that goes on from a thread."""
    numbers = ",".join(map(str, (*issues_before(thread, seal), thread.number)))
    signature = seal.sign(_signed(numbers))
    mark = f"{GOES_ON}{numbers}{f' sign {signature}' if signature else ''} -->"
    parts = [
        _("This goes on from #{number}, which has become very long. What mentors said there still counts.", number=thread.number),
        _("Coordinators, please pin this issue instead of #{number}.", number=thread.number),
    ]  # fmt: skip
    body = "\n\n".join([f"{mark}\n{parts[0]}", *parts[1:]])
    title = thread.title or _("Availability of mentors")
    return Action("open-issue", thread.number, title=title, body=body, labels=tuple(sorted(thread.labels)))


def _signed(numbers: str) -> str:
    return f"availability after {numbers}"
