"""How far a profile's issue has come, and what its thread needs: pure, and the same however often it is asked.

Only what the bot has shown can be published. A coordinator's `/publish` counts for the draft that was shown when
they wrote it, so nobody can slip another text in between.
"""

from dataclasses import dataclass, replace

from generator.model.vocabulary import Vocabularies
from generator.requests.commands.parse import parse_commands
from generator.requests.forms.form import Form
from generator.requests.joining.draft import ProfileDraft
from generator.requests.joining.memory import (
    PROFILE,
    ProfileMemory,
    profile_memory_of,
)
from generator.requests.joining.words import not_allowed_text, published_text, status_text
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import notice_mark, posted_notices
from generator.requests.lifecycle.comments import EDITED
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plan import answers
from generator.requests.lifecycle.state import Reply
from generator.requests.lifecycle.thread import Comment, Thread
from generator.text.catalogue import N_, _
from generator.text.markdown_escape import title_line

PUBLISH, HOLD = "publish", "hold"
_MOST_ANSWERS = {"answer": 10, "stranger": 3}
_NOT_YOURS = N_("Only a coordinator can publish or hold a profile, so nothing has changed. They read it soon.")
_NOT_SEEN = N_(
    "The profile was another one when you wrote this, so I published nothing. Please look at it above, then comment `/publish` again."
)
_NOT_RIGHT = N_("I can't publish this yet. See above what is still to fix.")
_NOTHING_NEW = N_("The file says all of this already, so there is nothing to publish.")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of opening a pull request: its number, or what was missing and the reason in the forge's words."""

    number: int = 0
    missing: str = ""
    reason: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class ProfileState:
    """A profile's issue at a moment. `due` says that a pull request is to be opened, or brought up to date, now."""

    draft: ProfileDraft
    memory: ProfileMemory
    replies: tuple[Reply, ...] = ()
    by: int = 0
    due: bool = False


def judge(thread: Thread, draft: ProfileDraft, context: RequestContext) -> ProfileState:
    """Read what was said about a draft."""
    memory = profile_memory_of(thread, context.seal) or ProfileMemory()
    waits = context.directory.settings.joining.wait_for_coordinator
    spoken = [one for one in thread.comments if not one.by_bot]
    if memory.shown != draft.fingerprint:
        newest = max((one.id for one in spoken), default=0)
        memory = replace(memory, shown=draft.fingerprint, at=context.now, seen=max(newest, memory.seen), approved="")
    posted = posted_notices(thread, context.seal)
    replies: list[Reply] = []
    for comment in spoken:
        keys = {f"answer:c{comment.id}.0", f"stranger:c{comment.id}.0"}
        spoken_as = _command_of(comment)
        if not spoken_as or comment.id in memory.counted or keys & posted.keys():
            continue
        refusal, is_stranger = _refusal(comment, draft, memory, context, holds=spoken_as == HOLD)
        if refusal:
            replies.append(Reply(f"c{comment.id}.0", refusal, is_stranger))
        elif spoken_as == HOLD:
            memory = replace(memory, approved="", counted=(*memory.counted, comment.id), held=True)
        else:
            counted = (*memory.counted, comment.id)
            memory = replace(memory, approved=draft.fingerprint, counted=counted, failed=0, held=False)
    if not waits and not memory.held and draft.is_right and not draft.changes_nothing and not memory.failed:
        memory = replace(memory, approved=draft.fingerprint)
    wanted = memory.approved == draft.fingerprint and draft.is_right and not draft.changes_nothing
    due = wanted and memory.proposed != draft.fingerprint and not memory.failed and thread.open and not thread.locked
    return ProfileState(draft, memory, tuple(replies), due=due)


def profile_actions(
    state: ProfileState, thread: Thread, form: Form, context: RequestContext, vocabularies: Vocabularies
) -> tuple[Action, ...]:
    """Return what makes the thread show how far its profile is; a closed or locked one is left as it is."""
    if not thread.open or thread.locked:
        return ()
    settings = context.directory.settings
    waits = settings.joining.wait_for_coordinator
    text = status_text(state.draft, state.memory, waits, form, settings, vocabularies)
    mark = PROFILE.mark(state.memory, thread, context.seal)
    title = title_line(f"{form.title}: {state.draft.fields['name']}", 80) if _named(state.draft) else ""
    actions = [Action("title", thread.number, title=title)] if title and thread.title == form.title else []
    actions += PROFILE.comment_actions(thread, f"{mark}\n{text}", context.seal)
    posted = posted_notices(thread, context.seal)
    actions += answers(state.replies, posted, thread.number, _MOST_ANSWERS, context.seal)
    if form.label not in thread.labels:
        actions.append(Action("label", thread.number, labels=(form.label,)))
    return tuple(actions)


def after_proposing(
    state: ProfileState, proposed: Proposed, thread: Thread, context: RequestContext
) -> tuple[ProfileState, Action | None]:
    """Remember what became of the pull request, and return the comment that tells it, where it was not told before."""
    settings, draft = context.directory.settings, state.draft
    if proposed.number:
        memory = replace(state.memory, proposed=draft.fingerprint, number=proposed.number, failed=0)
        key, text = f"proposed:{proposed.number}", published_text(proposed.number, draft, settings)
    else:
        last = max(state.memory.counted, default=1)
        memory = replace(state.memory, failed=last)
        key = f"failed:{last}"
        text = not_allowed_text(proposed.missing, proposed.reason, proposed.branch, draft, settings)
    posted = posted_notices(thread, context.seal)
    mark = notice_mark(key, (), thread.number, context.seal)
    comment = None if key in posted else Action("comment", thread.number, body=f"{mark}\n{text}")
    return replace(state, memory=memory, due=False), comment


def _named(draft: ProfileDraft) -> bool:
    name = draft.fields.get("name")
    return draft.is_right and isinstance(name, str) and bool(name.strip())


def _command_of(comment: Comment) -> str:
    return next((one.name for one in parse_commands(comment.body) if one.name in (PUBLISH, HOLD)), "")


def _refusal(
    comment: Comment, draft: ProfileDraft, memory: ProfileMemory, context: RequestContext, holds: bool
) -> tuple[str, bool]:
    if not context.is_coordinator(comment.author):
        return _(_NOT_YOURS), True
    if comment.edited:
        return _(EDITED), False
    if holds:
        return "", False
    if comment.id <= memory.seen or (memory.at and comment.at < memory.at.replace(microsecond=0)):
        return _(_NOT_SEEN), False
    if not draft.is_right:
        return _(_NOT_RIGHT), False
    return (_(_NOTHING_NEW), False) if draft.changes_nothing else ("", False)
