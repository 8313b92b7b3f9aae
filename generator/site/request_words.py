"""Words for requests: what each kind and each state is called, what it means, and what comes next."""

from datetime import datetime

from generator.model.directory import Days
from generator.model.request import RequestSummary
from generator.text.dates import day
from generator.text.labels import counted

KIND_WORDS = {
    "mentorship": "Mentorship",
    "quick-question": "Quick question",
    "interview": "Informational interview",
    "group": "Group",
    "application": "Application",
    "self-test": "Test of notifications",
}
GROUPS = {
    "incomplete": ("Something is missing", "The form is not complete yet. The thread says what is missing."),
    "held": ("A coordinator looks first", "Somebody reads these before a mentor is asked."),
    "unclaimed": ("Looking for a mentor", "No mentor was named. If you can help, open the thread and say so."),
    "waiting": ("Waiting for a mentor’s answer", ""),
    "question": ("The mentor asked something", "The next word is the mentee’s."),
    "waitlisted": ("On a waiting list", "The mentor has no place now, and would like to say yes later."),
    "applying": ("Applying to a program", "The people who run the program decide."),
    "accepted": ("Accepted", "Somebody said yes. The first conversation comes next."),
    "trial": ("On trial", "Both try it for a while, then decide whether to go on."),
    "active": ("Running", "Mentorships under way. After a long silence the bot asks both how it goes."),
    "on-break": ("On a break", "Both rest for a while and go on later."),
}
"""What is said about open requests, by where they stand, in the order of their way: a name and a sentence."""
_NEXT = {
    "waitlisted": "kept until {}",
    "accepted": "first conversation by {}",
    "trial": "on trial until {}",
    "active": "",
    "on-break": "goes on from {}",
}
_ENDS = "ends by itself on {}"
ENDED_WORDS = {
    "completed": "completed",
    "ended": "ended",
    "declined": "declined",
    "expired": "ended without an answer",
    "withdrawn": "taken back",
}
"""How a request ended, for the list of those that ended lately; what was removed is not listed."""
_PAST = "was due on {}"


def group_of(request: RequestSummary) -> str:
    """Return which of `GROUPS` an open request belongs to: its state, told apart by whom it waits for."""
    if request.state != "waiting":
        return request.state
    return "applying" if request.kind == "application" else "waiting" if request.mentor else "unclaimed"


def explanation(group: str, days: Days) -> str:
    """Say in a sentence or two what a group waits for."""
    if group == "waiting":
        reminders = f"reminded after {days.first_reminder} and {days.second_reminder} days"
        end = f"After {counted(days.expiry, 'day', 'days')} without an answer the request ends, and others with room are suggested."
        return f"The mentor was told, and is {reminders}. {end}"
    return GROUPS[group][1]


def next_day(request: RequestSummary, now: datetime) -> str:
    """Say what happens by itself and when: "ends by itself on 3 December 2026"; nothing where nothing does."""
    if not request.due:
        return ""
    words = _NEXT.get(request.state, _ENDS) if request.due > now else _PAST
    return words.format(day(request.due.date()))


def ended_words(request: RequestSummary) -> str:
    """Say how and when a request ended: "ended without an answer on 5 December 2026"."""
    return f"{ENDED_WORDS[request.state]} on {day(request.since.date())}"


def standing_words(request: RequestSummary) -> str:
    """Name kind and place of a request in few words: "Mentorship: waiting for a mentor’s answer"."""
    title = GROUPS[group_of(request)][0]
    return f"{KIND_WORDS[request.kind]}: {title[0].lower()}{title[1:]}"
