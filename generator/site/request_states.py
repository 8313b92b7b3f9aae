"""What the pages call each kind and state of a request, what it means, and what comes next."""

from datetime import datetime

from generator.model.directory import Days
from generator.model.request import RequestSummary
from generator.model.request_kind import KIND
from generator.model.request_state import STATE, WITHOUT_MENTOR
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day

_UNCLAIMED = (
    N_("Looking for a mentor"),
    N_("These requests are open to every mentor. Can you help? Open one and say so."),
)
_APPLYING = (N_("Applying to a program"), N_("The program’s coordinators decide."))
GROUPS = {
    "incomplete": (STATE["incomplete"].heading, STATE["incomplete"].explanation),
    "held": (STATE["held"].heading, STATE["held"].explanation),
    "unclaimed": _UNCLAIMED,
    **{
        name: (STATE[name].heading, STATE[name].explanation)
        for name in ("waiting", "question", "talking", "waitlisted", "undecided")
    },
    "applying": _APPLYING,
    **{
        name: (STATE[name].heading, STATE[name].explanation)
        for name in ("accepted", "trial", "active", "on-break", "quiet")
    },
}
"""What open requests are called and what that means, by what they wait for, in the order of a request's life."""
_OVERDUE = N_("was due on {day}")


def group_of(request: RequestSummary) -> str:
    """Return which of `GROUPS` an open request belongs to: its state, divided by whom it waits for."""
    if request.state != "waiting":
        return request.state
    return "applying" if request.kind == "application" else "waiting" if request.mentor else "unclaimed"


def group_title(group: str) -> str:
    """Return what a group is called."""
    return _(GROUPS[group][0])


def explanation(group: str, days: Days) -> str:
    """Say in a sentence or two what a group waits for."""
    if group != "waiting":
        return _(GROUPS[group][1])
    reminders = _(
        "The mentor has been notified. We send reminders after {first} and {second} days.",
        first=days.first_reminder,
        second=days.second_reminder,
    )
    end = ngettext(
        "After {count} day without an answer, the request closes and we suggest other mentors.",
        "After {count} days without an answer, the request closes and we suggest other mentors.",
        days.expiry,
    )
    return f"{reminders} {end}"


def next_step(request: RequestSummary, now: datetime) -> str:
    """Say what happens next without anyone's doing, and when: "closes on 3 December 2026"; empty where nothing does."""
    if not request.due:
        return ""
    sentence = STATE[request.state].due if request.due > now else _OVERDUE
    return _(sentence, day=day(request.due)) if sentence else ""


def ending(request: RequestSummary) -> str:
    """Say how and when a request ended: "closed without an answer on 5 December 2026"."""
    if request.state == "expired" and request.cause in WITHOUT_MENTOR:
        return _("closed without a mentor on {day}", day=day(request.since))
    return _(STATE[request.state].ended_on, day=day(request.since))


def request_title(request: RequestSummary) -> str:
    """Name a request without naming anyone: "Mentorship #12"."""
    return f"{_(KIND[request.kind].title)} #{request.number}"


def state_line(request: RequestSummary) -> str:
    """Name the kind and state of a request: "Mentorship: Waiting for the mentor"."""
    return _("{kind}: {state}", kind=_(KIND[request.kind].title), state=group_title(group_of(request)))
