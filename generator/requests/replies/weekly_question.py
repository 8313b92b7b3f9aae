"""How the weekly question is asked: kindly, with what happens if nobody answers, and how little an answer is."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from generator.requests.forms.leave_form import FILE
from generator.requests.lifecycle.bot_memory import notice_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.weekly_question import KEY, Question
from generator.requests.replies.markdown_links import link_to_mentor
from generator.text.catalogue import _
from generator.text.counting import listed
from generator.text.dates import day
from generator.text.github_addresses import issue_form


def question_comment(questions: Sequence[Question], number: int, context: RequestContext) -> str:
    """Return the comment that asks all of them at once."""
    handles = tuple(one.handle for one in questions)
    parts = [
        f"{notice_mark(f'{KEY}{context.today}', handles, number, context.seal)}\n{_opening(questions, context)}",
        _(
            "Just reply here, in any words: *still here* is enough. To change something, write `/pause 90d`, `/capacity 1` or `/capacity 0`. "
            "You can also [leave]({form}), with our thanks.",
            form=issue_form(context.directory.settings.repository, FILE),
        ),
        "\n".join(_row(one, context) for one in questions),
        _consequence(questions, context),
    ]
    return "\n\n".join(parts)


def _opening(questions: Iterable[Question], context: RequestContext) -> str:
    mentioned = listed([f"@{context.directory.mentors[one.handle].github}" for one in questions])
    return _(
        "{mentors}, are you still there, and is your profile still right? We haven’t heard from you for a while, and don’t want anyone to wait for an answer.",
        mentors=mentioned,
    )


def _row(question: Question, context: RequestContext) -> str:
    who = link_to_mentor(question.handle, context)
    if question.since is None:
        return _("- {mentor}: not heard from yet", mentor=who)
    return _("- {mentor}: last heard from on {day}", mentor=who, day=day(question.since))


def _consequence(questions: Sequence[Question], context: RequestContext) -> str:
    freshness = context.directory.settings.freshness
    soonest = min((one.since for one in questions if one.since), default=None)
    marked = (soonest or context.today) + timedelta(days=freshness.stale_after_days + 1)
    # Who is marked or hidden already reads the same sentence, so no day is named that has passed.
    if marked <= context.today:
        return _(
            "Until you reply, your profile may be shown as *not confirmed recently*, or be hidden. One word at any time brings it back."
        )
    return _(
        "If you don’t reply, your profile is shown as *not confirmed recently* from {day} at the earliest, and later hidden. One word at any time brings it back.",
        day=day(marked),
    )
