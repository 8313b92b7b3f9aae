"""What any comment does to a request, whatever its words: whoever writes has answered."""

from dataclasses import replace

from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.state import Doubt, RequestState, Understanding, moved

WROTE, LIKELY, REPLY = "wrote", "likely", "reply"
"""The events of plain words: someone wrote, someone may have meant a command, a reply that is an answer in itself."""
MENTOR, MENTEE = "mentor", "mentee"
_PLAIN = (".p", ".w")


def is_plain(event_id: str) -> bool:
    """Whether an event is something that was read in plain words, or in a reaction."""
    return event_id.endswith(_PLAIN)


def other(role: str) -> str:
    """Return who is next once one side has written."""
    return MENTEE if role == MENTOR else MENTOR


def changes(request: RequestState, role: str, turn: str) -> bool:
    """Whether it makes a difference that one side wrote, and need be remembered."""
    match request.state:
        case "waiting":
            return role == MENTOR and bool(request.mentor)
        case "expired":
            return role == MENTOR and request.cause == "silence"
        case "question":
            return role == MENTEE and not request.proposed
        case "talking":
            return turn != request.turn
        case "active":
            return request.questions > 0
        case "undecided" | "quiet":
            return True
    return False


def wrote(request: RequestState, event: Event) -> RequestState:
    """Let a comment count: the request is in conversation, or goes on; the event's words say who is next then."""
    if not changes(request, event.role, event.words):
        return request
    if request.state == "talking":
        return replace(request, turn=event.words)
    if request.state == "active":
        return replace(request, questions=0)
    if request.state == "quiet":
        state, event_id = request.resumes
        return moved(request, state or "active", event.at, event_id or event.event_id)
    answered_at = request.answered_at or (event.at if event.role == MENTOR else None)
    return moved(request, "talking", event.at, event.event_id, turn=event.words, answered_at=answered_at)


def doubted(request: RequestState, event: Event) -> RequestState:
    """Let a comment count that may mean a command; whoever wrote it is asked what they meant."""
    name, _, words = event.words.partition(" ")
    after = wrote(request, replace(event, words=event.role))
    return replace(
        after, doubt=Doubt(event, name, words), doubted=(*request.doubted, doubt_key(request, event.role, name))
    )


def doubt_key(request: RequestState, role: str, command: str) -> str:
    """Return what a question to someone is about, so that it is asked once."""
    return f"{request.round}:{role}:{command}"


def replied(request: RequestState, event: Event) -> RequestState:
    """Let a plain reply count: the mentee answers a question, or the mentor answers a quick one."""
    if event.role != MENTOR:
        return (
            moved(request, "talking", event.at, event.event_id, turn=MENTOR)
            if request.state == "question" and not request.proposed
            else request
        )
    if request.state not in ("waiting", "talking", "undecided"):
        return request
    return moved(request, "active", event.at, event.event_id, answered_at=request.answered_at or event.at)


def remembered(before: RequestState, after: RequestState, event: Event) -> RequestState:
    """Keep what was before plain words counted, for `undo`; what someone does after that can no longer be undone."""
    if event.command in (WROTE, LIKELY) or event.command == "undo":
        return after
    if event.role == MENTOR and not after.mentor:
        # Who has passed an offer on is no longer asked; a yes of theirs counts at any time.
        return replace(after, understood=None, doubt=None)
    if is_plain(event.event_id) and event.command != REPLY:
        return replace(after, understood=Understanding(event, replace(before, understood=None)), doubt=None)
    return replace(after, understood=None, doubt=None) if _moved_on(before, after) else after


def _moved_on(before: RequestState, after: RequestState) -> bool:
    return after.event_id != before.event_id or after.mentorship != before.mentorship


def undone(request: RequestState, event: Event) -> RequestState:
    """Take back what was read in plain words. Whoever wrote them has answered all the same."""
    if request.understood is None:
        return request
    before = request.understood.before
    restored = replace(
        before,
        round=request.round,
        tried=request.tried,
        calls=request.calls,
        effective=request.effective,
        statements=tuple(one for one in request.statements if one != request.understood.event),
        spoke=request.spoke,
        heard=request.heard,
        last_word=request.last_word,
        replies=request.replies,
        doubted=request.doubted,
        doubt=None,
        understood=None,
    )
    if restored.state == "waiting" and event.role == MENTOR and restored.mentor:
        return moved(
            restored, "talking", event.at, event.event_id, turn=MENTOR, answered_at=restored.answered_at or event.at
        )
    return restored
