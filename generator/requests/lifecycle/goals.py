"""The goals of a mentorship: their texts, which people's comments keep, their ticks, and when all of it is reached.

The bot remembers which goals there are and which are done. What they say is only in the comments, so that whoever
wrote a goal can change its words, or delete them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.mentorship import Goal
from generator.model.program import Roadmap
from generator.model.request import Person
from generator.requests.commands.command import MENTEE, MENTOR, RUNNING
from generator.requests.commands.parse import parse_commands
from generator.requests.lifecycle.bot_memory import Event, status_comment
from generator.requests.lifecycle.comments import happened, roles_of
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.rhythm import roadmap_of
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Comment, Thread
from generator.requests.understanding.goal_words import WrittenGoal, goals_in
from generator.text.contact_details import find_email, find_phone

TICKED, UNTICKED = "done", "todo"
"""The commands that a tick stands for, and taking it away."""
_BOX = re.compile(r"^- \[(?P<tick>[ xX])\] \*\*(?P<step>\D+ )?(?P<number>\d{1,2})\*\*", re.MULTILINE)
_LONGEST = 140
_NOBODY = Person(0, "")


def goals_of_comment(comment: Comment) -> tuple[WrittenGoal, ...]:
    """Read the goals that a comment sets, with a command or in plain words."""
    for spoken in parse_commands(comment.body):
        if spoken.name == "goal":
            return goals_in(spoken.text, comment.at.date())
    return goals_in(comment.body, comment.at.date())


def _comment_of(goal: Goal) -> str:
    return goal.source.partition(".")[0].removeprefix("c")


def with_texts(request: RequestState, thread: Thread) -> RequestState:
    """Bring in what the goals say now."""
    if not request.mentorship.goals:
        return request
    wanted = {_comment_of(one) for one in request.mentorship.goals}
    comments = {str(one.id): goals_of_comment(one) for one in thread.comments if str(one.id) in wanted}
    goals = tuple(replace(one, text=_text(one, comments)) for one in request.mentorship.goals)
    return replace(request, mentorship=replace(request.mentorship, goals=goals))


def _text(goal: Goal, comments: dict[str, tuple[WrittenGoal, ...]]) -> str:
    written = comments.get(_comment_of(goal), ())
    text = written[goal.place].text if goal.place < len(written) else ""
    if find_email(text) or find_phone(text):
        return ""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def ticks_of(request: RequestState, comment: Comment, role: str) -> Iterator[Event]:
    """Yield an event for each goal of a comment whose box its author has ticked since."""
    mine = [one for one in request.mentorship.current if not one.done and _comment_of(one) == str(comment.id)]
    if not mine:
        return
    written = goals_of_comment(comment)
    settled = {event.event_id for event in request.effective} | {event.event_id for event in request.memory.events}
    for goal in mine:
        event_id = f"c{comment.id}.t{goal.place}"
        if goal.place < len(written) and written[goal.place].ticked and event_id not in settled:
            at = comment.changed_at or comment.at
            yield Event(event_id, at, comment.author, role, TICKED, f"goal {goal.number}")


def ticks_in_status(request: RequestState, status: Comment | None, roadmap: Roadmap | None) -> Iterator[Event]:
    """Yield an event for each box of the bot's own list that someone has ticked or unticked, as those with write access may."""
    if status is None or not status.changed_at:
        return
    steps = [one.id for one in roadmap.steps] if roadmap else []
    shown = _shown_as_done(request)
    for box in _BOX.finditer(status.body):
        number, done = int(box["number"]), box["tick"] != " "
        if box["step"]:
            what = f"step {steps[number - 1]}" if number <= len(steps) else ""
        else:
            what = f"goal {number}" if any(one.number == number for one in request.mentorship.current) else ""
        if what and (what in shown) != done:
            event_id = f"box-{what.replace(' ', '-')}-{status.changed_at:%Y%m%d%H%M%S}"
            yield Event(event_id, status.changed_at, _NOBODY, "", TICKED if done else UNTICKED, what)


def _shown_as_done(request: RequestState) -> set[str]:
    """Return what had a tick when the bot wrote its list: as it remembers, and not as it is by now."""
    done: list[str] = []
    plain: list[tuple[str, str]] = []
    for event in request.memory.events:
        if event.command == "undo" and plain:
            command, what = plain.pop()
            done = [one for one in done if one != what] + ([what] if command == UNTICKED else [])
        if event.command in (TICKED, UNTICKED):
            done = [one for one in done if one != event.words] + ([event.words] if event.command == TICKED else [])
            plain = [(event.command, event.words)] if event.event_id.endswith(".p") else []
    return set(done)


def after_ticks(request: RequestState, comment: Comment, context: RequestContext) -> RequestState:
    """Let the boxes count that people ticked in the comments in which they set their goals."""
    if request.state not in RUNNING or not request.mentorship.goals:
        return request
    role = next((one for one in roles_of(comment.author, request, context) if one in (MENTOR, MENTEE)), "")
    return happened(request, ticks_of(request, comment, role)) if role else request


def with_ticks_in_status(request: RequestState, thread: Thread, context: RequestContext) -> RequestState:
    """Let the boxes of the bot's own list count, which only those with write access can tick."""
    if request.state not in RUNNING:
        return request
    status, roadmap = status_comment(thread, context.seal), roadmap_of(request, context)
    if roadmap:
        request = replace(request, mentorship=replace(request.mentorship, roadmap=roadmap.id))
    return happened(request, ticks_in_status(request, status, roadmap))
