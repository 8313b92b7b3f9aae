"""Turn a directory into the browser's index: columns of facets, and cards in chunks.

One file holds what filters and counts need, for all listed mentors at once; others hold what a card
shows, 500 mentors a file; finder_files.py adds what a match counts. All are in the order of the
static list, so a position in a column is a place in that list. No bios. The format is documented in docs/reference/data.md, its choice in
docs/decisions/0002-browser-index.md; columns.js reads it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from json import JSONEncoder
from typing import Any

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity
from generator.model.availability import AVAILABILITIES
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.site.asking import how_reached
from generator.site.badges import availability_label, badge_text
from generator.site.initials import initials
from generator.site.page import PlainFile
from generator.site.search_index.columns import LARGEST, write_numbers, write_positions
from generator.site.search_index.facet_columns import write_facets
from generator.site.search_index.facets import FACETS
from generator.site.search_index.finder_files import finder_files
from generator.site.track_record import known_of, record_line

VERSION = 1
CHUNK = 500
FOLDER = "api/directory/"

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def stamp_of(built: datetime) -> dict[str, Any]:
    """Return what every file names: the browser compares it, because a cache may mix the files of two builds."""
    return {"version": VERSION, "built": built.strftime("%Y-%m-%dT%H:%M:%SZ")}


def index_files(
    directory: Directory,
    statuses: Mapping[str, AvailabilityStatus],
    built: datetime,
    order: Sequence[str],
    photos: Collection[str] = (),
    activity: Activity | None = None,
) -> Iterator[PlainFile]:
    """Yield `facets.json`, the chunks of cards and the finder's files below `api/directory/`.

    `order` holds the handles of the listed mentors as the static list shows them, `photos` those of
    mentors whose cut photo is at `photo_path(handle, SMALL)`. `built` is in UTC. Where nothing is known of
    requests, the columns that only they fill are left out.
    """
    mentors = [directory.mentors[handle] for handle in order]
    ranked = [statuses[handle] for handle in order]
    stamp = stamp_of(built)
    facets = {
        **stamp,
        "count": len(mentors),
        "chunk": CHUNK,
        "facets": write_facets(directory, mentors, FACETS) | {"availability": _availability(ranked)},
        "numbers": _numbers(mentors, ranked, built.date())
        | (_asked(order, activity, built.date()) if activity else {}),
    }
    if pauses := _pauses(ranked):
        facets["pauses"] = pauses
    yield PlainFile(f"{FOLDER}facets.json", _encode(facets).encode())
    for number, start in enumerate(range(0, len(mentors), CHUNK)):
        here = slice(start, start + CHUNK)
        cards = stamp | _cards(mentors[here], ranked[here], built.date(), photos)
        if activity:
            cards |= _records(order[here], activity)
        yield PlainFile(f"{FOLDER}cards/{number}.json", _encode(cards).encode())
    yield from finder_files(directory, mentors, ranked, stamp, built.date(), CHUNK, activity)


def _pauses(statuses: Sequence[AvailabilityStatus]) -> list[list[Any]]:
    """Name who is paused, until when, and what they are then, for a browser that reads this later."""
    return [
        [at, status.until.isoformat(), status.then]
        for at, status in enumerate(statuses)
        if status.until and status.then
    ]


def _availability(statuses: Sequence[AvailabilityStatus]) -> dict[str, Any]:
    """Write the one column that keeps its values' own order, from "ask now" to "not now"."""
    availabilities = [status.availability for status in statuses]
    used = {*availabilities, *(status.then for status in statuses)}
    values = [value for value in AVAILABILITIES if value in used]
    numbers = {value: number for number, value in enumerate(values, 1)}
    return {
        "kind": "one",
        "values": values,
        "labels": [availability_label(value) for value in values],
        "mentors": write_numbers([numbers[value] for value in availabilities]),
    }


def _numbers(mentors: list[Mentor], statuses: list[AvailabilityStatus], today: date) -> dict[str, str]:
    """Write the columns of plain numbers: 0 is not stated, otherwise one more than the number."""
    days = [max(0, (today - status.confirmed).days) if status.confirmed else None for status in statuses]
    return {
        "openings": write_numbers([_stated(status.openings) for status in statuses]),
        "years_experience": write_numbers([_stated(mentor.years_experience) for mentor in mentors]),
        "days_since_confirmed": write_numbers([_stated(number) for number in days]),
    }


def _asked(order: Sequence[str], activity: Activity, today: date) -> dict[str, str]:
    """Write how long ago each mentor was asked: a mentor who was asked lately is not on every shelf."""
    days = (known_of(activity, handle).last_asked for handle in order)
    return {"days_since_asked": write_numbers([_stated(max(0, (today - day).days) if day else None) for day in days])}


def _records(order: Sequence[str], activity: Activity) -> dict[str, Any]:
    """Write the line about past requests on each card of a chunk: the distinct ones, and which is whose."""
    lines = [record_line(known_of(activity, handle)) for handle in order]
    records = list(dict.fromkeys(lines))
    numbers = {line: number for number, line in enumerate(records)}
    return {"records": records, "record": write_numbers([numbers[line] for line in lines])}


def _stated(number: int | None) -> int:
    return 0 if number is None else min(number + 1, LARGEST)


def _cards(
    mentors: list[Mentor], statuses: list[AvailabilityStatus], today: date, photos: Collection[str]
) -> dict[str, Any]:
    """Write what a card shows beyond the facets, for one chunk; positions count from its start."""
    badges = [badge_text(status, today) for status in statuses]
    then = {at: badge_text(one, today) for at, status in enumerate(statuses) if (one := status.after_pause)}
    words = list(dict.fromkeys(badges))
    numbers = {word: number for number, word in enumerate(words)}
    return {
        "github": [mentor.github for mentor in mentors],
        **_without_github(mentors),
        "name": [mentor.name for mentor in mentors],
        "headline": [mentor.headline for mentor in mentors],
        "badges": words,
        "badge": write_numbers([numbers[badge] for badge in badges]),
        "photos": write_positions(at for at, mentor in enumerate(mentors) if mentor.handle in photos),
        "initials": dict(_unusual_initials(mentors)),
    } | ({"then": then} if then else {})


def _without_github(mentors: list[Mentor]) -> dict[str, Any]:
    """Return the handles of those without a login, and how those are asked whom no public request notifies, by position; everyone else's bytes are saved."""
    handles = {at: mentor.handle for at, mentor in enumerate(mentors) if not mentor.github}
    reached = {at: how for at, mentor in enumerate(mentors) if (how := how_reached(mentor))}
    return {name: those for name, those in (("handles", handles), ("reached", reached)) if those}


def _unusual_initials(mentors: list[Mentor]) -> Iterator[tuple[int, str]]:
    """Yield the initials the browser could not guess; guessing right for the rest saves their bytes."""
    for position, mentor in enumerate(mentors):
        if not _PLAIN_NAME.fullmatch(mentor.name) and (letters := initials(mentor.name)) != guess(mentor.name):
            yield position, letters


def guess(name: str) -> str:
    """Return the first letters of the first and the last word, the rule that cards.js knows too."""
    words = name.split(" ")
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()


_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z'.-]*(?: [A-Za-z][A-Za-z'.-]*)*")
"""For these the guess is always right, and most names are like this."""
