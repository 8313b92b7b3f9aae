"""Turn a whole thread into the course of its request: every event in the order of time, and the clock between them.

Nothing depends on when or how often this runs. What the ledger acknowledged counts as it was; what is new
in the thread is judged now.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from generator.model.request import ACTIVE_STATES, ENDINGS, PENDING_STATES, Asked, Person
from generator.requests.commands import BY_NAME
from generator.requests.commands.available import reject_reason
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.commands.parse import parse_commands
from generator.requests.forms.reader import Reading
from generator.requests.lifecycle.admission import needs_review, validation_errors
from generator.requests.lifecycle.bot_memory import TIME, BotMemory, Event, SentNotice, ledger_with, memory_of
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import Reply, RequestState, asking, moved
from generator.requests.lifecycle.thread import BOT, Comment, Thread
from generator.requests.lifecycle.timers import advance_to, due_of, fire_timer

_KEPT_WORDS = 40
"""Letters of a command's words that the ledger keeps; none of a free text."""
_SIGNS = re.compile(r"[^\w ./-]|(?<=-)-")
AHEAD = timedelta(minutes=5)
"""How far the forge's clock may be ahead of ours before a comment counts as not written yet."""
EDITED = "I read a comment only as it was first written, and this one was changed. Please write the words again in a new comment."
"""What is answered to a command in a comment that was changed before the bot saw it."""
_GHOST = 10137
"""Who everybody becomes on GitHub whose account was deleted; nobody knows who that was."""
_FIRST_NOTICES = ("told:1", "held:form", "begin")
"""What is posted when a request is sent; one of them always is."""
_LOST_FORM = "The headings of the form are gone from your text above, so I cannot read it any more. Please bring them back, or open a new request."


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happened: an acknowledged word, a new comment, the form, or the issue's closing."""

    at: datetime
    order: tuple[int, str]
    said: Event | None = None
    comment: Comment | None = None


def reduce(thread: Thread, registry: RequestContext) -> RequestState | None:
    """Return how far a request has come at `registry.now`, or None when the thread is no request."""
    ledger = memory_of(thread)
    reading = None if thread.by_bot else registry.reading(thread.body)
    if ledger.asked is None and reading is None and not ledger.state:
        return None
    if not ledger.state and reading is not None:
        ledger = _recalled(ledger, reading, thread)
    course = _opened(thread, ledger, reading)
    seen_before = any(one.ours for one in thread.comments)
    if reading is not None and ledger.asked is None and not seen_before:
        course = _judged(course, thread, reading, registry, thread.opened)
    known = max((said.at for said in ledger.log), default=ledger.sent_at)
    known = max(known, ledger.sent_at) if known and ledger.sent_at else known
    for event in sorted(_events(thread, ledger, course, registry.now), key=lambda one: (one.at, one.order)):
        course = advance_to(course, registry, event.at, registry.now, known)
        course = _after(course, event, registry)
    if course.state == "incomplete" and seen_before:
        # Before it is judged, because time may have ended it.
        course = advance_to(course, registry, registry.now, registry.now, known)
    if course.state == "incomplete" and seen_before:
        course = (
            _judged(course, thread, reading, registry, registry.now)
            if reading
            else replace(course, missing=(_LOST_FORM,))
        )
    course = advance_to(course, registry, registry.now, registry.now, known)
    return replace(course, tips=_tips(course, reading, registry), due=due_of(course, registry, registry.now))


def _recalled(ledger: BotMemory, reading: Reading, thread: Thread) -> BotMemory:
    """Bring back what the bot's memory held of the form, where somebody deleted it after the request was sent."""
    told = next((key for key in _FIRST_NOTICES if key in ledger.notices), None)
    if told is None:
        return ledger
    sent: SentNotice = ledger.notices[told]
    mentioned = sent.mentions[0] if told == "told:1" and sent.mentions else ""
    asked = replace(reading.asked, goals="", mentor=mentioned or reading.asked.mentor)
    return ledger_with(
        ledger, asked=asked, sent_at=sent.at, goals_hash=fingerprint(reading.asked.goals), held=told == "held:form"
    )


def fingerprint(text: str) -> str:
    """Return the same short text for the same words, however they are spaced or capitalised."""
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def goals_as_sent(thread: Thread, course: RequestState, registry: RequestContext) -> str | None:
    """Return the free text of a request, or None when it is no longer what was sent."""
    reading = registry.reading(thread.body)
    goals = reading.asked.goals if reading else ""
    return goals if fingerprint(goals) == course.goals_hash else None


