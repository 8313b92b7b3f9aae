"""The kinds of request: one row for each, with what it means to the code and what it is called to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.marked import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of request.

    `title` is marked for translators. `label` is the one that its form puts on the issue. One that is
    `one_off` ends with one answer or one talk; one that `takes_spot` takes one of the mentor's while it is
    active, and one that is a `mentoring` request counts in what requests add up to.
    An `offer` is sent by a mentor; with the mentee's yes it becomes a mentorship.
    """

    name: str
    title: str
    label: str = "request"
    one_off: bool = False
    takes_spot: bool = False
    has_trial: bool = False
    mentoring: bool = True


_ROWS = (
    Kind("mentorship", N_("Mentorship"), takes_spot=True, has_trial=True),
    Kind("quick-question", N_("Quick question"), one_off=True),
    Kind("interview", N_("Informational interview"), one_off=True),
    Kind("group", N_("Group")),
    Kind("application", N_("Application"), "application", takes_spot=True, has_trial=True),
    Kind("offer", N_("Offer to help"), mentoring=False),
    Kind("self-test", N_("Notification test"), "self-test", mentoring=False),
)
KIND: Mapping[str, Kind] = MappingProxyType({row.name: row for row in _ROWS})
"""Every kind by its name; `self-test` asks only whether the bot's mentions arrive."""
KINDS = tuple(KIND)
