"""Programs: one list by state, and a page for each with dates, expectations, people and how to apply."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.attention import open_requests
from generator.model.mentor import Mentor
from generator.model.program import Program
from generator.site.build_stamp import built_line
from generator.site.calendars import program_calendar
from generator.site.events import events_of_program
from generator.site.faces import plain_face
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.past_cohorts import other_years, people_by_role, projects_of
from generator.site.previews import SITE_PREVIEW, Preview, preview_of, site_preview
from generator.site.program_states import (
    STATES,
    TAGS,
    apply_url,
    how_to_apply,
    is_full,
    left_line,
    spots_line,
    state_head,
    state_title,
    through_time,
    when,
)
from generator.site.resources import resource_list
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, concat, template
from generator.site.trail import trail
from generator.text.catalogue import N_, _, ngettext, number
from generator.text.counting import listed
from generator.text.dates import day
from generator.text.labels import choice, field_title

CURRENT = ("open", "upcoming", "running")
_AUDIENCES = {"both": N_("For everyone"), "mentee": N_("For mentees"), "mentor": N_("For mentors")}
_APPROVAL = {
    "mentor": N_("The mentor approves each request."),
    "coordinator": N_("A coordinator approves each request."),
    "both": N_("A coordinator and the mentor both approve each request."),
}
_MATCHING = {
    "self-select": N_("You choose a mentor and ask."),
    "suggested": N_("Coordinators suggest mentors who fit, and tell you why."),
    "cohort": N_("Everyone is paired at the same time, after the last day to apply."),
}
_programs = template("programs.html")
_program = template("program.html")
_program_card = template("program_card.html")
_program_card_state = template("program_card_state.html")
_program_card_when = template("program_card_when.html")
_program_apply = template("program_apply.html")
_inner_links = template("inner_links.html")
_link = compile_flat_template("link.html", "title", "url")


class _Date(NamedTuple):
    """A day that matters; `next` is the first one that is still to come."""

    title: str
    on: str
    next: bool
    left: str


class _Milestone(NamedTuple):
    title: str
    week: int
    starts: str
    done_when: str


def program_pages(site: SiteContext, order: Sequence[Mentor], cards: Mapping[str, Markup]) -> Iterator[Page]:
    """Yield the list of programs and the page of each."""
    yield _list_page(site)
    for program in site.directory.programs.values():
        yield _program_page(site, program, order, cards)


def program_cards(site: SiteContext, states: Sequence[str]) -> list[Markup]:
    """Return the cards of the programs in these states, soonest first within a state."""
    cards = []
    for state in states:
        programs = [one for one in site.directory.programs.values() if one.state(site.today) == state]
        cards += [_card(site, one) for one in sorted(programs, key=_soonest)]
    return cards


def _soonest(program: Program) -> tuple[date, str]:
    return program.starts or program.opens or date.max, program.title


def _card(site: SiteContext, program: Program) -> Markup:
    return _program_card(
        id=program.id,
        title=program.title,
        summary=program.summary,
        head=through_time(program, site.today, lambda on: _card_state(site, program, on)),
        when=through_time(program, site.today, lambda on: _card_when(site, program, on)),
        faces=concat(plain_face(site, one) for one in _first_mentors(site, program)),
    )


def _card_state(site: SiteContext, program: Program, on: date) -> Markup:
    state = program.state(on)
    full = state == "open" and is_full(site, program)
    return _program_card_state(
        kind=choice("kind", program.kind, "program"),
        star=state == "open",
        words=state_title(program, on),
        tag="plain" if full else TAGS.get(state, "plain"),
    )


def _card_when(site: SiteContext, program: Program, on: date) -> Markup:
    state = program.state(on)
    if state == "open" and is_full(site, program):
        return _program_card_when(words=_("All spots are taken"))
    left = left_line(site, program) if state == "open" else ""
    return _program_card_when(words=" · ".join(filter(None, (when(program, on), left))))


def _list_page(site: SiteContext) -> Page:
    groups = [(_(title), program_cards(site, [state])) for state, title in STATES.items()]
    title, lead = _("Programs"), _("Structured mentoring, with dates and a coordinator.")
    body = _programs(lead=lead, groups=[group for group in groups if group[1]], built=built_line(site.built))
    head = page_head(site, "programs/", title, lead, site.indexing)
    return Page("programs/", title, lead, body, head, site.indexing)


def _program_page(site: SiteContext, program: Program, order: Sequence[Mentor], cards: Mapping[str, Markup]) -> Page:
    path = f"programs/{program.id}/"
    state = program.state(site.today)
    taking_part = {login.lower() for login in program.mentors}
    body = _program(
        title=program.title,
        summary=program.summary,
        head=through_time(
            program, site.today, lambda on: state_head(site, program, on, choice("kind", program.kind, "program"))
        ),
        organiser=program.organiser,
        apply=through_time(program, site.today, lambda on: _apply(site, program, on)),
        facts=[fact for fact in _facts(site, program) if fact[1]],
        dates=_dates(site, program),
        calendar=program_calendar(program.id),
        spots=spots_line(site, program),
        trail=_trail_of(program, state),
        lists=[part for part in _lists(program) if part[2]],
        milestones=[_milestone(program, index) for index in range(len(program.milestones))],
        mentors=concat(cards[one.handle] for one in order if one.handle in taking_part or program.id in one.programs),
        resources=_resources(program),
        projects=projects_of(site, program),
        people=people_by_role(site, program),
        years=[_card(site, one) for one in other_years(site, program)],
        events=events_of_program(site, program.id),
        built=built_line(site.built),
    )
    description = program.summary or _("A mentorship program by {organiser}.", organiser=program.organiser)
    head = page_head(site, path, program.title, description, site.indexing, preview_of(program))
    return Page(path, program.title, description, body, head, site.indexing, bare=True)


def _apply(site: SiteContext, program: Program, on: date) -> Markup:
    """Return the button and what is said beside it; where nobody can apply, the next year of the same program is named."""
    button = apply_url(site, program, on)
    coming = (one for one in reversed(other_years(site, program)) if one.state(on) in ("open", "upcoming"))
    after = None if button else next(coming, None)
    return _program_apply(
        apply=button,
        how=how_to_apply(site, program, on),
        next_url=f"programs/{after.id}/" if after else "",
        next_title=after.title if after else "",
        next_when=when(after, on) if after else "",
    )


def previews(site: SiteContext) -> Iterator[tuple[str, Preview]]:
    """Yield the place and the content of the picture for the site and for each program."""
    settings = site.directory.settings
    anyone = any(status.can_be_asked for status in site.statuses.values())
    yield SITE_PREVIEW, site_preview(site.directory, settings.tagline or settings.name, anyone)
    for program in site.directory.programs.values():
        state = program.state(site.today)
        line = " · ".join(filter(None, (choice("kind", program.kind, "program"), when(program, site.today))))
        yield preview_of(program), Preview(settings.name, program.title, line, state == "open", settings.look)


def _first_mentors(site: SiteContext, program: Program) -> list[Mentor]:
    """Return the first mentors that the program's file names, as many as fit on its card."""
    named = (login.lower() for login in program.mentors)
    return [site.directory.mentors[one] for one in named if one in site.statuses and site.statuses[one].listed][:4]