def _tips(course: RequestState, reading: Reading | None, registry: RequestContext) -> tuple[str, ...]:
    if course.sent_at is None or course.asked is None:
        return ()
    named = reading.asked.mentor if reading else ""
    if (
        reading is None
        or fingerprint(reading.asked.goals) != course.goals_hash
        or (named and named != course.asked.mentor)
    ):
        return (
            "The text above was changed after it was sent. What counts is what was sent; anything new can be said in a comment.",
        )
    alike = set(registry.alike.get(course.goals_hash, ()))
    same = (
        [one for one in registry.others if one.number in alike and one.mentee == course.mentee.handle] if alike else []
    )
    earlier = sorted(one.number for one in same if (one.opened, one.number) < (course.sent_at, course.number))
    if earlier and course.state in PENDING_STATES:
        numbers = ", ".join(f"#{number}" for number in earlier)
        return (
            *reading.warnings,
            f"The same words were sent in {numbers}. Mentors answer sooner when a request says why it is for them.",
        )
    return reading.warnings


def _opened(thread: Thread, ledger: BotMemory, reading: Reading | None) -> RequestState:
    asked = ledger.asked or (reading.asked if reading else None)
    return RequestState(
        number=thread.number,
        mentee=thread.author,
        kind=asked.kind if asked else "mentorship",
        state="incomplete",
        opened=thread.opened,
        since=thread.opened,
        mark="form",
        ledger=ledger,
        mute=thread.locked,
    )


def _events(thread: Thread, ledger: BotMemory, course: RequestState, now: datetime) -> Iterator[_Event]:
    known = {said.mark for said in ledger.log}
    heard = {mark.partition(".")[0] for mark in known}
    if ledger.asked and ledger.sent_at:
        yield _Event(ledger.sent_at, (0, ""), said=Event("form", ledger.sent_at, course.mentee, MENTEE, "form"))
    for place, said in enumerate(ledger.log):
        yield _Event(said.at, (1, f"{place:05}"), said=said)
    for comment in thread.comments:
        if not comment.by_bot and comment.at <= now + AHEAD:
            # Of a comment that counted, the rest is read only as it was first written.
            settled = f"c{comment.id}" in heard and comment.edited
            yield _Event(
                comment.at,
                (2, f"{comment.id:020}"),
                comment=replace(comment, body="", edited=False) if settled else comment,
            )
    if (
        not thread.open
        and thread.closed_at
        and not ledger.closed
        and (thread.closed_by is None or thread.closed_by.login != BOT)
    ):
        mark = f"closed-{thread.closed_at:%Y%m%d%H%M%S}"
        if mark not in known:
            yield _Event(
                thread.closed_at,
                (3, ""),
                said=Event(mark, thread.closed_at, thread.closed_by or thread.author, "", "closed"),
            )


def _after(course: RequestState, event: _Event, registry: RequestContext) -> RequestState:
    said = event.said
    if said is None:
        return _after_comment(course, event.comment, registry) if event.comment else course
    if said.command == "form":
        asked = course.ledger.asked
        return (
            _sent(course, asked, course.ledger.goals_hash, said.at, course.ledger.held)
            if asked and course.state == "incomplete"
            else course
        )
    if said.command == "closed":
        return _closed(course, said, registry)
    if said.command == "reply":
        return _replied(course, said)
    if said.command == TIME:
        return fire_timer(course, said)
    command = BY_NAME.get(said.command)
    return _counted(course, command.effect(course, said), said) if command else course


def _counted(before: RequestState, after: RequestState, said: Event) -> RequestState:
    """Return the course after something that counted; when a mentor acts, they answer."""
    spoke = (*before.spoke, (before.mentor, said.at)) if said.role == MENTOR and before.mentor else before.spoke
    return replace(after, effective=(*before.effective, said), spoke=spoke)


def _sent(course: RequestState, asked: Asked, goals_hash: str, at: datetime, held: bool) -> RequestState:
    course = replace(course, asked=asked, sent_at=at, goals_hash=goals_hash, held=held, kind=asked.kind, missing=())
    if held:
        return moved(course, "held", at, "form", mentor=asked.mentor)
    if asked.kind == "self-test":
        return moved(course, "active", at, "form")
    return asking(course, asked.mentor, at, "form")


def _judged(
    course: RequestState, thread: Thread, reading: Reading, registry: RequestContext, at: datetime
) -> RequestState:
    """Send the form on when nothing is missing, or say what is."""
    asked = reading.asked
    missing = reading.missing or validation_errors(asked, thread.author, thread.number, registry)
    if missing:
        return replace(course, asked=asked, kind=asked.kind, missing=tuple(missing))
    hashed = fingerprint(asked.goals)
    return _sent(course, replace(asked, goals=""), hashed, at, needs_review(asked, thread.author, registry))


