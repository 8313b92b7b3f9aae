"""Whether a mentor can be asked: one row for each availability, from "ask now" to "not shown"."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.marked import N_


@dataclass(frozen=True, slots=True)
class Availability:
    """One availability, and what follows from it. `label` names it where no numbers are known, `reason` says why nobody can ask."""

    name: str
    label: str
    reason: str = ""
    can_be_asked: bool = False
    leads_groups: bool = False
    listed: bool = True


_ROWS = (
    Availability("open", N_("Spots open"), can_be_asked=True, leads_groups=True),
    Availability("limited", N_("Few spots open"), can_be_asked=True, leads_groups=True),
    Availability("waitlist", N_("Full"), N_("This mentor has no free spot right now."), leads_groups=True),
    Availability(
        "closed", N_("Not taking mentees"), N_("This mentor doesn't take requests right now."), leads_groups=True
    ),
    Availability("paused", N_("Paused"), N_("This mentor is taking a break.")),
    Availability(
        "stale", N_("Not confirmed recently"), N_("This mentor hasn't confirmed their profile for a long time.")
    ),
    Availability("hidden", N_("Not offering mentoring"), N_("This mentor isn't listed right now."), listed=False),
)
AVAILABILITY: Mapping[str, Availability] = MappingProxyType({row.name: row for row in _ROWS})
"""Every availability by its name, in the order in which lists show mentors."""
AVAILABILITIES = tuple(AVAILABILITY)
