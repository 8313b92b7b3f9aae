"""Say a mentor's availability in three words, and why no request can be sent in a sentence or two."""

from datetime import date

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.availability import AVAILABILITY
from generator.model.mentor import Mentor
from generator.site.templating import template
from generator.text.catalogue import _, cache_by_language, ngettext
from generator.text.dates import day, short_day

_badge = template("badge.html")
_until_words = template("until_words.html")


def availability_label(availability: str) -> str:
    """Name an availability where no numbers are known, as in a filter."""
    return _(AVAILABILITY[availability].label)


def badge_text(status: AvailabilityStatus, today: date) -> str:
    """Return what a badge says, without relying on its color: "1 of 2 spots open, 1 waiting", "Paused until 12 Dec"."""
    if status.can_be_asked:
        return _with_waiting(_open_spots(status), status.pending)
    if status.availability == "waitlist" and status.openings:
        return ngettext("{count} request waiting", "{count} requests waiting", status.pending)
    if status.availability == "paused" and status.until:
        return _("Paused until {day}", day=short_day(status.until, today))
    return availability_label(status.availability)


def badge_words(status: AvailabilityStatus, today: date) -> str | Markup:
    """Return what a badge says, and what a browser makes of it on the day after a pause: pages are as old as their build."""
    words, then = badge_text(status, today), status.after_pause
    return _until_words(until=status.until, now=words, then=badge_text(then, today)) if then else words


def _open_spots(status: AvailabilityStatus) -> str:
    """Count the open spots, and all of them where some are taken: "2 spots open", "1 of 2 spots open"."""
    if status.openings < status.places:
        return ngettext(
            "{free} of {count} spot open", "{free} of {count} spots open", status.places, free=status.openings
        )
    return ngettext("{count} spot open", "{count} spots open", status.openings)


def _with_waiting(spots: str, waiting: int) -> str:
    return ngettext("{spots}, {count} waiting", "{spots}, {count} waiting", waiting, spots=spots) if waiting else spots


def badge(status: AvailabilityStatus, today: date) -> Markup:
    """Return a badge; mentors with the same availability share it."""
    return _badge_of(status.availability, status.openings, status.places, status.pending, status.until, today)


@cache_by_language
def _badge_of(availability: str, openings: int, places: int, pending: int, until: date | None, today: date) -> Markup:
    status = AvailabilityStatus(availability, openings, pending=pending, until=until, places=places)
    return _badge(availability=availability, words=badge_text(status, today))


def reason_not_to_ask(mentor: Mentor, status: AvailabilityStatus) -> str:
    """Say why no request can be sent now and when that may change; empty when one can be sent."""
    name = mentor.name
    match status.availability:
        case "waitlist" if status.openings:
            return ngettext(
                "{count} request is already waiting for {name}. You can ask once it has an answer.",
                "{count} requests are already waiting for {name}. You can ask once some have an answer.",
                status.pending,
                name=name,
            )
        case "waitlist":
            return ngettext(
                "The one spot with {name} is taken. When it’s free again, you’ll see it here.",
                "All {count} spots with {name} are taken. When one is free, you’ll see it here.",
                status.places,
                name=name,
            )
        case "closed":
            return _("{name} isn’t taking mentees right now.", name=name)
        case "paused" if status.until:
            return _(
                "{name} is taking a break until {day}. You can ask again after that.", name=name, day=day(status.until)
            )
        case "paused":
            return _("{name} is taking a break.", name=name)
        case "stale" if status.confirmed:
            return _(
                "{name} hasn’t confirmed this profile since {day}, so you can’t send a request for now.",
                name=name,
                day=day(status.confirmed),
            )
        case "stale":
            return _("{name} has never confirmed this profile, so you can’t send a request for now.", name=name)
        case "hidden":
            return _("{name} isn’t offering mentoring right now.", name=name)
    return ""
