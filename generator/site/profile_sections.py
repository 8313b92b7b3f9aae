"""The sections of a mentor's page: what the file says, each under the question it answers.

What was not stated leaves no trace: an empty fact is dropped, and a section without facts or prose is too.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.insight.sessions import takes_place
from generator.model.mentor import Mentor
from generator.model.vocabulary import KINDS
from generator.site.calendar_words import office_hours, week_strip, window_text
from generator.site.calendars import has_calendar, mentor_calendar
from generator.site.chips import Chips, chip_row
from generator.site.mentees import pair_lines
from generator.site.profile_style import axes, calls_in_words, kinds_in_words, programs_of
from generator.site.prose import render_prose
from generator.site.reviews import reviews_section
from generator.site.similar import similar_mentors
from generator.site.site_context import SiteContext
from generator.site.stories import stories_of_mentor
from generator.site.templating import compile_flat_template, escaped, mark_safe, split_at_hole, template, wrap_all
from generator.site.track_record import known_of, track_record
from generator.text import counting
from generator.text.catalogue import _, cache_by_language
from generator.text.dates import day, time_zone
from generator.text.labels import choice, choices, field_title
from generator.text.names import short_name

Fact = tuple[str, str, object]
"""An icon, a question and its answer, as a text or as markup; anything empty was not stated."""

_inner_links = template("inner_links.html")
_fit = cache_by_language(template("profile_fit.html"))
_own_words = compile_flat_template("own_words.html", "name", "confirmed", "concern")
_hours = compile_flat_template("profile_hours.html", "zone", "windows", "there", "strip", "name")
_tips = split_at_hole("profile_tips.html", "lines")
_values = compile_flat_template("profile_values.html", "text")
_TIP = split_at_hole("profile_tip.html", "text")
_DECLINED = split_at_hole("declined_one.html", "text")
_PROSE = split_at_hole("prose.html", "text")
_FACTS = split_at_hole("facts.html", "facts")
_SIMILAR = split_at_hole("similar.html", "people")
_link = compile_flat_template("link.html", "title", "url")


def profile_sections(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    """Return the sections that have something to say, in the order in which people decide."""
    name = short_name(mentor.name)
    known = known_of(site.activity, mentor.handle)
    parts = (
        _fit() if status.can_be_asked else "",
        _section("expertise", _("What I can help with"), "".join(_help(site, mentor))),
        _section("hours", _("Free hours"), "".join(_free_time(site, mentor, name))),
        _section("work", _("How I work"), "".join(_work(site, mentor))),
        _section("record", _("Track record"), track_record(known, status)),
        reviews_section(site, mentor.handle, name),
        stories_of_mentor(site, mentor.handle) if site.directory.stories else "",
        _own(site, mentor, status),
        _section("learning", _("What I’m learning"), "".join(_learning(site, mentor))),
        _similar(site, mentor, name),
    )
    return mark_safe("".join(parts))


def mentee_sections(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the sections about someone who looks for a mentor and offers none: what they want comes first."""
    name = short_name(mentor.name)
    parts = (
        _section("learning", _("What I’m learning"), "".join(_learning(site, mentor))),
        _section("hours", _("Free hours"), "".join(_free_time(site, mentor, name))),
        _section("work", _("How I like to work"), "".join(_work(site, mentor))),
        _section("expertise", _("What I know"), "".join(_help(site, mentor))),
        _own(site, mentor, site.statuses[mentor.handle]),
    )
    return mark_safe("".join(parts))


def _section(name: str, title: str, content: str) -> str:
    """Return a section, or nothing when it has no content."""
    if not content:
        return ""
    before, after = _section_sides(name, title)
    return f"{before}{content}{after}"


@cache
def _section_sides(name: str, title: str) -> tuple[str, str]:
    return split_at_hole("section.html", "content", id=name, title=title)


