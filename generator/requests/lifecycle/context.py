"""What the bot knows besides the thread it reads: the directory, who can be asked, and the other requests."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.model.request import Person, RequestSummary
from generator.model.request_state import ACTIVE_STATES
from generator.requests.forms.form import Forms
from generator.requests.forms.reader import Reading, read_form
from generator.requests.lifecycle.bot_memory import NO_ACCOUNT
from generator.requests.lifecycle.memory_seal import UNSEALED, MemorySeal
from generator.requests.lifecycle.silence import Silences

_ANSWERED = frozenset(
    {"question", "talking", "undecided", "waitlisted", "declined", "completed", "ended", *ACTIVE_STATES}
)

NOTHING_REMEMBERED: Mapping[str, int] = MappingProxyType({})


class NeedsOtherThreads(Exception):
    """Something about other requests was asked for that has not been read; `everyone` means more than this mentee's own."""

    def __init__(self, everyone: bool) -> None:
        super().__init__()
        self.everyone = everyone


class Unread(Mapping[Any, Any], Sequence[Any]):
    """Stands for what has not been read, so that a run only reads what it turns out to need."""

    def __init__(self, everyone: bool) -> None:
        self._everyone = everyone

    def _raise(self, *_asked: object) -> Any:
        raise NeedsOtherThreads(self._everyone)

    __getitem__ = __iter__ = __len__ = __contains__ = __bool__ = get = pauses = paused_days = _raise


