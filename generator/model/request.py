"""A request for a mentor: what was asked, by whom, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime

from generator.model.learner import Want
from generator.model.mentorship import Progress
from generator.model.request_state import ENDINGS, IDLE_STATES


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on the forge. A login can be renamed and taken by someone else; the id cannot.

    `on_behalf` is the first name of someone without an account, for whom this account asks: another person.
    """

    id: int
    login: str
    on_behalf: str = ""

    @property
    def handle(self) -> str:
        """The one spelling for comparisons: logins ignore case."""
        return self.login.lower()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request's form says, in the ids of the vocabularies; empty or None where left open.

    `mentor` is a handle, or empty for an open request. `on_behalf` is the first name of someone without an account; it
    counts only from a coordinator. `skills` and `topics` are known ids, `unknown`
    the words that no vocabulary has, `roadmap` the id of the one that they want to follow. `goals` is the one free text, as it was written; `answers` are those to a program's
    own questions. Both stay in the form, and nothing remembers them.
    """

    kind: str
    mentor: str = ""
    skills: tuple[Want, ...] = ()
    topics: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    format: str | None = None
    commitment: str | None = None
    relationship: str | None = None
    languages: tuple[str, ...] = ()
    timezone: str | None = None
    program: str = ""
    adult: bool = False
    goals: str = ""
    on_behalf: str = ""
    answers: str = ""
    roadmap: str = ""


@dataclass(frozen=True, slots=True)
class RequestSummary:
    """One request as its thread tells it at a moment. Times are in UTC.

    `mentor` is the handle of whoever is asked now, or empty. `opened` is when it was sent, `since` when
    the present state began, `due` when that state ends by itself, or None. `sent_at` is when its form counted
    as sent, `announced` when the first comment about that was posted, `asked` who was asked and when, and
    `coordinator_called` when a coordinator was last mentioned in it, `goals_hash` its words, and `on_behalf` for whom a coordinator opened it; who only
    reads `activity.json` knows none of these. `needs` says what waits for a coordinator beside the state, and since when.
    `skills` and `topics` are the ids of what is wanted, the important ones first; nothing that anyone wrote freely.
    `proposed` means that the mentee has yet to answer whether a proposed mentor is right.
    `offered` means that the bot chose who is asked now, and `matched_at` is when a mentor first said yes.
    `cause` is why it expired, and empty for every other state.
    """

    number: int
    kind: str
    state: str
    mentor: str
    mentee: str
    opened: datetime
    since: datetime
    due: datetime | None = None
    program: str = ""
    mentee_id: int = 0
    sent_at: datetime | None = None
    announced: datetime | None = None
    asked: tuple[tuple[str, datetime], ...] = ()
    coordinator_called: datetime | None = None
    goals_hash: str = ""
    on_behalf: str = ""
    needs: tuple[tuple[str, datetime], ...] = ()
    skills: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    offered: bool = False
    matched_at: datetime | None = None
    progress: Progress | None = None
    proposed: bool = False
    cause: str = ""

    @property
    def listed(self) -> bool:
        """It waits for any mentor who fits and has a free spot."""
        return self.state == "waiting" and not self.mentor

    @property
    def wants(self) -> frozenset[str]:
        """The ids of what is wanted."""
        return frozenset({*self.skills, *self.topics})

    @property
    def open(self) -> bool:
        """The request has not ended."""
        return self.state not in ENDINGS

    @property
    def counted(self) -> bool:
        """It is open, and counts against the limits."""
        return self.state not in ENDINGS and self.state not in IDLE_STATES

    def is_by(self, person: Person) -> bool:
        """Whether it is a person's own. A new login makes nobody someone else, a name on whose behalf one asks does."""
        if self.on_behalf.casefold() != person.on_behalf.casefold():
            return False
        return self.is_opened_by(person)

    def is_opened_by(self, person: Person) -> bool:
        """Whether it was opened with a person's account, for themselves or on behalf of someone else."""
        return self.mentee_id == person.id if self.mentee_id else self.mentee == person.handle
