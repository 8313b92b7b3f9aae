"""Bring one thread up to date on its forge: do what it needs, look again, and stop when it needs nothing more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from generator.forge.port import BrokenThread, Forge, ForgeError
from generator.model.request import RequestSummary
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.availability_issue import plan_availability_issue
from generator.requests.lifecycle.bot_memory import NO_ACCOUNT, memory_of, mentions_of, notice_keys
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.leaving import leaving_of, plan_leaving
from generator.requests.lifecycle.plan import plan
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.sending_limits import must_wait
from generator.requests.lifecycle.simulate import simulate
from generator.requests.lifecycle.state import FIRST_NOTICES, RequestState
from generator.requests.lifecycle.thread import Thread, ThreadError, thread_of
from generator.text.catalogue import _

_MOST_ROUNDS = 6
"""After so many looks a thread must show its state; more would mean that two runs undo each other's work."""
_LATELY = timedelta(days=2)
"""How long ago closed requests of one person are read again before another is sent; longer than any limit looks back."""
_LOOKS = 3
"""How often a run looks whether another one that is at work sends a later request of the same person or gives way."""
_NOT_FOR_FORGES = frozenset({"notify", "dispatch"})


@dataclass(slots=True)
class Run:
    """What a run did, or with a dry run would do: actions in order, what was refused, and what went wrong where.

    `left_out` are files of the directory that could not be read, `unreadable` are threads; the bot serves all
    others without them. `again` says after how many seconds a sweep should come back, where it had to stop early.
    `propose` are the issues whose profiles are to become pull requests, or the pull requests that are to be merged,
    by a job that may write files.
    """

    actions: list[Action] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    again: int | None = None
    propose: list[int] = field(default_factory=list)

    @property
    def deliveries(self) -> list[dict[str, object]]:
        """What goes to other channels than the forge: numbers and names, nobody's words."""
        return [
            {"issue": one.issue, "mentor": one.mentor, "occasion": one.occasion}
            | ({"about": list(one.about), "days": one.days} if one.about else {})
            for one in self.actions
            if one.action == "notify"
        ]

    @property
    def changed(self) -> bool:
        """The site shows something that is no longer so."""
        return any(one.action == "dispatch" for one in self.actions)


def settle(forge: Forge, index: RequestIndex, thread: Thread, run: Run, dry_run: bool) -> None:
    """Do what a thread needs, look again, and stop when it needs nothing more."""
    ids: dict[str, int] = {}
    reassigned: frozenset[str] = frozenset()
    created: datetime | None = None
    read_again = dry_run
    rivals: tuple[RequestSummary, ...] = ()
    changed: dict[str, date] = {}
    for _round in range(_MOST_ROUNDS):
        context = replace(
            index.context(thread.number), ids=ids, reassigned_logins=reassigned, rivals=rivals, changed=changed
        )
        request, actions = plan_thread(index, thread, context)
        if actions and request is not None and request.mentor and request.sent_at and not _known_id(request, context):
            number = forge.user_id(request.mentor)
            if number is not None:
                ids[request.mentor] = number
                request, actions = plan_thread(index, thread, context)
        if request is not None and request.sent_at and not request.memory.sent_at and not created:
            # Asked once, when a request is sent, and remembered from then on.
            created = forge.created(request.mentee.login)
            context = replace(context, created=created)
            request, actions = plan_thread(index, thread, context)
        if request is not None and (quiet := _newly_silent(request)):
            # Asked once, when a request expires, and remembered from then on.
            changed |= _changed_profiles(forge, quiet, index)
            context = replace(context, changed=changed)
            request, actions = plan_thread(index, thread, context)
        if strangers := _strangers(forge, request.memory.ids if request else {}, actions, context):
            reassigned |= strangers
            request, actions = plan_thread(index, thread, replace(context, reassigned_logins=reassigned))
        if request is not None and request.counts:
            index.update(request)
        if dry_run:
            run.actions.extend(actions)
            return
        if not actions:
            return
        refused = len(run.refusals)
        for place, action in enumerate(actions):
            if not read_again and _announces(action):
                # Runs for other issues of the same person may be at this point, too. What is noted down now can be seen by them.
                read_again = True
                rivals = _rivals(forge, thread, index)
                run.actions.extend(one for one in actions[place:] if one.action == "dispatch")
                break
            thread = do_action(forge, thread, action, index.now, run)
        if thread.locked and len(run.refusals) > refused:
            return
    if plan_thread(index, thread, replace(index.context(thread.number), ids=ids, reassigned_logins=reassigned))[1]:
        run.errors.append(_("issue {number} still isn't up to date. The next sweep tries again", number=thread.number))


