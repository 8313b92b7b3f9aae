"""The part of the status that says what two agreed on, and lists their goals and the roadmap's steps with their boxes."""

from datetime import date, datetime

from generator.model.mentorship import GOALS, Agreement, Goal
from generator.model.program import Roadmap
from generator.requests.commands.command import RUNNING
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.rhythm import end_condition, roadmap_of
from generator.requests.lifecycle.state import RequestState
from generator.text import labels
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import days as days_in_words
from generator.text.dates import day, day_in_year
from generator.text.markdown_escape import plain

FREQUENCY_LABELS = {
    "weekly": N_("every week"),
    "every-two-weeks": N_("every two weeks"),
    "monthly": N_("every month"),
    "quarterly": N_("every three months"),
    "as-needed": N_("as needed"),
}
_SHOWN_IN = (*RUNNING, "completed", "ended")


def work_of(request: RequestState, context: RequestContext) -> tuple[str, ...]:
    """Return the paragraphs about a mentorship's work; nothing before there is any."""
    if request.state not in _SHOWN_IN or request.kind == "self-test" or not request.mentor:
        return ()
    roadmap = roadmap_of(request, context)
    return (
        _agreed(request, context.today),
        _celebration(request, roadmap, context.today),
        _goals(request),
        _steps(request, roadmap),
        _page(request, roadmap, context),
    )


def _agreed(request: RequestState, today: date) -> str:
    agreement = request.mentorship.agreement
    parts = [part for part in agreement_in_words(agreement, end_condition(request), today) if part]
    return _("Agreed: {parts}", parts=" · ".join(parts)) if agreement else ""


def agreement_in_words(agreement: Agreement, until: str, today: date) -> tuple[str, ...]:
    """Say each part of an agreement in a few words."""
    trial = agreement.trial
    return (
        _(FREQUENCY_LABELS[agreement.frequency]) if agreement.frequency else "",
        labels.without_capitals(labels.choice("channels", agreement.channel)) if agreement.channel else "",
        labels.without_capitals(labels.choice("style.structure", agreement.style)) if agreement.style else "",
        "" if trial is None else _("no trial") if not trial else _("trial of {days}", days=days_in_words(trial)),
        _end(agreement, until, today),
    )


def _end(agreement: Agreement, until: str, today: date) -> str:
    if until == GOALS:
        return _("until the goals are reached")
    return _("until {day}", day=day_in_year(agreement.last_day, today)) if agreement.last_day else ""


def _celebration(request: RequestState, roadmap: Roadmap | None, today: date) -> str:
    """Say well done for the newest tick, in one short line and without a mention."""
    goals, steps = request.mentorship.current, request.mentorship.steps
    newest = request.mentorship.last_reached
    if newest is None:
        return ""
    done = sum(one.done is not None for one in goals)
    on = day_in_year(newest, today)
    if goals and done == len(goals) and newest in [one.done for one in goals]:
        return ngettext(
            "🎉 **Your goal is reached.** {day}", "🎉 **All {count} goals are reached.** {day}", done, day=on
        )
    goal = next((one for one in goals if one.done == newest), None)
    if goal:
        return _("🎉 **Goal {number} is reached.** {day}", number=goal.number, day=on)
    numbers = {one.id: place for place, one in enumerate(roadmap.steps, 1)} if roadmap else {}
    step = next((numbers[id] for id, at in steps.items() if at == newest and id in numbers), None)
    return _("🎉 **Step {number} is done.** {day}", number=step, day=on) if step else ""


def _goals(request: RequestState) -> str:
    return "\n".join(_goal(one) for one in request.mentorship.current)


def _goal(goal: Goal) -> str:
    text = plain(goal.text) or _("what its comment says")
    when = _("reached on {day}", day=day(goal.done)) if goal.done else ""
    return " · ".join(filter(None, [f"- [{_tick(goal.done)}] **{goal.number}** {text}", when]))


def _tick(done: datetime | None) -> str:
    return "x" if done else " "


def _steps(request: RequestState, roadmap: Roadmap | None) -> str:
    """Fold the roadmap's steps away under the next one."""
    if roadmap is None:
        return ""
    done = request.mentorship.steps
    lines = [
        f"- [{_tick(done.get(step.id))}] **{_('step')} {number}** {plain(step.title)}"
        for number, step in enumerate(roadmap.steps, 1)
    ]
    count = sum(step.id in done for step in roadmap.steps)
    summary = _("{roadmap}: {count} of {total} steps", roadmap=plain(roadmap.title), count=count, total=len(lines))
    following = next((step for step in roadmap.steps if step.id not in done), None)
    if following:
        summary = f"{summary} · {_('next: {step}', step=plain(following.title))}"
    return "\n\n".join([f"<details><summary>{summary}</summary>", "\n".join(lines), "</details>"])


def _page(request: RequestState, roadmap: Roadmap | None, context: RequestContext) -> str:
    """Link to the page that shows how far it has come, once there is something on it."""
    site = context.directory.settings.site_url
    if not site or not (request.mentorship.current or roadmap or request.mentorship.agreement):
        return ""
    return f"<sub>[{_('Your progress, without names')}]({site}progress/{request.number}/)</sub>"
