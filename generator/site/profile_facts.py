"""The sections of a mentor's page: what the file says, each under the question it answers.

What was not stated leaves no trace: an empty fact is dropped, and a section without facts or prose is too.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Mentor
from generator.model.vocabulary import KINDS
from generator.site.calendar_words import office_hours, weekly_windows
from generator.site.chips import chip_row
from generator.site.prose import render_prose
from generator.site.request_feeds import feed_of
from generator.site.site_context import SiteContext
from generator.site.templating import (
    compile_flat_template,
    concat,
    escaped,
    mark_safe,
    split_at_hole,
    template,
    wrap_all,
)
from generator.text import counting
from generator.text.catalogue import _, ngettext, number
from generator.text.dates import day, time_zone
from generator.text.github_addresses import threads_that_mention
from generator.text.labels import choice, choices, field_title
from generator.text.languages import languages

Fact = tuple[str, object]
"""A question and its answer, as a text or as markup; anything empty was not stated."""

_inner_links = template("inner_links.html")
_own_words = compile_flat_template("own_words.html", "name")
_PROSE = split_at_hole("prose.html", "text")
_FACTS = split_at_hole("facts.html", "facts")
_BULLETS, _BULLET = split_at_hole("bullets.html", "lines"), split_at_hole("bullet.html", "text")
_link = compile_flat_template("link.html", "title", "url")
_threads = compile_flat_template("threads.html", "url")
_feed = compile_flat_template("feed_link.html", "path")


def profile_sections(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    """Return the sections that have something to say, in the order in which people decide."""
    return concat(
        (
            _section(
                "background",
                _("Background"),
                _background(site, mentor),
                mentor.bio,
                _own_words(name=mentor.name) if mentor.bio else "",
            ),
            _section("expertise", _("Expertise"), _expertise(site, mentor)),
            _section("approach", _("Approach"), _approach(site, mentor), mentor.approach),
            _section("availability", _("Availability"), _availability(site, mentor, status)),
            _section("requests", _("Requests"), _requests(site, mentor, status)) if site.activity else "",
            _section("learning", _("Also learning"), _learning(site, mentor)),
        )
    )


def _section(name: str, title: str, facts: Iterable[Fact], text: str = "", note: str = "") -> str:
    """Return a section, or nothing when it has neither facts nor a text."""
    pieces = []
    for question, answer in facts:
        if type(answer) is str and answer:
            pieces.append(_fact(question, answer))
        elif answer:
            before, after = _fact_sides(question)
            pieces += before, escaped(answer), after
    if not (pieces or text):
        return ""
    before, after = _section_sides(name, title)
    prose = (_PROSE[0], render_prose(text), _PROSE[1]) if text else ()
    listed = (_FACTS[0], *pieces, _FACTS[1]) if pieces else ()
    return "".join((before, note, *prose, *listed, after))


@lru_cache(maxsize=16384)
def _fact(question: str, answer: str) -> str:
    """Return a fact in plain words; most mentors give one of a few answers."""
    return wrap_all(_fact_sides(question), (answer,))


@cache
def _fact_sides(question: str) -> tuple[str, str]:
    return split_at_hole("fact.html", "answer", question=question)


@cache
def _section_sides(name: str, title: str) -> tuple[str, str]:
    return split_at_hole("section.html", "content", id=name, title=title)


def _background(site: SiteContext, mentor: Mentor) -> Iterator[Fact]:
    years = mentor.years_experience
    yield _("Experience"), years is not None and (counting.years(years) if years else _("Less than a year"))
    yield field_title("stage"), mentor.stage and choice("stage", mentor.stage)
    yield _("Perspective"), choices("background", mentor.background)
    yield field_title("domains"), chip_row(site.chips["domains"], mentor.domains)
    yield field_title("career_paths"), chip_row(site.chips["career_paths"], mentor.career_paths)
    yield field_title("affiliations"), " · ".join(mentor.affiliations)
    yield field_title("links"), mentor.links and _own_links(mentor.links)


def _expertise(site: SiteContext, mentor: Mentor) -> Iterator[Fact]:
    skills = site.chips["skills"]
    yield _("Teaches"), chip_row(skills, mentor.skills)
    yield _("Can get you started with"), chip_row(skills, mentor.can_introduce)
    yield field_title("topics"), chip_row(site.chips["topics"], mentor.topics)
    yield field_title("goals"), choices("goals", mentor.goals)
    yield field_title("can_help_with"), mentor.can_help_with and _bullets(mentor.can_help_with)
    yield field_title("cannot_help_with"), mentor.cannot_help_with and _bullets(_declined(site, mentor))
    yield _("For people who are"), choices("stages_supported", mentor.stages_supported)
    roadmaps = site.directory.roadmaps
    paths = [(f"roadmaps/{one}/", roadmaps[one].title) for one in mentor.roadmaps if one in roadmaps]
    yield field_title("roadmaps"), paths and _inner_links(links=paths)


def _approach(site: SiteContext, mentor: Mentor) -> Iterator[Fact]:
    style, calls, expectations = mentor.style, mentor.calls, mentor.expectations
    yield field_title("style.structure"), style.structure and choice("style.structure", style.structure)
    yield field_title("style.guidance"), style.guidance and choice("style.guidance", style.guidance)
    yield _("Kinds of mentorship"), choices("relationship_types", mentor.relationship_types)
    yield field_title("formats"), choices("formats", mentor.formats)
    yield field_title("channels"), choices("channels", mentor.channels)
    yield field_title("cadence"), choices("cadence", mentor.cadence)
    yield (
        field_title("calls.spontaneous"),
        calls.spontaneous is not None and (_("Welcome") if calls.spontaneous else _("No")),
    )
    sharing = calls.screen_sharing
    yield field_title("calls.screen_sharing"), sharing is not None and (_("Yes") if sharing else _("No"))
    yield field_title("calls.recording"), calls.recording and choice("calls.recording", calls.recording)
    reply, trial = expectations.reply_within_days, expectations.trial_days
    yield field_title("expectations.reply_within_days"), reply and counting.days(reply)
    yield field_title("expectations.trial_days"), trial and counting.days(trial)
    yield field_title("expectations.preparation"), expectations.preparation
    yield field_title("accessibility"), choices("accessibility", mentor.accessibility)
    programs = site.directory.programs
    paths = [(f"programs/{one}/", programs[one].title) for one in mentor.programs if one in programs]
    yield field_title("programs"), paths and _inner_links(links=paths)


def _availability(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Iterator[Fact]:
    spots = status.listed and status.places
    yield _("Spots"), spots and _("{free} of {all} open", free=status.openings, all=spots)
    yield field_title("commitment"), choice("commitment", mentor.commitment)
    yield field_title("timezone"), time_zone(mentor.timezone, site.built)
    yield field_title("windows"), mentor.windows and weekly_windows(mentor.windows)
    yield field_title("office_hours"), mentor.office_hours and office_hours(mentor.office_hours)
    yield field_title("constraints"), mentor.constraints
    yield field_title("group_size"), mentor.group_size > 1 and _up_to(mentor.group_size)
    yield field_title("languages"), languages(mentor.languages)
    yield field_title("last_confirmed"), status.confirmed and day(status.confirmed)


def _requests(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Iterator[Fact]:
    """Yield how many requests a mentor has, never whose, and where the mentor sees each new one."""
    here = mentor.contact.mode == "issue"
    if not here and not (status.active or status.pending):
        return
    yield _("Open now"), _open_now(status)
    threads = _threads(url=threads_that_mention(site.directory.settings, mentor.github))
    yield _("Follow"), concat((threads, _feed(path=feed_of(mentor.handle)))) if mentor.handle in site.asked else threads


def _open_now(status: AvailabilityStatus) -> str:
    waiting, active = status.pending, status.active
    if waiting and active:
        return _("{waiting} waiting, {active} in progress", waiting=number(waiting), active=number(active))
    if waiting:
        return ngettext("{count} waiting", "{count} waiting", waiting)
    return ngettext("{count} in progress", "{count} in progress", active) if active else _("None")


def _up_to(people: int) -> str:
    return ngettext("Up to {count} person", "Up to {count} people", people)


def _learning(site: SiteContext, mentor: Mentor) -> Iterator[Fact]:
    """Yield what a mentor who looks for a mentor wants to learn, until the day they gave has passed."""
    learning = mentor.learning
    if not (mentor.seeking_mentor and learning) or (learning.until and learning.until < site.today):
        return
    yield _("Wants a mentor for"), chip_row(site.chips["skills"], learning.skills)
    yield field_title("learning.goals"), choices("learning.goals", learning.goals)
    yield field_title("learning.stage"), learning.stage and choice("learning.stage", learning.stage)
    yield field_title("learning.until"), learning.until and day(learning.until)


def _own_links(links: tuple[tuple[str, str], ...]) -> Markup:
    return concat([_link(title=field_title(f"links.{name}"), url=url) for name, url in links])


def _bullets(texts: Iterable[str]) -> Markup:
    return mark_safe(wrap_all(_BULLETS, (mark_safe(wrap_all(_BULLET, texts)),)))


def _declined(site: SiteContext, mentor: Mentor) -> list[str]:
    """Name what a mentor does not help with: ids of any vocabulary get their labels, other texts stay."""
    vocabularies = [site.directory.vocabularies.of_kind(kind) for kind in KINDS]
    return [next((v.label(word) for v in vocabularies if word in v.terms), word) for word in mentor.cannot_help_with]
