"""The check-ins of each mentorship as a calendar: days in the rhythm that two agreed on, and no name or word of theirs."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.model.mentorship import FREQUENCIES, Progress
from generator.model.request import RequestSummary
from generator.model.request_state import ACTIVE_STATES
from generator.site.calendars import recurring_day
from generator.site.page import PlainFile
from generator.site.site_context import SiteContext
from generator.text.catalogue import _
from generator.text.github_addresses import thread_of

_A_YEAR = timedelta(days=366)
_RULES: Mapping[str, Mapping[str, object]] = {
    "weekly": {"freq": "weekly"},
    "every-two-weeks": {"freq": "weekly", "interval": 2},
    "monthly": {"freq": "monthly"},
    "quarterly": {"freq": "monthly", "interval": 3},
}


def check_ins_calendar(number: int) -> str:
    """Return the path of a mentorship's calendar; no handle has a dot."""
    return f"calendars/mentorship.{number}.ics"


def has_check_ins(request: RequestSummary) -> bool:
    """Tell whether a mentorship runs, and its two agreed on a rhythm with days."""
    progress = request.progress
    return bool(progress and progress.began and FREQUENCIES.get(progress.frequency) and request.state in ACTIVE_STATES)


def check_in_calendars(site: SiteContext) -> Iterator[PlainFile]:
    """Yield a calendar for each mentorship with an agreed rhythm."""
    for request in site.activity.requests if site.activity else ():
        if has_check_ins(request):
            yield _calendar(site, request)


def _calendar(site: SiteContext, request: RequestSummary) -> PlainFile:
    """Return a day that comes back: the first one a rhythm after the yes, the last one where they agreed on an end."""
    progress = request.progress or Progress()
    began = progress.began or site.today
    first = began + timedelta(days=FREQUENCIES[progress.frequency] or 0)
    if progress.frequency in ("monthly", "quarterly"):
        # Every month has a 28th.
        first = first.replace(day=min(first.day, 28))
    until = progress.until
    last = date.fromisoformat(until) if until[:1].isdigit() else max(began, site.today) + _A_YEAR
    title = _("Check in: mentorship #{number}", number=request.number)
    thread = thread_of(site.directory.settings, request.number)
    rule = dict(_RULES[progress.frequency]) | {"until": max(last, first)}
    return recurring_day(site, check_ins_calendar(request.number), title, first, rule, thread)
