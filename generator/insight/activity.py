"""Write what the requests add up to as `activity.json`, and read it back.

`lodestar activity` writes the file, the site and the match read it. Its shape is documented in
docs/reference/data.md, and stays as long as `version` is 1: new keys may appear, and are passed over.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, TypeVar

from generator.insight.availability import AvailabilityStatus, availability_statuses
from generator.insight.progress_file import progress_fields, read_progress
from generator.insight.pulse_file import pulse_fields, read_pulse
from generator.insight.review_file import read_reviews, review_fields
from generator.model.activity import RESPONSES, Activity, MentorActivity
from generator.model.directory import Directory
from generator.model.errors import LodestarError
from generator.model.request import RequestSummary
from generator.model.request_kind import KINDS
from generator.model.request_state import STATES
from generator.text.timestamps import read_time

VERSION = 1
_Value = TypeVar("_Value")


class ActivityError(LodestarError):
    """A text is not what `to_json` writes; the message names the place and says what is wrong there."""


def to_json(activity: Activity, directory: Directory, today: date) -> str:
    """Write the activity, a request and a mentor a line, with each mentor's status on that day.

    Mentors come under their handle. Who has no file any more has no openings and no availability.
    """
    statuses = availability_statuses(directory, today, activity)
    requests = [_line(_request_fields(request)) for request in activity.requests]
    mentors = []
    for handle, known in activity.mentors.items():
        mentors.append(f"{json.dumps(handle)}: {_line(_mentor_fields(known, statuses.get(handle)))}")
    swept = json.dumps(activity.swept and _time(activity.swept))
    unreadable = f'"unreadable": {json.dumps(activity.unreadable)},\n' if activity.unreadable else ""
    pulse = f'"pulse": {json.dumps(pulse_fields(activity.pulse))},\n' if activity.pulse else ""
    reviews = (
        f'"reviews": [{_lines([_line(review_fields(one)) for one in activity.reviews])}],\n' if activity.reviews else ""
    )
    newest = f'"availability_issue": {activity.availability_issue},\n' if activity.availability_issue else ""
    return (
        f'{{"version": {VERSION}, "built": "{_time(activity.built)}", "swept": {swept},\n{unreadable}{newest}{pulse}{reviews}'
        f'"requests": [{_lines(requests)}],\n"mentors": {{{_lines(mentors)}}}}}\n'
    )


def _lines(written: list[str]) -> str:
    return "\n " + ",\n ".join(written) if written else ""


def _line(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)


def _request_fields(request: RequestSummary) -> dict[str, Any]:
    needs = {"needs": {why: _time(since) for why, since in request.needs}} if request.needs else {}
    wanted = {name: list(ids) for name, ids in (("skills", request.skills), ("topics", request.topics)) if ids}
    return (
        needs
        | {
            "number": request.number,
            "kind": request.kind,
            "state": request.state,
            "mentor": request.mentor,
            "mentee": request.mentee,
            "program": request.program,
            "opened": _time(request.opened),
            "since": _time(request.since),
            "due": request.due and _time(request.due),
        }
        | ({"cause": request.cause} if request.cause else {})
        | wanted
        | ({"progress": progress_fields(request.progress)} if request.progress else {})
    )


def _mentor_fields(known: MentorActivity, status: AvailabilityStatus | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"active": known.active, "pending": known.pending}
    if status:
        fields |= {"openings": status.openings, "availability": status.availability}
    return fields | {
        "until": _day(known.paused_until),
        "capacity": known.capacity,
        "capacity_said": _day(known.capacity_said),
        "confirmed": _day(known.confirmed),
        "completed": known.completed,
        "response": known.response,
        "last_asked": _day(known.last_asked),
        "unanswered": known.unanswered,
    }


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def read_activity(text: str) -> Activity:
    """Read what `to_json` wrote; raise ActivityError where the text is something else."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        raise ActivityError("it is not JSON") from None
    whole = _Part(stored, "")
    version = whole.needed("version", _count)
    if version != VERSION:
        raise ActivityError(f"it has version {version}, and this Lodestar reads version {VERSION}")
    return Activity(
        built=whole.needed("built", read_time),
        swept=whole.maybe("swept", read_time),
        requests=tuple(_read_request(part) for part in whole.listed("requests")),
        mentors=MappingProxyType({handle.lower(): _read_mentor(part) for handle, part in whole.named("mentors")}),
        unreadable=tuple(map(_count, whole.maybe("unreadable", _of(list)) or ())),
        pulse=whole.maybe("pulse", read_pulse),
        availability_issue=whole.maybe("availability_issue", _count),
        reviews=whole.maybe("reviews", read_reviews) or (),
    )


