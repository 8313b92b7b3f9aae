"""Bring a forge, the directory and the life of requests together for `lodestar handle`, `sweep` and `activity`."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from generator.adapters.secrets import memory_secret
from generator.adapters.terminal import track
from generator.app.load import load_readable
from generator.forge.port import BrokenThread, Forge, ForgeError
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.availability_issue import plan_availability_issue
from generator.requests.lifecycle.bot_memory import MemorySeal, mentions_of
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plan import plan
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.request_index import UNREADABLE, RequestIndex
from generator.requests.lifecycle.simulate import simulate
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Thread, ThreadError, thread_of
from generator.text.catalogue import _
from generator.text.languages import language, language_tag

_REMEMBERED = timedelta(days=200)
"""How long ago closed requests count for pauses and limits; longer than any wait."""
_MOST_ROUNDS = 5
"""After so many looks a thread must show its state; more would mean that two runs undo each other's work."""
_NOT_FOR_FORGES = frozenset({"notify", "dispatch"})


@dataclass(slots=True)
class Run:
    """What a run did, or with a dry run would do: actions in order, what was refused, and what went wrong where.

    `left_out` are files of the directory that could not be read, `unreadable` are threads; the bot serves all
    others without them.
    """

    actions: list[Action] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    @property
    def deliveries(self) -> list[dict[str, object]]:
        """What goes to other channels than the forge: numbers and names, nobody's words."""
        return [
            {"issue": one.issue, "mentor": one.mentor, "occasion": one.occasion}
            for one in self.actions
            if one.action == "notify"
        ]

    @property
    def changed(self) -> bool:
        """The site shows something that is no longer so."""
        return any(one.action == "dispatch" for one in self.actions)


def handle(forge: Forge, root: Path, number: int, now: datetime, dry_run: bool = False) -> Run:
    """Bring one issue up to date, and nothing else."""
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    stored = forge.thread(number)
    if stored is None:
        return run
    thread = thread_of(stored)
    index = _request_index(directory, now)
    # What is wrong with others is the sweep's to report.
    others = [one for one in _threads(forge, now - _REMEMBERED, run.left_out) if one.number != number]
    index.load([*others, thread])
    try:
        _settle(forge, index, thread, run, dry_run)
    except ForgeError as error:
        # Other channels and the site still need to know what was done until then.
        run.errors.append(_("issue {number}: {reason}", number=number, reason=error))
    return run


def sweep(forge: Forge, root: Path, now: datetime, dry_run: bool = False) -> Run:
    """Bring every issue up to date: reminders, ends, and whatever an event did not reach."""
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    index = _request_index(directory, now)
    threads = list(_threads(forge, now - _REMEMBERED, run.unreadable))
    index.load(threads)
    run.unreadable.extend(_unforeseen(number, name) for number, name in index.unreadable.items())
    # What has not been sent yet may wait for the end of something else.
    in_order = sorted(
        (one for one in threads if one.number not in index.unreadable),
        key=lambda one: (one.number not in index, one.number),
    )
    for thread in track(in_order, _("Looking at requests"), len(in_order)):
        try:
            if _plan(index, thread)[1]:
                # Someone may have written since all were listed, or another run may be at work on it.
                fresh = None if dry_run else forge.thread(thread.number)
                if fresh or dry_run:
                    _settle(forge, index, thread_of(fresh) if fresh else thread, run, dry_run)
        except (ForgeError, ThreadError) as error:
            run.errors.append(_("issue {number}: {reason}", number=thread.number, reason=error))
            if isinstance(error, ForgeError) and not error.passing:
                break
        except UNREADABLE as error:
            run.unreadable.append(_unforeseen(thread.number, type(error).__name__))
    if not run.errors:
        _digest(forge, index, now, run)
        if not dry_run and not run.unreadable:
            forge.mark_swept()
    return run


def activity(forge: Forge, root: Path, now: datetime) -> tuple[Activity, Directory, list[str]]:
    """Read every thread and add it all up; also return what could not be read."""
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    index = _request_index(directory, now)
    index.load(_threads(forge, None, run.unreadable))
    broken = [_unforeseen(number, name) for number, name in index.unreadable.items()]
    return index.activity(forge.swept()), directory, [*left_out, *run.unreadable, *broken]


def _request_index(directory: Directory, now: datetime) -> RequestIndex:
    seal = MemorySeal(memory_secret(), directory.settings.requests.memory_signed_since)
    return RequestIndex(directory, forms_of(directory, language_tag), now, language, seal)


