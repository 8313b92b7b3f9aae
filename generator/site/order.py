"""In which order lists show mentors: who can be asked first, and fairly among equals."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b

from generator.insight.availability import AVAILABILITIES, Standing
from generator.model.mentor import Mentor

_RANKS = {availability: rank for rank, availability in enumerate(AVAILABILITIES)}


def in_listing_order(mentors: Iterable[Mentor], standings: Mapping[str, Standing], today: date) -> list[Mentor]:
    """Return the listed mentors, open ones first, then by how many wait for each open place.

    Equals change places every day, so that nobody is always on top, and keep them within a day, so
    that nobody is lost between two pages of a list.
    """
    day = today.isoformat().encode()

    def place(mentor: Mentor) -> tuple[int, float, bytes]:
        handle = mentor.handle
        standing = standings[handle]
        waiting = standing.pending / max(1, standing.openings)
        return _RANKS[standing.availability], waiting, blake2b(handle.encode(), digest_size=8, key=day).digest()

    return sorted((mentor for mentor in mentors if standings[mentor.handle].listed), key=place)
