"""How people, days and places are written in comments."""

import re
import unicodedata
from datetime import date, datetime
from urllib.parse import quote

from generator.requests.lifecycle.context import RequestContext
from generator.text.phrases import MONTHS

_KEPT = frozenset(" .,'’()-")
_HOST = "https://github.com/"


def plain(name: str) -> str:
    """Write a name so that no sign of it means anything to Markdown or GitHub; what is no letter or digit falls away."""
    letters = (
        letter if letter in _KEPT or letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        for letter in name
    )
    # At the start of a line such a sign would begin a list.
    kept = re.sub(r"^(?:[\W_]|[0-9]+[.)](?=\W|$))+", "", " ".join("".join(letters).split()))
    # A dot or hyphen between two letters could make a link or a reference of it; a word joiner cannot be seen.
    return re.sub(r"(?<=\w)([.\-])(?=\w)", "\\1\u2060", kept)


def called(handle: str, registry: RequestContext) -> str:
    """Return a mentor's name, with a link to their page where the site's address is known."""
    name = plain(registry.name(handle)) or handle
    url = page_of(handle, registry)
    return f"[{name}]({url})" if url else f"{name} (`{handle}`)"


def page_of(handle: str, registry: RequestContext) -> str:
    """Return the address of a mentor's page, or nothing where the site has no address yet."""
    site = registry.directory.settings.site_url
    return f"{site}mentors/{quote(handle)}/" if site and handle in registry.directory.mentors else ""


def request_form(registry: RequestContext, handle: str = "") -> str:
    """Return the address of the request form, with a mentor filled in or without."""
    start = f"{_HOST}{registry.directory.settings.repository}/issues/new"
    return f"{start}?template=request.yml&mentor={quote(handle)}" if handle else f"{start}?template=request.yml"


def find_mentors(registry: RequestContext) -> str:
    """Return where mentors are found: the site's list, or the folder where it has no address yet."""
    settings = registry.directory.settings
    return (
        f"{settings.site_url}mentors/"
        if settings.site_url
        else f"{_HOST}{settings.repository}/tree/{quote(settings.branch)}/mentors"
    )


def become_a_mentor(registry: RequestContext) -> str:
    """Return where it is told how to become a mentor: on the site, or in the repository where it has no address yet."""
    settings = registry.directory.settings
    return (
        f"{settings.site_url}join/"
        if settings.site_url
        else f"{_HOST}{settings.repository}/blob/{quote(settings.branch)}/docs/join.md"
    )


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 day", "3 days"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def day(on: date | datetime) -> str:
    """Write a day: "5 December 2026"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"
