"""The site's own chrome: head, header with its navigation, and footer, around every page.

People's pages wear all of it. Guides are rendered by a documentation theme and wear only the header and the footer,
so that a visitor never sees where one ends and the other begins; see docs/decisions/0012.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from generator.site.build_stamp import STAMP
from generator.site.page import ROOT, Page
from generator.site.policy import strict_policy
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, locale
from generator.text.dates import day
from generator.text.github_addresses import profile_of

_SLOTS = ("page_title", "description", "head", "body")
_MARK = "\x04{}\x05"


class Entry(NamedTuple):
    """One link of the navigation; `current` is what `aria-current` says, or empty."""

    path: str
    label: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The chrome around a page, cut where the page's own parts go."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    def fill(self, page: Page, site_name: str) -> str:
        """Put a page into the chrome, with every link made relative to the page's own place."""
        title = page.title if page.title == site_name else f"{page.title} · {site_name}"
        values = {
            "page_title": escape(title),
            "description": escape(page.description),
            "head": page.head,
            "body": page.body,
        }
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (values[slot], piece)
        return "".join(parts).replace(ROOT, page.start or "../" * page.path.count("/"))


_layout = template("layout.html")
_header = template("header.html")
_foot = template("foot.html")


def header(site: SiteContext, path: str) -> Markup:
    """Return the header of the page at `path`, with the navigation's entry for it marked."""
    return _header(name=site.directory.settings.name, entries=list(_navigation(site, path)))


def foot(site: SiteContext, stack: str = "") -> Markup:
    """Return the footer; `stack` names what else made the page, as documentation themes ask for."""
    return _foot(
        name=site.directory.settings.name,
        built=day(site.built),
        exact=site.built.date().isoformat(),
        stamp=STAMP,
        stack=stack,
        directory=list(_directory(site)),
        community=list(_community(site)),
    )


class Layouts:
    """The chrome of one site in one language: pages of the same section share theirs."""

    def __init__(self, site: SiteContext) -> None:
        """Begin without any layout; each is made when its first page comes."""
        self._site = site
        self._made: dict[tuple[str, bool, bool], Layout] = {}

    def fill(self, page: Page) -> str:
        """Return the whole page."""
        section = f"{page.path.split('/')[0]}/" if page.path else ""
        key = (section, page.path == section, page.bare)
        if key not in self._made:
            self._made[key] = _layout_of(self._site, *key)
        return self._made[key].fill(page, self._site.directory.settings.name)


def _layout_of(site: SiteContext, section: str, first: bool, bare: bool) -> Layout:
    marks = {slot: Markup(_MARK.format(slot)) for slot in _SLOTS}
    html = str(
        _layout(
            **marks,
            language=str(locale()).replace("_", "-"),
            direction=locale().text_direction,
            header=header(site, section if first else f"{section}-"),
            footer=foot(site),
            bare=bare,
            policy=strict_policy(site.live_reload),
        )
    )
    pieces = html.replace("\x05", "\x04").split("\x04")
    return Layout(tuple(pieces[::2]), tuple(pieces[1::2]))


def _navigation(site: SiteContext, path: str) -> Iterator[Entry]:
    """Yield the entries of the header in their order; what the community does not have is left out."""
    yield _entry("mentors/", _("Find a mentor"), path)
    if site.directory.programs:
        yield _entry("programs/", _("Programs"), path)
    if site.directory.roadmaps:
        yield _entry("roadmaps/", _("Roadmaps"), path)
    if site.mentees:
        yield _entry("mentees/", _("Mentees"), path)
    if site.activity:
        yield _entry("requests/", _("Requests"), path)
    guides = site.guides
    if guides:
        yield _entry(guides, _("Guides"), path)
    if "join/" in site.own_pages:
        yield _entry("join/", _("Become a mentor"), path)


def _entry(target: str, label: str, path: str) -> Entry:
    section = target.split("/")[0]
    here = "page" if path == target else "true" if path.split("/")[0] == section else ""
    return Entry(target, label, here)


def _directory(site: SiteContext) -> Iterator[Entry]:
    yield Entry("mentors/", _("All mentors"))
    yield Entry("skills/", _("By skill"))
    yield Entry("topics/", _("By topic"))
    yield Entry("domains/", _("By domain"))
    yield Entry("languages/", _("By language"))
    yield Entry("programs/", _("Programs"))
    yield Entry("roadmaps/", _("Roadmaps"))
    yield Entry("requests/", _("Open requests"))
    yield Entry("mentees/", _("People looking for a mentor"))
    yield Entry("ask/", _("Ask a mentor"))
    yield Entry("sessions/", _("Events and office hours"))
    yield Entry("activity/", _("What’s new"))
    yield Entry("communities/", _("Communities"))
    yield Entry("resources/", _("Resources and jobs boards"))
    yield Entry("stories/", _("Stories"))
    yield Entry("thanks/", _("Thanks"))
    yield Entry("pulse/", _("How we’re doing"))
    yield Entry("feeds/", _("Feeds and calendars"))


class _Link(NamedTuple):
    url: str
    label: str


def _community(site: SiteContext) -> Iterator[_Link]:
    settings = site.directory.settings
    pages = (
        ("join/", _("Become a mentor")),
        ("how-it-works/", _("How it works")),
        ("guides/safety/", _("Privacy and safety")),
        ("code-of-conduct/", _("Code of conduct")),
        ("support/", _("Support")),
    )
    for path, label in pages:
        if path in site.own_pages:
            yield _Link(f"{ROOT}{path}", label)
    yield _Link(settings.private_contact, _("Report a concern privately"))
    for login in settings.coordinators:
        yield _Link(profile_of(login), _("Coordinator: {login}", login=login))
