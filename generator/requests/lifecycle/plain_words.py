"""What a comment without a command does: it is an answer in any case, and more where it is understood."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from generator.model.request import Person
from generator.requests.commands import BY_NAME
from generator.requests.commands.available import reject_reason
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR
from generator.requests.commands.either import may_move_on
from generator.requests.commands.parse import parse_commands
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.rhythm import is_asked_to_finish
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Comment, Reaction
from generator.requests.lifecycle.turns import LIKELY, REPLY, WROTE, changes, doubt_key, other
from generator.requests.lifecycle.waiting_list import ANYONE, may_mention
from generator.requests.lifecycle.work_words import about_work
from generator.requests.replies.suggestions import fitting_mentors
from generator.requests.understanding.understand import confirms, understand
from generator.requests.understanding.understood import (
    ACCEPT_ASKED,
    BEGAN_ASKED,
    CERTAIN,
    DONE_ASKED,
    STILL_ASKED,
    TIERS,
    TRIAL_ASKED,
    Understood,
)
from generator.requests.understanding.understood import LIKELY as LIKELY_TIER

ASKED_BACK = frozenset(
    {
        "accept",
        "decline",
        "waitlist",
        "redirect",
        "interested",
        "started",
        "complete",
        "end",
        "withdraw",
        "break",
        "pause",
    }
)
"""The commands about which the bot asks where it is not certain; of all others nobody needs to be asked."""
_LATE_WORDS = timedelta(days=45)
"""How old a comment may be that still changes a request that has ended."""
_NOT_AN_ANSWER = frozenset({"decline", "later", "redirect", "away", "help", "ask"})
_SHORT = 5
"""How many words are too few for an answer to a quick question."""
_NAMED = 3
"""How many others the bot names to a mentee."""
YES_OR_NO = "yes-or-no"
"""What a mentor is asked about words that sounded like a no."""


def plain_events(
    request: RequestState, comment: Comment, roles: Sequence[str], context: RequestContext
) -> tuple[Event, ...]:
    """Return what a comment in plain words means to a request, as events in order; nothing where it changes nothing."""
    role = MENTOR if MENTOR in roles and MENTEE not in roles else MENTEE if MENTEE in roles else ""
    if not role:
        return _of_others(request, comment, roles, context)
    if role == MENTEE and request.proposed:
        return _decision(request, comment, roles, context, {"accept": "accept", "decline": "decline"})
    event = Event(f"c{comment.id}.p", comment.at, comment.author, role, "")
    work = about_work(request, comment, event, roles, context)
    if work is not None:
        return (work,)
    read = _answer_to_doubt(request, comment, role) or _read(request, comment, role, context)
    if comment.edited and read.tier == CERTAIN:
        # Someone else may have changed it, so nothing is done before they were asked.
        read = replace(read, tier=LIKELY_TIER)
    command = _command_of(read, request, event, roles, context)
    if command is None and role == MENTOR and read.meaning == "redirect":
        read = _as_no(read, context)
        command = _command_of(read, request, event, roles, context)
    if command is not None and read.tier == CERTAIN:
        return (command,)
    quick = request.kind == "quick-question" and role == MENTOR and request.state in ("waiting", "talking")
    if quick and (read.meaning not in _NOT_AN_ANSWER or _is_long(read, comment)):
        return (replace(event, command=REPLY),)
    asks_back = command is not None and read.tier == LIKELY_TIER and command.command in ASKED_BACK
    asked = YES_OR_NO if command is not None and command.command == "decline" else command.command if command else ""
    if command is not None and asks_back and doubt_key(request, role, asked) not in request.doubted:
        words = f"{asked} {command.words}".strip()
        return (replace(command, event_id=f"c{comment.id}.w", command=LIKELY, words=words),)
    return note(request, event.event_id.replace(".p", ".w"), comment.at, comment.author, role, other(role))


def _as_no(read: Understood, context: RequestContext) -> Understood:
    """Read the name of someone who cannot be asked as a no: whoever points to another mentor does not say yes."""
    tier = read.tier if read.login and context.mentor(read.login) else max(read.tier, LIKELY_TIER, key=TIERS.index)
    return replace(read, meaning="decline", tier=tier, command="/decline other", login=None)


def _is_long(read: Understood, comment: Comment) -> bool:
    """Whether words are more likely an answer to a quick question than what they may have sounded like."""
    return read.tier != CERTAIN and len(comment.body.split()) > _SHORT + 1


def note(request: RequestState, event_id: str, at: datetime, by: Person, role: str, turn: str) -> tuple[Event, ...]:
    """Return the event that one side wrote, where that changes something."""
    return (Event(event_id, at, by, role, WROTE, turn),) if changes(request, role, turn) else ()


def may_count(request: RequestState, at: datetime, known: datetime | None, now: datetime) -> bool:
    """Whether plain words are still judged: what an earlier run, or an earlier version, has passed over stays as it is."""
    if known is not None and at < known:
        return False
    return request.state not in ("expired", "declined", "ended", "completed", "withdrawn") or now - at <= _LATE_WORDS


def reaction_events(request: RequestState, reaction: Reaction, context: RequestContext) -> tuple[Event, ...]:
    """Return what a thumb on the bot's question means: a yes or a no of whoever was asked."""
    doubt = request.doubt
    if doubt is None or reaction.by.id != doubt.event.by.id:
        return ()
    command, words = _decided(doubt.command, doubt.words, reaction.content == "+1")
    if not command:
        return ()
    return (Event(f"r{reaction.id}.p", reaction.at, reaction.by, doubt.event.role, command, words),)


