"""A program's state and what one can do about it, today and on every later day that changes it.

A page is as old as its build. What is true from a later day on waits in the page, and the browser puts it in on that day.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from markupsafe import Markup

from generator.insight.program_spots import spots_left, waiting_list
from generator.model.program import Program
from generator.model.request import RequestSummary
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import N_, _, ngettext
from generator.text.dates import day
from generator.text.github_addresses import issue_form

STATES = {
    "open": N_("Open for applications"),
    "upcoming": N_("Coming up"),
    "running": N_("Running"),
    "closed": N_("Closed"),
    "archived": N_("Archive"),
}
"""What each state is called, in the order in which the list shows them."""
TAGS = {"open": "star", "upcoming": "wait", "running": "go"}
APPLY_FORM = "apply.yml"
_MOST_CHANGES = 5
_then = template("until_block.html")
_head = template("program_state.html")


def state_title(program: Program, on: date) -> str:
    """Return what a program's state is called; between the last day to apply and the first, it is about to start."""
    state = program.state(on)
    if state == "closed" and program.starts and on < program.starts:
        return _("Starts soon")
    return _("Over") if state == "closed" and program.last_day and on > program.last_day else _(STATES[state])


def through_time(program: Program, today: date, show: Callable[[date], Markup]) -> Markup:
    """Return what is shown today, and, waiting in the page, what is shown from each day on that changes it."""
    changes = list(_changes(program, today))[:_MOST_CHANGES]
    shown = Markup("")
    for place in range(len(changes), -1, -1):
        first = changes[place - 1] + timedelta(days=1) if place else today
        now = show(first)
        shown = _then(now=now, then=shown, until=changes[place].isoformat()) if place < len(changes) else now
    return shown


def _changes(program: Program, today: date) -> Iterator[date]:
    """Yield the last days of states that are still to end."""
    last = program.last_day
    before = [one - timedelta(days=1) for one in (program.opens, program.starts) if one and one > date.min]
    days = {*before, *filter(None, (program.closes, last))}
    yield from sorted(one for one in days if today <= one < date.max)


def state_head(site: SiteContext, program: Program, on: date, kind: str) -> Markup:
    """Return the line that says the state, and below the title how to apply, as of a day."""
    return _head(state=program.state(on), words=state_title(program, on), kind=kind)


def requests_of(site: SiteContext) -> tuple[RequestSummary, ...]:
    """Return what is known of requests, which may be nothing."""
    return site.activity.requests if site.activity else ()


def is_full(site: SiteContext, program: Program) -> bool:
    """Tell whether everyone a program has spots for is in it already."""
    return spots_left(program, requests_of(site)) == 0


def spots_line(site: SiteContext, program: Program) -> str:
    """Say how many spots there are, how many are left, and how many people wait for one."""
    if not program.places:
        return ""
    every = ngettext("{count} spot", "{count} spots", program.places)
    over = program.state(site.today) in ("closed", "archived")
    if over or site.activity is None or program.visibility == "private-repo":
        return every
    left, waiting = spots_left(program, requests_of(site)) or 0, len(waiting_list(program, requests_of(site)))
    parts = [
        ngettext("{left} of {count} spot left", "{left} of {count} spots left", program.places, left=left)
        if left
        else ngettext("The spot is taken", "All {count} spots are taken", program.places),
        ngettext("{count} on the waiting list", "{count} on the waiting list", waiting) if waiting else "",
    ]
    return " · ".join(filter(None, parts))


def left_line(site: SiteContext, program: Program) -> str:
    """Say on a card how many spots are left, where that is known."""
    if not program.places or site.activity is None or program.visibility == "private-repo":
        return ""
    left = spots_left(program, requests_of(site)) or 0
    return ngettext("{count} spot left", "{count} spots left", left) if left else ""


def when(program: Program, on: date) -> str:
    """Say the date that matters next."""
    state = program.state(on)
    if state == "open":
        return _("Apply by {day}", day=day(program.closes)) if program.closes else _("Apply any time")
    if state == "upcoming" and program.opens:
        return _("Applications open on {day}", day=day(program.opens))
    last = program.last_day
    if state == "running" and last:
        return _("Runs until {day}", day=day(last))
    if state == "closed" and program.starts and not (last and last < program.starts):
        if on < program.starts or not last:
            return _("Starts on {day}", day=day(program.starts))
        return _("{first} to {last}", first=day(program.starts), last=day(last))
    return _("Ended on {day}", day=day(last)) if last else ""


def apply_url(site: SiteContext, program: Program, on: date) -> str:
    """Return the address of the application form, or nothing unless applications are taken on a day and a spot is left.

    The form comes with the program's questions filled in, each with a field for its answer.
    """
    if program.state(on) != "open" or is_full(site, program):
        return ""
    private = program.visibility == "private-repo" and program.private_repository
    asked = {"answers": "\n\n".join(f"{one}\n" for one in program.screening)} if program.screening else {}
    title = _("Application: {program}", program=program.title)
    return issue_form(private or site.directory.settings.repository, APPLY_FORM, title, program=program.id, **asked)


def how_to_apply(site: SiteContext, program: Program, on: date) -> str:
    """Say who can apply until when, or when that is possible."""
    state = program.state(on)
    if state == "open" and is_full(site, program):
        return _("All spots are taken. When one opens, you can apply here.")
    if state == "open":
        closes = program.closes
        until = _("You can apply until {day}.", day=day(closes)) if closes else _("You can apply any time.")
        if program.visibility == "private-repo":
            return f"{until} {_('Applications are private.')}"
        return f"{until} {_('Applications are public issues on GitHub.')}"
    if state == "upcoming" and program.opens:
        return _("Applications open on {day}.", day=day(program.opens))
    if program.closes:
        return _("Applications closed on {day}.", day=day(program.closes))
    return _("You can’t apply right now.")