def _strangers(
    forge: Forge, remembered: Mapping[str, int], actions: Iterable[Action], context: RequestContext
) -> frozenset[str]:
    """Return who would be called under a login that someone gave up and someone else took since."""
    known = {handle: number for handle, number in remembered.items() if number != NO_ACCOUNT}
    known |= context.directory.settings.github_ids
    called = {
        handle
        for action in actions
        if action.action == "comment"
        for handle in mentions_of(action.body)
        if handle in known
    }
    return frozenset(handle for handle in called if forge.user_id(handle) not in (None, known[handle]))


def _newly_silent(request: RequestState) -> frozenset[str]:
    """Return which mentors let a request expire just now."""
    known = {event.at for event in request.memory.events}
    return frozenset(handle for handle, at in request.silent if at not in known)


def _changed_profiles(forge: Forge, handles: Iterable[str], index: RequestIndex) -> dict[str, date]:
    since = index.now - timedelta(days=index.directory.settings.requests.days.sign_of_life)
    mentors = (index.directory.mentors[handle] for handle in handles if handle in index.directory.mentors)
    days = {
        one.handle: forge.profile_changed(one.github, index.directory.path_of(one), since)
        for one in mentors
        if one.github
    }
    return {handle: min(day, index.now.date()) for handle, day in days.items() if day}


def _known_id(request: RequestState, context: RequestContext) -> bool:
    handle, remembered = request.mentor, request.memory.ids
    if not context.has_account(handle, remembered):
        return True
    return (
        remembered.get(handle, NO_ACCOUNT) != NO_ACCOUNT
        or handle in context.ids
        or handle in context.directory.settings.github_ids
    )


def plan_thread(
    index: RequestIndex, thread: Thread, context: RequestContext | None = None
) -> tuple[RequestState | None, tuple[Action, ...]]:
    """Return how far a request has come, and what its thread needs now."""
    context = context or index.context(thread.number)
    if index.is_availability_issue(thread):
        availability = index.availability_issue(thread)
        index.update_availability_issue(availability)
        return None, plan_availability_issue(availability, thread, context)
    request = reduce(thread, context)
    if request is None and (leaving := leaving_of(thread, context)):
        return None, plan_leaving(leaving, thread, context)
    return request, plan(request, thread, context) if request is not None else ()


def do_action(forge: Forge, thread: Thread, action: Action, now: datetime, run: Run) -> Thread:
    """Do one action, and return the thread as it is then."""
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
    if not outcome.done and action.action not in ("assign", "title"):
        raise ForgeError(
            _("the forge didn't allow '{action}': {reason}", action=action.action, reason=outcome.reason), passing=True
        )
    return simulate(thread, action, now, outcome.comment, refused=not outcome.done)


def _announces(action: Action) -> bool:
    """Whether an action lets others know of a request for the first time."""
    return action.action == "comment" and not notice_keys(action.body).isdisjoint(FIRST_NOTICES)


def _rivals(forge: Forge, thread: Thread, index: RequestIndex) -> tuple[RequestSummary, ...]:
    """Take in what others of the same person are now, and return the later ones that may go out at this moment.

    A later request gives way to this one where its run has seen it. Where it has not, this one finds that out
    a moment later, and gives way itself.
    """
    rivals: tuple[RequestSummary, ...] = ()
    for look in range(_LOOKS):
        if look:
            forge.pause()
        others = _of_same_author(forge, thread, index)
        index.take_in(others, thread)
        context = index.context(thread.number)
        memory = memory_of(thread, context.seal)
        rivals = index.rivals(others, thread)
        with_rivals = replace(context, rivals=rivals)
        if not rivals or must_wait(memory, thread, context) or not must_wait(memory, thread, with_rivals):
            return ()
    return rivals


def _of_same_author(forge: Forge, thread: Thread, index: RequestIndex) -> list[Thread]:
    found = []
    for stored in forge.threads_by(thread.author.login, index.now - _LATELY):
        if isinstance(stored, BrokenThread):
            continue
        try:
            found.append(thread_of(stored))
        except ThreadError:
            # The sweep says which thread cannot be read.
            continue
    return found
