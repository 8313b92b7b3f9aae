"""The page of open requests: how the bot is, what needs a coordinator, and what waits where for how long.

It names nobody: who asked whom stands in the threads. Nothing that people wrote is shown.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.attention import LATE_AFTER, attention, ended_lately, open_requests, sweep_is_late
from generator.model.activity import Activity
from generator.model.request import RequestSummary
from generator.site.build_stamp import built_line
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.pagination import Pagination, paginate
from generator.site.request_feeds import ALL_REQUESTS
from generator.site.request_words import GROUPS, KIND_WORDS, ended_words, explanation, group_of, next_day
from generator.site.site_context import SiteContext
from generator.site.templating import concat, template
from generator.text.dates import moment
from generator.text.github_addresses import thread_of, threads_with_requests, workflow_of
from generator.text.labels import counted

PATH = "requests/"
ROWS_ON_A_PAGE = 100
SWEEP = "sweep.yml"
"""The workflow that looks at all requests once a day."""

_LINKS_IN_A_NEED = 12
_MOST_ENDED = 30
_ORDER = {group: place for place, group in enumerate(GROUPS)}
_page = template("requests.html")
_heartbeat = template("heartbeat.html")
_pagination = template("pagination.html")
_SCRIPT = template("requests_script.html")()


class Need(NamedTuple):
    """What coordinators should look at: the first threads by number and address; `more` is how many are not named."""

    words: str
    threads: list[tuple[int, str]]
    more: int


class Row(NamedTuple):
    """One open request in the table."""

    title: str
    thread: str
    waited: str
    coming: str


class Section(NamedTuple):
    """The requests of one group that stand on one page; `count` is how many there are in all."""

    title: str
    count: str  # type: ignore[assignment]  # a tuple counts its values, too
    explanation: str
    rows: list[Row]


def request_pages(site: SiteContext) -> Iterator[Page]:
    """Yield the pages of open requests; the first is there even when nothing is known of any."""
    requests = sorted(open_requests(site.activity), key=_place) if site.activity else []
    totals = Counter(map(group_of, requests))
    lead = _lead(site, requests)
    for pages, shown in paginate(requests, ROWS_ON_A_PAGE, PATH):
        yield _request_page(site, lead, pages, _sections(shown, totals, site), bool(requests))


def _place(request: RequestSummary) -> tuple[int, datetime, int]:
    return _ORDER[group_of(request)], request.since, request.number


def _request_page(site: SiteContext, lead: str, pages: Pagination, sections: list[Section], any_open: bool) -> Page:
    first = pages.number == 1
    title = "Requests" if first else f"Requests, page {pages.number} of {pages.count}"
    activity = site.activity
    body = _page(
        title=title,
        lead=lead,
        known=activity is not None,
        heartbeat=heartbeat(site, activity) if first and activity else "",
        needs=_needs(site, activity) if first and activity else [],
        any_open=any_open,
        sections=sections,
        ended=_ended(site, activity) if first and activity else [],
        all_threads=threads_with_requests(site.directory.settings),
        feed=ALL_REQUESTS,
        pages=_pagination(pages=pages),
        built=built_line(site.built),
    )
    indexed = site.indexing and first
    head = page_head(site, pages.path, title, lead, indexed)
    return Page(pages.path, title, lead, body, concat((head, _SCRIPT)) if first and activity else head, indexed)


def _lead(site: SiteContext, requests: Sequence[RequestSummary]) -> str:
    if site.activity is None:
        return "Every request is a thread on GitHub, and ends with an answer and a next step."
    completed = sum(known.completed for known in site.activity.mentors.values())
    done = f", and {counted(completed, 'mentorship was', 'mentorships were')} completed so far" if completed else ""
    if not requests:
        return f"No request is open today{done}."
    return (
        f"{counted(len(requests), 'request is', 'requests are')} open{done}. Who asked whom stands only in the threads."
    )


def heartbeat(site: SiteContext, activity: Activity) -> Markup:
    """Say when the bot last looked at all requests, and warn when that is too long ago; a script keeps it true later."""
    swept = activity.swept
    return _heartbeat(
        swept=swept and swept.isoformat(timespec="seconds"),
        words=swept and moment(swept),
        late=sweep_is_late(activity, site.built),
        hours=int(LATE_AFTER / timedelta(hours=1)),
        runs=workflow_of(site.directory.settings, SWEEP),
    )


def _needs(site: SiteContext, activity: Activity) -> list[Need]:
    days = site.directory.settings.requests.days
    found = attention(open_requests(activity), days, site.built)
    groups = (
        ("Read first, then approve or answer", found.held),
        ("Should have changed by itself days ago", found.forgotten),
        (f"Nobody came forward in {counted(days.first_reminder, 'day', 'days')}", found.unclaimed),
        (f"The mentor has not answered for {counted(days.second_reminder, 'day', 'days')}", found.unanswered),
    )
    return [_need(site, words, requests) for words, requests in groups if requests]


def _need(site: SiteContext, words: str, requests: Sequence[RequestSummary]) -> Need:
    settings = site.directory.settings
    threads = [(request.number, thread_of(settings, request.number)) for request in requests[:_LINKS_IN_A_NEED]]
    return Need(words, threads, len(requests) - len(threads))


def _ended(site: SiteContext, activity: Activity) -> list[tuple[str, str, str]]:
    """Return the requests that ended lately: what each was, its address, and how and when it ended."""
    found = ended_lately(activity, site.built)[:_MOST_ENDED]
    return [
        (f"{KIND_WORDS[one.kind]} #{one.number}", thread_of(site.directory.settings, one.number), ended_words(one))
        for one in found
    ]


def _sections(shown: Sequence[RequestSummary], totals: Counter[str], site: SiteContext) -> list[Section]:
    days = site.directory.settings.requests.days
    return [
        Section(GROUPS[group][0], f"{totals[group]:,}", explanation(group, days), [_row(site, one) for one in some])
        for group, some in groupby(shown, key=group_of)
    ]


def _row(site: SiteContext, request: RequestSummary) -> Row:
    days = max(0, (site.built - request.since).days)
    waited = counted(days, "day", "days") if days else "less than a day"
    thread = thread_of(site.directory.settings, request.number)
    return Row(f"{KIND_WORDS[request.kind]} #{request.number}", thread, waited, next_day(request, site.built))
