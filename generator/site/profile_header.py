"""The facts at the top of a profile: whether the mentor is free, their time, their answers and their languages."""

from datetime import date
from functools import cache

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Mentor
from generator.site.asking import how_reached
from generator.site.badges import badge_text
from generator.site.templating import compile_flat_template, concat, template
from generator.text.catalogue import _, cache_by_language, ngettext
from generator.text.dates import city_of
from generator.text.labels import choice
from generator.text.languages import languages

_facts = compile_flat_template("profile_header_facts.html", "facts")
_fact = template("header_fact.html")
_until = template("until_words.html")


def header_facts(mentor: Mentor, status: AvailabilityStatus, today: date) -> Markup:
    """Return the facts, each with its icon; mentors who say the same share them."""
    reply, reached = mentor.expectations.reply_within_days, how_reached(mentor)
    return _facts(
        facts=concat(
            (
                _state_until(status, today),
                _said("clock", choice("commitment", mentor.commitment)),
                _answers(reply) if reply else "",
                _said("globe", languages(mentor.languages)),
                _said("talk", reached) if reached else "",
            )
        )
    )


def _state_until(status: AvailabilityStatus, today: date) -> Markup:
    """Return the state, and beside a pause the one that a browser shows from the day after it."""
    now = _state(status.availability, status.openings, status.places, status.pending, status.until, today)
    then = status.after_pause
    if then is None:
        return now
    state = _state(then.availability, then.openings, then.places, then.pending, None, today)
    return _until(until=status.until, now=now, then=state)


@cache_by_language
def _state(availability: str, openings: int, places: int, pending: int, until: date | None, today: date) -> Markup:
    status = AvailabilityStatus(availability, openings, pending=pending, until=until, places=places)
    words = badge_text(status, today)
    if not status.can_be_asked:
        return _fact(state="full", icon="minus", words=words)
    return concat((_fact(state="free", icon="star", words=_("Free now")), _said("people", words)))


@cache_by_language
def _answers(days: int) -> Markup:
    return _said("mail", ngettext("answers within {count} day", "answers within {count} days", days))


@cache
def _said(icon: str, words: str) -> Markup:
    return _fact(state="", icon=icon, words=words)


@cache_by_language
def time_there(zone: str) -> str:
    """Say whose clock a mentor lives by: "Warsaw time". Only the zone is known, not the place."""
    if zone.startswith("Etc/") or "/" not in zone:
        return _("{zone} time", zone=zone.removeprefix("Etc/"))
    return _("{zone} time", zone=city_of(zone))
