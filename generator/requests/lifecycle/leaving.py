"""An issue in which someone asks to be taken out: who may, what a coordinator does then, and when it is done.

Nothing is removed by the bot. It says whether the account that asks is the profile's own, calls a coordinator, and closes
the issue once the profile is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.requests.forms.leave_form import asked_to_leave
from generator.requests.forms.values import mentor
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import SentNotice, memory_of, notice_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.thread import Thread
from generator.requests.replies.leaving import checks, done, thanks, unknown

_MOST = 3
"""Comments in one issue, however often its text is changed."""
_OWN, _CHECK, _UNKNOWN, _DONE = "leave-own", "leave-check", "leave-unknown", "leave-done"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Whose profile is to be taken out, as a handle or as it was written, and whether its owner asks."""

    handle: str
    own: bool
    listed: bool


def leaving_of(thread: Thread, context: RequestContext) -> Leaving | None:
    """Read an issue as the form for leaving; None for any other one."""
    words = None if thread.by_bot else asked_to_leave(thread.body)
    if words is None:
        return None
    handle = mentor(words, context.forms) or ""
    listed = handle in context.directory.mentors or handle in context.directory.unread
    return Leaving(handle, listed and context.is_one(thread.author, handle, {}), listed)


def plan_leaving(leaving: Leaving, thread: Thread, context: RequestContext) -> tuple[Action, ...]:
    """Return what the issue needs: one answer, and its end once the profile is gone."""
    notices = memory_of(thread, context.seal).notices
    if thread.locked or not thread.open or len(notices) > _MOST:
        return ()
    answered = any(key.partition(":")[2] == leaving.handle for key in notices if key.startswith((_OWN, _CHECK)))
    if leaving.listed:
        name, build = (_OWN, thanks) if leaving.own else (_CHECK, checks)
    elif answered:
        name, build = _DONE, done
    else:
        name, build = _UNKNOWN, unknown
    actions = []
    key = f"{name}:{leaving.handle}" if leaving.handle else name
    if key not in notices:
        body, mentions = build(leaving.handle, context, not _called(notices))
        mark = notice_mark(key, mentions, thread.number, context.seal)
        actions.append(Action("comment", thread.number, body=f"{mark}\n{body}"))
    if name == _DONE:
        actions.append(Action("close", thread.number, reason="completed"))
    return tuple(actions)


def _called(notices: Mapping[str, SentNotice]) -> bool:
    """Whether coordinators were mentioned here before; once is enough."""
    return any(sent.mentions for sent in notices.values())
