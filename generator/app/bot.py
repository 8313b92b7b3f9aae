"""Bring a forge, the directory and the life of requests together for `lodestar handle`, `sweep` and `activity`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from generator.adapters.secrets import memory_secret
from generator.adapters.terminal import track
from generator.app.availability_issues import go_on
from generator.app.board_desk import tell_at_desk
from generator.app.board_rows import board_deliveries, rows_of
from generator.app.joining import Joining
from generator.app.load import load_concerned, load_readable
from generator.app.reviewing import Reviewing, with_reviews
from generator.app.settle import Run, plan_thread, settle
from generator.forge.port import BrokenThread, Forge, ForgeError, Wanted
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.availability_chain import MOST_COMMENTS
from generator.requests.lifecycle.context import NeedsOtherThreads
from generator.requests.lifecycle.event import is_settled, may_be_ours
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.request_index import EVERYONE, MENTEE, ONE, UNREADABLE, RequestIndex
from generator.requests.lifecycle.thread import Thread, ThreadError, thread_of
from generator.text.catalogue import N_, _
from generator.text.languages import language, language_tag

_FOR_PEOPLE = 0.25
"""The part of an hour's calls that the sweep and the site leave to what people do meanwhile."""
_NEARLY_USED_UP = N_(
    "Most of the calls that GitHub allows in an hour are used up. The rest is for what people write now. The sweep comes back within the hour and does what is still to be done"
)
_AT_LEAST, _AT_MOST = 60, 3600
"""The seconds after which a sweep comes back that had to stop."""
_REMEMBERED = timedelta(days=200)
"""How long ago closed requests count for pauses and limits; longer than any wait."""


def handle(forge: Forge, root: Path, number: int, now: datetime, dry_run: bool = False) -> Run:
    """Bring one issue up to date, and nothing else."""
    directory, left_out = load_concerned(root, now)
    run = Run(left_out=left_out)
    availability_issue = directory.settings.requests.availability_desk
    forms, seal = forms_of(directory, language_tag), _seal(directory)
    joining, reviewing = Joining(root, directory, now), Reviewing(directory, forms, now)
    stored = forge.thread(
        number,
        wanted=lambda issue: (
            may_be_ours(issue, availability_issue, forms) or joining.may_be_ours(issue) or reviewing.may_be_ours(issue)
        ),
    )
    known: str = ONE
    while stored is not None:
        thread = thread_of(stored)
        if joining.is_ours(thread):
            _settle_alone(joining, forge, thread, run, dry_run)
            break
        if reviewing.is_ours(thread):
            _settle_alone(reviewing, forge, thread, run, dry_run)
            break
        index = RequestIndex(directory, forms, now, language, seal, known)
        others = _others(forge, thread, now - _REMEMBERED, known, run)
        index.load([*(one for one in others if one.number != number), thread])
        try:
            if known == EVERYONE:
                index.take_in(others, thread)
            settle(forge, index, thread, run, dry_run)
            break
        except NeedsOtherThreads as needed:
            # Most comments change nothing that others need to know, and cost no more than reading their own thread.
            known = EVERYONE if needed.everyone or known == MENTEE else MENTEE
            stored = forge.thread(number) if run.actions else stored
        except ForgeError as error:
            # Other channels and the site still need to know what was done until then.
            run.errors.append(_("issue {number}: {reason}", number=number, reason=error))
            break
    return run


def _settle_alone(own: Joining | Reviewing, forge: Forge, thread: Thread, run: Run, dry_run: bool) -> None:
    """Settle a thread that is no request: the issue of a profile or of a review."""
    try:
        own.settle(forge, thread, run, dry_run)
    except ForgeError as error:
        run.errors.append(_("issue {number}: {reason}", number=thread.number, reason=error))


