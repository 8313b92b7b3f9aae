"""How far a review has come: what is missing, who still has to agree, and whether a coordinator reads it first.

Nothing is remembered that the thread itself says: who takes back their words by deleting a comment takes them back.
The bot only remembers which text it showed, so that a yes never counts for another one. See docs/decisions/0041.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.request_kind import KIND
from generator.model.review import Review
from generator.requests.commands.parse import ParsedCommand, parse_commands
from generator.requests.lifecycle.comments import EDITED
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import Reply, RequestState
from generator.requests.lifecycle.submission import fingerprint
from generator.requests.lifecycle.thread import Comment, Thread
from generator.requests.reviews.form import COUNTED, NAMED, WrittenReview, read_review
from generator.requests.reviews.memory import ReviewMemory, review_memory_of
from generator.requests.understanding.understand import confirms, understand
from generator.requests.understanding.understood import ACCEPT_ASKED
from generator.text.catalogue import N_, _, ngettext
from generator.text.contact_details import find_email, find_phone, may_hold_contact

INCOMPLETE, HELD, ASKING, SHOWN, TOTALS, REFUSED, TAKEN_BACK = (
    "incomplete",
    "held",
    "asking",
    "shown",
    "counted",
    "refused",
    "taken-back",
)
"""The states of a review. In the last four, nothing more is to be done."""
OVER = (SHOWN, TOTALS, REFUSED, TAKEN_BACK)
VALID = (ASKING, SHOWN, TOTALS, REFUSED)
"""The states in which a review counts in the community's totals: its mentee wrote it, and nobody has to look at it first."""
PUBLISH, DECLINE, ANSWER, HOLD, RELEASE = "publish", "decline", "answer", "hold", "release"
_COMMANDS = (PUBLISH, DECLINE, "accept", ANSWER, HOLD, RELEASE)
LONGEST = {"thanks": 200, "words": 1500, "answer": 1000}
"""Letters of each text; more is a mistake or an attack, and nobody has to read it."""
_MOST_TERMS = 12
_TO_READ_FIRST = re.compile(
    r"https?:|www\.|<[a-z/!]|\]\(|(?<![\w@])@[a-z0-9-]+|\b(?:idiot|moron|stupid|asshole|bitch|bastard|fuck|shit|scum|pervert|retard|racist|nazi|loser)\w*",
    re.IGNORECASE,
)
"""Links, markup, mentions and crude words: no reason to refuse a review, only one that a person reads it first."""
_LOW_STARS = 2
_NOT_YOURS = N_("Only this review’s mentor can decide that, so nothing has changed.")
_COORDINATORS_ONLY = N_("Only a coordinator can hold a review or release it, so nothing has changed.")
_NOT_SEEN = N_(
    "The text was another one when you wrote this, so nothing has changed. Please read it, then answer again."
)


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A review at a moment. `mentor` is a handle and `missing` tells its author what to do.

    `held_by_rule` says that no person held it, `unclear` that the mentor wrote something that is no clear yes or no.
    """

    state: str
    written: WrittenReview
    memory: ReviewMemory
    request: RequestState | None = None
    missing: tuple[str, ...] = ()
    held_by_rule: bool = False
    answer: str = ""
    replies: tuple[Reply, ...] = ()
    unclear: bool = False

    @property
    def mentor(self) -> str:
        """The handle of whom it is about, or nothing."""
        return self.request.mentor if self.request else ""

    def published(self, thread: Thread) -> Review | None:
        """Return what the site may show, or None."""
        if self.state != SHOWN or self.request is None:
            return None
        written, mentee = self.written, self.request.mentee
        named = written.show == NAMED and not mentee.on_behalf
        return Review(
            number=thread.number,
            request=self.request.number,
            mentor=self.mentor,
            at=thread.opened.date(),
            mentee=mentee.login if named else "",
            stars=written.stars,
            recommend=written.recommend,
            helped=written.helped[:_MOST_TERMS],
            thanks=written.thanks,
            words=written.words,
            answer=self.answer,
        )


def judge_review(
    thread: Thread, request: RequestState | None, context: RequestContext, first: bool = True
) -> ReviewState:
    """Read a review and what people wrote about it. `first` says that there is no earlier review of the same mentorship."""
    memory = review_memory_of(thread, context.seal)
    written = read_review(thread.body, context.directory.vocabularies)
    if written is None:
        gone = _("The headings of the form are missing from your text above. Please bring them back.")
        return ReviewState(INCOMPLETE, WrittenReview(), _with(memory, state=INCOMPLETE), missing=(gone,))
    taken_back = not thread.open and memory.state not in (SHOWN, TOTALS, REFUSED)
    missing = tuple(_missing(thread, written, request, context, first))
    if missing or request is None:
        state = TAKEN_BACK if taken_back else INCOMPLETE
        known = request if request and request.mentor else None
        return ReviewState(state, written, _with(memory, state=state, shown=""), known, missing)
    shown = fingerprint("\n".join((written.thanks, written.words, written.show, *written.helped, str(written.stars))))
    spoken = [one for one in thread.comments if not one.by_bot]
    if memory.shown != shown:
        memory = _with(memory, shown=shown, seen=max([memory.seen, *(one.id for one in spoken)]))
    risky = needs_review(written)
    heard = _Heard(held=risky)
    for comment in spoken:
        _hear(heard, comment, memory, request, context)
    state = _state(heard, written) if not taken_back else TAKEN_BACK
    memory = _with(memory, state=state, answer=fingerprint(heard.answer) if heard.answer else "", first=True)
    return ReviewState(
        state,
        written,
        memory,
        request,
        (),
        heard.held and risky,
        heard.answer,
        heard.replies,
        heard.unclear and state == ASKING,
    )


def needs_review(written: WrittenReview) -> bool:
    """Whether a coordinator reads it before its mentor is asked: it holds links, addresses or rough words, or is unhappy."""
    text = f"{written.thanks}\n{written.words}"
    contact = may_hold_contact(text) and bool(find_email(text) or find_phone(text))
    unhappy = written.recommend == "no" or 0 < written.stars <= _LOW_STARS
    return contact or unhappy or _TO_READ_FIRST.search(text) is not None


@dataclass(slots=True)
class _Heard:
    """What the comments add up to, read one after the other."""

    held: bool
    agrees: bool | None = None
    answer: str = ""
    replies: tuple[Reply, ...] = ()
    unclear: bool = False


def _state(heard: _Heard, written: WrittenReview) -> str:
    if heard.held:
        return HELD
    if written.show == COUNTED:
        return TOTALS
    return {None: ASKING, True: SHOWN, False: REFUSED}[heard.agrees]


def _hear(
    heard: _Heard, comment: Comment, memory: ReviewMemory, request: RequestState, context: RequestContext
) -> None:
    """Let a comment count: a command of whoever may write it, or a mentor's plain yes or no while they are asked."""
    event_id = f"c{comment.id}.0"
    coordinates = context.is_coordinator(comment.author, request.asked.program if request.asked else "")
    is_mentor = context.is_one(comment.author, request.mentor, request.memory.ids)
    command = next((one for one in parse_commands(comment.body) if one.name in _COMMANDS), None)
    refusal = ""
    if command is None:
        if is_mentor and not comment.edited and heard.agrees is None and not heard.held and comment.id > memory.seen:
            heard.agrees, heard.unclear = _yes_or_no(comment.body)
        return
    if comment.edited:
        refusal = _(EDITED) if coordinates or is_mentor else ""
    elif command.name in (HOLD, RELEASE):
        if not coordinates:
            refusal = _(_COORDINATORS_ONLY)
        elif command.name == HOLD:
            heard.held = True
        elif comment.id > memory.seen:
            heard.held = False
        else:
            refusal = _(_NOT_SEEN) if heard.held else ""
    elif not is_mentor and not _speaks_for(command, request, coordinates, context):
        refusal = _(_NOT_YOURS)
    elif command.name == ANSWER:
        heard.answer = _cut(command.text, LONGEST["answer"])
    elif comment.id > memory.seen:
        heard.agrees = command.name != DECLINE
    if refusal:
        heard.replies = (*heard.replies, Reply(event_id, refusal, not (coordinates or is_mentor)))


