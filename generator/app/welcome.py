"""Welcome a mentor once their first file is merged: by their own pull request, or by the bot's for their form."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from generator.adapters.git import Proposed
from generator.app.load import load_readable
from generator.app.settle import Run
from generator.forge.port import Forge, ForgeError
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.profiles.source import SourceFile, kind_of
from generator.requests.joining.review_words import WELCOME_MARK, welcome_text
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.thread import BOT, Thread, thread_of
from generator.text.catalogue import _


def welcome(forge: Forge, root: Path, number: int, ref: str, now: datetime) -> Run:
    """Comment once on a merged pull request, whose commit is `ref`, where it added the profile of whoever asked for that.

    The base is checked out at `root` as it is after the merge, and the profile is read there.
    """
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    stored = forge.pull_request(number)
    if stored is None or not stored.merged or stored.base != directory.settings.branch:
        return run
    thread = thread_of(stored.thread)
    if thread.locked or any(one.ours and one.body.startswith(WELCOME_MARK) for one in thread.comments):
        return run
    # Squashed or not: before the merge's commit the base was what the pull request was merged into.
    merged = Proposed(root, ref, f"{stored.merged}^1")
    if merged.commit != stored.sha:
        return run
    mentor = next(_newcomers(merged, thread, directory), None)
    if mentor is None:
        return run
    try:
        outcome = forge.perform(
            Action("comment", number, body=welcome_text(mentor, directory.settings, _by_us(thread)))
        )
    except ForgeError as error:
        run.errors.append(_("pull request {number}: {reason}", number=number, reason=error))
        return run
    if not outcome.done:
        told = _(
            "pull request {number}: the forge didn't allow 'comment': {reason}", number=number, reason=outcome.reason
        )
        run.refusals.append(told)
    return run


def _newcomers(merged: Proposed, thread: Thread, directory: Directory) -> Iterator[Mentor]:
    """Yield who listed themselves: nobody hears from us because someone else added them."""
    for change in merged.changes():
        if (change.kind, change.form, kind_of(change.path)) != ("added", "file", "mentor"):
            continue
        mentor = directory.mentors.get(SourceFile(change.path).stem.lower())
        if (
            mentor
            and mentor.github
            and mentor.offer_to_mentor
            and (_by_us(thread) or mentor.handle == thread.author.handle)
        ):
            yield mentor


def _by_us(thread: Thread) -> bool:
    return thread.by_bot and thread.author.login == BOT