def _threads(forge: Forge, closed_since: datetime | None, broken: list[str]) -> Iterable[Thread]:
    for stored in forge.threads(closed_since):
        if isinstance(stored, BrokenThread):
            broken.append(_("issue {number} can't be read: {reason}", number=stored.number, reason=stored.reason))
            continue
        try:
            yield thread_of(stored)
        except ThreadError as error:
            broken.append(_("issue {number} can't be read: {reason}", number=_number_in(stored) or "?", reason=error))


def _number_in(stored: dict[str, Any]) -> int | None:
    issue = stored.get("issue")
    number = issue.get("number") if isinstance(issue, dict) else None
    return number if isinstance(number, int) else None


def _unforeseen(number: int, name: str) -> str:
    return _(
        "issue {number} can't be judged ({error}). All others were. Please report this, with the issue's text",
        number=number,
        error=name,
    )


def _settle(forge: Forge, index: RequestIndex, thread: Thread, run: Run, dry_run: bool) -> None:
    """Do what a thread needs, look again, and stop when it needs nothing more."""
    ids: dict[str, int] = {}
    reassigned: frozenset[str] = frozenset()
    for _round in range(_MOST_ROUNDS):
        context = replace(index.context(thread.number), ids=ids, reassigned_logins=reassigned)
        request, actions = _plan(index, thread, context)
        if request is not None and request.mentor and request.sent_at and not _known_id(request, context):
            number = forge.user_id(request.mentor)
            if number is not None:
                ids[request.mentor] = number
                request, actions = _plan(index, thread, context)
        if request is not None and (strangers := _strangers(forge, request, actions, context)):
            reassigned |= strangers
            request, actions = _plan(index, thread, replace(context, reassigned_logins=reassigned))
        if request is not None and request.counts:
            index.update(request)
        if dry_run:
            run.actions.extend(actions)
            return
        if not actions:
            return
        refused = len(run.refusals)
        for action in actions:
            thread = _do(forge, thread, action, index, run)
        if thread.locked and len(run.refusals) > refused:
            return
    if _plan(index, thread, replace(index.context(thread.number), ids=ids, reassigned_logins=reassigned))[1]:
        run.errors.append(_("issue {number} still isn't up to date. The next sweep tries again", number=thread.number))


def _strangers(
    forge: Forge, request: RequestState, actions: Iterable[Action], context: RequestContext
) -> frozenset[str]:
    """Return who would be called under a login that someone gave up and someone else took since."""
    known = {**request.memory.ids, **context.directory.settings.github_ids}
    called = {
        handle
        for action in actions
        if action.action == "comment"
        for handle in mentions_of(action.body)
        if handle in known
    }
    return frozenset(handle for handle in called if forge.user_id(handle) not in (None, known[handle]))


def _known_id(request: RequestState, context: RequestContext) -> bool:
    handle = request.mentor
    return handle in request.memory.ids or handle in context.ids or handle in context.directory.settings.github_ids


def _plan(
    index: RequestIndex, thread: Thread, context: RequestContext | None = None
) -> tuple[RequestState | None, tuple[Action, ...]]:
    context = context or index.context(thread.number)
    if thread.number == index.directory.settings.requests.availability_desk:
        availability = index.availability_issue(thread)
        index.update_availability_issue(availability)
        return None, plan_availability_issue(availability, thread, context)
    request = reduce(thread, context)
    return request, plan(request, thread, context) if request is not None else ()


def _do(forge: Forge, thread: Thread, action: Action, index: RequestIndex, run: Run) -> Thread:
    if action.action in _NOT_FOR_FORGES:
        run.actions.append(action)
        return thread
    outcome = forge.perform(action)
    if outcome.done:
        run.actions.append(action)
    else:
        run.refusals.append(
            _(
                "issue {number}: the forge didn't allow '{action}': {reason}",
                number=action.issue,
                action=action.action,
                reason=outcome.reason,
            )
        )
    if thread.locked and not outcome.done:
        # Who may still write in a locked conversation is the forge's to say; nobody waits for it.
        return thread
    if not outcome.done and action.action != "assign":
        raise ForgeError(
            _("the forge didn't allow '{action}': {reason}", action=action.action, reason=outcome.reason), passing=True
        )
    return simulate(thread, action, index.now, outcome.comment, refused=not outcome.done)


def _digest(forge: Forge, index: RequestIndex, now: datetime, run: Run) -> None:
    """On Mondays, once, send mentors who want it a list of what waits for them."""
    last = forge.swept()
    if (
        index.directory.settings.requests.weekly_digest
        and now.weekday() == 0
        and (last is None or last.date() < now.date())
    ):
        run.actions.extend(
            Action("notify", numbers[0], mentor=handle, occasion="digest")
            for handle, numbers in index.waiting_mentors().items()
        )
