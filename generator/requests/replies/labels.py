"""The labels of the project's issues. They show what a thread says to people who look at lists, and decide nothing."""

from dataclasses import dataclass

from generator.model.request import STATES


@dataclass(frozen=True, slots=True)
class Label:
    """One label; `color` is six hexadecimal digits, as GitHub writes it."""

    name: str
    color: str
    description: str


_GREY, _BLUE, _AMBER, _GREEN, _LILAC = "e4e6e8", "cfe3f5", "f7e3b1", "c5e8cd", "e4d8f2"
_STATES = {
    "incomplete": (_AMBER, "Something is missing; the mentee's turn"),
    "held": (_LILAC, "A coordinator looks at it first"),
    "waiting": (_BLUE, "The mentor has been told; the mentor's turn"),
    "question": (_AMBER, "The mentor asked something; the mentee's turn"),
    "waitlisted": (_BLUE, "On the mentor's waiting list"),
    "accepted": (_GREEN, "The mentor said yes; next is the first contact"),
    "trial": (_GREEN, "Both try out whether it fits"),
    "active": (_GREEN, "Mentor and mentee work together"),
    "on-break": (_LILAC, "Resting for a while, as both agreed"),
    "completed": (_GREY, "The goal is reached, or both are done"),
    "ended": (_GREY, "One side ended it before the goal"),
    "declined": (_GREY, "The mentor said no; others were named"),
    "expired": (_GREY, "Nobody answered in time; others were named"),
    "withdrawn": (_GREY, "The mentee took it back"),
    "removed": (_GREY, "A coordinator took it out"),
}
FORM_LABELS = (
    Label("request", "d3e4f7", "Somebody asks a mentor"),
    Label("application", "d9dff7", "Somebody applies to a program"),
    Label("self-test", "ececec", "A mentor tests whether messages arrive"),
    Label("problem", "f8d9d3", "Something is wrong, or could be better"),
)
"""What the forms put on an issue; GitHub leaves out those that the repository does not have."""


def state_label(state: str) -> str:
    """Name the label that shows a state."""
    return f"state: {state}"


LABELS = FORM_LABELS + tuple(Label(state_label(state), *_STATES[state]) for state in STATES)
"""Every label of the project."""
