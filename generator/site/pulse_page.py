"""The pulse: how a community is doing, for everyone, with the meaning of each figure and what can't be known."""

import json
from collections.abc import Iterator
from typing import Any

from generator.insight.pulse import COUNT, DAYS, Demand, Figure, demand_of, figures_of, json_fields
from generator.model.activity import Activity
from generator.model.pulse import FEWEST, WAITS, Pulse
from generator.site.build_stamp import built_line
from generator.site.charts import Chart, columns
from generator.site.meta_tags import page_head
from generator.site.page import Page, PlainFile
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, ngettext, number
from generator.text.counting import days, hours, requests
from generator.text.dates import day, month_name

PATH = "pulse/"
_page = template("pulse.html")
_BIG = ("usual_wait", "answered", "matched")


def pulse_page(site: SiteContext) -> Page:
    """Return the page; without requests it says what it will show."""
    activity = site.activity
    pulse = activity.pulse if activity else None
    title = _("How we’re doing")
    lead = _lead(pulse)
    figures = figures_of(activity, pulse, site.directory, site.statuses) if activity and pulse else ()
    body = _page(
        title=title,
        lead=lead,
        bigs=list(_bigs(figures, pulse)) if pulse else [],
        charts=list(_charts(pulse)) if pulse and pulse.sent else [],
        demand=list(_demand(site, activity, pulse)) if activity and pulse else [],
        figures=[_row(figure) for figure in figures],
        fewest=FEWEST,
        join="join/" in site.own_pages,
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, bool(pulse)), False)


def pulse_file(site: SiteContext) -> PlainFile | None:
    """Return the same figures for programs, as `api/pulse.json`; None while nothing is known."""
    activity = site.activity
    if not activity or not activity.pulse:
        return None
    figures = figures_of(activity, activity.pulse, site.directory, site.statuses)
    demand = tuple(demand_of(activity, activity.pulse, site.directory, site.statuses))
    fields = json_fields(figures, demand, activity, activity.pulse)
    return PlainFile("api/pulse.json", json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode())


def _lead(pulse: Pulse | None) -> str:
    if not pulse or not pulse.sent:
        return _(
            "Once people have asked for mentors here, this page shows how soon they heard back and what came of it."
        )
    counted = _(
        "{requests} since {day}, counted from public threads.", requests=requests(pulse.sent), day=day(pulse.since)
    )
    few = _("That isn’t many, so read the numbers as stories, not as statistics.")
    return f"{counted} {few}" if pulse.sent < 50 else counted


def _bigs(figures: tuple[Figure, ...], pulse: Pulse) -> Iterator[tuple[str, str]]:
    by_name = {figure.name: figure for figure in figures}
    mentors, free = int(by_name["mentors"].value or 0), int(by_name["free"].value or 0)
    yield number(mentors), ngettext("mentor, {free} free now", "mentors, {free} free now", mentors, free=free)
    if by_name["usual_wait"].value is not None:
        yield _shown(by_name["usual_wait"]), _("usual wait for a first answer")
    known = pulse.answered + pulse.unanswered
    if known:
        yield (
            _("{part} of {whole}", part=number(pulse.answered), whole=number(known)),
            _("requests got an answer; the others got the names of other mentors"),
        )
    if pulse.matched:
        yield number(pulse.matched), ngettext("request led to a mentor", "requests led to a mentor", pulse.matched)


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return _("Not enough to tell")
    if figure.kind == COUNT:
        return number(figure.value)
    if figure.kind == DAYS:
        return days(round(figure.value)) if figure.value >= 1 else hours(max(1, round(24 * figure.value)))
    return _("{number} %", number=number(round(100 * figure.value)))


def _row(figure: Figure) -> tuple[str, str, str, str]:
    of = "" if figure.of is None else number(figure.of)
    return _(figure.title), _shown(figure), of, _(figure.meaning)


def _charts(pulse: Pulse) -> Iterator[Chart]:
    if pulse.answered + pulse.unanswered:
        yield _waits_chart(pulse)
    yield _months_chart(pulse)


def _waits_chart(pulse: Pulse) -> Chart:
    spans = [(low + 1 if low + 1 < high else high, high) for low, high in zip((-1, *WAITS), WAITS, strict=False)]
    labels = [str(high) if low == high else f"{low}–{high}" for low, high in spans]
    rows = [*zip([*labels, f"{WAITS[-1]}+"], [(count,) for count in pulse.waits], strict=True)]
    quick = sum(pulse.waits[:3])
    share = quick / (pulse.answered + pulse.unanswered)
    title = (
        _("Most people hear back within two days")
        if share > 0.5 and pulse.answered >= FEWEST
        else _("How soon people hear back")
    )
    note = _("Days until the first answer, of {requests}.", requests=requests(pulse.answered + pulse.unanswered))
    return columns(title, note, [_("first answers")], [*rows, (_("none"), (pulse.unanswered,))])


def _months_chart(pulse: Pulse) -> Chart:
    rows = [
        (month_name(month.first), (month.yes, month.no, month.unanswered, month.open)) for month in pulse.months[-12:]
    ]
    return columns(
        _("What became of requests"),
        _("By the month in which they were sent. A no is an answer too, and usually names someone else."),
        [_("yes"), _("no"), _("no answer"), _("still open")],
        rows,
    )


def _demand(site: SiteContext, activity: Activity, pulse: Pulse) -> Iterator[dict[str, Any]]:
    wanted = list(demand_of(activity, pulse, site.directory, site.statuses))
    most = max((max(one.asked, one.offered) for one in wanted), default=1)
    for one in wanted:
        yield {
            "label": site.directory.vocabularies.of_kind(one.kind).label(one.id),
            "asked": one.asked,
            "offered": one.offered,
            "free": one.free,
            "most": most,
            "missing": one.offered == 0,
            "words": _demand_words(one),
        }


def _demand_words(one: Demand) -> str:
    asked = ngettext("asked for once", "asked for {count} times", one.asked)
    if not one.offered:
        return _("{asked}, and nobody offers it yet", asked=asked)
    offered = ngettext("{count} mentor offers it", "{count} mentors offer it", one.offered)
    return _("{asked}; {offered}, {free} of them free", asked=asked, offered=offered, free=number(one.free))
