"""The states of a request: one row for each, with what it means to the code and what it is called to people.

The bot, its labels, the reference page and the site read these rows; none keeps a table of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.marked import N_

UNSENT, PENDING, RUNNING, ENDED = "unsent", "pending", "running", "ended"
"""The phases: not sent yet; someone still has to say yes or no; a mentor said yes; nothing more happens by itself."""
GREY, BLUE, AMBER, GREEN, LILAC = "e4e6e8", "cfe3f5", "f7e3b1", "c5e8cd", "e4d8f2"
_CLOSES = N_("closes on {day}")


@dataclass(frozen=True, slots=True)
class Wait:
    """How a wait ends by itself: after so many times the days of this name in the settings, as expired for this cause."""

    days: str
    cause: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class State:
    """One state of a request. Its sentences are marked for translators.

    `title` is what the bot calls it, `phrase` follows "this request is". `color` and `label` are those of its
    label, `meaning` explains it on the reference page, where `waits_for` says whom it waits for. The site lists
    open requests under `heading`, with an `explanation`; `due` says what happens on the day when it ends by
    itself, `ended_on` when it ended. One that is `idle` counts against nobody's limits. `wait` is there where time alone decides how it ends, `reminders` names
    the days in the settings after which people are reminded. `silence_closes_it` means that without an answer
    the request closes, not only the state.
    """

    name: str
    phase: str
    color: str
    title: str
    phrase: str
    label: str
    meaning: str
    waits_for: str = ""
    heading: str = ""
    explanation: str = ""
    due: str = ""
    ended_on: str = ""
    wait: Wait | None = None
    reminders: tuple[str, ...] = ()
    silence_closes_it: bool = False
    idle: bool = False


_ROWS = (
    State(
        "incomplete",
        UNSENT,
        color=AMBER,
        title=N_("Not sent yet"),
        phrase=N_("incomplete"),
        label=N_("Not sent yet: something is missing in the form"),
        meaning=N_("The form isn’t complete, or the request can’t be sent yet. Nobody else has been notified."),
        waits_for=N_("We’re waiting for the mentee."),
        heading=N_("Something is missing"),
        explanation=N_("The form isn’t complete yet. A comment on the request says what’s missing."),
        due=_CLOSES,
        wait=Wait("expiry", "incomplete"),
        reminders=("second_reminder",),
        silence_closes_it=True,
    ),
    State(
        "held",
        PENDING,
        color=LILAC,
        title=N_("Waiting for a coordinator's review"),
        phrase=N_("waiting for a coordinator’s review"),
        label=N_("Waiting for a coordinator's review"),
        meaning=N_(
            "A coordinator must approve this application first. The next request of someone whose last one was removed is also reviewed."
        ),
        waits_for=N_("We’re waiting for a coordinator."),
        heading=N_("In review"),
        explanation=N_("A coordinator reads these before a mentor is asked."),
        due=_CLOSES,
        wait=Wait("expiry", "held", times=2),
        reminders=("second_reminder",),
        silence_closes_it=True,
    ),
    State(
        "waiting",
        PENDING,
        color=BLUE,
        title=N_("Waiting for the mentor's answer"),
        phrase=N_("waiting for an answer"),
        label=N_("Waiting for the mentor's answer"),
        meaning=N_("The mentor has been notified. A request without a mentor is open to every mentor."),
        waits_for=N_("We’re waiting for the mentor."),
        heading=N_("Waiting for the mentor"),
        due=_CLOSES,
        wait=Wait("expiry", "silence"),
        reminders=("first_reminder", "second_reminder"),
        silence_closes_it=True,
    ),
    State(
        "question",
        PENDING,
        color=AMBER,
        title=N_("The mentor has a question"),
        phrase=N_("waiting for the mentee's answer to a question"),
        label=N_("Waiting for the mentee's answer to a question"),
        meaning=N_("The mentee’s next comment is the answer. Then it’s the mentor’s turn again."),
        waits_for=N_("We’re waiting for the mentee."),
        heading=N_("The mentor asked a question"),
        explanation=N_("We’re waiting for the mentee’s reply."),
        due=N_("others suggested on {day}"),
        reminders=("first_reminder", "second_reminder"),
    ),
    State(
        "talking",
        PENDING,
        color=BLUE,
        title=N_("In conversation"),
        phrase=N_("in conversation"),
        label=N_("The mentor has answered; yes or no is still open"),
        meaning=N_("The mentor has written something, but hasn’t said yes or no yet."),
        waits_for=N_("We’re waiting for whoever’s turn it is."),
        heading=N_("In conversation"),
        explanation=N_("The mentor has answered. Yes or no is still open."),
        due=N_("the bot asks on {day}"),
    ),
    State(
        "waitlisted",
        PENDING,
        color=BLUE,
        title=N_("On the waitlist"),
        phrase=N_("on the waitlist"),
        label=N_("On the mentor's waitlist"),
        meaning=N_("The mentor would like to say yes, but has no free spot yet."),
        waits_for=N_("We’re waiting until the mentor has a free spot."),
        heading=N_("On a waitlist"),
        explanation=N_("The mentor would like to say yes, but has no free spot right now."),
        due=N_("the bot asks on {day}"),
    ),
    State(
        "undecided",
        PENDING,
        color=GREY,
        title=N_("Not decided"),
        phrase=N_("not decided"),
        label=N_("Asked twice, and nothing was decided; a reply brings it back"),
        meaning=N_(
            "The bot asked twice, and nobody decided. It suggested other mentors. The request counts against no limit, and a reply from either brings it back."
        ),
        waits_for=N_("Nobody needs to do anything. A reply from either brings it back."),
        heading=N_("Not decided"),
        explanation=N_("Mentor and mentee have talked, but nothing was decided. A reply from either brings it back."),
        idle=True,
    ),
    State(
        "accepted",
        RUNNING,
        color=GREEN,
        title=N_("Accepted"),
        phrase=N_("accepted"),
        label=N_("The mentor said yes; next, both get in touch"),
        meaning=N_("The mentor said yes. The first conversation comes next."),
        waits_for=N_("We’re waiting for both."),
        heading=N_("Accepted"),
        explanation=N_("The mentor said yes. The first conversation comes next."),
        due=N_("first conversation by {day}"),
    ),
    State(
        "trial",
        RUNNING,
        color=GREEN,
        title=N_("Trial period"),
        phrase=N_("in its trial"),
        label=N_("Mentor and mentee are trying it out"),
        meaning=N_("Both try it for a while, then decide whether to continue."),
        waits_for=N_("After the trial, we ask both."),
        heading=N_("On trial"),
        explanation=N_("Both try it for a while, then decide whether to continue."),
        due=N_("trial until {day}"),
    ),
    State(
        "active",
        RUNNING,
        color=GREEN,
        title=N_("Running"),
        phrase=N_("running"),
        label=N_("Mentor and mentee are working together"),
        meaning=N_("They meet as they agreed. An occasional comment shows that it’s still running."),
        waits_for=N_("Nobody needs to do anything. After a long silence, we ask both."),
        heading=N_("Running"),
        explanation=N_("Active mentorships. After a long silence, the bot checks in with both."),
    ),
    State(
        "on-break",
        RUNNING,
        color=LILAC,
        title=N_("On a break"),
        phrase=N_("on a break"),
        label=N_("On a break that both agreed on"),
        meaning=N_("Both are taking a break until the day they agreed on."),
        waits_for=N_("Nobody needs to do anything."),
        heading=N_("On a break"),
        explanation=N_("Both are taking a break and will continue later."),
        due=N_("continues on {day}"),
    ),
    State(
        "quiet",
        RUNNING,
        color=GREY,
        title=N_("Quiet"),
        phrase=N_("quiet"),
        label=N_("Nothing heard from the pair for long; a reply brings it back"),
        meaning=N_(
            "The bot asked, and nobody answered. The mentor’s spot is given back after a while. Any reply brings it back, and only people end it."
        ),
        waits_for=N_("Nobody needs to do anything. A reply from either brings it back."),
        heading=N_("Quiet"),
        explanation=N_("Nothing was heard from these mentorships for a long time. A reply brings them back."),
        due=N_("spot given back on {day}"),
        idle=True,
    ),
    State(
        "completed",
        ENDED,
        color=GREY,
        title=N_("Completed"),
        phrase=N_("completed"),
        label=N_("The goal is reached, or the question is answered"),
        meaning=N_("The goal is reached, or the question is answered."),
        ended_on=N_("completed on {day}"),
    ),
    State(
        "ended",
        ENDED,
        color=GREY,
        title=N_("Ended"),
        phrase=N_("ended"),
        label=N_("It stopped before the goal was reached"),
        meaning=N_("It stopped before the goal was reached. Nobody has to give a reason."),
        ended_on=N_("ended on {day}"),
    ),
    State(
        "declined",
        ENDED,
        color=GREY,
        title=N_("Declined"),
        phrase=N_("declined"),
        label=N_("The mentor said no; other mentors were suggested"),
        meaning=N_("The mentor said no. The bot suggested mentors with a free spot."),
        ended_on=N_("declined on {day}"),
    ),
    State(
        "expired",
        ENDED,
        color=GREY,
        title=N_("Closed without an answer"),
        phrase=N_("expired"),
        label=N_("Nobody said yes in time; other mentors were suggested"),
        meaning=N_("Nobody said yes in time. The bot suggested mentors with a free spot."),
        ended_on=N_("closed without an answer on {day}"),
    ),
    State(
        "withdrawn",
        ENDED,
        color=GREY,
        title=N_("Withdrawn"),
        phrase=N_("withdrawn"),
        label=N_("The mentee withdrew it"),
        meaning=N_("The mentee withdrew the request."),
        ended_on=N_("withdrawn on {day}"),
    ),
    State(
        "removed",
        ENDED,
        color=GREY,
        title=N_("Removed"),
        phrase=N_("removed"),
        label=N_("A coordinator removed it"),
        meaning=N_("This was never a real request. It’s closed and locked."),
    ),
)
STATE: Mapping[str, State] = MappingProxyType({row.name: row for row in _ROWS})
"""Every state by its name, in the order in which a request may come through them."""
STATES = tuple(STATE)
PENDING_STATES = frozenset(row.name for row in _ROWS if row.phase == PENDING)
ACTIVE_STATES = frozenset(row.name for row in _ROWS if row.phase == RUNNING)
"""The mentor said yes; a mentorship takes one of their spots."""
IDLE_STATES = frozenset(row.name for row in _ROWS if row.idle)
"""Only people end these, and until a word brings them back they count against nobody's limits."""
ENDINGS = frozenset(row.name for row in _ROWS if row.phase == ENDED)
"""Nothing more will happen by itself."""
WITHOUT_MENTOR = frozenset({"nobody", "untaken", "waitlist"})
"""Causes of `expired` where no mentor was found, though some may have answered: no silence of anyone."""
