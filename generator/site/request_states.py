"""What the pages call each kind and state of a request, what it means, and what comes next."""

from datetime import datetime

from generator.model.directory import Days
from generator.model.request import RequestSummary
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day

KINDS = {
    "mentorship": N_("Mentorship"),
    "quick-question": N_("Quick question"),
    "interview": N_("Informational interview"),
    "group": N_("Group"),
    "application": N_("Application"),
    "self-test": N_("Notification test"),
}
GROUPS = {
    "incomplete": (
        N_("Something is missing"),
        N_("The form isn’t complete yet. A comment on the request says what’s missing."),
    ),
    "held": (N_("In review"), N_("A coordinator reads these before a mentor is asked.")),
    "unclaimed": (
        N_("Looking for a mentor"),
        N_("These don’t name a mentor. Can you help? Open the request and say so."),
    ),
    "waiting": (N_("Waiting for the mentor"), ""),
    "question": (N_("The mentor asked a question"), N_("We’re waiting for the mentee’s reply.")),
    "waitlisted": (N_("On a waitlist"), N_("The mentor would like to say yes, but has no free spot right now.")),
    "applying": (N_("Applying to a program"), N_("The program’s coordinators decide.")),
    "accepted": (N_("Accepted"), N_("The mentor said yes. The first conversation comes next.")),
    "trial": (N_("On trial"), N_("Both try it for a while, then decide whether to continue.")),
    "active": (N_("Running"), N_("Active mentorships. After a long silence, the bot checks in with both.")),
    "on-break": (N_("On a break"), N_("Both are taking a break and will continue later.")),
}
"""What open requests are called and what that means, by what they wait for, in the order of a request's life."""
_NEXT = {
    "waitlisted": N_("kept until {day}"),
    "accepted": N_("first conversation by {day}"),
    "trial": N_("trial until {day}"),
    "active": "",
    "on-break": N_("continues on {day}"),
}
_CLOSES = N_("closes on {day}")
_ENDED = {
    "completed": N_("completed on {day}"),
    "ended": N_("ended on {day}"),
    "declined": N_("declined on {day}"),
    "expired": N_("closed without an answer on {day}"),
    "withdrawn": N_("withdrawn on {day}"),
}
"""How a request ended, for the list of those that ended lately; what was removed is not listed."""
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
    sentence = _NEXT.get(request.state, _CLOSES) if request.due > now else _OVERDUE
    return _(sentence, day=day(request.due)) if sentence else ""


def ending(request: RequestSummary) -> str:
    """Say how and when a request ended: "closed without an answer on 5 December 2026"."""
    return _(_ENDED[request.state], day=day(request.since))


def request_title(request: RequestSummary) -> str:
    """Name a request without naming anyone: "Mentorship #12"."""
    return f"{_(KINDS[request.kind])} #{request.number}"


def state_line(request: RequestSummary) -> str:
    """Name the kind and state of a request: "Mentorship: Waiting for the mentor"."""
    return _("{kind}: {state}", kind=_(KINDS[request.kind]), state=group_title(group_of(request)))
