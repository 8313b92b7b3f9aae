"""In which order lists show mentors: who can be asked first, and fairly among equals."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.insight.availability import AvailabilityStatus
from generator.matching.prepared import daily_rotation
from generator.model.availability import AVAILABILITIES
from generator.model.mentor import Mentor

_RANKS = {availability: rank for rank, availability in enumerate(AVAILABILITIES)} | {"limited": 0}
"""Mentors with open spots come first, then by how many people are waiting; a mentor who already has a mentee is not ranked lower."""


def in_listing_order(
    mentors: Iterable[Mentor], statuses: Mapping[str, AvailabilityStatus], today: date
) -> list[Mentor]:
    """Return the listed mentors, those with open spots first, then by how many people wait for each spot.

    Equals change places every day, so that nobody is always on top, and keep them within a day, so
    that nobody is lost between two pages of a list. A match breaks its ties in the same way, so the
    browser can rank by points and places of this list alone.
    """

    def place(mentor: Mentor) -> tuple[int, float, int, str]:
        handle = mentor.handle
        status = statuses[handle]
        waiting = status.pending / max(1, status.openings)
        return _RANKS[status.availability], waiting, daily_rotation(handle, today), handle

    return sorted((mentor for mentor in mentors if statuses[mentor.handle].listed), key=place)
