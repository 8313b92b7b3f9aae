"""My page: what someone comes back for, and everything that this site keeps in their browser, in one place.

The site does not know who anyone is. A login is typed here and stays in the browser; GitHub's own searches know the
rest, so the links to one's requests work without it, and without JavaScript.
"""

from typing import NamedTuple

from generator.site.build_stamp import built_line
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _
from generator.text.github_addresses import editor_of, threads_for_me, threads_from_me

PATH = "me/"
_WORKSHEET = "guides/before-you-ask/"
_me = template("me.html")


class _Kept(NamedTuple):
    """One kind of thing that the browser keeps: its name there, what it is called, and where it is used."""

    name: str
    label: str
    path: str = ""


def my_page(site: SiteContext) -> Page:
    """Make the page; search engines need not know it."""
    settings = site.directory.settings
    title = _("My page")
    kept = (
        _Kept("goals", _("My goals"), "mentors/#goals"),
        _Kept("shortlist", _("Saved mentors"), "mentors/#shortlist"),
        _Kept("profile", _("The profile I began"), "join/" if "join/" in site.own_pages else ""),
        _Kept("worksheets", _("Worksheets"), _WORKSHEET if _WORKSHEET in site.own_pages else ""),
        _Kept("me", _("My GitHub name")),
        _Kept("scheme", _("Light or dark colours")),
    )
    body = _me(
        title=title,
        kept=kept,
        opened=threads_from_me(settings),
        sent=threads_for_me(settings),
        editor=editor_of(settings, "mentors/"),
        join="join/" in site.own_pages,
        built=built_line(site.built),
    )
    description = _(
        "Your requests, your profile and your goals. What this site keeps about you is only in your browser."
    )
    return Page(PATH, title, description, body, page_head(site, PATH, title, description, False), False, bare=True)
