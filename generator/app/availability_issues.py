"""Open the next availability issue before one grows too long; everything else follows from its being there."""

from collections.abc import Iterable
from typing import Any

from generator.app.settle import Run
from generator.forge.port import Forge
from generator.requests.lifecycle.availability_chain import next_issue
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.thread import Thread, thread_of
from generator.text.catalogue import _


def go_on(
    forge: Forge,
    index: RequestIndex,
    threads: Iterable[Thread],
    most: int,
    run: Run,
    listed: dict[int, dict[str, Any]],
    dry_run: bool,
) -> list[Thread]:
    """Open the issue that goes on from the newest availability issue if that has so many comments, and return it.

    A run that ends right after it leaves an issue that the next one finds among the threads. Should two runs open one
    each, everything moves on to the newer.
    """
    newest = max((one for one in threads if index.is_availability_issue(one)), key=lambda one: one.number, default=None)
    if newest is None or not newest.open or len(newest.comments) < most:
        return []
    action = next_issue(newest, index.seal)
    if dry_run:
        run.actions.append(action)
        return []
    outcome = forge.perform(action)
    if not outcome.done:
        run.refusals.append(
            _("issue {number}: the forge didn't allow '{action}': {reason}", number=newest.number, action=action.action, reason=outcome.reason)
        )  # fmt: skip
        return []
    run.actions.append(action)
    stored = forge.thread(outcome.number)
    if stored is None:
        return []
    listed[outcome.number] = stored
    opened = thread_of(stored)
    index.load([opened])
    return [opened]
