"""Turn a directory into what feed readers and search engines ask for: an Atom feed and sitemap lines."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory, Settings
from generator.model.mentor import Mentor
from generator.site.atom import NEWEST, Entry, site_address, write_feed
from generator.site.page import PlainFile
from generator.text.catalogue import _

FEED_PATH = "feeds/mentors.xml"


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
    settings = directory.settings
    entries = (_entry(directory, directory.mentors[handle], dates[handle]) for handle in newest)
    return PlainFile(
        FEED_PATH,
        write_feed(settings, "mentors", newest_title(settings), updated, FEED_PATH, "mentors/", entries),
    )


def sitemap_entries(pages: Iterable[tuple[str, date | None]], site_url: str) -> str:
    """Turn page paths and their dates into `<url>` elements, one a line, in the order given.

    Paths are relative to the site's root and may hold any character. Sitemaps take absolute addresses
    only, so without a site_url there are no lines.
    """
    return "".join(_sitemap_entry(site_url + quote(path), day) for path, day in pages) if site_url else ""


def _sitemap_entry(address: str, day: date | None) -> str:
    url = ET.Element("url")
    ET.SubElement(url, "loc").text = address
    if day:
        ET.SubElement(url, "lastmod").text = day.isoformat()
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


def _entry(directory: Directory, mentor: Mentor, day: date) -> Entry:
    settings, skills = directory.settings, directory.vocabularies.skills
    return Entry(
        name=f"mentors/{mentor.handle}",
        title=mentor.name,
        updated=_midnight(day),
        address=site_address(settings, f"mentors/{mentor.handle}/"),
        summary=mentor.headline,
        author=mentor.name,
        categories=tuple((skill, skills.label(skill)) for skill in mentor.skills),
    )


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
