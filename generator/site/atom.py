"""Write Atom feeds (RFC 4287): the one writer for profiles and for requests."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from generator.model.directory import Settings
from generator.site.templating import compile_flat_template, concat

NEWEST = 50
"""How many entries a feed holds at most."""

# XML 1.0 has no way to write these, not even escaped; one of them would end the whole feed.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_feed = compile_flat_template(
    "atom_feed.xml", "id", "title", "subtitle", "updated", "author", "here", "page", "entries"
)
_entry = compile_flat_template("atom_entry.xml", "id", "title", "updated", "author", "address", "categories", "summary")
_subtitle = compile_flat_template("atom_subtitle.xml", "text")
_author = compile_flat_template("atom_author.xml", "name")
_category = compile_flat_template("atom_category.xml", "term", "label")
_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `updated` is a time as Atom writes it, a category is a term with its label or without."""

    name: str
    title: str
    updated: str
    address: str
    summary: str
    author: str = ""
    categories: tuple[tuple[str, str], ...] = ()


def write_feed(
    settings: Settings, name: str, title: str, updated: str, path: str, page: str, entries: Iterable[Entry]
) -> bytes:
    """Write the feed that lies at `path` and is about the page at `page`; `name` sets it apart from other feeds in every build."""
    up = path.count("/")
    return _feed(
        id=tag(settings, name),
        title=writable(title),
        subtitle=_subtitle(text=writable(settings.tagline)) if settings.tagline else _NOTHING,
        updated=updated,
        author=_author(name=writable(settings.name)),
        here=site_address(settings, path, up),
        page=site_address(settings, page, up),
        entries=concat(_written(settings, entry) for entry in entries),
    ).encode()


def _written(settings: Settings, entry: Entry) -> Markup:
    return _entry(
        id=tag(settings, entry.name),
        title=writable(entry.title),
        updated=entry.updated,
        author=_author(name=writable(entry.author)) if entry.author else _NOTHING,
        address=entry.address,
        categories=concat(_category(term=term, label=writable(label)) for term, label in entry.categories),
        summary=writable(entry.summary),
    )


def writable(text: str) -> str:
    """Return a text with a replacement character for each character that XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


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
