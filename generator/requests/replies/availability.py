"""What mentors said about their own availability, repeated to them in sentences."""

from collections.abc import Iterable
from datetime import date

from generator.requests.lifecycle.state import MentorWord
from generator.text.catalogue import _
from generator.text.counting import spots
from generator.text.dates import day

SAME_THING = {"resume": "pause"}
"""Commands about the same thing, of which only the last one counts, under the name of their pair."""


def in_force(words: Iterable[MentorWord], today: date) -> dict[str, list[str]]:
    """Return, by handle, what each mentor said last about each thing; a pause that is over is left out."""
    last = {(word.mentor, SAME_THING.get(word.command, word.command)): word for word in words}
    found: dict[str, list[str]] = {}
    for word in last.values():
        phrase = _phrase(word, today)
        if phrase:
            found.setdefault(word.mentor, []).append(phrase)
    return dict(sorted(found.items()))


def _phrase(word: MentorWord, today: date) -> str:
    match word.command:
        case "pause":
            return _("paused until {day}", day=day(word.until)) if word.until and word.until >= today else ""
        case "resume":
            return _("back since {day}", day=day(word.at))
        case "capacity":
            return spots(word.capacity or 0)
        case _other:
            return _("profile confirmed on {day}", day=day(word.at))
