"""How far a request has come: the value that events change one after the other."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from generator.model.mentorship import Mentorship, Progress
from generator.model.request import Asked, Person, RequestSummary
from generator.model.request_kind import KIND
from generator.model.request_state import ACTIVE_STATES, PENDING_STATES
from generator.requests.lifecycle.bot_memory import BotMemory, Event

FIRST_NOTICES = ("told:1", "held:form", "begin")
"""What is posted when a request is sent; one of them always is."""
_WITH_PROGRESS = ACTIVE_STATES | {"completed", "ended"}
_DELIVERED = frozenset({"told", "remind-1", "remind-2"})
"""The notices that also go over a mentor's other channels."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that a comment still needs from the bot: why something did not work, and what does.

    `stranger` says that it is for someone who takes no part in the request.
    """

    event_id: str
    text: str
    stranger: bool = False

    @property
    def key(self) -> str:
        """Under which it is posted once."""
        return f"{'stranger' if self.stranger else 'answer'}:{self.event_id}"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What someone may have meant by a comment, as a command and its words; they are asked once, in the thread."""

    event: Event
    command: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was done because of someone's plain words, and the request before it, to which `undo` goes back."""

    event: Event
    before: "RequestState"


@dataclass(frozen=True, slots=True)
class RequestState:
    """A request's state at a moment, and what its thread adds up to. Times are in UTC.

    `mark` names what led to the state: a command's mark, "form", or "time". `round` counts the mentors
    who were asked; `tried` are their handles, `calls` their rounds, handles and times, `asked_at` is when the present one was. `cause` says why an
    ending came, in one of the words of `notices`. `until` is a break's last day. `last_word` is when either side last wrote. `missing` are
    the sentences that tell an incomplete request's author what to do; `tips` are shown beside the state.
    `turn` says who is next in a conversation. `questions` counts how often people were asked in this state, `undecided_in` is the last round in which nobody decided,
    the last time at `asked_on`. `resumes` is what a quiet request goes back to: a state and the id of what led to it.
    `heard` says when each mentor last wrote, `mentee_wrote` when the mentee did, `overdue` that the mentor has not answered even the second reminder.
    `help_wanted` is a call for a coordinator that none of them has answered, `doubt` is what the bot may have understood and asks about, `understood` what it did because of plain words.
    `effective` are all events that counted, `statements` those in which mentors speak about their availability,
    `replies` what needs an answer. `spoke` says when which mentor
    acted, `silent` which mentor let a request expire and when. `mute` means that the conversation is locked.
    `same` are the person's earlier requests with the same words. `offered` means that the bot chose the mentor who is
    asked, `listed_at` since when the request is on the waiting list, `let_pass` which mentors left an offer unanswered
    and when it went on, `matched_at` when a mentor first said yes.
    `admitted` means that an application has a spot in its program, whatever a mentor says.
    `mentorship` is what the two agreed on and set out to do.
    `proposed` is the mentor whom coordinators propose for an application, until the mentee has answered.
    `sender` opened the issue: the mentee, or the mentor of an offer.
    """

    number: int
    mentee: Person
    kind: str
    state: str
    opened: datetime
    since: datetime
    event_id: str
    memory: BotMemory
    asked: Asked | None = None
    sent_at: datetime | None = None
    goals_hash: str = ""
    held: bool = False
    sender: Person | None = None
    mentor: str = ""
    round: int = 0
    tried: tuple[str, ...] = ()
    calls: tuple[tuple[int, str, datetime], ...] = ()
    cause: str = ""
    due: datetime | None = None
    until: date | None = None
    last_word: datetime | None = None
    trial_asked: bool = False
    missing: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    effective: tuple[Event, ...] = ()
    replies: tuple[Reply, ...] = ()
    statements: tuple[Event, ...] = ()
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    spoke: tuple[tuple[str, datetime], ...] = ()
    silent: tuple[tuple[str, datetime], ...] = ()
    turn: str = ""
    questions: int = 0
    asked_on: datetime | None = None
    resumes: tuple[str, str] = ("", "")
    spot_free: bool = False
    offered: bool = False
    listed_at: datetime | None = None
    let_pass: tuple[tuple[str, datetime], ...] = ()
    matched_at: datetime | None = None
    heard: tuple[tuple[str, datetime], ...] = ()
    mentee_wrote: datetime | None = None
    overdue: bool = False
    doubt: Doubt | None = None
    doubted: tuple[str, ...] = ()
    understood: "Understanding | None" = None
    undecided_in: int = 0
    help_wanted: Event | None = None
    mute: bool = False
    same: tuple[int, ...] = ()
    admitted: bool = False
    mentorship: Mentorship = Mentorship()
    proposed: str = ""

    @property
    def one_off(self) -> bool:
        """One answer or one talk is all that was asked for."""
        return KIND[self.kind].one_off

    @property
    def counts(self) -> bool:
        """Others need to know of it: it was sent, or removed."""
        return self.sent_at is not None or self.state == "removed"

    @property
    def both_wrote(self) -> bool:
        """Mentor and mentee have both written since the present state began."""
        mentor = dict(self.heard).get(self.mentor)
        return bool(mentor and self.mentee_wrote and min(mentor, self.mentee_wrote) > self.since)

    @property
    def takes_spot(self) -> bool:
        """It takes one of the mentor's spots now."""
        return self.state in ACTIVE_STATES and KIND[self.kind].takes_spot and not self.spot_free

    @property
    def listed(self) -> bool:
        """It waits for any mentor who fits and has a free spot."""
        return self.state == "waiting" and not self.mentor and self.asked is not None

    @property
    def mentors(self) -> frozenset[str]:
        """The handles of everyone who was asked in it."""
        return frozenset({self.mentor, *self.tried} - {""})

    def summary(self) -> RequestSummary:
        """Return what others may know of it."""
        asked = self.asked or Asked(self.kind)
        return RequestSummary(
            number=self.number,
            kind=self.kind,
            state=self.state,
            mentor=self.mentor,
            mentee=self.mentee.handle,
            opened=self.sent_at or self.opened,
            since=self.since,
            due=self.due,
            program=asked.program,
            mentee_id=self.mentee.id,
            sent_at=self.sent_at,
            announced=self.announced,
            asked=tuple((mentor, self._posted(f"told:{number}") or at) for number, mentor, at in self.calls),
            coordinator_called=self.coordinator_called,
            goals_hash=self.goals_hash,
            on_behalf=self.mentee.on_behalf,
            needs=self._needs,
            skills=tuple(want.skill for want in sorted(asked.skills, key=lambda want: want.importance != "must")),
            topics=asked.topics,
            offered=self.offered and self.state in PENDING_STATES,
            matched_at=self.matched_at,
            progress=self._progress,
            proposed=bool(self.proposed),
            cause=self.cause if self.state == "expired" else "",
        )

    @property
    def _progress(self) -> Progress | None:
        """How far a mentorship has come, in numbers and ids; None before a yes, and where one answer is all."""
        if self.matched_at is None or not self.mentor or self.one_off or self.state not in _WITH_PROGRESS:
            return None
        work = self.mentorship
        return Progress(
            goals=tuple((one.number, one.done is not None, one.due) for one in work.current),
            roadmap=work.roadmap,
            steps=tuple(sorted(work.steps)),
            frequency=work.agreement.frequency,
            channel=work.agreement.channel,
            until=work.agreement.until,
            began=self.matched_at.date(),
        )

    @property
    def _needs(self) -> tuple[tuple[str, datetime], ...]:
        """What waits for a coordinator beside the state: a call that none of them answered, a reply nobody understood."""
        calls = {"help": self.help_wanted, "unsure": self.doubt and self.doubt.event}
        return tuple((why, event.at) for why, event in calls.items() if event)

    @property
    def announced(self) -> datetime | None:
        """When the first comment about its sending was posted; before that, nobody has been notified."""
        return next(filter(None, map(self._posted, FIRST_NOTICES)), None)

    @property
    def coordinator_called(self) -> datetime | None:
        """When a coordinator was last mentioned in it."""
        own = {*self.mentors, self.mentee.handle}
        return max(
            (
                sent.at
                for key, sent in self.memory.notices.items()
                if sent.mentions and (key.startswith(("held:", "remind-2:")) or not own.issuperset(sent.mentions))
            ),
            default=None,
        )

    @property
    def deliveries(self) -> int:
        """How often a mentor was notified over other channels, or would have been if they had any."""
        rounds = {str(number) for number, _mentor, _at in self.calls}
        kinds = (key.split(":")[:2] for key in self.memory.notices)
        return sum(len(one) == 2 and one[0] in _DELIVERED and one[1] in rounds for one in kinds)

    def _posted(self, key: str) -> datetime | None:
        sent = self.memory.notices.get(key)
        return sent.at if sent else None


