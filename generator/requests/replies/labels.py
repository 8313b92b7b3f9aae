"""The labels of the project's issues. They show a request's state in lists of issues, and decide nothing."""

from dataclasses import dataclass

from generator.model.request_state import STATE
from generator.text.catalogue import N_


@dataclass(frozen=True, slots=True)
class Label:
    """One label; `color` is six hexadecimal digits, as GitHub writes it."""

    name: str
    color: str
    description: str


FORM_LABELS = (
    Label("request", "d3e4f7", N_("Someone would like a mentor's help")),
    Label("application", "d9dff7", N_("Someone applies to a program")),
    Label("self-test", "ececec", N_("A mentor tests whether notifications arrive")),
    Label("removal", "ececec", N_("A mentor would like to leave")),
    Label("profile", "d6eadf", N_("Someone would like to become a mentor")),
    Label("review", "f6e6c8", N_("A mentee says what a mentorship was like")),
    Label("problem", "f8d9d3", N_("Something is wrong or could be better")),
)
"""What the forms put on an issue; GitHub leaves out those that the repository does not have."""


def state_label(state: str) -> str:
    """Name the label that shows a state."""
    return f"state: {state}"


LABELS = FORM_LABELS + tuple(Label(state_label(row.name), row.color, row.label) for row in STATE.values())
"""Every label of the project."""
