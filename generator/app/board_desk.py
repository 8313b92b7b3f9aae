"""Tell coordinators in an issue of their own what needs them today, where no other channel reaches them."""

from datetime import datetime

from generator.app.board_rows import digest_is_due
from generator.app.settle import Run, do_action
from generator.forge.port import Forge
from generator.insight.board import BoardRow
from generator.model.directory import Directory
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import notice_mark, posted_notices
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import thread_of
from generator.requests.replies.board import board_comment
from generator.text.catalogue import _


def tell_at_desk(
    forge: Forge,
    rows: tuple[BoardRow, ...],
    directory: Directory,
    seal: MemorySeal,
    now: datetime,
    run: Run,
    dry_run: bool,
) -> None:
    """Write today's comment into the board issue, if there is one, and something new to say; never two in a day."""
    number = directory.settings.requests.board_desk
    if number is None or not digest_is_due(rows, now, forge.swept()):
        return
    stored = forge.thread(number)
    if stored is None:
        run.refusals.append(
            _("issue {number}: there is no such issue, but `board_desk` in directory.yml names it", number=number)
        )
        return
    thread, key = thread_of(stored), f"board:{now:%Y%m%d}"
    if not thread.open or thread.locked or key in posted_notices(thread, seal):
        return
    called = tuple(handle for handle in directory.settings.coordinators if _is_theirs(handle, directory, forge))
    body = f"{notice_mark(key, called, number, seal)}\n{board_comment(rows, called, directory.settings)}"
    action = Action("comment", number, body=body)
    if dry_run:
        run.actions.append(action)
    else:
        do_action(forge, thread, action, now, run)


def _is_theirs(handle: str, directory: Directory, forge: Forge) -> bool:
    """Whether a login still belongs to the coordinator; nobody else is called by it."""
    known = directory.settings.github_ids.get(handle)
    return known is None or forge.user_id(handle) in (None, known)