def moved(request: RequestState, state: str, at: datetime, event_id: str, **changes: Any) -> RequestState:
    """Return the course in another state from a time on; what belonged to the old state is forgotten."""
    return replace(
        request,
        **{
            "state": state,
            "since": at,
            "event_id": event_id,
            "cause": "",
            "until": None,
            "trial_asked": False,
            "turn": "",
            "questions": 0,
            "asked_on": None,
            "resumes": ("", ""),
            "spot_free": False,
            "doubt": None,
            "proposed": "",
            **changes,
        },
    )


def wants_of(asked: Asked | None) -> frozenset[str]:
    """Return the ids of what someone wants help with."""
    return frozenset({*(want.skill for want in asked.skills), *asked.topics}) if asked else frozenset()


def asking(
    request: RequestState, mentor: str, at: datetime, event_id: str, offered: bool = False, cause: str = ""
) -> RequestState:
    """Return the course waiting for a mentor who has not been asked before in it, or on the waiting list when empty."""
    tried = (*request.tried, mentor) if mentor else request.tried
    number = request.round + 1
    return moved(
        request,
        "waiting",
        at,
        event_id,
        mentor=mentor,
        round=number,
        tried=tried,
        calls=(*request.calls, (number, mentor, at)) if mentor else request.calls,
        asked_at=at,
        answered_at=None,
        offered=offered,
        cause=cause,
        listed_at=request.listed_at if mentor else request.listed_at or at,
    )
