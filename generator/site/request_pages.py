"""The page of open requests: when the bot last checked, what needs a coordinator, and what has waited for how long.

It names no one: names appear only in the issues. Nothing that people wrote is shown.
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
from generator.site.request_states import GROUPS, ending, explanation, group_of, group_title, next_step, request_title
from generator.site.site_context import SiteContext
from generator.site.templating import concat, template
from generator.text import counting
from generator.text.catalogue import _, ngettext
from generator.text.counting import listed
from generator.text.dates import moment
from generator.text.github_addresses import thread_of, threads_with_requests, workflow_of

PATH = "requests/"
ROWS_ON_A_PAGE = 100
WISHES_IN_A_ROW = 3
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
    wanted: str
    waited: str
    coming: str


class Section(NamedTuple):
    """The requests of one group that are on one page; `count` is how many there are in all."""

    title: str
    count: int  # type: ignore[assignment]  # a tuple counts its values, too
    explanation: str
    rows: list[Row]


def request_pages(site: SiteContext) -> Iterator[Page]:
    """Yield the pages of open requests; the first is there even when nothing is known of any."""
    requests = sorted(open_requests(site.activity), key=_sort_key) if site.activity else []
    totals = Counter(map(group_of, requests))
    lead = _lead(site, requests)
    for pages, shown in paginate(requests, ROWS_ON_A_PAGE, PATH):
        yield _request_page(site, lead, pages, _sections(shown, totals, site), bool(requests))


def _sort_key(request: RequestSummary) -> tuple[int, datetime, int]:
    return _ORDER[group_of(request)], request.since, request.number


def _request_page(site: SiteContext, lead: str, pages: Pagination, sections: list[Section], any_open: bool) -> Page:
    first = pages.number == 1
    title = _("Requests") if first else _("Requests, page {number} of {count}", number=pages.number, count=pages.count)
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
        return _("Every request is public on GitHub, and gets a follow-up.")
    completed = sum(known.completed for known in site.activity.mentors.values())
    sentences = [
        ngettext("{count} request is open.", "{count} requests are open.", len(requests))
        if requests
        else _("No requests are open today.")
    ]
    if completed:
        sentences.append(
            ngettext(
                "{count} mentorship has been completed so far.",
                "{count} mentorships have been completed so far.",
                completed,
            )
        )
    if requests:
        sentences.append(_("Names appear only on GitHub."))
    return " ".join(sentences)


def heartbeat(site: SiteContext, activity: Activity) -> Markup:
    """Say when the bot last checked all requests, and warn when that is too long ago; a script keeps it true later."""
    swept = activity.swept
    return _heartbeat(
        swept=swept and swept.isoformat(timespec="seconds"),
        moment=swept and moment(swept),
        late=sweep_is_late(activity, site.built),
        hours=int(LATE_AFTER / timedelta(hours=1)),
        runs=workflow_of(site.directory.settings, SWEEP),
    )


def _needs(site: SiteContext, activity: Activity) -> list[Need]:
    days = site.directory.settings.requests.days
    found = attention(open_requests(activity), days, site.built)
    unreadable = [_need(site, _("The bot can't read these issues"), activity.unreadable)]
    groups = (
        (_("Read, then approve or answer"), found.held),
        (_("Overdue: the bot should have acted days ago"), found.forgotten),
        (_volunteers_missing(days.expiry), found.unclaimed),
        (_answer_missing(days.second_reminder), found.unanswered),
    )
    needs = [_need(site, words, [one.number for one in requests]) for words, requests in groups if requests]
    return [*(unreadable if activity.unreadable else []), *needs]


def _volunteers_missing(days: int) -> str:
    return ngettext("On the waiting list for {count} day", "On the waiting list for {count} days", days)


def _answer_missing(days: int) -> str:
    return ngettext("No answer from the mentor for {count} day", "No answer from the mentor for {count} days", days)


def _need(site: SiteContext, words: str, numbers: Sequence[int]) -> Need:
    settings = site.directory.settings
    threads = [(number, thread_of(settings, number)) for number in numbers[:_LINKS_IN_A_NEED]]
    return Need(words, threads, len(numbers) - len(threads))


def _ended(site: SiteContext, activity: Activity) -> list[tuple[str, str, str]]:
    """Return the requests that ended lately: what each was, its address, and how and when it ended."""
    found = ended_lately(activity, site.built)[:_MOST_ENDED]
    return [(request_title(one), thread_of(site.directory.settings, one.number), ending(one)) for one in found]


def _sections(shown: Sequence[RequestSummary], totals: Counter[str], site: SiteContext) -> list[Section]:
    days = site.directory.settings.requests.days
    return [
        Section(group_title(group), totals[group], explanation(group, days), [_row(site, one) for one in some])
        for group, some in groupby(shown, key=group_of)
    ]


def _row(site: SiteContext, request: RequestSummary) -> Row:
    days = max(0, (site.built - request.since).days)
    waited = counting.days(days) if days else _("less than a day")
    thread = thread_of(site.directory.settings, request.number)
    return Row(request_title(request), thread, _wanted(site, request), waited, next_step(request, site.built))


def _wanted(site: SiteContext, request: RequestSummary) -> str:
    """Name what a request is about, in the vocabulary's labels; a word that has left the vocabulary is not shown."""
    vocabularies = site.directory.vocabularies
    both = ((vocabularies.skills, request.skills), (vocabularies.topics, request.topics))
    labels = [terms.label(term_id) for terms, ids in both for term_id in ids if term_id in terms.terms]
    more = len(labels) - WISHES_IN_A_ROW
    rest = [ngettext("{count} more", "{count} more", more)] if more > 0 else []
    return listed([*labels[:WISHES_IN_A_ROW], *rest])
