"""The page on which people become a mentor, and change their profile: a form that writes their file.

Everything happens in the browser: nothing is sent until someone proposes the file on GitHub, as themselves. Without
JavaScript the page explains the other ways. What the community wrote about joining follows below the form.
"""

from typing import Any, NamedTuple

from markupsafe import Markup

from generator.site.build_stamp import built_line
from generator.site.join.fields import first_fields, groups
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _
from generator.text.countries import country, country_codes
from generator.text.dates import weekday
from generator.text.github_addresses import SIGN_UP, editor_of, issue_form, new_file_in

PATH = "join/"
PRESET = {"commitment": "1h", "capacity": "1"}
"""What a new mentor promises unless they choose otherwise: little, and kept."""
_join = template("join.html")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class _Id(NamedTuple):
    id: str
    label: str


def join_page(site: SiteContext) -> Page:
    """Make the page."""
    directory = site.directory
    settings = directory.settings
    title = _("Become a mentor")
    ids = {
        "programs": [_Id(one.id, one.title) for one in directory.programs.values()],
        "roadmaps": [_Id(one.id, one.title) for one in directory.roadmaps.values()],
    }
    body = _join(
        title=title,
        first=first_fields(),
        groups=groups(
            empty=[name for name, known in ids.items() if not known],
            without=[] if settings.private_repository else [("contact.mode", "private")],
        ),
        preset=PRESET,
        ids=ids,
        countries=_countries(),
        days=[(name, weekday(number)) for number, name in enumerate(_DAYS)],
        new=new_file_in(settings, "mentors"),
        edit=editor_of(settings, "mentors/"),
        vocabulary=editor_of(settings, "vocabulary/"),
        elsewhere=settings.ask_without_github or settings.private_contact,
        form=issue_form(settings.repository, "profile.yml"),
        sign_up=SIGN_UP,
        text=site.join_text,
        built=built_line(site.built),
    )
    description = _("Become a mentor in two minutes: five questions, and a page of your own. You don’t need Git.")
    head = page_head(site, PATH, title, description, site.indexing)
    return Page(PATH, title, description, body, head, site.indexing, bare=True)


def _countries() -> list[tuple[str, str]]:
    named: list[tuple[str, Any]] = [(code, country(code)) for code in country_codes()]
    return sorted(named, key=lambda one: one[1])


def without_heading(html: str) -> Markup:
    """Take the first heading out of what a community wrote, since the page has its own."""
    start, heading, rest = html.partition("<h1")
    if heading and not start.strip():
        rest = rest.partition("</h1>")[2]
        return Markup(rest)  # noqa: S704  the community's own docs
    return Markup(html)  # noqa: S704  the community's own docs
