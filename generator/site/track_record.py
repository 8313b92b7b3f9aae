"""What a mentor's past requests say for them: how soon they usually answer, and how much they completed."""

from typing import NamedTuple

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity, MentorActivity
from generator.site.templating import compile_flat_template, mark_safe, template
from generator.text.catalogue import N_, _, cache_by_language, ngettext, number

UNKNOWN = MentorActivity()
_ANSWERS = {
    "a day": N_("Usually answers within a day"),
    "three days": N_("Usually answers within three days"),
    "a week": N_("Usually answers within a week"),
    "two weeks": N_("Usually answers within two weeks"),
    "silent": N_("Hasn’t answered lately"),
}
_line = compile_flat_template("card_record.html", "words")
_record = template("track_record.html")


class _Known(NamedTuple):
    value: str
    words: str


def known_of(activity: Activity | None, handle: str) -> MentorActivity:
    """Return what is known of a mentor's requests, which may be nothing."""
    return activity.mentors.get(handle, UNKNOWN) if activity else UNKNOWN


@cache_by_language
def record_parts(response: str | None, completed: int) -> tuple[str, ...]:
    """Say both: "Usually answers within a week", "3 mentorships completed"."""
    answers = (_(_ANSWERS[response]),) if response else ()
    if not completed:
        return answers
    return (*answers, ngettext("{count} mentorship completed", "{count} mentorships completed", completed))


def record_line(known: MentorActivity) -> str:
    """Return both in one line, as a card says it; empty before there is anything to say."""
    return " · ".join(record_parts(_answers(known), known.completed))


def _answers(known: MentorActivity) -> str | None:
    """Return how a mentor answers: not lately, where a request of late had no answer."""
    return "silent" if known.unanswered else known.response


def card_record(known: MentorActivity) -> Markup:
    """Return the line of a card."""
    line = record_line(known)
    return _line(words=line) if line else mark_safe("")


def track_record(known: MentorActivity, status: AvailabilityStatus) -> Markup:
    """Return what a profile shows with its definitions, or nothing before there is anything to say."""
    return _track_record(_answers(known), known.completed, status.active, status.pending)


@cache_by_language
def _track_record(response: str | None, completed: int, active: int, waiting: int) -> Markup:
    if not (response or completed or active or waiting):
        return mark_safe("")
    known = []
    if completed:
        known.append(_Known(number(completed), ngettext("mentorship completed", "mentorships completed", completed)))
    if active:
        known.append(_Known(number(active), ngettext("mentorship in progress", "mentorships in progress", active)))
    if waiting:
        known.append(_Known(number(waiting), ngettext("request waiting", "requests waiting", waiting)))
    return _record(known=known, answers=_(_ANSWERS[response]) if response else "", completed=completed, waiting=waiting)