def _decided(command: str, words: str, yes: bool) -> tuple[str, str]:
    """Return what a yes or a no to "did you mean ...?" does; a no to an offer of a yes is a no.

    Nobody is asked "shall I take that as a no?" any more, because a yes to that is a no, and "Yes, I'll take it" is not.
    """
    if command == YES_OR_NO:
        return ("accept", "") if yes else ("decline", words or "other")
    if yes:
        return command, words
    return ("decline", "other") if command == "accept" else ("", "")


def _answer_to_doubt(request: RequestState, comment: Comment, role: str) -> Understood | None:
    """Read a short yes or no as the answer to what the bot asked this person."""
    doubt = request.doubt
    if doubt is None or comment.author.id != doubt.event.by.id:
        return None
    yes = confirms(comment.body)
    if yes is None:
        return None
    command, words = _decided(doubt.command, doubt.words, yes)
    return Understood(tier=CERTAIN, command=f"/{command} {words}".strip() if command else None)


def _read(request: RequestState, comment: Comment, role: str, context: RequestContext) -> Understood:
    read = _understood(
        _without_logins(comment.body, request),
        role,
        request.state,
        _asked(request),
        comment.at.date(),
        _names(request, role, comment.body, context) if _may_name(request, comment.body) else (),
    )
    if read.meaning == "redirect" and not read.login and role == MENTEE:
        free = not request.mentor or may_move_on(request, Event("", comment.at, comment.author, role, ""), context)
        # As of the comment's day, so that a later run chooses the same.
        return _next_best(replace(read, tier=CERTAIN) if free else read, request, replace(context, now=comment.at))
    return read


def _without_logins(text: str, request: RequestState) -> str:
    """Leave out how the two greet each other: a name means someone else only where it is someone else's."""
    own = [request.mentee.login, *request.tried]
    return re.sub(rf"@?(?<![\w-])(?:{'|'.join(map(re.escape, own))})(?![\w-])", "", text, flags=re.IGNORECASE)


def _next_best(read: Understood, request: RequestState, context: RequestContext) -> Understood:
    """Let "can someone else help me?" go to the mentor who fits best, or to the waiting list where nobody is free."""
    best = fitting_mentors(request, context, 1, context.has_account) if may_mention(request) else ()
    return replace(
        read, login=best[0] if best else None, command=f"/redirect @{best[0]} {ANYONE}" if best else "/redirect"
    )


@lru_cache(maxsize=4096)
def _understood(
    text: str, speaker: str, state: str, asked: str, today: date | None, names: tuple[tuple[str, str], ...]
) -> Understood:
    return understand(text, speaker=speaker, state=state, asked=asked, today=today, names=dict(names))


def _asked(request: RequestState) -> str:
    """Return what the bot asked last, where a yes or a no is an answer to it."""
    if is_asked_to_finish(request):
        return DONE_ASKED
    match request.state:
        case "accepted" if request.questions:
            return BEGAN_ASKED
        case "trial" if request.trial_asked:
            return TRIAL_ASKED
        case "active" if request.questions:
            return DONE_ASKED if request.one_off else STILL_ASKED
        case "quiet":
            return BEGAN_ASKED if request.resumes[0] == "accepted" else STILL_ASKED
        case "talking" | "undecided":
            return ACCEPT_ASKED
    return ""


