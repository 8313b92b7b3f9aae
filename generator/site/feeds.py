"""Turn a directory into what feed readers and search engines ask for: an Atom feed and sitemap lines."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor
from generator.site.page import PlainFile
from generator.text.catalogue import _

ATOM = "http://www.w3.org/2005/Atom"
FEED_PATH = "feeds/mentors.xml"
NEWEST = 50

# XML 1.0 has no way to write these, not even escaped; one of them would end the whole feed.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(
    directory: Directory,
    statuses: Mapping[str, AvailabilityStatus],
    built: datetime,
    changed: Mapping[str, date] | None = None,
) -> PlainFile:
    """Make the Atom feed of the newest 50 new and changed profiles, newest first, then by handle.

    A profile's date is the one in `changed`, by handle, or else the day it was last confirmed; one
    without either cannot be dated and is left out, as is everyone who is not listed. `built`
    is in UTC and dates a feed without entries. Without a site_url the links are relative.
    """
    dates = _dates(directory, statuses, changed or {})
    newest = sorted(dates, key=lambda handle: (-dates[handle].toordinal(), handle))[:NEWEST]
    updated = _midnight(dates[newest[0]]) if newest else built.strftime("%Y-%m-%dT%H:%M:%SZ")
    feed = _feed(directory.settings, updated)
    for handle in newest:
        feed.append(_entry(directory, directory.mentors[handle], dates[handle]))
    return PlainFile(FEED_PATH, ET.tostring(feed, "utf-8", xml_declaration=True))


def sitemap_entries(pages: Iterable[tuple[str, date | None]], site_url: str) -> str:
    """Turn page paths and their dates into `<url>` elements, one a line, in the order given.

    Paths are relative to the site's root and may hold any character. Sitemaps take absolute addresses
    only, so without a site_url there are no lines.
    """
    return "".join(_sitemap_entry(site_url + quote(path), day) for path, day in pages) if site_url else ""


def _sitemap_entry(address: str, day: date | None) -> str:
    url = ET.Element("url")
    _child(url, "loc", address)
    if day:
        _child(url, "lastmod", day.isoformat())
    return ET.tostring(url, "unicode") + "\n"


def _dates(
    directory: Directory, statuses: Mapping[str, AvailabilityStatus], changed: Mapping[str, date]
) -> dict[str, date]:
    days = (
        (handle, changed.get(handle) or mentor.last_confirmed)
        for handle, mentor in directory.mentors.items()
        if statuses[handle].listed
    )
    return {handle: day for handle, day in days if day}


def newest_title(settings: Settings) -> str:
    """Return what the feed of new and changed profiles is called."""
    return _("{community}: new and updated mentors", community=settings.name)


def _feed(settings: Settings, updated: str) -> ET.Element:
    feed = ET.Element("feed", xmlns=ATOM)
    _child(feed, "id", tag(settings, "mentors"))
    _child(feed, "title", newest_title(settings))
    if settings.tagline:
        _child(feed, "subtitle", settings.tagline)
    _child(feed, "updated", updated)
    _child(_child(feed, "author"), "name", settings.name)
    _child(feed, "link", rel="self", type="application/atom+xml", href=site_address(settings, FEED_PATH))
    _child(feed, "link", rel="alternate", type="text/html", href=site_address(settings, "mentors/"))
    return feed


def _entry(directory: Directory, mentor: Mentor, day: date) -> ET.Element:
    settings, skills = directory.settings, directory.vocabularies.skills
    entry = ET.Element("entry")
    _child(entry, "id", tag(settings, f"mentors/{mentor.handle}"))
    _child(entry, "title", mentor.name)
    _child(entry, "updated", _midnight(day))
    _child(_child(entry, "author"), "name", mentor.name)
    _child(entry, "link", rel="alternate", type="text/html", href=site_address(settings, f"mentors/{mentor.handle}/"))
    for skill in mentor.skills:
        _child(entry, "category", term=skill, label=writable(skills.label(skill)))
    _child(entry, "summary", mentor.headline, type="text")
    return entry


def _child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = writable(text) if text else None
    return child


def writable(text: str) -> str:
    """Return a text with a replacement character for each character that XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def site_address(settings: Settings, path: str, up: int = 1) -> str:
    """Return an absolute address, or one relative to a feed so many folders deep when the site's own is not known."""
    return (settings.site_url or "../" * up) + quote(path)


def tag(settings: Settings, name: str) -> str:
    """Return an identifier that outlives builds: a tag URI (RFC 4151) in the site's own name.

    The year is part of the name and never changes.
    """
    return _tag_start(settings.site_url, settings.repository) + quote(name)


@lru_cache(maxsize=16)
def _tag_start(site_url: str, repository: str) -> str:
    site = urlsplit(site_url)
    authority = site.hostname or "github.com"
    inside = site.path.strip("/") if site.hostname else repository
    return f"tag:{authority},2026:{quote(inside)}{'/' if inside else ''}"
