"""What mentors say about their own availability, and which of it is in force: the newest about each subject."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.durations import last_day

SUBJECTS = {"pause": "pause", "resume": "pause", "capacity": "capacity", "confirm": "confirm"}
"""What each command is about; a newer one about the same subject replaces it."""
USUAL_PAUSE = 30
"""How many days a pause lasts when nobody says how long."""


def in_force(events: Iterable[Event]) -> dict[tuple[str, str], Event]:
    """Return the newest event of each mentor about each subject, by handle and subject."""
    newest: dict[tuple[str, str], Event] = {}
    for event in events:
        key = (event.by.handle, SUBJECTS.get(event.command, event.command))
        if key not in newest or spoken_order(event) >= spoken_order(newest[key]):
            newest[key] = event
    return newest


def spoken_order(event: Event) -> tuple[datetime, int, int]:
    """Return what puts events in the order in which they were said: those of the same second by their comments."""
    comment, _, place = event.event_id.partition(".")
    return event.at, comment_of(event), int(place) if comment and place.isdecimal() else 0


def comment_of(event: Event) -> int:
    """Return the id of the comment that an event was said in, or 0 where it wasn't said in one."""
    number = event.event_id.partition(".")[0][1:]
    return int(number) if number.isdecimal() else 0


def pause_end(event: Event) -> date | None:
    """Return the last day of the pause that an event begins, or None for any other event."""
    if event.command != "pause":
        return None
    today = event.at.date()
    return last_day(event.words, today, USUAL_PAUSE) or today + timedelta(days=USUAL_PAUSE)


def stated_capacity(event: Event) -> int | None:
    """Return the number that follows a command, or None where no number does."""
    return int(event.words) if re.fullmatch("[0-9]{1,2}", event.words) else None
