"""How far each mentorship has come, by the number of its issue: its state, its ticks and what comes next.

The pages say no names and nothing that anyone wrote: a goal is a number here, and a step the roadmap's own title.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.mentorship import GOALS, Progress
from generator.model.program import Roadmap
from generator.model.request import RequestSummary
from generator.model.request_state import ENDINGS, STATE
from generator.site.build_stamp import built_line
from generator.site.check_ins import check_ins_calendar, has_check_ins
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.request_states import ending, next_step, request_title
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text import labels
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day
from generator.text.github_addresses import thread_of, threads_from_me

PATH = "progress/"
FREQUENCY_TITLES = {
    "weekly": N_("Every week"),
    "every-two-weeks": N_("Every two weeks"),
    "monthly": N_("Every month"),
    "quarterly": N_("Every three months"),
    "as-needed": N_("As needed"),
}
_list = template("progress_list.html")
_one = template("progress.html")


class _Tick(NamedTuple):
    """A goal or a step: what it is called, whether it is done, and what is said beside it."""

    title: str
    done: bool
    note: str = ""
    path: str = ""


class _Row(NamedTuple):
    title: str
    path: str
    state: str
    counted: str


def progress_pages(site: SiteContext) -> Iterator[Page]:
    """Yield the list of all mentorships that the bot knows, and a page for each."""
    known = [one for one in (site.activity.requests if site.activity else ()) if one.progress]
    yield _list_page(site, known)
    for request in known:
        if request.progress:
            yield _page(site, request, request.progress)


def _list_page(site: SiteContext, known: list[RequestSummary]) -> Page:
    title = _("Progress")
    lead = _("Each mentorship has a number, the one of its issue on GitHub. Names and words are only there.")
    order = sorted(known, key=lambda one: (one.state in ENDINGS, -one.number))
    body = _list(
        title=title,
        lead=lead,
        rows=[_row(site, one) for one in order],
        mine=threads_from_me(site.directory.settings),
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, False), False)


def _row(site: SiteContext, request: RequestSummary) -> _Row:
    done, total = _counts(request.progress or Progress(), _roadmap(site, request))
    return _Row(
        request_title(request), f"{PATH}{request.number}/", _(STATE[request.state].title), _counted(done, total)
    )


def _page(site: SiteContext, request: RequestSummary, progress: Progress) -> Page:
    path, title = f"{PATH}{request.number}/", request_title(request)
    roadmap = _roadmap(site, request)
    goals, steps = _goals(progress), _steps(progress, roadmap)
    done, total = _counts(progress, roadmap)
    following = next((one for one in (*steps, *goals) if not one.done), None)
    description = _("How far this mentorship has come. Names and words are only on GitHub.")
    body = _one(
        title=title,
        state=_(STATE[request.state].title),
        since=ending(request) if request.state in ENDINGS else _("since {day}", day=day(request.since)),
        due=next_step(request, site.built) if request.state not in ENDINGS else "",
        counted=_counted(done, total),
        done=done,
        total=total,
        following=following if request.state not in ENDINGS else None,
        goals=goals,
        steps=steps,
        roadmap=roadmap,
        agreed=list(_agreed(progress)),
        thread=thread_of(site.directory.settings, request.number),
        calendar=check_ins_calendar(request.number) if has_check_ins(request) else "",
        built=built_line(site.built),
    )
    return Page(path, title, description, body, page_head(site, path, title, description, False), False)


def _roadmap(site: SiteContext, request: RequestSummary) -> Roadmap | None:
    return site.directory.roadmaps.get(request.progress.roadmap) if request.progress else None


def _goals(progress: Progress) -> list[_Tick]:
    return [_Tick(_("Goal {number}", number=number), done, _goal_note(done, by)) for number, done, by in progress.goals]


def _goal_note(done: bool, by: date | None) -> str:
    return _("by {day}", day=day(by)) if by and not done else ""


def _steps(progress: Progress, roadmap: Roadmap | None) -> list[_Tick]:
    if roadmap is None:
        return []
    return [
        _Tick(step.title, step.id in progress.steps, path=f"roadmaps/{roadmap.id}/#{step.id}") for step in roadmap.steps
    ]


def _counts(progress: Progress, roadmap: Roadmap | None) -> tuple[int, int]:
    ticks = [*_goals(progress), *_steps(progress, roadmap)]
    return sum(one.done for one in ticks), len(ticks)


def _counted(done: int, total: int) -> str:
    if not total:
        return _("No goals yet")
    return ngettext("{done} of {count} done", "{done} of {count} done", total, done=done)


def _agreed(progress: Progress) -> Iterator[tuple[str, str]]:
    if progress.frequency in FREQUENCY_TITLES:
        yield _("How often"), _(FREQUENCY_TITLES[progress.frequency])
    if progress.channel:
        yield _("Where"), labels.choice("channels", progress.channel)
    if progress.until == GOALS:
        yield _("Until"), _("The goals are reached")
    elif progress.until[:1].isdigit():
        yield _("Until"), day(date.fromisoformat(progress.until))
