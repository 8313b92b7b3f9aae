"""Say a mentor's standing in three words, and why somebody cannot be asked in one sentence."""

from datetime import date
from functools import lru_cache

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Mentor
from generator.site.templating import template
from generator.text.dates import day, short_day
from generator.text.labels import counted

_badge = template("badge.html")
_WORDS = {
    "waitlist": "Full, waiting list",
    "closed": "Not taking mentees",
    "paused": "Paused",
    "stale": "Not confirmed lately",
    "hidden": "Not offering mentoring",
}
AVAILABILITY_NAMES = {"open": "Places open", "limited": "Few places open"} | _WORDS
"""One name for each availability, where no numbers are known, as in a filter."""


def badge_words(standing: AvailabilityStatus, today: date) -> str:
    """Return what a badge says, without relying on its colour: "1 of 2 places open, 1 waiting", "Paused until 12 Dec"."""
    if standing.can_be_asked:
        return f"{places_words(standing)} open" + (f", {standing.pending} waiting" if standing.pending else "")
    if standing.availability == "waitlist" and standing.openings:
        return f"{standing.pending} already waiting"
    if standing.availability == "paused" and standing.until:
        return f"Paused until {short_day(standing.until, today)}"
    return _WORDS[standing.availability]


def places_words(standing: AvailabilityStatus) -> str:
    """Count the open places, and all of them where some are taken: "2 places", "1 of 2 places"."""
    if standing.openings < standing.places:
        return f"{standing.openings} of {counted(standing.places, 'place', 'places')}"
    return counted(standing.openings, "place", "places")


def badge(standing: AvailabilityStatus, today: date) -> Markup:
    """Return a badge; mentors who stand alike share it."""
    return _badge_of(standing.availability, standing.openings, standing.places, standing.pending, standing.until, today)


@lru_cache(maxsize=4096)
def _badge_of(availability: str, openings: int, places: int, pending: int, until: date | None, today: date) -> Markup:
    standing = AvailabilityStatus(availability, openings, pending=pending, until=until, places=places)
    return _badge(availability=availability, words=badge_words(standing, today))


def reason_not_to_ask(mentor: Mentor, standing: AvailabilityStatus) -> str:
    """Say why no request can be sent now and when that may change; empty when one can be sent."""
    name = mentor.name
    match standing.availability:
        case "waitlist" if standing.openings:
            waiting = counted(standing.pending, "request already waits", "requests already wait")
            return f"{waiting} for an answer from {name}. So that nobody waits in vain, the next can be sent when some are answered."
        case "waitlist":
            taken = (
                "The one place with {} is" if standing.places == 1 else f"All {standing.places} places with {{}} are"
            )
            return taken.format(name) + " taken. A free one shows here as soon as there is one."
        case "closed":
            return f"{name} is not taking mentees at the moment."
        case "paused" if standing.until:
            until = day(standing.until)
            return f"{name} is taking a break until {until}. After that day requests open again by themselves."
        case "paused":
            return f"{name} is taking a break."
        case "stale":
            since = f" since {day(standing.confirmed)}" if standing.confirmed else " for a long time"
            return f"{name} has not confirmed this profile{since}, so nobody can promise an answer."
        case "hidden":
            return f"{name} is not offering mentoring at the moment."
    return ""
