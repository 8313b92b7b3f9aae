"""The availability issue: one issue in which every mentor may say how much they can take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType

from generator.requests.commands import COMMANDS
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTOR, Command
from generator.requests.commands.coordinator import cannot_answer_for
from generator.requests.commands.parse import ParsedCommand, parse_commands
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import (
    BotMemory,
    Event,
    SentNotice,
    memory_of,
    notice_mark,
    posted_notices,
    status_mark,
)
from generator.requests.lifecycle.comments import EDITED, kept
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plan import answers, status_actions
from generator.requests.lifecycle.reduce import AHEAD
from generator.requests.lifecycle.state import Reply, RequestState
from generator.requests.lifecycle.statements import SUBJECTS, comment_of, in_force, spoken_order
from generator.requests.lifecycle.thread import Comment, Thread
from generator.requests.lifecycle.weekly_question import KEY, is_due, newest_of_each, weekly_questions
from generator.requests.replies.availability import stated_by_mentor
from generator.requests.replies.markdown_links import link_to_mentor
from generator.requests.replies.weekly_question import question_comment
from generator.requests.understanding.understand import understand
from generator.text.catalogue import _
from generator.text.counting import listed

AVAILABILITY_COMMANDS: tuple[Command, ...] = tuple(command for command in COMMANDS if command.about_availability)
_BY_NAME = {command.name: command for command in AVAILABILITY_COMMANDS}
_MOST_ANSWERS = {"answer": 10, "stranger": 3}
"""Comments that are answered in a day: mentors' and strangers'."""
_ANSWERED = timedelta(days=1)
"""How old a comment may be that is still answered, so that a flood is not answered for months."""
_MOST_WORDS = 500
_LONGEST = 60_000
"""Letters of the status comment; the forge takes 65,536."""
_MOVED = "moved-to-"
"""How the key of the notice begins that says in which issue this one goes on; its number follows."""


@dataclass(frozen=True, slots=True)
class AvailabilityIssue:
    """What mentors said about their availability and is still in force, and answers to give.

    `noted` are the events that the status comment holds already. `asked` are the weekly questions, of earlier
    availability issues too, `moved` those of them that this one has to remember, `remembers` whom its own thread names.
    `goes_on_in` is the number of a newer one, `has_moved` says that it knows everything of this one, and `told` is the
    number that people here were sent to.
    """

    number: int = 0
    events: tuple[Event, ...] = ()
    replies: tuple[Reply, ...] = ()
    noted: tuple[Event, ...] = ()
    asked: Mapping[str, SentNotice] = field(default_factory=lambda: MappingProxyType({}))
    moved: Mapping[str, SentNotice] = field(default_factory=lambda: MappingProxyType({}))
    remembers: frozenset[str] = frozenset()
    goes_on_in: int = 0
    has_moved: bool = False
    told: int = 0

    @property
    def statements(self) -> tuple[Event, ...]:
        """The events without what an older version of the bot's memory may hold besides."""
        return tuple(event for event in self.events if event.command in SUBJECTS)


def availability_issue_of(
    thread: Thread, context: RequestContext, before: Iterable[AvailabilityIssue] = ()
) -> AvailabilityIssue:
    """Read the availability issue: what was acknowledged stays, newer comments are added, and what those `before` hold."""
    before = tuple(before)
    memory = memory_of(thread, context.seal)
    request = RequestState(thread.number, thread.author, "desk", "active", thread.opened, thread.opened, "desk", memory)
    settled = {event.event_id for event in memory.events}
    # Words that were replaced by later ones are no longer in the ledger, and were read all the same.
    # What has moved here was said in other issues, and says nothing about which comments were read in this one.
    here = {comment.id for comment in thread.comments}
    began_here = not thread.by_bot
    seen = max((comment_of(one) for one in memory.events if began_here or comment_of(one) in here), default=0)
    known = {event.event_id: event for issue in before for event in issue.events}
    events = list({**known, **{event.event_id: event for event in memory.events}}.values())
    replies: list[Reply] = []
    for comment in thread.comments:
        if (
            comment.by_bot
            or comment.at > context.now + AHEAD
            or (comment.id < seen and comment.at < context.now - _ANSWERED)
        ):
            continue
        spoken = parse_commands(comment.body) or _in_plain_words(comment, context)
        own = context.mentor_handle_of(comment.author)
        coordinates = context.is_coordinator(comment.author)
        if comment.edited:
            plain = f"c{comment.id}.0" in settled and bool(parse_commands(comment.body))
            if (
                spoken
                and (own or coordinates)
                and (comment.id > seen or plain)
                and comment.at >= context.now - _ANSWERED
            ):
                replies.append(Reply(f"c{comment.id}", _(EDITED)))
            continue
        for place, one in enumerate(spoken):
            handle = one.of or own
            event = Event(
                f"c{comment.id}.{place}",
                comment.at,
                replace(comment.author, login=handle or comment.author.login),
                ANY_MENTOR,
                one.name,
                kept(one.words),
            )
            if (
                event.event_id in settled
                or {f"answer:{event.event_id}", f"stranger:{event.event_id}"} & memory.notices.keys()
            ):
                continue
            command = _BY_NAME.get(one.name)
            roles = (COORDINATOR,) if coordinates else ()
            refusal = cannot_answer_for(handle, command, roles, context) if one.of else None
            refusal = refusal or _refusal(request, event, handle, context)
            if refusal is None and comment.id > seen:
                events.append(event)
            elif refusal is not None and comment.at >= context.now - _ANSWERED:
                replies.append(Reply(event.event_id, refusal, not (own or coordinates)))
    posted = posted_notices(thread, context.seal)
    asked = {key: sent for key, sent in memory.notices.items() if key.startswith(KEY)}
    remembers = frozenset(handle for sent in asked.values() for handle in sent.mentions)
    for issue in before:
        asked = {**issue.asked, **asked}
    moved = newest_of_each({key: sent for key, sent in asked.items() if key not in posted})
    sent_to = next((key for key in memory.notices if key.startswith(_MOVED)), "").removeprefix(_MOVED)
    told = int(sent_to) if sent_to.isdecimal() else 0
    return AvailabilityIssue(
        thread.number,
        _still_in_force(events),
        tuple(replies),
        memory.events,
        asked,
        moved,
        remembers,
        goes_on_in=told,
        told=told,
    )