def _help(site: SiteContext, mentor: Mentor) -> Iterator[str]:
    skills, chips = site.chips["skills"], site.chips
    if mentor.can_help_with:
        yield f"{_tips[0]}{wrap_all(_TIP, mentor.can_help_with)}{_tips[1]}"
    yield _terms(_("I know well"), "skill", skills, mentor.skills)
    yield _terms(_("I can get you started with"), "skill", skills, mentor.can_introduce)
    yield _terms(_("I like to talk about"), "topic", chips["topics"], mentor.topics)
    yield _terms(_("My fields"), "domain", chips["domains"], mentor.domains)
    yield _terms(_("Careers I know"), "career_path", chips["career_paths"], mentor.career_paths)
    roadmaps = site.directory.roadmaps
    paths = [(f"roadmaps/{one}/", roadmaps[one].title) for one in mentor.roadmaps if one in roadmaps]
    yield _group(_("Roadmaps I follow with mentees"), _inner_links(links=paths) if paths else "")
    if mentor.cannot_help_with:
        yield _group(_("Please don’t ask me for"), wrap_all(_DECLINED, _declined(site, mentor)))
    facts = (
        ("check", _("Goals I support"), choices("goals", mentor.goals)),
        ("people", _("For people who are"), choices("stages_supported", mentor.stages_supported)),
    )
    yield _listed_facts(facts)


def _terms(label: str, facet: str, chips: Chips, ids: Sequence[str]) -> str:
    """Return terms under their label, with a link to everyone who has one of them."""
    known = [id for id in ids if id in chips]
    if not known:
        return _group(label, chip_row(chips, ids))
    query = mark_safe("&amp;".join([f"{facet}={id}" for id in known]))
    return _linked_group(label)(chips=chip_row(chips, ids), query=query)


@cache
def _linked_group(label: str) -> Callable[..., Markup]:
    return compile_flat_template("chips_linked.html", "chips", "query", label=label)


def _group(label: str, chips: str) -> str:
    """Return chips under their label, or nothing without any."""
    if not chips:
        return ""
    before, after = _group_sides(label)
    return f"{before}{chips}{after}"


@cache
def _group_sides(label: str) -> tuple[str, str]:
    return split_at_hole("chips.html", "chips", label=label)


def _free_time(site: SiteContext, mentor: Mentor, name: str) -> Iterator[str]:
    if mentor.windows:
        yield _hours(
            zone=mentor.timezone,
            windows=", ".join(map(window_text, mentor.windows)),
            there=time_zone(mentor.timezone, site.built),
            strip=week_strip(mentor.windows),
            name=name,
        )
    facts = (
        (
            "calendar",
            field_title("office_hours"),
            mentor.office_hours and office_hours(mentor.office_hours, site.today, _calendar(site, mentor)),
        ),
        ("info", field_title("constraints"), mentor.constraints),
        (
            "calendar",
            _("Once we’ve agreed"),
            mentor.scheduling and _link(title=_("Book a time"), url=mentor.scheduling),
        ),
    )
    yield _listed_facts(facts)


def _calendar(site: SiteContext, mentor: Mentor) -> str:
    shown = takes_place(mentor, site.statuses[mentor.handle]) and has_calendar(mentor)
    return mentor_calendar(mentor.handle) if shown else ""


def _work(site: SiteContext, mentor: Mentor) -> Iterator[str]:
    expectations = mentor.expectations
    yield axes(mentor.style)
    if mentor.approach:
        yield f"{_PROSE[0]}{render_prose(mentor.approach)}{_PROSE[1]}"
    trial = expectations.trial_days
    facts = (
        ("people", _("Kinds of mentorship"), kinds_in_words(mentor)),
        ("talk", field_title("formats"), choices("formats", mentor.formats)),
        ("video", field_title("channels"), choices("channels", mentor.channels)),
        ("video", _("Calls"), calls_in_words(mentor.calls)),
        ("calendar", field_title("cadence"), choices("cadence", mentor.cadence)),
        ("clock", field_title("expectations.trial_days"), trial and counting.days(trial)),
        ("edit", _("Before we talk"), expectations.preparation),
        ("check", field_title("accessibility"), choices("accessibility", mentor.accessibility)),
        ("calendar", field_title("programs"), programs_of(site, mentor)),
    )
    yield _listed_facts(facts)


