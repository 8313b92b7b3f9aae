"""The coordinators' board: what needs a person today, oldest first, each with the one line that deals with it.

The public page shows kinds, counts and threads. Only the command `lodestar board` and the digest name people.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType

from generator.insight.attention import LATE_AFTER, open_requests
from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.marked import N_
from generator.model.request import RequestSummary


@dataclass(frozen=True, slots=True)
class BoardKind:
    """One reason why something needs a person. Its texts are marked for translators.

    `title` is for the public page and names nobody; `sentence` is for coordinators. `do` is what to write or run.
    """

    name: str
    title: str
    sentence: str
    do: str = ""


_KINDS = (
    BoardKind("help", N_("Someone asks for a coordinator"), N_("{mentee}’s thread: someone asks for a coordinator.")),
    BoardKind("held", N_("Waiting for a review"), N_("{mentee} has waited {span} for your review."), "/approve"),
    BoardKind(
        "application",
        N_("Applications to decide"),
        N_("{mentee} has waited {span} to hear from their program."),
        "/admit",
    ),
    BoardKind(
        "no-mentor",
        N_("In a program without a mentor"),
        N_("{mentee} is in a program and has no mentor."),
        "/reassign @login",
    ),
    BoardKind(
        "pass-on",
        N_("To pass on to a mentor without GitHub"),
        N_("{mentee} has waited {span} for {mentor}, who isn’t on GitHub. Please pass it on."),
        "/for HANDLE accept",
    ),
    BoardKind(
        "unanswered",
        N_("No answer from the mentor"),
        N_("{mentee} has waited {span} for {mentor}."),
        "/reassign @login",
    ),
    BoardKind(
        "unclaimed",
        N_("On the waiting list for long"),
        N_("{mentee} has been on the waiting list for {span}."),
        "/reassign @login",
    ),
    BoardKind(
        "undecided",
        N_("Nothing was decided"),
        N_("{mentee} and {mentor} have talked, and nothing was decided."),
        "/reassign @login",
    ),
    BoardKind(
        "unsure",
        N_("An answer is unclear"),
        N_("{mentor} or {mentee} wrote something unclear, {span} ago. Please read it."),
    ),
    BoardKind("quiet", N_("Quiet for long"), N_("{mentee} and {mentor} have been quiet for {span}.")),
    BoardKind(
        "overdue",
        N_("The bot should have acted"),
        N_("The bot should have acted on {mentee}’s request {span} ago."),
        "gh workflow run sweep.yml",
    ),
    BoardKind("unreadable", N_("The bot can’t read this"), N_("The bot can’t read this issue. Please look at it.")),
    BoardKind(
        "mentor-silent",
        N_("Mentors who let requests wait"),
        N_("{mentor} hasn’t answered {mentee}. A friendly line helps more than a reminder."),
        "/pause 30d",
    ),
    BoardKind(
        "mentor-stale",
        N_("Profiles nobody has confirmed"),
        N_("{mentor} hasn’t confirmed their profile for {span}. Only they can."),
        "/confirm",
    ),
    BoardKind(
        "mentor-to-ask",
        N_("Profiles to confirm for mentors without GitHub"),
        N_("{mentor} isn’t on GitHub and hasn’t confirmed their profile for {span}. Please ask them."),
        "/for HANDLE confirm",
    ),
    BoardKind(
        "profile",
        N_("Profiles to publish"),
        N_("A profile has waited {span} in the form. Please read it, then publish it or help with it."),
        "/publish",
    ),
    BoardKind(
        "review",
        N_("Reviews to read"),
        N_("A review has waited {span} for you to read it before its mentor does."),
        "/release",
    ),
    BoardKind("pull-request", N_("Changes to review"), N_("A pull request has waited {span} for your review.")),
)
KINDS: Mapping[str, BoardKind] = {kind.name: kind for kind in _KINDS}
"""Every kind by its name, in the order in which the page shows them."""
ABOUT_MENTORS = frozenset({"mentor-silent", "mentor-stale", "mentor-to-ask"})
"""What is about a mentor and not about a thread; the public page only counts it."""
_STATES = {"held": "held", "undecided": "undecided", "quiet": "quiet"}
_CHECKED_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One thing that needs a person.

    `why` is the name of a kind, `since` when it began and `shown` from when on it is on the board. `do` is one
    line to write in the issue, or to run. `mentor` and `mentee` are handles.
    """

    why: str
    since: datetime
    shown: datetime
    issue: int | None = None
    mentor: str = ""
    mentee: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request that is open, by its number, and since when."""

    number: int
    opened: datetime


def board_rows(
    activity: Activity,
    directory: Directory,
    statuses: Mapping[str, AvailabilityStatus],
    now: datetime,
    pulls: Iterable[PullRequest] = (),
    profiles: Mapping[int, datetime] = MappingProxyType({}),
    reviews: Mapping[int, datetime] = MappingProxyType({}),
) -> tuple[BoardRow, ...]:
    """Return what needs a person, the oldest first. `profiles` are the open issues in which someone writes a profile.

    `reviews` are those that are held.
    """
    rows = [
        *(row for request in open_requests(activity) for row in _of_request(request, directory, now)),
        *(_row("unreadable", activity.built, activity.built, number) for number in activity.unreadable),
        *_silent(activity, directory, now),
        *_stale(directory, statuses),
        *(_row("profile", opened, opened, number) for number, opened in profiles.items()),
        *(_row("review", opened, opened, number) for number, opened in reviews.items()),
        *(_row("pull-request", one.opened, one.opened, one.number) for one in pulls),
    ]
    return tuple(sorted(rows, key=lambda row: (row.since, row.issue or 0, row.mentor)))


def _row(why: str, since: datetime, shown: datetime, issue: int | None, mentor: str = "", mentee: str = "") -> BoardRow:
    return BoardRow(why, since, shown, issue, mentor, mentee, KINDS[why].do)


def _of_request(request: RequestSummary, directory: Directory, now: datetime) -> Iterator[BoardRow]:
    """Yield what one request needs: a call for help always, and beside it the one thing that its state asks for."""
    days = directory.settings.requests.days
    known = (request.number, request.mentor, request.mentee)
    for why, at in request.needs:
        if why in KINDS:
            yield _row(why, at, at, *known)
    if request.due and now - request.due > LATE_AFTER:
        yield _row("overdue", request.due, request.due + LATE_AFTER, *known)
    elif request.kind == "application" and request.state == "held":
        yield _row("application", request.since, request.since, *known)
    elif request.kind == "application" and request.state == "accepted" and not request.mentor:
        program = directory.programs.get(request.program)
        if program is not None and program.state(now.date()) == "running":
            yield _row("no-mentor", request.since, request.since, *known)
    elif request.state in _STATES:
        yield _row(_STATES[request.state], request.since, request.since, *known)
    elif request.state == "waiting" and request.mentor and not directory.login_of(request.mentor):
        yield _row("pass-on", request.since, request.since, *known)
    elif request.state == "waiting" and request.kind != "application":
        # The bot asks for who names nobody; a coordinator is needed where that leads nowhere.
        wait = timedelta(days=days.second_reminder if request.mentor else days.expiry)
        since = request.since if request.mentor else request.opened
        if now - since > wait:
            yield _row("unanswered" if request.mentor else "unclaimed", since, since + wait, *known)


def _silent(activity: Activity, directory: Directory, now: datetime) -> Iterator[BoardRow]:
    """Yield mentors whose newest request closed without an answer of theirs, for two months.

    Who has no account may never have heard of it, so that is no silence of theirs.
    """
    newest: dict[str, RequestSummary] = {}
    for request in activity.requests:
        if request.mentor and (request.mentor not in newest or request.since > newest[request.mentor].since):
            newest[request.mentor] = request
    for mentor, request in newest.items():
        if request.state == "expired" and directory.login_of(mentor) and now - request.since <= _CHECKED_FOR:
            yield _row("mentor-silent", request.since, request.since, request.number, mentor, request.mentee)


def _stale(directory: Directory, statuses: Mapping[str, AvailabilityStatus]) -> Iterator[BoardRow]:
    """Yield mentors who can't be asked because nobody confirmed their profile for long."""
    after = timedelta(days=directory.settings.freshness.stale_after_days)
    for handle, status in statuses.items():
        if status.availability == "stale" and status.confirmed:
            since = datetime.combine(status.confirmed, time(), UTC)
            why = "mentor-stale" if directory.login_of(handle) else "mentor-to-ask"
            yield _row(why, since, since + after, None, handle)