def _speaks_for(command: ParsedCommand, request: RequestState, coordinates: bool, context: RequestContext) -> bool:
    """Whether a coordinator passes on what a mentor without an account answered."""
    return coordinates and command.of == request.mentor and not context.has_account(request.mentor, request.memory.ids)


def _yes_or_no(text: str) -> tuple[bool | None, bool]:
    """Return a yes or a no where that is certain, or else whether it is worth asking back; a mere thank-you is not."""
    short = confirms(text)
    if short is not None:
        return short, False
    read = understand(text, speaker="mentor", asked=ACCEPT_ASKED)
    certain = {"accept": True, "decline": False}.get(read.meaning) if read.is_certain else None
    return certain, certain is None and not read.is_certain


def _missing(
    thread: Thread, written: WrittenReview, request: RequestState | None, context: RequestContext, first: bool
) -> Iterator[str]:
    """Yield what keeps a review from being read; the first thing alone where it is about the mentorship itself."""
    about = _about_mentorship(thread, request, context, first)
    if about:
        yield about
        return
    if not written.show:
        yield _("Please choose an answer below **May the site show this?**")
    if not written.says_something:
        yield _("Please fill in at least one more field.")
    if written.unknown:
        words = ", ".join(f"`{one.replace('`', '')}`" for one in written.unknown[:5])
        yield _("Our lists don’t have {words}. Please write another term below **Helped me with**.", words=words)
    for name, title in (("thanks", N_("Your thank-you")), ("words", N_("What worked well?"))):
        if len(getattr(written, name)) > LONGEST[name]:
            yield ngettext(
                "**{field}** has more than {count} letter. Please shorten it.",
                "**{field}** has more than {count} letters. Please shorten it.",
                LONGEST[name],
                field=_(title),
            )


def _about_mentorship(thread: Thread, request: RequestState | None, context: RequestContext, first: bool) -> str:
    if request is None or not KIND[request.kind].mentoring or request.kind == "self-test":
        return _("I don’t find a mentorship with this number. Please write the number from its title.")
    if request.mentee.id != thread.author.id:
        return _("Only its mentee can review a mentorship, with the account that asked for it.")
    if request.state != "completed" or not request.mentor:
        return _(
            "This mentorship isn’t completed yet. When you’ve reached your goal, one of you writes `/complete` in its thread."
        )
    if request.mentor not in context.directory.mentors:
        return _("This mentor isn’t listed here any more, so there is no page to show a review on.")
    if not first:
        return _("You’ve reviewed this mentorship before. Please edit your first review instead, and close this one.")
    return ""


def _with(memory: ReviewMemory, **changes: str | int | bool) -> ReviewMemory:
    return replace(memory, **changes)  # type: ignore[arg-type]


def _cut(text: str, longest: int) -> str:
    text = text.strip()
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