@dataclass(frozen=True, slots=True)
class RequestContext:
    """Standings are by handle, as of `now`; `others` are all requests known, this one included or not.

    `ids` are numbers behind handles that were looked up on the forge now. `mentee_requests` are
    those of this request's mentee alone, where they are known and all others are not; None where all are known. `unanswered` are the newest
    other requests that this one's mentor left unanswered, `created` is when the mentee's account was made, where
    that was looked up now.
    `taken` are handles whose logins belong to other accounts now than to those that are known; nobody calls them.
    `changed` are the days on which mentors last changed their own profiles, where that was looked up now.
    `rivals` are later requests of this mentee that are being sent at this moment by other runs.
    `newest_availability_issue` is its number where it is known, and not the one in the settings any more.
    `offering` means that requests on the waiting list may be offered to mentors in this run.
    `seal` is what the bot's memory is signed with. `readings` remembers what was read already.
    """

    directory: Directory
    statuses: Mapping[str, AvailabilityStatus]
    forms: Forms
    now: datetime
    other_requests: Sequence[RequestSummary] = ()
    ids: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    mentee_requests: Sequence[RequestSummary] | None = None
    unanswered: "Silences | Unread" = Silences()
    language_name: Callable[[str], str] = str
    reassigned_logins: frozenset[str] = frozenset()
    seal: MemorySeal = UNSEALED
    created: datetime | None = None
    rivals: tuple[RequestSummary, ...] = ()
    changed: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    offering: bool = False
    newest_availability_issue: int | None = None
    readings: dict[str, Reading | None] = field(default_factory=dict, compare=False, repr=False)

    def reading(self, body: str) -> Reading | None:
        """Return what an issue's text says as a form, or None; each text is read once."""
        if body not in self.readings:
            self.readings[body] = read_form(body, self.forms)
        return self.readings[body]

    def took_part(self, mentee: Person, besides: int) -> bool:
        """Whether a mentor has answered another request of a mentee."""
        return any(one.state in _ANSWERED for one in self.of_mentee(mentee, besides))

    @property
    def availability_issue(self) -> int | None:
        """The number of the issue in which mentors say how much they can take."""
        return self.newest_availability_issue or self.directory.settings.requests.availability_desk

    @property
    def today(self) -> date:
        """The day it is, in UTC."""
        return self.now.date()

    def mentor(self, handle: str) -> Mentor | None:
        """Return someone who is listed as a mentor, or None."""
        mentor = self.directory.mentors.get(handle)
        return mentor if mentor and mentor.offer_to_mentor else None

    def name(self, handle: str) -> str:
        """Return what a mentor is called, or their handle where they are no longer listed."""
        mentor = self.directory.mentors.get(handle)
        return mentor.name if mentor else handle

    def name_of_account(self, login: str) -> str:
        """Return what the owner of an account is called: by their own profile, or else by the login.

        A mentor without an account has no login; an account that is called like their handle is someone else's.
        """
        mentor = self.directory.mentors.get(login.lower())
        return mentor.name if mentor and mentor.github else login

    def has_account(self, handle: str, remembered: Mapping[str, int] = NOTHING_REMEMBERED) -> bool:
        """Whether the owner of a handle has a GitHub account, so that they can be mentioned and write themselves.

        A mentor who has left the directory since, or whose file cannot be read now, is known from the bot's memory.
        """
        mentor = self.directory.mentors.get(handle)
        return mentor.github is not None if mentor else remembered.get(handle) != NO_ACCOUNT

    def is_one(self, person: Person, handle: str, remembered: Mapping[str, int]) -> bool:
        """Whether a person is who a handle means.

        The number decides wherever it is known: written in the settings, or remembered from when the
        mentor was notified. Only where nobody knows it does the login count. Nobody is a mentor without an account.
        """
        if not self.has_account(handle, remembered):
            return False
        known = self.directory.settings.github_ids.get(handle), remembered.get(handle), self.ids.get(handle)
        number = next((one for one in known if one and one != NO_ACCOUNT), None)
        return person.id == number if number else person.handle == handle

    def is_coordinator(self, person: Person, program: str = "") -> bool:
        """Whether a person looks after requests here, or after this program."""
        handles = set(self.directory.settings.coordinators)
        if program in self.directory.programs:
            handles.update(self.directory.programs[program].coordinators)
        return any(self.is_one(person, handle, {}) for handle in handles)

    def mentor_handle_of(self, person: Person, remembered: Mapping[str, int] | None = None) -> str:
        """Return the handle under which a person is listed as a mentor, or nothing."""
        known = {**(remembered or {}), **self.directory.settings.github_ids}
        for handle in (person.handle, *(handle for handle, number in known.items() if number == person.id)):
            if self.mentor(handle) and self.is_one(person, handle, remembered or {}):
                return handle
        return ""

    def of_mentee(self, mentee: Person, besides: int) -> tuple[RequestSummary, ...]:
        """Return all requests of a mentee other than one, ended ones too."""
        known = self.other_requests if self.mentee_requests is None else self.mentee_requests
        rivals = (one for one in self.rivals if one.is_by(mentee))
        return (*(one for one in known if one.is_by(mentee) and one.number != besides), *rivals)

    def opened_on_behalf(self, person: Person, besides: int) -> tuple[RequestSummary, ...]:
        """Return all requests that someone opened on behalf of others, other than one."""
        known = self.other_requests if self.mentee_requests is None else self.mentee_requests
        return tuple(one for one in known if one.on_behalf and one.is_opened_by(person) and one.number != besides)

    def open_between(self, mentee: Person, mentor: str, besides: int) -> RequestSummary | None:
        """Return an open request of a mentee to a mentor other than one, or None."""
        return next((one for one in self.open_of_mentee(mentee, besides) if one.mentor == mentor), None)

    def counted_of_mentee(self, mentee: Person, besides: int) -> tuple[RequestSummary, ...]:
        """Return the open requests of a mentee other than one that count against the limits."""
        return tuple(one for one in self.open_of_mentee(mentee, besides) if one.counted)

    def open_of_mentee(self, mentee: Person, besides: int) -> tuple[RequestSummary, ...]:
        """Return the open requests of a mentee other than one."""
        return tuple(
            one
            for one in self.of_mentee(mentee, besides)
            if one.open and one.state != "incomplete" and one.kind != "self-test"
        )
