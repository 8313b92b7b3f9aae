"""How the weekly question is asked: kindly, with what happens if nobody answers, and how little an answer is."""

from collections.abc import Sequence
from datetime import date, timedelta

from generator.requests.forms.leave_form import FILE
from generator.requests.lifecycle.bot_memory import notice_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.weekly_question import KEY, Question
from generator.text.catalogue import _
from generator.text.dates import day
from generator.text.github_addresses import issue_form


def question_comment(questions: Sequence[Question], number: int, context: RequestContext) -> str:
    """Return the comment that asks all of them at once."""
    handles = tuple(one.handle for one in questions)
    mark = notice_mark(f"{KEY}{context.today}", handles, number, context.seal)
    parts = [
        f"{mark}\n{_('Are you still there, and is your profile still right? Any reply here is enough.')}",
        "\n".join(_row(one, context) for one in questions),
        _(
            "Is something different? Write `/pause 90d` or `/capacity 0`, or [leave]({form}) with our thanks.",
            form=issue_form(context.directory.settings.repository, FILE),
        ),
        _consequence(questions, context),
    ]
    return "\n\n".join(parts)


def _row(question: Question, context: RequestContext) -> str:
    login = context.directory.mentors[question.handle].github
    if question.since is None:
        return _("- @{login}: we haven’t heard from you yet", login=login)
    return _("- @{login}: last heard from on {day}", login=login, day=day(question.since))


def _consequence(questions: Sequence[Question], context: RequestContext) -> str:
    freshness = context.directory.settings.freshness
    soonest = min((one.since for one in questions if one.since), default=None)
    marked = (soonest or date.min) + timedelta(days=freshness.stale_after_days + 1)
    # Who is marked or hidden already reads the same sentence, so no day is named that has passed.
    if marked <= context.today:
        return _("Until you reply, people may not be able to ask you. Any reply brings your profile back.")
    return _(
        "Without a reply, profiles are shown as not confirmed from {day} on, and hidden later. Any reply brings yours back.",
        day=day(marked),
    )
