"""What mentors said about their own availability, repeated to them in sentences."""

from collections.abc import Iterable
from datetime import date

from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.statements import in_force, pause_end, stated_capacity
from generator.text.catalogue import _
from generator.text.counting import spots
from generator.text.dates import day


def stated_by_mentor(statements: Iterable[Event], today: date) -> dict[str, list[str]]:
    """Return, by handle, what each mentor said last about each subject; a pause that is over is left out."""
    found: dict[str, list[str]] = {}
    for (handle, _subject), event in in_force(statements).items():
        phrase = _phrase(event, today)
        if phrase:
            found.setdefault(handle, []).append(phrase)
    return dict(sorted(found.items()))


def _phrase(event: Event, today: date) -> str:
    match event.command:
        case "pause":
            until = pause_end(event)
            return _("paused until {day}", day=day(until)) if until and until >= today else ""
        case "resume":
            return _("back since {day}", day=day(event.at))
        case "capacity":
            return spots(stated_capacity(event) or 0)
        case _other:
            return _("profile confirmed on {day}", day=day(event.at))
