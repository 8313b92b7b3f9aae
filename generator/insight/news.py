"""What changed lately for people who look for a mentor: who is new, who has a spot again, and which programs opened.

Everything comes from the profiles, from the days on which they came into Git, and from the requests' activity. Nobody
who is not listed is in it, and no mentee ever is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity
from generator.model.directory import Directory

NEW, BACK, SPOT, OPENS, STARTS = "new", "back", "spot", "opens", "starts"
"""What happened: someone came, came back from a break or has a spot again; a program takes applications or begins."""
DAYS_BACK = 90
_FROM_MENTORSHIPS = frozenset({"completed", "ended"})
"""The endings after which a spot is free that was taken; the others never took one."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened on a day, to a mentor by handle or to a program by id."""

    day: date
    kind: str
    about: str


def news_of(
    directory: Directory,
    statuses: Mapping[str, AvailabilityStatus],
    activity: Activity | None,
    joined: Mapping[str, date],
    today: date,
) -> tuple[News, ...]:
    """Return the news of the last 90 days, latest first; `joined` has the day on which each profile came, where known."""
    found = (
        *_mentors(directory, statuses, joined),
        *_back(statuses, activity),
        *_spots(statuses, activity),
        *_programs(directory),
    )
    recent = (one for one in found if today - timedelta(days=DAYS_BACK) <= one.day <= today)
    return tuple(sorted(recent, key=lambda one: (-one.day.toordinal(), _ORDER.index(one.kind), one.about)))


_ORDER = (OPENS, STARTS, NEW, BACK, SPOT)


def _mentors(
    directory: Directory, statuses: Mapping[str, AvailabilityStatus], joined: Mapping[str, date]
) -> Iterator[News]:
    for handle, mentor in directory.mentors.items():
        if handle in joined and mentor.offer_to_mentor and statuses[handle].listed:
            yield News(joined[handle], NEW, handle)


def _back(statuses: Mapping[str, AvailabilityStatus], activity: Activity | None) -> Iterator[News]:
    """Yield who can be asked again since the day after their break."""
    for handle, known in activity.mentors.items() if activity else ():
        if known.paused_until and handle in statuses and statuses[handle].can_be_asked:
            yield News(known.paused_until + timedelta(days=1), BACK, handle)


def _spots(statuses: Mapping[str, AvailabilityStatus], activity: Activity | None) -> Iterator[News]:
    """Yield who had no open spot until a mentorship ended, as far as their spots today tell.

    Of someone with two open spots, the first came with the last mentorship but one to end: before it, none was open.
    """
    ended: dict[str, list[date]] = {}
    for request in activity.requests if activity else ():
        if request.state in _FROM_MENTORSHIPS and request.mentor:
            ended.setdefault(request.mentor, []).append(request.since.date())
    for handle, days in ended.items():
        status = statuses.get(handle)
        if status and status.can_be_asked and 0 < status.openings <= len(days):
            yield News(sorted(days, reverse=True)[status.openings - 1], SPOT, handle)


def _programs(directory: Directory) -> Iterator[News]:
    for program in directory.programs.values():
        if program.opens:
            yield News(program.opens, OPENS, program.id)
        if program.starts:
            yield News(program.starts, STARTS, program.id)


def coming_programs(directory: Directory, today: date) -> tuple[News, ...]:
    """Return the programs that will open or start in the next 90 days, soonest first."""
    ahead = (one for one in _programs(directory) if today < one.day <= today + timedelta(days=DAYS_BACK))
    return tuple(sorted(ahead, key=lambda one: (one.day, _ORDER.index(one.kind), one.about)))
