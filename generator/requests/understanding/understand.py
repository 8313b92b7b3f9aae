"""Read what someone means by a reply: the one entrance of this part."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.requests.understanding.answers import Reply, answer
from generator.requests.understanding.clauses import Reading, read_clauses
from generator.requests.understanding.company import statement
from generator.requests.understanding.evidence import Evidence, weigh
from generator.requests.understanding.ngrams import chances
from generator.requests.understanding.plain_names import availability, plain_name
from generator.requests.understanding.roles import classes_of, role_of
from generator.requests.understanding.understood import ACCEPT_ASKED, LIKELY, NONE, Understood
from generator.requests.understanding.visible_text import visible_text
from generator.requests.understanding.wishes import wish
from generator.text.catalogue import _

_COMMANDS = {
    "accept": "accept", "decline": "decline", "ask": "ask", "later": "waitlist", "redirect": "redirect",
    "started": "started", "active": "continue", "complete": "complete", "end": "end", "withdraw": "withdraw",
    "thanks": "thanks", "help": "help",
}  # fmt: skip
_STATES = {
    "accept": ("waiting", "question", "waitlisted", "expired"),
    "decline": ("waiting", "question", "waitlisted"),
    "ask": ("waiting", "waitlisted"),
    "later": ("waiting", "question"),
    "redirect": ("waiting", "question", "waitlisted", "talking", "undecided", "declined", "expired"),
    "started": ("accepted",),
    "active": ("trial", "active", "on-break", "quiet"),
    "withdraw": ("incomplete", "held", "waiting", "question", "waitlisted", "talking", "undecided", "accepted"),
}
"""In which states the command that says the same exists; the others exist wherever their meaning is read."""
_SHORT_ANSWER = 7
"""How many words an answer to a question of the bot has at most; those of a quoted e-mail do not count."""
_STILL_OPEN = ("talking", "undecided")
"""States in which yes or no is open, so that a mentor's words mean the same as when they were just asked."""


def understand(
    text: str,
    *,
    speaker: str,
    state: str = "waiting",
    asked: str = "",
    today: date | None = None,
    names: Mapping[str, str] | None = None,
) -> Understood:
    """Return what a reply means, as `Understood` describes.

    `text` is a comment as it was written, Markdown, quotes, signature and all. `speaker` is "mentor" (the one who is
    asked), "mentee", "coordinator" or "other"; nobody decides what is not theirs. `state` is the request's state
    before the reply. `asked` is the bot's last question in the thread that a yes or no answers, one of `ASKED`, or
    empty: a mere "yes" in a running mentorship means something only after a question. `today` gives "next month" a
    day; without it no day is found. `names` maps names ("Camila", "camila-r") to handles, so that a reply with
    nothing but a name is understood; an @mention needs no entry.

    A reply that starts with a slash is a command and not read here. Nothing is raised, whatever the text.
    """
    if text.lstrip().startswith("/"):
        return Understood(because=(_("It starts with a slash, so it is read as a command."),))
    in_conversation = state in _STILL_OPEN or asked == ACCEPT_ASKED
    state = "waiting" if state in _STILL_OPEN and speaker == "mentor" else state
    visible, reading, evidence = _read(text)
    if not reading.clauses:
        return Understood(because=(_("Nothing is left without quotes, code and signature."),))
    named = plain_name(visible, speaker)
    if named:
        return named
    reply = Reply(
        evidence, _chances(visible, speaker, state), visible, reading.language, today, names or {}, in_conversation
    )
    spoken = availability(evidence, visible, speaker, reply.day, reading.language)
    if spoken:
        return spoken
    return _with_command(_decided(reply, reading, speaker, state, asked), state, reading)


def confirms(text: str) -> bool | None:
    """Read a short answer to "did you mean ...?": true for a yes, false for a no, None for anything else.

    "That's not what I meant" is neither: it says only that the question missed.
    """
    _visible, _reading, evidence = _read(text)
    if evidence.words > _SHORT_ANSWER or evidence.has("misread", "undo"):
        return None
    read = understand(text, speaker="mentor", asked=ACCEPT_ASKED)
    if read.is_certain and read.meaning in ("accept", "decline"):
        return read.meaning == "accept"
    return True if evidence.has("affirm") and not evidence.asks and not evidence.has("no") else None


def _decided(reply: Reply, reading: Reading, speaker: str, state: str, asked: str) -> Understood:
    role = role_of(speaker, state)
    if role == "company":
        return statement(reply, state, asked)
    if role == "wish":
        return wish(reply, reading, state)
    if role == "answer":
        understood = answer(reply)
        if understood.meaning in ("accept", "decline", "later") and state not in _STATES["accept"]:
            return (
                replace(understood, tier=LIKELY)
                if understood.meaning == "accept"
                else Understood(language=reading.language)
            )
        return understood
    wanted = tuple(one for one in reply.evidence.of("help") if len(one.words.split()) > 2)
    if wanted and speaker == "other":
        return Understood("help", LIKELY, language=reading.language)
    if reply.evidence.has("yes", "no"):
        return Understood(because=(_("Only the mentor who is asked can decide."),), language=reading.language)
    return Understood(language=reading.language)


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[str, Reading, Evidence]:
    visible = visible_text(text)
    reading = read_clauses(visible)
    return visible, reading, weigh(reading)


def _chances(visible: str, speaker: str, state: str) -> Mapping[str, float]:
    """Return the small model's chances of what this person can mean now."""
    role = role_of(speaker, state)
    if not role:
        return {}
    return chances(visible, classes_of(role))


def _with_command(understood: Understood, state: str, reading: Reading) -> Understood:
    meaning = understood.meaning
    login = understood.login or (reading.handles[0] if meaning == "redirect" and len(reading.handles) == 1 else None)
    if understood.command or understood.tier == NONE:
        return understood
    name = _COMMANDS.get(meaning, "")
    if not name or (meaning in _STATES and state not in _STATES[meaning]) or (meaning == "redirect" and not login):
        return replace(understood, login=login)
    argument = {"decline": understood.reason or "other", "redirect": f"@{login}"}.get(meaning, "")
    return replace(understood, login=login, command=f"/{name} {argument}".strip())
