"""The page of mentees, for mentors: who wants to be found, what they want to learn, and who could help or learn with them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.matching.pairs import Buddy, Swap
from generator.model.mentor import Mentor
from generator.site.build_stamp import built_line
from generator.site.chips import chip_row
from generator.site.faces import plain_face
from generator.site.mentee_fit import MenteeFit
from generator.site.meta_tags import page_head
from generator.site.offering import how_to_offer
from generator.site.page import Page
from generator.site.pagination import Pagination, paginate
from generator.site.profile_header import time_there
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, ngettext
from generator.text.counting import listed, rounded
from generator.text.dates import day
from generator.text.labels import choice, choices
from generator.text.languages import languages
from generator.text.names import short_name

PATH = "mentees/"
CARDS_ON_A_PAGE = 120
_MOST_SKILLS = 24
_page = template("mentees.html")
_card = template("mentee_card.html")
_pairs = template("mentee_pairs.html")
_offer = template("offer.html")
_pagination = template("pagination.html")


class Skill(NamedTuple):
    """A skill that people here want, and how many."""

    id: str
    label: str
    count: int  # type: ignore[assignment]  # a tuple counts its values, too


class Helper(NamedTuple):
    """A mentor who could help."""

    handle: str
    short: str


class PairLine(NamedTuple):
    """Someone who looks for a mentor too, and why the two fit."""

    icon: str
    label: str
    handle: str
    name: str
    why: str


def mentee_pages(site: SiteContext) -> Iterator[Page]:
    """Yield the pages of those who look for a mentor; the first is there even when nobody does."""
    mentors = site.directory.mentors
    order = sorted(site.mentees, key=lambda handle: (-_newness(mentors[handle]), handle))
    for pages, shown in paginate(order, CARDS_ON_A_PAGE, PATH):
        yield _mentee_page(site, [mentors[handle] for handle in shown], pages, len(order))


def _newness(mentor: Mentor) -> int:
    """Who confirmed their profile last comes first."""
    return mentor.last_confirmed.toordinal() if mentor.last_confirmed else 0


def _mentee_page(site: SiteContext, shown: Sequence[Mentor], pages: Pagination, total: int) -> Page:
    title = (
        _("People looking for a mentor")
        if pages.number == 1
        else _("People looking for a mentor, page {number} of {count}", number=pages.number, count=pages.count)
    )
    lead = ngettext(
        "{count} person would like a mentor. If you can help, offer it: they decide.",
        "{count} people would like a mentor. If you can help, offer it: they decide.",
        total,
    )
    body = _page(
        title=title,
        lead=lead if total else "",
        cards=[mentee_card(site, mentor) for mentor in shown],
        skills=list(_wanted_skills(site, shown)),
        requests=site.activity is not None,
        guide="guides/mentee/" in site.own_pages,
        join="join/" in site.own_pages,
        pages=_pagination(pages=pages),
        built=built_line(site.built),
    )
    description = lead if total else _("Nobody is looking for a mentor here right now.")
    # It is about people who look for help, so search engines are never invited.
    return Page(pages.path, title, description, body, page_head(site, pages.path, title, description, False), False)


def _wanted_skills(site: SiteContext, shown: Sequence[Mentor]) -> Iterator[Skill]:
    label = site.directory.vocabularies.skills.label
    wanted = Counter(skill for mentor in shown if mentor.learning for skill in mentor.learning.skills)
    for skill, count in sorted(wanted.items(), key=lambda one: (-one[1], label(one[0])))[:_MOST_SKILLS]:
        yield Skill(skill, label(skill), count)


def mentee_card(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the card of someone who looks for a mentor: what they want, who could help, and how to offer it."""
    handle, learning = mentor.handle, mentor.learning
    skills = learning.skills if learning else ()
    return _card(
        handle=handle,
        face=plain_face(site, mentor),
        name=mentor.name,
        headline=mentor.headline,
        last=site.mentees[handle].isoformat(),
        skills=" ".join(skills),
        chips=chip_row(site.chips["skills"], skills),
        facts=list(mentee_facts(mentor, site.mentees[handle])),
        helpers=[Helper(one.handle, short_name(one.name)) for one in site.mentee_fit.helpers(handle)],
        pairs=pair_lines(site.mentee_fit, handle),
        offer=offer_button(site, mentor),
    )


def mentee_facts(mentor: Mentor, last: date) -> Iterator[tuple[str, str]]:
    """Yield what a mentor wants to know about a mentee, each with its icon: goals, stage, languages, zone, and until when."""
    learning = mentor.learning
    if learning and learning.goals:
        yield "check", choices("learning.goals", learning.goals)
    if learning and learning.stage:
        yield "next", choice("learning.stage", learning.stage)
    yield "globe", languages(mentor.languages)
    yield "clock", time_there(mentor.timezone)
    yield "calendar", _("Looking until {day}", day=day(last))


def offer_button(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the button with which a mentor offers to help."""
    url = how_to_offer(site, mentor)
    return _offer(url=url, name=short_name(mentor.name)) if url else Markup("")


def pair_lines(fit: MenteeFit, handle: str) -> Markup | str:
    """Return with whom someone could swap or learn, and why; nothing where there is nobody."""
    lines = [*map(_swap_line, fit.swaps(handle)), *map(_buddy_line, fit.buddies(handle))]
    return _pairs(lines=lines) if lines else ""


def _swap_line(swap: Swap) -> PairLine:
    why = _(
        "{name} can teach {theirs}, and wants to learn {mine}.",
        name=short_name(swap.name),
        theirs=listed(swap.they_teach),
        mine=listed(swap.you_teach),
    )
    return PairLine("fit", _("Could mentor each other with"), swap.other, short_name(swap.name), why)


def _buddy_line(buddy: Buddy) -> PairLine:
    stage = {0: _("at the same stage"), 1: _("one stage ahead"), -1: _("one stage behind")}[buddy.ahead]
    why = _(
        "{name} wants to learn {topics} too, is {stage}, and is free at the same time {hours} h a week.",
        name=short_name(buddy.name),
        topics=listed(buddy.topics),
        stage=stage,
        hours=rounded(buddy.hours),
    )
    return PairLine("people", _("Could learn together with"), buddy.other, short_name(buddy.name), why)
