"""The page of thanks: notes that mentee and mentor agreed to show, who was thanked this year, and what was reached together.

Nobody is ranked: names are in the order of the alphabet, and milestones are the community's.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.milestones import Milestone, milestones_of, thanked_since
from generator.model.review import Review
from generator.site.atom import NEWEST, Entry, site_address, write_feed
from generator.site.build_stamp import built_line
from generator.site.faces import plain_face
from generator.site.meta_tags import page_head
from generator.site.page import Page, PlainFile
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, ngettext
from generator.text.dates import day
from generator.text.github_addresses import profile_of
from generator.text.names import short_name

PATH, FEED = "thanks/", "feeds/thanks.xml"
_MOST_NOTES = 60
_page = template("thanks.html")


class _Note(NamedTuple):
    """A sentence of thanks to a mentor; `mentee` is a login, or empty."""

    thanks: str
    mentor: str
    handle: str
    face: Markup
    mentee: str
    profile: str
    when: str
    said_on: date
    number: int


class _Thanked(NamedTuple):
    handle: str
    name: str
    face: Markup


class _Reached(NamedTuple):
    words: str
    when: str


def thanks_page(site: SiteContext) -> Page:
    """Return the page; before there is anything, it says how thanks get here."""
    title = _("Thanks")
    lead = _("What mentees say to their mentors, and what we’ve reached together.")
    notes, thanked, reached = list(_notes(site))[:_MOST_NOTES], list(_thanked(site)), list(_reached(site))
    body = _page(
        title=title,
        lead=lead,
        notes=notes,
        thanked=thanked,
        reached=reached,
        join="join/" in site.own_pages,
        feed=FEED,
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, bool(notes)), False)


def thanks_feed(site: SiteContext) -> PlainFile:
    """Return notes of thanks and milestones as an Atom feed, the newest first."""
    settings = site.directory.settings
    entries = [
        (note.said_on, Entry(
            name=f"thanks/{note.number}",
            title=_("Thanks to {mentor}", mentor=note.mentor),
            updated=_midnight(note.said_on),
            address=site_address(settings, PATH),
            summary=note.thanks,
            author=note.mentee,
        ))
        for note in _notes(site)
    ] + [
        (one.on, Entry(
            name=f"milestones/{one.count}",
            title=_reached_words(one),
            updated=_midnight(one.on),
            address=site_address(settings, PATH),
            summary=_reached_words(one),
        ))
        for one in _milestones(site)
    ]  # fmt: skip
    newest = [entry for _on, entry in sorted(entries, key=lambda one: (one[0], one[1].name), reverse=True)][:NEWEST]
    updated = newest[0].updated if newest else site.built.strftime("%Y-%m-%dT%H:%M:%SZ")
    return PlainFile(FEED, write_feed(settings, "thanks", feed_title(site), updated, FEED, PATH, newest))


def feed_title(site: SiteContext) -> str:
    """Return what the feed of thanks is called."""
    return _("{community}: thanks and milestones", community=site.directory.settings.name)


def _shown(site: SiteContext) -> Iterator[Review]:
    for found in site.reviews.values():
        yield from found.reviews


def _notes(site: SiteContext) -> Iterator[_Note]:
    for one in sorted(_shown(site), key=lambda review: (review.at, review.number), reverse=True):
        if one.thanks:
            mentor = site.directory.mentors[one.mentor]
            yield _Note(
                one.thanks,
                short_name(mentor.name),
                one.mentor,
                plain_face(site, mentor),
                one.mentee,
                profile_of(one.mentee) if one.mentee else "",
                day(one.at),
                one.at,
                one.number,
            )


def _thanked(site: SiteContext) -> Iterator[_Thanked]:
    handles = thanked_since(_shown(site), site.today)
    mentors = [site.directory.mentors[handle] for handle in handles]
    for mentor in sorted(mentors, key=lambda one: (one.name.casefold(), one.handle)):
        yield _Thanked(mentor.handle, mentor.name, plain_face(site, mentor))


def _milestones(site: SiteContext) -> tuple[Milestone, ...]:
    return milestones_of(site.activity) if site.activity else ()


def _reached(site: SiteContext) -> Iterator[_Reached]:
    for one in _milestones(site):
        yield _Reached(_reached_words(one), day(one.on))


def _reached_words(one: Milestone) -> str:
    return ngettext("The first completed mentorship", "{count} completed mentorships", one.count)


def _midnight(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"