def _may_name(request: RequestState, text: str) -> bool:
    return (
        request.state in ("waiting", "question", "talking", "waitlisted", "undecided", "declined", "expired")
        and len(text.split()) <= 30
    )


def _names(request: RequestState, role: str, text: str, context: RequestContext) -> tuple[tuple[str, str], ...]:
    """Return what mentors are called, in small letters: logins, whole names, and first names that only one has.

    A first name that several have means the one whom the bot has just named to the mentee.
    """
    mentors = tuple((handle, one.name) for handle, one in context.directory.mentors.items() if one.offer_to_mentor)
    names = _names_of(mentors)
    if role != MENTEE:
        return names
    if not any(first in text.casefold() for first in _shared_first_names(mentors)):
        # Who was named before is asked only where it matters: it takes all other requests to know.
        return tuple((name, handle) for name, handle in names if handle not in request.tried)
    named = [(handle, context.name(handle)) for handle in fitting_mentors(request, context, _NAMED)]
    others = [(name, handle) for name, handle in names if handle not in request.tried]
    return tuple({**dict(others), **dict(_names_of(tuple(named)))}.items())


@lru_cache(maxsize=4)
def _shared_first_names(mentors: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Return the first names, in small letters, that several mentors have."""
    counts = Counter(name.casefold().split()[0] for _handle, name in mentors if name.split())
    return frozenset(first for first, count in counts.items() if count > 1)


@lru_cache(maxsize=4)
def _names_of(mentors: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    firsts: dict[str, list[str]] = {}
    for handle, name in mentors:
        found[name.casefold()] = handle
        firsts.setdefault(name.casefold().split()[0] if name.split() else "", []).append(handle)
    found |= {
        first: handles[0] for first, handles in firsts.items() if first and len(handles) == 1 and first not in found
    }
    return tuple({**found, **{handle: handle for handle, _name in mentors}}.items())


def _command_of(
    read: Understood, request: RequestState, event: Event, roles: Sequence[str], context: RequestContext
) -> Event | None:
    """Return the command that was understood, where it may count now."""
    written = read.command
    if not written:
        return None
    spoken = parse_commands(written)
    command = BY_NAME.get(spoken[0].name) if spoken else None
    if command is None:
        return None
    words = spoken[0].text if command.takes_text else spoken[0].words
    if command.name == "redirect" and not words and event.role != MENTEE:
        return None
    heard = replace(event, command=command.name, words=words)
    refusal, role = reject_reason(request, heard, command, roles, context)
    if refusal is not None:
        return None
    return replace(heard, role=role, words="" if command.takes_text else words)


_DECISIONS = {"accept": "admit", "later": "waitlist", "decline": "decline"}


def _decision(
    request: RequestState,
    comment: Comment,
    roles: Sequence[str],
    context: RequestContext,
    meanings: Mapping[str, str],
) -> tuple[Event, ...]:
    """Return what a coordinator's or a mentee's words decide about an application, where that is certain."""
    read = _understood(comment.body, "mentor", "waiting", "", comment.at.date(), ())
    undecided = request.state in ("held", "waitlisted") or bool(request.proposed)
    command = "undo" if read.command == "/undo" else meanings.get(read.meaning) if undecided else None
    if command is None or read.tier != CERTAIN or comment.edited:
        return ()
    event = Event(f"c{comment.id}.p", comment.at, comment.author, "", command)
    refusal, role = reject_reason(request, event, BY_NAME[command], roles, context)
    return () if refusal else (replace(event, role=role),)


def _of_others(
    request: RequestState, comment: Comment, roles: Sequence[str], context: RequestContext
) -> tuple[Event, ...]:
    """A coordinator may decide about an application, and a mentor take an open request, in their own words."""
    if COORDINATOR in roles and request.kind == "application":
        return _decision(request, comment, roles, context, _DECISIONS)
    if (
        (request.mentor and not request.offered)
        or request.state != "waiting"
        or ANY_MENTOR not in roles
        or COORDINATOR in roles
    ):
        return ()
    read = _understood(comment.body, "mentor", "waiting", "", comment.at.date(), ())
    if read.meaning != "accept" or read.tier != CERTAIN or comment.edited:
        return ()
    handle = context.mentor_handle_of(comment.author, request.memory.ids)
    event = Event(f"c{comment.id}.p", comment.at, comment.author, "", "interested")
    refusal, role = reject_reason(request, event, BY_NAME["interested"], roles, context)
    return () if refusal else (replace(event, role=role, by=Person(comment.author.id, handle or comment.author.login)),)