def _own(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> str:
    years = mentor.years_experience
    facts = _listed_facts(
        (
            (
                "clock",
                _("Experience"),
                years is not None and (counting.years(years) if years else _("Less than a year")),
            ),
            ("next", field_title("stage"), mentor.stage and choice("stage", mentor.stage)),
            ("people", _("Perspective"), choices("background", mentor.background)),
            ("place", field_title("affiliations"), " · ".join(mentor.affiliations)),
            ("sun", field_title("interests"), " · ".join(mentor.interests)),
            ("globe", field_title("links"), mentor.links and _own_links(mentor.links)),
        )
    )
    prose = f"{_PROSE[0]}{render_prose(mentor.bio)}{_PROSE[1]}" if mentor.bio else ""
    if mentor.values:
        prose = f"{prose}{_values(text=render_prose(mentor.values))}"
    title = _("In my own words") if prose else _("Background") if facts else _("About this profile")
    confirmed = _("Confirmed on {day}.", day=day(status.confirmed)) if status.confirmed else ""
    concern = site.directory.settings.private_contact
    note = _own_words(name=short_name(mentor.name), confirmed=confirmed, concern=concern)
    return _section("words", title, f"{prose}{facts}{note}")


def _learning(site: SiteContext, mentor: Mentor) -> Iterator[str]:
    """Yield what someone who looks for a mentor wants to learn, and who could learn with them, as long as that is public."""
    learning, last = mentor.learning, site.mentees.get(mentor.handle)
    if learning is None or last is None:
        return
    yield _group(_("I’d like a mentor for"), chip_row(site.chips["skills"], learning.skills))
    yield _listed_facts(
        (
            ("check", field_title("learning.goals"), choices("learning.goals", learning.goals)),
            ("next", field_title("learning.stage"), learning.stage and choice("learning.stage", learning.stage)),
            ("calendar", field_title("learning.until"), day(last)),
        )
    )
    yield pair_lines(site.mentee_fit, mentor.handle)


def _similar(site: SiteContext, mentor: Mentor, name: str) -> str:
    people = similar_mentors(site, mentor)
    if not people:
        return ""
    return _section("similar", _("People like {name} who are free", name=name), f"{_SIMILAR[0]}{people}{_SIMILAR[1]}")


def _listed_facts(facts: Iterable[Fact]) -> str:
    """Return a list of those facts that were stated."""
    pieces = []
    for icon, question, answer in facts:
        if type(answer) is str and answer:
            pieces.append(_fact(icon, question, answer))
        elif answer:
            before, after = _fact_sides(icon, question)
            pieces += before, escaped(answer), after
    return "".join((_FACTS[0], *pieces, _FACTS[1])) if pieces else ""


@lru_cache(maxsize=16384)
def _fact(icon: str, question: str, answer: str) -> str:
    """Return a fact in plain words; most mentors give one of a few answers."""
    return wrap_all(_fact_sides(icon, question), (answer,))


@cache
def _fact_sides(icon: str, question: str) -> tuple[str, str]:
    return split_at_hole("fact.html", "answer", icon=icon, question=question)


def _own_links(links: tuple[tuple[str, str], ...]) -> Markup:
    return mark_safe("".join([_link(title=field_title(f"links.{name}"), url=url) for name, url in links]))


def _declined(site: SiteContext, mentor: Mentor) -> list[str]:
    """Name what a mentor does not help with: ids of any vocabulary get their labels, other texts stay."""
    vocabularies = [site.directory.vocabularies.of_kind(kind) for kind in KINDS]
    return [next((v.label(word) for v in vocabularies if word in v.terms), word) for word in mentor.cannot_help_with]