def sweep(forge: Forge, root: Path, now: datetime, dry_run: bool = False, most_comments: int = MOST_COMMENTS) -> Run:
    """Bring every issue up to date: reminders, ends, and whatever an event did not reach.

    An availability issue goes on in a new one from `most_comments` on.
    """
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    listed: dict[int, dict[str, Any]] = {}
    joining, reviewing = Joining(root, directory, now), Reviewing(directory, forms_of(directory, language_tag), now)
    forge.keep_back(_FOR_PEOPLE)
    try:
        threads = _changed_or_waiting(forge, directory, (joining, reviewing), now, run, listed)
    except ForgeError as error:
        if not error.passing:
            raise
        run.errors.append(str(error))
        run.again = _comes_back(forge)
        return run
    profiles = [thread for thread in threads if thread.open and joining.is_ours(thread)]
    reviews = [thread for thread in threads if reviewing.is_ours(thread)]
    index = _request_index(directory, now)
    index.load(threads)
    run.unreadable.extend(_unforeseen(number, name) for number, name in index.unreadable.items())
    try:
        threads += go_on(forge, index, threads, most_comments, run, listed, dry_run)
    except (ForgeError, ThreadError) as error:
        run.errors.append(str(error))
    # What has not been sent yet may wait for the end of something else. An availability issue is closed when the next knows everything.
    in_order = sorted(
        (one for one in threads if one.number not in index.unreadable),
        key=lambda one: (one.number not in index, -one.number if index.is_availability_issue(one) else one.number),
    )
    index.offering = True
    for thread in track(in_order, _("Looking at requests"), len(in_order)):
        try:
            if plan_thread(index, thread)[1]:
                if forge.calls_left() < _FOR_PEOPLE:
                    run.errors.append(_(_NEARLY_USED_UP))
                    run.again = _comes_back(forge)
                    break
                # Someone may have written since all were listed, or another run may be at work on it.
                fresh = None if dry_run else forge.thread(thread.number, known=listed[thread.number])
                if fresh or dry_run:
                    settle(forge, index, thread_of(fresh) if fresh else thread, run, dry_run)
        except (ForgeError, ThreadError) as error:
            run.errors.append(_("issue {number}: {reason}", number=thread.number, reason=error))
            if isinstance(error, ForgeError):
                if not error.passing:
                    break
                run.again = _comes_back(forge) if forge.calls_left() < _FOR_PEOPLE else None
        except UNREADABLE as error:
            run.unreadable.append(_unforeseen(thread.number, type(error).__name__))
    index.offering = False
    for thread in () if run.errors else profiles:
        _settle_alone(joining, forge, thread, run, dry_run)
    for thread in () if run.errors else reviews:
        _settle_alone(reviewing, forge, thread, run, dry_run)
    if not run.errors:
        _digest(forge, index, now, run, dry_run)
        if not dry_run and not run.unreadable:
            forge.mark_swept()
    return run


def _changed_or_waiting(
    forge: Forge,
    directory: Directory,
    others: tuple[Joining, Reviewing],
    now: datetime,
    run: Run,
    listed: dict[int, dict[str, Any]],
) -> list[Thread]:
    """Read the threads that changed since the last sweep or wait for something; all others only if one of these needs them."""
    forms, before = forms_of(directory, language_tag), forge.swept()

    def ours(issue: dict[str, Any]) -> bool:
        request = may_be_ours(issue, directory.settings.requests.availability_desk, forms)
        return request or any(one.may_be_ours(issue) for one in others)

    def unchanged(issue: dict[str, Any]) -> bool:
        return is_settled(issue, before) and (issue.get("state") == "closed" or not ours(issue))

    def read(wanted: Wanted) -> list[Thread]:
        return list(_threads(forge, now - _REMEMBERED, run.unreadable, listed, wanted=wanted))

    threads = read(lambda issue: not unchanged(issue))
    alone = _request_index(directory, now, ONE)
    alone.offering = True
    alone.load(threads)
    if any(_may_act(alone, thread) for thread in threads):
        threads += read(lambda issue: unchanged(issue) and ours(issue))
        run.unreadable[:] = dict.fromkeys(run.unreadable)
    return threads


def _may_act(alone: RequestIndex, thread: Thread) -> bool:
    """Whether a thread needs something, or may need something that only other threads tell."""
    try:
        return bool(plan_thread(alone, thread)[1])
    except (NeedsOtherThreads, *UNREADABLE):
        return True


