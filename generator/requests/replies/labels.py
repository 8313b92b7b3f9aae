"""The labels of the project's issues. They show a request's state in lists of issues, and decide nothing."""

from dataclasses import dataclass

from generator.model.request import STATES
from generator.text.catalogue import N_


@dataclass(frozen=True, slots=True)
class Label:
    """One label; `color` is six hexadecimal digits, as GitHub writes it."""

    name: str
    color: str
    description: str


_GREY, _BLUE, _AMBER, _GREEN, _LILAC = "e4e6e8", "cfe3f5", "f7e3b1", "c5e8cd", "e4d8f2"
_STATES = {
    "incomplete": (_AMBER, N_("Not sent yet: something is missing in the form")),
    "held": (_LILAC, N_("Waiting for a coordinator's review")),
    "waiting": (_BLUE, N_("Waiting for the mentor's answer")),
    "question": (_AMBER, N_("Waiting for the mentee's answer to a question")),
    "waitlisted": (_BLUE, N_("On the mentor's waitlist")),
    "accepted": (_GREEN, N_("The mentor said yes; next, both get in touch")),
    "trial": (_GREEN, N_("Mentor and mentee are trying it out")),
    "active": (_GREEN, N_("Mentor and mentee are working together")),
    "on-break": (_LILAC, N_("On a break that both agreed on")),
    "completed": (_GREY, N_("The goal is reached, or the question is answered")),
    "ended": (_GREY, N_("It stopped before the goal was reached")),
    "declined": (_GREY, N_("The mentor said no; other mentors were suggested")),
    "expired": (_GREY, N_("Nobody answered in time; other mentors were suggested")),
    "withdrawn": (_GREY, N_("The mentee took it back")),
    "removed": (_GREY, N_("A coordinator removed it")),
}
FORM_LABELS = (
    Label("request", "d3e4f7", N_("Someone would like a mentor's help")),
    Label("application", "d9dff7", N_("Someone applies to a program")),
    Label("self-test", "ececec", N_("A mentor tests whether notifications arrive")),
    Label("problem", "f8d9d3", N_("Something is wrong or could be better")),
)
"""What the forms put on an issue; GitHub leaves out those that the repository does not have."""


def state_label(state: str) -> str:
    """Name the label that shows a state."""
    return f"state: {state}"


LABELS = FORM_LABELS + tuple(Label(state_label(state), *_STATES[state]) for state in STATES)
"""Every label of the project."""
