"""What a mentor's past requests say for them: how soon they usually answer, and how much they completed."""

from markupsafe import Markup

from generator.model.activity import Activity, MentorActivity
from generator.site.templating import compile_flat_template, concat, mark_safe
from generator.text.catalogue import N_, _, cache_by_language, ngettext

UNKNOWN = MentorActivity()
_ANSWERS = {
    "a day": N_("Usually answers within a day"),
    "three days": N_("Usually answers within three days"),
    "a week": N_("Usually answers within a week"),
    "two weeks": N_("Usually answers within two weeks"),
}
_line = compile_flat_template("card_record.html", "words")
_span = compile_flat_template("record.html", "words")


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
    return " · ".join(record_parts(known.response, known.completed))


def card_record(known: MentorActivity) -> Markup:
    """Return the line of a card."""
    line = record_line(known)
    return _line(words=line) if line else mark_safe("")


def profile_record(known: MentorActivity) -> Markup:
    """Return what appears among the facts at the top of a profile."""
    return concat(_span(words=part) for part in record_parts(known.response, known.completed))