def roles_of(person: Person, course: RequestState, registry: RequestContext) -> tuple[str, ...]:
    """Return everything a person is in a request."""
    roles: list[str] = []
    if person.id == _GHOST:
        return ()
    if person.id == course.mentee.id:
        roles.append(MENTEE)
    if course.mentor and registry.is_one(person, course.mentor, course.ledger.ids):
        roles.append(MENTOR)
    if registry.is_coordinator(person, course.asked.program if course.asked else ""):
        roles.append(COORDINATOR)
    if registry.mentor_handle_of(person, course.ledger.ids):
        roles.append(ANY_MENTOR)
    return tuple(roles)


def _after_comment(course: RequestState, comment: Comment, registry: RequestContext) -> RequestState:
    roles = roles_of(comment.author, course, registry)
    if MENTEE in roles or MENTOR in roles:
        course = replace(course, last_word=comment.at)
    spoken = parse_commands(comment.body)
    if not spoken:
        return _after_plain_words(course, comment, roles) if comment.body.strip() else course
    if comment.edited:
        # Only what was first written is an act; an edited comment may say anything by now.
        counts = roles and any(one.name not in BY_NAME or BY_NAME[one.name].changes for one in spoken)
        return replace(course, replies=(*course.replies, Reply(f"c{comment.id}", EDITED))) if counts else course
    settled = {said.mark for said in course.ledger.log}
    for place, one in enumerate(spoken):
        command = BY_NAME.get(one.name)
        words = one.text if command and command.takes_text else one.words
        said = Event(f"c{comment.id}.{place}", comment.at, comment.author, "", one.name, words)
        if (
            said.mark not in settled
            and not {f"answer:{said.mark}", f"stranger:{said.mark}"} & course.ledger.notices.keys()
        ):
            # What was answered with a no changes nothing, and never may.
            course = _after_word(course, said, command, roles, registry)
        if command is not None and command.takes_text:
            break
    return course


def _after_word(
    course: RequestState, said: Event, command: Command | None, roles: tuple[str, ...], registry: RequestContext
) -> RequestState:
    refusal, role = reject_reason(course, said, command, roles, registry)
    if command is None or refusal is not None:
        return replace(course, replies=(*course.replies, Reply(said.mark, refusal or "", not roles)))
    handle = course.mentor if role == MENTOR else registry.mentor_handle_of(said.by, course.ledger.ids)
    said = replace(said, role=role, by=Person(said.by.id, handle or said.by.login))
    after = command.effect(course, said)
    if not command.changes:
        return after
    return _counted(
        course, after, replace(said, words=kept(said.words) if command.argument and not command.takes_text else "")
    )


def kept(words: str) -> str:
    """Return what a command can need of its words, in letters that need no room for their own sake."""
    return _SIGNS.sub("", words)[:_KEPT_WORDS]


def _after_plain_words(course: RequestState, comment: Comment, roles: tuple[str, ...]) -> RequestState:
    """A plain reply counts in two places: the mentee answers a question, the mentor answers a quick one."""
    said = Event(f"c{comment.id}.0", comment.at, comment.author, "", "reply")
    if course.state == "question" and MENTEE in roles:
        return _replied(course, replace(said, role=MENTEE))
    if course.state == "waiting" and MENTOR in roles and MENTEE not in roles and course.kind == "quick-question":
        return _replied(course, replace(said, role=MENTOR))
    return course


def _replied(course: RequestState, said: Event) -> RequestState:
    if said.role == MENTOR:
        return _counted(
            course, moved(course, "active", said.at, said.mark, answered_at=course.answered_at or said.at), said
        )
    return _counted(course, moved(course, "waiting", said.at, said.mark), said)


def _closed(course: RequestState, said: Event, registry: RequestContext) -> RequestState:
    """Somebody pressed the button: it means what it would mean from them."""
    if course.state in ENDINGS:
        return course
    roles = (said.role,) if said.role else roles_of(said.by, course, registry)
    role = next((one for one in (MENTEE, MENTOR, COORDINATOR) if one in roles), COORDINATOR)
    said = replace(said, role=role)
    if course.state == "incomplete" or (role == MENTEE and course.state in PENDING_STATES):
        return _counted(course, moved(course, "withdrawn", said.at, said.mark), said)
    if role == MENTOR and course.state in PENDING_STATES:
        return _counted(
            course,
            moved(course, "declined", said.at, said.mark, cause="other", answered_at=course.answered_at or said.at),
            said,
        )
    if course.state in ACTIVE_STATES or role == COORDINATOR:
        return _counted(course, moved(course, "ended", said.at, said.mark, cause=role), said)
    return course
