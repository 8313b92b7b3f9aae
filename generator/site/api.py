"""Turn a directory into JSON that other programs read: one list of all mentors, and one file a mentor.

The format is documented in docs/reference/data.md, and keeps its shape as long as `version` stays 1.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from itertools import compress
from json import JSONEncoder
from operator import attrgetter, is_not
from typing import Any

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory
from generator.model.mentor import Calls, Contact, Expectations, Learning, Location, Mentor, OfficeHour, Style
from generator.site.calendar_words import window_text
from generator.site.page import PlainFile

VERSION = 1

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=date.isoformat).encode


def list_file(directory: Directory, statuses: Mapping[str, AvailabilityStatus], built: datetime) -> PlainFile:
    """Make the list of everyone who is not hidden, by handle."""
    mentors = [
        _summary(mentor, statuses[handle]) for handle, mentor in directory.mentors.items() if statuses[handle].listed
    ]
    summary = {"version": VERSION, "built": built.strftime("%Y-%m-%dT%H:%M:%SZ"), "mentors": mentors}
    return PlainFile("api/mentors.json", _encode(summary).encode())


def mentor_files(
    statuses: Mapping[str, AvailabilityStatus], mentors: Iterable[Mentor], activity: Activity | None = None
) -> Iterator[PlainFile]:
    """Yield the JSON of each of these mentors who is not hidden."""
    known = activity.mentors if activity else {}
    for mentor in mentors:
        status = statuses[mentor.handle]
        if status.listed:
            yield mentor_file(mentor, status, known.get(mentor.handle))


def mentor_file(mentor: Mentor, status: AvailabilityStatus, known: MentorActivity | None = None) -> PlainFile:
    """Make one mentor's JSON: what their file states, in its own words, and what follows from it and from their requests.

    A field that is left at its default is left out. Keys keep the order of the `Mentor`'s fields.
    """
    content = {"version": VERSION, "handle": mentor.handle, **_stated_by_mentor(mentor)}
    for name in content.keys() & _WRITTEN.keys():
        content[name] = _WRITTEN[name](content[name])
        if not content[name]:
            del content[name]
    content["availability"] = status.availability
    content["openings"] = status.openings
    content["active"] = status.active
    content["pending"] = status.pending
    if status.until:
        content["paused_until"] = status.until
        content["availability_after"] = status.then
    if status.places != mentor.capacity:
        content["places"] = status.places
    if status.confirmed and status.confirmed != mentor.last_confirmed:
        content["confirmed"] = status.confirmed
    if known:
        content |= _past(known)
    return PlainFile(f"api/mentors/{mentor.handle}.json", _encode(content).encode())


def _past(known: MentorActivity) -> dict[str, Any]:
    past = {"completed": known.completed, "response": known.response, "last_asked": known.last_asked}
    return {name: value for name, value in past.items() if value}


def _summary(mentor: Mentor, status: AvailabilityStatus) -> dict[str, Any]:
    handle = mentor.handle
    where = {"location": _stated_by_location(mentor.location)} if mentor.location.country else {}
    return {
        "handle": handle,
        "github": mentor.github,
        "name": mentor.name,
        "headline": mentor.headline,
        "skills": mentor.skills,
        "languages": mentor.languages,
        "timezone": mentor.timezone,
        **where,
        "commitment": mentor.commitment,
        "availability": status.availability,
        "openings": status.openings,
        "pending": status.pending,
        "url": f"mentors/{handle}/",
        "json": f"api/mentors/{handle}.json",
    }


def _stated(part: type) -> Callable[[Any], dict[str, Any]]:
    """Return the function that reads what a value of a model's type states, without its defaults.

    Defaults are recognised by identity, which costs a tenth of comparing: numbers, words and empty tuples
    that are equal to a default are that default.
    """
    written = [field for field in fields(part) if field.name != "file_name"]
    names = tuple(field.name for field in written)
    defaults = tuple(MISSING if field.default is MISSING else field.default for field in written)
    values_of = attrgetter(*names)

    def stated(value: Any) -> dict[str, Any]:
        values = values_of(value)
        return dict(compress(zip(names, values, strict=True), map(is_not, values, defaults)))

    return stated


_stated_by_mentor = _stated(Mentor)
_stated_by_location = _stated(Location)
_office_hour = _stated(OfficeHour)
_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "style": _stated(Style),
    "calls": _stated(Calls),
    "location": _stated_by_location,
    "windows": lambda windows: list(map(window_text, windows)),
    "office_hours": lambda hours: [_office_hour(hour) for hour in hours],
    "expectations": _stated(Expectations),
    "contact": _stated(Contact),
    "links": dict,
    "learning": _stated(Learning),
}
"""How the parts of a profile are written; those that state nothing are left out."""
