"""The facts at the top of a profile: whether the mentor is free, their time, their answers and their languages."""

from datetime import date

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Mentor
from generator.site.badges import badge_text
from generator.site.templating import template
from generator.text.catalogue import _, cache_by_language, ngettext
from generator.text.dates import city_of
from generator.text.labels import choice
from generator.text.languages import languages

_facts = template("profile_header_facts.html")


def header_facts(mentor: Mentor, status: AvailabilityStatus, today: date) -> Markup:
    """Return the facts, each with its icon; mentors who say the same share them."""
    state = (status.availability, status.openings, status.places, status.pending, status.until, today)
    return _header_facts(state, mentor.commitment, mentor.expectations.reply_within_days or 0, mentor.languages)


@cache_by_language
def _header_facts(
    state: tuple[str, int, int, int, date | None, date], commitment: str, reply: int, tags: tuple[str, ...]
) -> Markup:
    availability, openings, places, pending, until, today = state
    status = AvailabilityStatus(availability, openings, pending=pending, until=until, places=places)
    return _facts(
        availability=availability,
        free=status.can_be_asked,
        state=badge_text(status, today),
        commitment=choice("commitment", commitment),
        answers=ngettext("answers within {count} day", "answers within {count} days", reply) if reply else "",
        languages=languages(tags),
    )


@cache_by_language
def time_there(zone: str) -> str:
    """Say whose clock a mentor lives by: "Warsaw time". Only the zone is known, not the place."""
    if zone.startswith("Etc/") or "/" not in zone:
        return _("{zone} time", zone=zone.removeprefix("Etc/"))
    return _("{zone} time", zone=city_of(zone))