def _comes_back(forge: Forge) -> int:
    """Return after how many seconds there are calls again; a little later, because clocks differ."""
    return round(min(max(forge.seconds_until_more() + _AT_LEAST, _AT_LEAST), _AT_MOST))


def activity(forge: Forge, root: Path, now: datetime) -> tuple[Activity, Directory, list[str]]:
    """Read every thread and add it all up; also return what could not be read."""
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    index = _request_index(directory, now)
    forge.keep_back(_FOR_PEOPLE)
    numbers: list[int] = []
    threads = list(_threads(forge, None, run.unreadable, numbers=numbers))
    index.load(threads)
    broken = [_unforeseen(number, name) for number, name in index.unreadable.items()]
    unreadable = tuple(sorted({*numbers, *index.unreadable}))
    found = replace(index.activity(forge.swept()), unreadable=unreadable)
    found = with_reviews(found, threads, index)
    return found, directory, [*left_out, *run.unreadable, *broken]


def everything(forge: Forge, root: Path, now: datetime) -> tuple[RequestIndex, list[str]]:
    """Read every request, open or not, and return what could not be read beside it."""
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    index = _request_index(directory, now)
    index.load(_threads(forge, now - _REMEMBERED, run.unreadable))
    return index, [*left_out, *run.unreadable]


def _request_index(directory: Directory, now: datetime, known: str = EVERYONE) -> RequestIndex:
    return RequestIndex(directory, forms_of(directory, language_tag), now, language, _seal(directory), known)


def _seal(directory: Directory) -> MemorySeal:
    return MemorySeal(memory_secret(), directory.settings.requests.memory_signed_since)


def _others(forge: Forge, thread: Thread, closed_since: datetime, known: str, run: Run) -> list[Thread]:
    """Read as many requests as turned out to be needed. What is wrong with others is the sweep's to report."""
    if known == ONE:
        return []
    stored = forge.threads_by(thread.author.login, closed_since) if known == MENTEE else forge.threads(closed_since)
    return list(_readable(stored, run.left_out))


def _threads(
    forge: Forge,
    closed_since: datetime | None,
    broken: list[str],
    listed: dict[int, dict[str, Any]] | None = None,
    numbers: list[int] | None = None,
    wanted: Wanted | None = None,
) -> Iterable[Thread]:
    """Yield everyone's threads that are wanted; `listed` takes in what the forge said of each, by number, `numbers` the broken ones."""
    return _readable(forge.threads(closed_since, wanted), broken, listed, numbers)


def _readable(
    found: Iterable[dict[str, Any] | BrokenThread],
    broken: list[str],
    listed: dict[int, dict[str, Any]] | None = None,
    numbers: list[int] | None = None,
) -> Iterable[Thread]:
    numbers = [] if numbers is None else numbers
    for stored in found:
        if isinstance(stored, BrokenThread):
            numbers.append(stored.number)
            broken.append(_("issue {number} can't be read: {reason}", number=stored.number, reason=stored.reason))
            continue
        try:
            thread = thread_of(stored)
            if listed is not None:
                listed[thread.number] = stored
            yield thread
        except ThreadError as error:
            number = _number_in(stored)
            numbers.extend([number] if number else [])
            broken.append(_("issue {number} can't be read: {reason}", number=number or "?", reason=error))


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


def _digest(forge: Forge, index: RequestIndex, now: datetime, run: Run, dry_run: bool) -> None:
    """Send coordinators what needs them, once a day, and on Mondays mentors who want it a list of what waits for them."""
    last = forge.swept()
    rows = rows_of(index, forge)
    run.actions.extend(board_deliveries(rows, index, last))
    try:
        tell_at_desk(forge, rows, index.directory, index.seal, now, run, dry_run)
    except (ForgeError, ThreadError) as error:
        run.errors.append(str(error))
    if (
        index.directory.settings.requests.weekly_digest
        and now.weekday() == 0
        and (last is None or last.date() < now.date())
    ):
        run.actions.extend(
            Action("notify", numbers[0], mentor=handle, occasion="digest")
            for handle, numbers in index.waiting_mentors().items()
        )
