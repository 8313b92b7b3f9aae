"""True stories of mentorships: a list with filters, a page each, a feed, and links from skills, fields and mentors."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from generator.model.story import Story
from generator.site.atom import NEWEST, Entry, site_address, write_feed
from generator.site.build_stamp import built_line
from generator.site.chips import chip_row
from generator.site.meta_tags import page_head
from generator.site.page import Page, PlainFile
from generator.site.prose import render_prose
from generator.site.site_context import SiteContext
from generator.site.templating import concat, template
from generator.text.catalogue import N_, _
from generator.text.dates import day
from generator.text.github_addresses import new_file_in, source_of
from generator.text.labels import choice
from generator.text.names import short_name

PATH, FEED = "stories/", "feeds/stories.xml"
_GUIDE = "guides/stories/"
_KINDS = (("domains", N_("Field")), ("career_paths", N_("Career path")), ("skills", N_("Skill")))
_MOST_ON_A_TERM = 3
_list = template("stories.html")
_story = template("story.html")
_told = template("stories_of.html")

TEMPLATES = {
    "story": "## Where I started\n\n## What we did together\n\n## What helped most\n\n## What changed\n",
    "case-study": "## The person and the goal\n\n## The challenge\n\n## What we tried\n\n## What came of it\n\n## What we would do differently\n",
}
"""What a new story begins with, by its kind; the guide on stories shows the same."""
_WRITE = {"story": N_("Write a story"), "case-study": N_("Write a case study")}
_FIELDS = """---
title:
summary:
kind: {kind}
date: {date}
mentor:
mentee:
skills: []
domains: []
career_paths: []
consent: [mentee, mentor]
---

"""


class _Card(NamedTuple):
    """One story in a list; `values` are what filters look at."""

    path: str
    title: str
    summary: str
    kind: str
    when: str
    chips: Markup
    values: dict[str, str]


class _Filter(NamedTuple):
    name: str
    title: str
    choices: list[tuple[str, str]]


def story_pages(site: SiteContext) -> Iterator[Page]:
    """Yield the list, and a page for each story."""
    yield _list_page(site)
    for story in site.directory.stories.values():
        yield _page(site, story)


def _list_page(site: SiteContext) -> Page:
    title = _("Stories")
    lead = _("True stories of mentorships, told by the people in them.")
    stories = newest_first(site.directory.stories.values())
    body = _list(
        title=title,
        lead=lead,
        cards=[_card(site, one) for one in stories],
        filters=[one for one in _filters(site, stories) if len(one.choices) > 1] if len(stories) > 3 else [],
        write=[(_(label), _new_story(site, kind)) for kind, label in _WRITE.items()],
        guide=_GUIDE if _GUIDE in site.own_pages else "",
        feed=FEED,
        built=built_line(site.built),
    )
    indexed = bool(stories) and site.indexing
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, indexed), indexed)


def _page(site: SiteContext, story: Story) -> Page:
    path = f"{PATH}{story.id}/"
    mentor = site.directory.mentors.get(story.mentor)
    listed = mentor is not None and site.statuses[story.mentor].listed
    body = _story(
        title=story.title,
        summary=story.summary,
        kind=choice("kind", story.kind, "story"),
        when=day(story.date),
        mentee=story.mentee,
        mentor=short_name(mentor.name) if mentor else "",
        mentor_page=f"mentors/{story.mentor}/" if listed else "",
        prose=render_prose(story.text),
        chips=_chips(site, story),
        source=source_of(site.directory.settings, f"stories/{story.id}.md"),
        concern=site.directory.settings.private_contact,
        built=built_line(site.built),
    )
    head = page_head(site, path, story.title, story.summary, site.indexing)
    return Page(path, story.title, story.summary, body, head, site.indexing, story.date)


def stories_feed(site: SiteContext) -> PlainFile:
    """Return the stories as an Atom feed, the newest first."""
    settings = site.directory.settings
    stories = newest_first(site.directory.stories.values())[:NEWEST]
    entries = [
        Entry(
            name=f"stories/{one.id}",
            title=one.title,
            updated=f"{one.date.isoformat()}T00:00:00Z",
            address=site_address(settings, f"{PATH}{one.id}/"),
            summary=one.summary,
            author=one.mentee,
        )
        for one in stories
    ]
    updated = entries[0].updated if entries else site.built.strftime("%Y-%m-%dT%H:%M:%SZ")
    return PlainFile(FEED, write_feed(settings, "stories", feed_title(site), updated, FEED, PATH, entries))


def feed_title(site: SiteContext) -> str:
    """Return what the feed of stories is called."""
    return _("{community}: stories", community=site.directory.settings.name)


def stories_of_term(site: SiteContext, kind: str, term_id: str) -> Markup:
    """Return the newest stories about a term, or nothing."""
    found = (one for one in site.directory.stories.values() if term_id in getattr(one, kind, ()))
    return _told_in(site, found)


def stories_of_mentor(site: SiteContext, handle: str) -> Markup:
    """Return the newest stories about a mentor, or nothing."""
    return _told_in(site, (one for one in site.directory.stories.values() if one.mentor == handle))


def newest_first(stories: Iterable[Story]) -> list[Story]:
    """Return stories in the order of their days, the newest first."""
    return sorted(stories, key=lambda one: (-one.date.toordinal(), one.id))


def _told_in(site: SiteContext, stories: Iterable[Story]) -> Markup:
    cards = [_card(site, one) for one in newest_first(stories)[:_MOST_ON_A_TERM]]
    return _told(cards=cards) if cards else Markup("")


def _card(site: SiteContext, story: Story) -> _Card:
    return _Card(
        path=f"{PATH}{story.id}/",
        title=story.title,
        summary=story.summary,
        kind=choice("kind", story.kind, "story"),
        when=day(story.date),
        chips=_chips(site, story),
        values={kind.replace("_", "-"): " ".join(getattr(story, kind)) for kind, _title in _KINDS},
    )


def _chips(site: SiteContext, story: Story) -> Markup:
    kinds = ("skills", "topics", "domains", "career_paths")
    return concat(chip_row(site.chips[kind], getattr(story, kind)) for kind in kinds)


def _filters(site: SiteContext, stories: Sequence[Story]) -> Iterator[_Filter]:
    for kind, title in _KINDS:
        terms = site.directory.vocabularies.of_kind(kind)
        ids = {id for one in stories for id in getattr(one, kind)}
        choices = sorted(((id, terms.label(id)) for id in ids), key=lambda one: one[1].casefold())
        yield _Filter(kind.replace("_", "-"), _(title), choices)


def _new_story(site: SiteContext, kind: str) -> str:
    """Return where a new story is written, with a template in it."""
    start = _FIELDS.format(kind=kind, date=site.today.isoformat()) + TEMPLATES[kind]
    query = urlencode({"filename": "my-story.md", "value": start})
    return f"{new_file_in(site.directory.settings, 'stories')}?{query}"
