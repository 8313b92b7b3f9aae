"""Roadmaps: plans that a mentor and a mentee follow together, step by step."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.program import Roadmap, Step
from generator.site.build_stamp import built_line
from generator.site.chips import chip_row
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.resources import resource_list
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, ngettext
from generator.text.counting import hours, listed
from generator.text.dates import day
from generator.text.labels import choice

_roadmaps = template("roadmaps.html")
_roadmap = template("roadmap.html")
_inner_links = template("inner_links.html")


class _Card(NamedTuple):
    id: str
    title: str
    summary: str
    stage: str
    size: str


class _Step(NamedTuple):
    id: str
    title: str
    why: str
    do: tuple[str, ...]
    resources: Markup
    done_when: str
    hours: str
    prompts: tuple[str, ...]


def roadmap_pages(site: SiteContext) -> Iterator[Page]:
    """Yield the list of roadmaps and the page of each."""
    yield _list_page(site)
    for roadmap in site.directory.roadmaps.values():
        yield _roadmap_page(site, roadmap)


def checklist(roadmap: Roadmap) -> str:
    """Write the steps as a task list that GitHub turns into boxes to tick; a step stays on its line."""
    return "\n".join("- [ ] " + " ".join(_task(step).split()) for step in roadmap.steps)


def _task(step: Step) -> str:
    if not step.done_when:
        return step.title
    return _("{step} (done when: {goal})", step=step.title, goal=step.done_when.strip().rstrip("."))


def _list_page(site: SiteContext) -> Page:
    roadmaps = sorted(site.directory.roadmaps.values(), key=lambda roadmap: roadmap.title.casefold())
    title, lead = _("Roadmaps"), _("Step-by-step plans for a mentor and a mentee. Use one as it is, or adapt it.")
    cards = [_Card(one.id, one.title, one.summary, _stage(one), _size(one)) for one in roadmaps]
    body = _roadmaps(lead=lead, roadmaps=cards, built=built_line(site.built))
    head = page_head(site, "roadmaps/", title, lead, site.indexing)
    return Page("roadmaps/", title, lead, body, head, site.indexing)


def _roadmap_page(site: SiteContext, roadmap: Roadmap) -> Page:
    path = f"roadmaps/{roadmap.id}/"
    programs = [one for one in site.directory.programs.values() if one.roadmap == roadmap.id]
    body = _roadmap(
        id=roadmap.id,
        title=roadmap.title,
        summary=roadmap.summary,
        stage=_stage(roadmap),
        size=_size(roadmap),
        reviewed=roadmap.reviewed and day(roadmap.reviewed),
        skills=chip_row(site.chips["skills"], roadmap.skills),
        authors=listed([_author(site, handle) for handle in roadmap.authors]),
        programs=programs and _inner_links(links=[(f"programs/{one.id}/", one.title) for one in programs]),
        checklist=checklist(roadmap),
        ask=_finder(site, roadmap),
        steps=[_step(step) for step in roadmap.steps],
        built=built_line(site.built),
    )
    description = roadmap.summary or _("{title}: {size}.", title=roadmap.title, size=_size(roadmap))
    head = page_head(site, path, roadmap.title, description, site.indexing)
    return Page(path, roadmap.title, description, body, head, site.indexing, roadmap.reviewed)


def _author(site: SiteContext, handle: str) -> str:
    """Name an author by their login, or by their name where they have no account: the login would be someone else's."""
    return f"@{handle}" if site.directory.login_of(handle) else site.directory.mentors[handle].name


def _finder(site: SiteContext, roadmap: Roadmap) -> str:
    """Return the list of the mentors who offer what the roadmap is mostly about, or nothing if nobody does."""
    offered = {skill for mentor in site.directory.mentors.values() for skill in mentor.skills}
    return next((f"skills/{skill}/" for skill in roadmap.skills if skill in offered), "")


def _step(step: Step) -> _Step:
    length = _("about {hours}", hours=hours(step.hours)) if step.hours else ""
    resources = resource_list(step.resources) if step.resources else Markup("")
    return _Step(step.id, step.title, step.why, step.do, resources, step.done_when, length, step.prompts)


def _stage(roadmap: Roadmap) -> str:
    return _("Starting level: {stage}", stage=choice("stage", roadmap.stage, "roadmap"))


def _size(roadmap: Roadmap) -> str:
    steps = ngettext("{count} step", "{count} steps", len(roadmap.steps))
    return _("{steps}, about {hours}", steps=steps, hours=hours(roadmap.hours)) if roadmap.hours else steps
