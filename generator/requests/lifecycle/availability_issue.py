"""The availability desk: one issue in which every mentor may say how much they can take."""

from dataclasses import dataclass, replace
from datetime import timedelta

from generator.requests.commands import COMMANDS
from generator.requests.commands.available import WHO
from generator.requests.commands.command import ANY_MENTOR, Command
from generator.requests.commands.parse import parse_commands
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import BotMemory, Event, memory_of, status_mark
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.plan import answers, status_actions
from generator.requests.lifecycle.reduce import AHEAD, EDITED, kept
from generator.requests.lifecycle.state import MentorWord, Reply, RequestState
from generator.requests.lifecycle.thread import Thread
from generator.requests.replies.availability import SAME_THING, in_force
from generator.requests.replies.markdown_links import called
from generator.text.counting import listed

DESK_COMMANDS: tuple[Command, ...] = tuple(command for command in COMMANDS if command.at_desk)
_BY_NAME = {command.name: command for command in DESK_COMMANDS}
_MOST_ANSWERS = {"answer": 10, "stranger": 3}
"""Comments that are answered in a day: mentors' and strangers'."""
_ANSWERED = timedelta(days=1)
"""How old a comment may be that is still answered, so that a flood is not answered for months."""
_MOST_WORDS = 500
_LONGEST = 60_000
"""Letters of the status comment; the forge takes 65,536."""


@dataclass(frozen=True, slots=True)
class AvailabilityIssue:
    """What was said at the desk: the words that are in force, the events behind them, and answers to give."""

    words: tuple[MentorWord, ...] = ()
    log: tuple[Event, ...] = ()
    replies: tuple[Reply, ...] = ()


def availability_issue_of(thread: Thread, registry: RequestContext) -> AvailabilityIssue:
    """Read the desk's thread: what was acknowledged stays, and newer comments are added."""
    ledger = memory_of(thread)
    course = RequestState(thread.number, thread.author, "desk", "active", thread.opened, thread.opened, "desk", ledger)
    settled = {said.mark for said in ledger.log}
    # Words that were replaced by later ones are no longer in the ledger, and were read all the same.
    seen = max((_comment_id(mark) for mark in settled), default=0)
    log = list(ledger.log)
    replies: list[Reply] = []
    for comment in thread.comments:
        if (
            comment.by_bot
            or comment.at > registry.now + AHEAD
            or (comment.id < seen and comment.at < registry.now - _ANSWERED)
        ):
            continue
        spoken = parse_commands(comment.body)
        handle = registry.mentor_handle_of(comment.author)
        if comment.edited:
            if spoken and handle and comment.id > seen and comment.at >= registry.now - _ANSWERED:
                replies.append(Reply(f"c{comment.id}", EDITED))
            continue
        for place, one in enumerate(spoken):
            said = Event(
                f"c{comment.id}.{place}",
                comment.at,
                replace(comment.author, login=handle or comment.author.login),
                ANY_MENTOR,
                one.name,
                kept(one.words),
            )
            if said.mark in settled or {f"answer:{said.mark}", f"stranger:{said.mark}"} & ledger.notices.keys():
                continue
            refusal = _refusal(course, said, handle, registry)
            if refusal is None and comment.id > seen:
                log.append(said)
            elif refusal is not None and comment.at >= registry.now - _ANSWERED:
                replies.append(Reply(said.mark, refusal, not handle))
    log = _in_force(log)
    for said in log:
        if said.command in _BY_NAME:
            course = _BY_NAME[said.command].effect(course, said)
    return AvailabilityIssue(course.words, tuple(log), tuple(replies))


def plan_desk(desk: AvailabilityIssue, thread: Thread, registry: RequestContext) -> tuple[Action, ...]:
    """Return what brings the desk's thread up to date."""
    ledger = memory_of(thread)
    lately = {key: sent for key, sent in ledger.notices.items() if sent.at >= registry.now - _ANSWERED}
    actions = list(status_actions(thread, _body(desk, BotMemory(log=desk.log), registry)))
    if not thread.locked:
        actions.extend(answers(desk.replies, lately, thread.number, _MOST_ANSWERS))
    if desk.log != ledger.log:
        actions.append(Action("dispatch", thread.number))
    return tuple(actions)


def _comment_id(mark: str) -> int:
    number = mark.partition(".")[0][1:]
    return int(number) if number.isdecimal() else 0


def _refusal(course: RequestState, said: Event, handle: str, registry: RequestContext) -> str | None:
    command = _BY_NAME.get(said.command)
    names = listed([f"`/{one.name}`" for one in DESK_COMMANDS])
    if command is None:
        return f"Here only {names} have an effect, so nothing was changed. A request is answered in its own issue."
    if not handle:
        return f"`/{command.name}` is a word for {WHO[ANY_MENTOR]}, so nothing was changed. If you are one: is your profile merged already, and is this the account that it names?"
    return command.check(course, said, registry)


def _in_force(log: list[Event]) -> list[Event]:
    """Keep the last word of each mentor about each thing, and of very many the newest: more would not fit."""
    last = {(said.by.handle, SAME_THING.get(said.command, said.command)): said for said in log}
    kept = set(map(id, last.values()))
    return [said for said in log if id(said) in kept][-_MOST_WORDS:]


def _body(desk: AvailabilityIssue, ledger: BotMemory, registry: RequestContext) -> str:
    rows = in_force(desk.words, registry.today)
    table = "\n".join(
        [
            "| Mentor | What I noted |",
            "|---|---|",
            *(f"| {called(handle, registry)} | {', '.join(said)} |" for handle, said in rows.items()),
        ]
    )
    words = "\n".join(f"- `{one.written}`: {one.summary}" for one in DESK_COMMANDS)
    parts = [
        f"{status_mark(ledger)}\n**Availability desk**",
        "Mentors say here how much they can take on. Begin a comment with one of these words; I note it below, and the site shows it after its next build:",
        words,
        table if rows else "Nothing is noted at the moment.",
        "Whoever comments here hears of every later comment too; **Unsubscribe** beside this conversation ends that.",
    ]
    if sum(map(len, parts)) > _LONGEST:
        parts[3] = "The table of what everybody said would be too long here; the site shows it."
    return "\n\n".join(parts)