def _dates(site: SiteContext, program: Program) -> list[_Date]:
    named = [(name, getattr(program, name)) for name in ("opens", "closes", "starts")] + [("ends", program.last_day)]
    known = [(name, on) for name, on in named if on]
    coming = next((name for name, on in known if on >= site.today), "")
    return [
        _Date(field_title(name, "program"), day(on), name == coming, _days_left(site.today, on)) for name, on in known
    ]


def _days_left(today: date, on: date) -> str:
    days = (on - today).days
    return ngettext("{count} day left", "{count} days left", days) if days else _("today")


def _trail_of(program: Program, state: str) -> Markup:
    points = [(one.title, _("Week {number}", number=one.week)) for one in program.milestones]
    if state == "open":
        until = _("Until {day}", day=day(program.closes)) if program.closes else _("Any time")
        points.insert(0, (_("Apply"), until))
    return trail(points, state == "open")


def _facts(site: SiteContext, program: Program) -> Iterator[tuple[str, object]]:
    yield _("Applications"), _applications(site, program)
    weeks = program.duration_weeks
    yield _("Length"), weeks and ngettext("{count} week", "{count} weeks", weeks)
    yield field_title("places", "program"), program.places and number(program.places)
    yield field_title("matching", "program"), _(_MATCHING[program.matching])
    yield field_title("approval", "program"), _(_APPROVAL[program.approval])
    yield field_title("min_age", "program"), str(program.min_age)
    yield field_title("safeguarding_officer", "program"), program.safeguarding_officer
    yield field_title("coordinators", "program"), listed([f"@{login}" for login in program.coordinators])
    roadmap = site.directory.roadmaps.get(program.roadmap or "")
    paths = [(f"roadmaps/{roadmap.id}/", roadmap.title)] if roadmap else []
    yield field_title("roadmap", "program"), paths and _inner_links(links=paths)
    talk = program.discussion
    yield field_title("discussion", "program"), talk and _link(title=_("Program discussion"), url=talk)


def _applications(site: SiteContext, program: Program) -> str:
    """Count the open applications; those in a private repository are not known here."""
    requests = open_requests(site.activity) if site.activity else ()
    open_ones = sum(one.kind == "application" and one.program == program.id for one in requests)
    return ngettext("{count} open", "{count} open", open_ones) if open_ones else ""


def _lists(program: Program) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "expectations", field_title("expectations", "program"), program.expectations
    yield "success", field_title("success_measures", "program"), program.success_measures


def _milestone(program: Program, index: int) -> _Milestone:
    milestone = program.milestones[index]
    starts = program.first_day_of(milestone.week)
    return _Milestone(milestone.title, milestone.week, day(starts) if starts else "", milestone.done_when)


def _resources(program: Program) -> list[tuple[str, Markup]]:
    groups = [(title, [one for one in program.resources if one.audience == who]) for who, title in _AUDIENCES.items()]
    return [(_(title), resource_list(group)) for title, group in groups if group]
