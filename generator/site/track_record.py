"""What a mentor's past requests say for them: how soon they usually answer, and how much they completed."""

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from generator.model.activity import Activity, MentorActivity
from generator.site.templating import compile_flat_template, concat, mark_safe
from generator.text.labels import counted

UNKNOWN = MentorActivity()
_NOBODY: Mapping[str, MentorActivity] = {}
_line = compile_flat_template("card_record.html", "words")
_span = compile_flat_template("record.html", "words")


def known_of(activity: Activity | None, handle: str) -> MentorActivity:
    """Return what is known of a mentor's requests, which may be nothing."""
    return activity.mentors.get(handle, UNKNOWN) if activity else UNKNOWN


@lru_cache(maxsize=1024)
def record_words(response: str | None, completed: int) -> tuple[str, ...]:
    """Say both: "Usually answers within a week", "3 mentorships completed"."""
    answers = (f"Usually answers within {response}",) if response else ()
    return (*answers, f"{counted(completed, 'mentorship', 'mentorships')} completed") if completed else answers


def record_line(known: MentorActivity) -> str:
    """Return both in one line, as a card says it; empty before there is anything to say."""
    return " · ".join(record_words(known.response, known.completed))


def card_record(known: MentorActivity) -> Markup:
    """Return the line of a card."""
    words = record_line(known)
    return _line(words=words) if words else mark_safe("")


def profile_record(known: MentorActivity) -> Markup:
    """Return what stands among the facts at the top of a profile."""
    return concat(_span(words=words) for words in record_words(known.response, known.completed))