def _read_request(part: "_Part") -> RequestSummary:
    return RequestSummary(
        number=part.needed("number", _count),
        kind=part.needed("kind", _one_of(KINDS)),
        state=part.needed("state", _one_of(STATES)),
        mentor=part.maybe("mentor", _words) or "",
        mentee=part.maybe("mentee", _words) or "",
        opened=part.needed("opened", read_time),
        since=part.needed("since", read_time),
        due=part.maybe("due", read_time),
        program=part.maybe("program", _words) or "",
        needs=part.maybe("needs", _needs) or (),
        skills=part.maybe("skills", _ids) or (),
        topics=part.maybe("topics", _ids) or (),
        progress=part.maybe("progress", read_progress),
        cause=part.maybe("cause", _words) or "",
    )


def _read_mentor(part: "_Part") -> MentorActivity:
    return MentorActivity(
        active=part.maybe("active", _count) or 0,
        pending=part.maybe("pending", _count) or 0,
        paused_until=part.maybe("until", date.fromisoformat),
        capacity=part.maybe("capacity", _count),
        capacity_said=part.maybe("capacity_said", date.fromisoformat),
        confirmed=part.maybe("confirmed", date.fromisoformat),
        completed=part.maybe("completed", _count) or 0,
        response=part.maybe("response", _one_of(RESPONSES)),
        last_asked=part.maybe("last_asked", date.fromisoformat),
        unanswered=part.maybe("unanswered", _count) or 0,
    )


class _Part:
    """One part of the file, and its position in it."""

    def __init__(self, stored: Any, place: str) -> None:
        if not isinstance(stored, dict):
            raise ActivityError(f"{place or 'the whole'} should hold names and values, but is {_shown(stored)}")
        self._stored, self._place = stored, place

    def needed(self, name: str, read: Callable[[Any], _Value]) -> _Value:
        """Read a value that must be there."""
        value = self.maybe(name, read)
        if value is None:
            raise ActivityError(f"{self._at(name)} is missing")
        return value

    def maybe(self, name: str, read: Callable[[Any], _Value]) -> _Value | None:
        """Read a value that may be missing, or null."""
        value = self._stored.get(name)
        try:
            return None if value is None else read(value)
        except (ValueError, TypeError, OverflowError):
            raise ActivityError(f"{self._at(name)} cannot be {_shown(value)}") from None

    def listed(self, name: str) -> Iterator["_Part"]:
        """Yield the parts of a list."""
        for number, stored in enumerate(self.needed(name, _of(list))):
            yield _Part(stored, f"{self._at(name)}[{number}]")

    def named(self, name: str) -> Iterator[tuple[str, "_Part"]]:
        """Yield the parts that have a name each."""
        for key, stored in self.needed(name, _of(dict)).items():
            yield key, _Part(stored, f"{self._at(name)}.{key}")

    def _at(self, name: str) -> str:
        return f"{self._place}.{name}" if self._place else name


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}..."


def _of(kind: type[_Value]) -> Callable[[Any], _Value]:
    def read(value: Any) -> _Value:
        if type(value) is not kind:
            raise TypeError
        return value

    return read


_words = _of(str)
_number = _of(int)


def _count(value: Any) -> int:
    if _number(value) < 0:
        raise ValueError
    return int(value)


def _needs(value: Any) -> tuple[tuple[str, datetime], ...]:
    return tuple((str(why), read_time(since)) for why, since in _of(dict)(value).items())


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(map(_words, _of(list)(value)))


def _one_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in words:
            raise ValueError
        return str(value)

    return read
