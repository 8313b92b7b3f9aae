"""What mentors told the bot about their own availability, repeated to them in words."""

from collections.abc import Iterable
from datetime import date

from generator.requests.lifecycle.state import MentorWord
from generator.requests.replies.markdown_links import counted
from generator.text.dates import day

SAME_THING = {"resume": "pause"}
"""Words about the same thing, of which only the last one counts, under the name of their pair."""


def in_force(words: Iterable[MentorWord], today: date) -> dict[str, list[str]]:
    """Return, by handle, what each mentor said last about each thing; a pause that is over is left out."""
    last = {(word.mentor, SAME_THING.get(word.command, word.command)): word for word in words}
    found: dict[str, list[str]] = {}
    for word in last.values():
        event = _in_words(word, today)
        if event:
            found.setdefault(word.mentor, []).append(event)
    return dict(sorted(found.items()))


def _in_words(word: MentorWord, today: date) -> str:
    match word.command:
        case "pause":
            return f"paused until {day(word.until)}" if word.until and word.until >= today else ""
        case "resume":
            return f"back since {day(word.at)}"
        case "capacity":
            return counted(word.capacity or 0, "place")
        case _:
            return f"profile confirmed on {day(word.at)}"
