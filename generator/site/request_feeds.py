"""Open requests as Atom feeds: one of all, and one for each mentor who was ever asked.

An entry says what kind of request it is, its state and what comes next. It has no names and nothing
that people wrote. A mentor's feed stays when nothing is open, so that no feed reader loses it.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from generator.insight.attention import open_requests
from generator.model.directory import Settings
from generator.model.mentor import Mentor
from generator.model.request import RequestSummary
from generator.site.atom import NEWEST, Entry, write_feed
from generator.site.page import PlainFile
from generator.site.request_states import next_step, state_line
from generator.site.site_context import SiteContext
from generator.text.catalogue import _
from generator.text.github_addresses import thread_of

ALL_REQUESTS = "feeds/requests.xml"


def feed_of(handle: str) -> str:
    """Return the path of a mentor's feed."""
    return f"feeds/requests/{handle}.xml"


def title_of_all(settings: Settings) -> str:
    """Return what the feed of all open requests is called."""
    return _("{community}: open requests", community=settings.name)


def title_of_mentor(settings: Settings, mentor: Mentor) -> str:
    """Return what the feed of the requests to one mentor is called."""
    return _("{community}: open requests to {mentor}", community=settings.name, mentor=mentor.name)


def request_feed(site: SiteContext) -> Iterator[PlainFile]:
    """Yield the feed of everyone's open requests, where anything is known of requests."""
    if site.activity:
        title = title_of_all(site.directory.settings)
        yield _file(site, ALL_REQUESTS, "requests", title, "requests/", open_requests(site.activity))


def mentor_feeds(site: SiteContext, mentors: Iterable[Mentor]) -> Iterator[PlainFile]:
    """Yield the feed of each of these mentors who was asked before."""
    for mentor in mentors:
        requests = site.asked.get(mentor.handle)
        if requests is not None:
            title = title_of_mentor(site.directory.settings, mentor)
            name = f"requests/to/{mentor.handle}"
            yield _file(site, feed_of(mentor.handle), name, title, f"mentors/{mentor.handle}/", requests)


def _file(
    site: SiteContext, path: str, name: str, title: str, page: str, requests: Iterable[RequestSummary]
) -> PlainFile:
    """Make one feed of the requests that moved last; an empty one is as old as what is known."""
    settings = site.directory.settings
    newest = sorted(requests, key=lambda one: (one.since, one.number), reverse=True)[:NEWEST]
    known = site.activity.built if site.activity else site.built
    updated = _time(newest[0].since if newest else known)
    entries = (_entry(settings, request, site.built) for request in newest)
    return PlainFile(path, write_feed(settings, name, title, updated, path, page, entries))


def _entry(settings: Settings, request: RequestSummary, now: datetime) -> Entry:
    coming = next_step(request, now)
    return Entry(
        name=f"requests/{request.number}",
        title=state_line(request),
        updated=_time(request.since),
        address=thread_of(settings, request.number),
        summary=_("Request {number}: {next_step}.", number=request.number, next_step=coming)
        if coming
        else _("Request {number}.", number=request.number),
        categories=((request.kind, request.kind), (request.state, request.state)),
    )


def _time(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
