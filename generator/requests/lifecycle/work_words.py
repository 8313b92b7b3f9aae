"""What a comment in plain words says about a mentorship's work: a goal, a tick, or what the two agreed on."""

from collections.abc import Sequence
from dataclasses import replace

from generator.requests.commands import BY_NAME
from generator.requests.commands.available import reject_reason
from generator.requests.commands.command import RUNNING
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Comment
from generator.requests.understanding.goal_words import agreed_in, done_in, names_goals


def about_work(
    request: RequestState, comment: Comment, event: Event, roles: Sequence[str], context: RequestContext
) -> Event | None:
    """Return what a comment says about goals and agreement: "Goal: ...", "goal 2 is done", "we agreed on ..."."""
    if request.state not in RUNNING or comment.edited or request.kind == "self-test":
        return None
    done, day = done_in(comment.body), comment.at.date()
    name = "goal" if names_goals(comment.body) else "done" if done else "agree" if agreed_in(comment.body, day) else ""
    if not name:
        return None
    command, heard = BY_NAME[name], replace(event, command=name, words=done or comment.body)
    refusal, role = reject_reason(request, heard, command, roles, context)
    if refusal is not None or command.noted is None:
        return None
    return replace(heard, role=role, words=command.noted(request, heard, context))
