"""What a thread looks like after an action, without reading it again."""

from dataclasses import replace
from datetime import datetime

from generator.model.request import Person
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.thread import BOT, Comment, Thread

BOT_PERSON = Person(41898282, BOT)


def simulate(
    thread: Thread, action: Action, now: datetime, comment: int | None = None, refused: bool = False
) -> Thread:
    """Return the thread as it is once an action was done, or refused; `comment` is the id of a new comment."""
    match action.action:
        case "comment" if comment is not None:
            new = Comment(comment, BOT_PERSON, now, action.body, by_bot=True, ours=True)
            return replace(thread, comments=(*thread.comments, new))
        case "edit-comment":
            edited = (
                replace(one, body=action.body, edited=True) if one.id == action.comment else one
                for one in thread.comments
            )
            return replace(thread, comments=tuple(edited))
        case "title" if not refused:
            return replace(thread, title=action.title)
        case "label":
            return replace(thread, labels=thread.labels | set(action.labels))
        case "unlabel":
            return replace(thread, labels=thread.labels - set(action.labels))
        case "assign" if refused:
            return replace(thread, refused=thread.refused | set(action.logins))
        case "assign":
            return replace(thread, assignees=thread.assignees | set(action.logins))
        case "close":
            return replace(thread, open=False, closed_by=BOT_PERSON, closed_at=now)
        case "reopen":
            return replace(thread, open=True, closed_by=None, closed_at=None)
        case "lock":
            return replace(thread, locked=True)
    return thread