def noted_in(newer: AvailabilityIssue, older: AvailabilityIssue) -> bool:
    """Whether the status comment of a newer availability issue holds all that is in force of an older one."""
    return _still_in_force([*newer.noted, *older.events]) == newer.noted and all(
        newer.remembers.issuperset(sent.mentions) for sent in older.asked.values()
    )


def plan_availability_issue(issue: AvailabilityIssue, thread: Thread, context: RequestContext) -> tuple[Action, ...]:
    """Return what brings the availability issue up to date."""
    memory = memory_of(thread, context.seal)
    lately = {key: sent for key, sent in memory.notices.items() if sent.at >= context.now - _ANSWERED}
    actions = list(status_actions(thread, _body(issue, thread, context), context.seal))
    if not thread.locked:
        actions.extend(answers(issue.replies, lately, thread.number, _MOST_ANSWERS, context.seal))
        newest = not issue.goes_on_in
        if newest and is_due(issue.asked, context.now) and (questions := weekly_questions(issue.asked, context)):
            actions.append(Action("comment", thread.number, body=question_comment(questions, thread.number, context)))
        if issue.has_moved and not issue.told:
            actions.append(Action("comment", thread.number, body=_goes_on(issue, context)))
    if thread.open and (issue.told or (issue.has_moved and thread.locked)):
        actions.append(Action("close", thread.number, reason="completed"))
    if issue.events != memory.events:
        actions.append(Action("dispatch", thread.number))
    return tuple(actions)


def _in_plain_words(comment: Comment, context: RequestContext) -> tuple[ParsedCommand, ...]:
    """Read what a mentor says about their availability in plain words; anything else is a sign of life."""
    if not comment.body.strip() or not context.mentor_handle_of(comment.author):
        return ()
    read = understand(comment.body, speaker=MENTOR, state="active", today=comment.at.date())
    spoken = parse_commands(read.command or "") if read.is_certain else ()
    return spoken if spoken and spoken[0].name in _BY_NAME else (ParsedCommand("confirm", "", ""),)


def _refusal(request: RequestState, event: Event, handle: str, context: RequestContext) -> str | None:
    command = _BY_NAME.get(event.command)
    names = listed([f"`/{one.name}`" for one in AVAILABILITY_COMMANDS])
    if command is None:
        return _(
            "Only {commands} work here, so nothing has changed. Please answer a request in its own issue.",
            commands=names,
        )
    if not handle:
        return _(
            "`/{command}` is a command for someone listed as a mentor, so nothing has changed. Are you one? Then check that your profile is merged, and that it names this account.",
            command=command.name,
        )
    return command.check(request, event, context)


def _still_in_force(events: list[Event]) -> tuple[Event, ...]:
    """Keep the newest statements, and of very many the last: more would not fit."""
    newest = in_force(sorted(events, key=spoken_order)).values()
    return tuple(sorted(newest, key=spoken_order))[-_MOST_WORDS:]


def _goes_on(issue: AvailabilityIssue, context: RequestContext) -> str:
    mark = notice_mark(f"{_MOVED}{issue.goes_on_in}", (), issue.number, context.seal)
    text = _(
        "This conversation has become very long, so it goes on in #{number}, and what you said here still counts.",
        number=issue.goes_on_in,
    )
    return f"{mark}\n{text}"


def _body(issue: AvailabilityIssue, thread: Thread, context: RequestContext) -> str:
    rows = stated_by_mentor(issue.statements, context.today)
    table = "\n".join(
        [
            f"| {_('Mentor')} | {_('What I noted')} |",
            "|---|---|",
            *(f"| {link_to_mentor(handle, context)} | {', '.join(event)} |" for handle, event in rows.items()),
        ]
    )
    words = "\n".join(f"- `{one.written}`: {_(one.summary)}" for one in AVAILABILITY_COMMANDS)
    mark = status_mark(
        BotMemory(events=issue.events, notices=issue.moved), thread.number, thread.author.id, context.seal
    )
    if issue.told:
        moved = _("This conversation goes on in #{number}. Please write there.", number=issue.told)
        return f"{mark}\n**{_('Availability of mentors')}**\n\n{moved}"
    parts = [
        f"{mark}\n**{_('Availability of mentors')}**",
        _(
            "Mentors, say here how much time you have. Start a comment with one of these commands. I note it below, and the site shows it after its next build:"
        ),
        words,
        table if rows else _("No mentor has changed anything so far."),
        _(
            "If you comment here, GitHub notifies you of every later comment. To stop that, choose **Unsubscribe** next to this conversation."
        ),
    ]
    if sum(map(len, parts)) > _LONGEST:
        parts[3] = _("The table is too long to show here. See the site instead.")
    return "\n\n".join(parts)
