"""The availability desk: one issue in which every mentor may say how much they can take."""

from dataclasses import dataclass, replace

from generator.matching.words import listed
from generator.requests.actions import Action
from generator.requests.answers import WHO
from generator.requests.availability_words import SAME_THING, in_force
from generator.requests.commands import COMMANDS
from generator.requests.commands.command import ANY_MENTOR, Command
from generator.requests.course import Course, MentorWord, Reply
from generator.requests.ledger import Ledger, Said, ledger_of, notice_mark, status_comment, status_mark
from generator.requests.names import called
from generator.requests.reading import spoken_in
from generator.requests.registry import Registry
from generator.requests.thread import Thread

DESK_COMMANDS: tuple[Command, ...] = tuple(command for command in COMMANDS if command.at_desk)
_MOST_ANSWERS = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """What was said at the desk: the words that are in force, the events behind them, and answers to give."""

    words: tuple[MentorWord, ...] = ()
    log: tuple[Said, ...] = ()
    replies: tuple[Reply, ...] = ()


def desk_of(thread: Thread, registry: Registry) -> Desk:
    """Read the desk's thread: what was acknowledged stays, and newer comments are added."""
    ledger = ledger_of(thread)
    course = Course(thread.number, thread.author, "desk", "active", thread.opened, thread.opened, "desk", ledger)
    seen = max((int(said.mark[1:].partition(".")[0]) for said in ledger.log), default=0)
    log = list(ledger.log)
    for comment in thread.comments:
        if comment.by_bot or comment.id <= seen or comment.edited or comment.at > registry.now:
            continue
        handle = registry.mentor_handle_of(comment.author)
        for place, one in enumerate(spoken_in(comment.body)):
            said = Said(f"c{comment.id}.{place}", comment.at, replace(comment.author, login=handle or comment.author.login), ANY_MENTOR, one.name, one.words[:100])
            refusal = _refusal(course, said, handle, registry)
            if refusal:
                course = replace(course, replies=(*course.replies, Reply(said.mark, refusal, not handle)))
            else:
                log.append(said)
    log = _in_force(log)
    by_name = {command.name: command for command in DESK_COMMANDS}
    for said in log:
        course = by_name[said.command].effect(course, said)
    return Desk(course.words, tuple(log), course.replies)


def plan_desk(desk: Desk, thread: Thread, registry: Registry) -> tuple[Action, ...]:
    """Return what brings the desk's thread up to date."""
    ledger = ledger_of(thread)
    body = _body(desk, Ledger(log=desk.log, notices=ledger.notices), registry)
    present = status_comment(thread)
    actions: list[Action] = []
    if present is None:
        actions.append(Action("comment", thread.number, body=body))
    elif present.body.strip() != body.strip():
        actions.append(Action("edit-comment", thread.number, body=body, comment=present.id))
    pending = [reply for reply in desk.replies if reply.key not in ledger.notices][:_MOST_ANSWERS]
    actions.extend(Action("comment", thread.number, body=f"{notice_mark(reply.key, ())}\n{reply.text}") for reply in pending)
    if desk.log != ledger.log:
        actions.append(Action("dispatch", thread.number))
    return tuple(actions)


def _refusal(course: Course, said: Said, handle: str, registry: Registry) -> str | None:
    command = next((one for one in DESK_COMMANDS if one.name == said.command), None)
    names = listed([f"`/{one.name}`" for one in DESK_COMMANDS])
    if command is None:
        return f"Here only {names} have an effect, so nothing was changed. A request is answered in its own issue."
    if not handle:
        return f"`/{command.name}` is a word for {WHO[ANY_MENTOR]}, so nothing was changed. If you are one: is your profile merged already, and is this the account that it names?"
    return command.check(course, said, registry)


def _in_force(log: list[Said]) -> list[Said]:
    """Keep the last word of each mentor about each thing; the newest of all stays, because what is older was read."""
    last = {(said.by.handle, SAME_THING.get(said.command, said.command)): said for said in log}
    kept = set(map(id, last.values()))
    return [said for said in log if id(said) in kept]


def _body(desk: Desk, ledger: Ledger, registry: Registry) -> str:
    rows = in_force(desk.words, registry.today)
    table = "\n".join(["| Mentor | What I noted |", "|---|---|", *(f"| {called(handle, registry)} | {', '.join(said)} |" for handle, said in rows.items())])
    words = "\n".join(f"- `{one.written}`: {one.summary}" for one in DESK_COMMANDS)
    parts = [
        f"{status_mark(ledger)}\n**Availability desk**",
        "Mentors say here how much they can take on. Begin a comment with one of these words; I note it below, and the site shows it after its next build:",
        words,
        table if rows else "Nothing is noted at the moment.",
        "Whoever comments here hears of every later comment too; **Unsubscribe** beside this conversation ends that.",
    ]
    return "\n\n".join(parts)
