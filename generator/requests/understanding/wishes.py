"""What a mentee says about a request that has no mentor yet: take it back, or ask someone else."""

from generator.requests.understanding.answers import Reply
from generator.requests.understanding.clauses import YES_SIGN, Reading
from generator.requests.understanding.cue_book import all_phrases, folded
from generator.requests.understanding.reasons import sentences_of
from generator.requests.understanding.understood import CERTAIN, LIKELY, Understood
from generator.text.catalogue import _

_SURELY_FREE = ("declined", "expired", "undecided")
"""States in which the request waits for nobody, and the bot has named others."""
_FREE = (*_SURELY_FREE, "waitlisted", "waiting", "talking", "question")
_SOUNDS = 0.8
"""The chance of a withdrawal from which on a reply without cues is asked back, unless it says yes to something."""
_NOBODY_ASKED_THEM = ("waiting", "held", "incomplete", "waitlisted", "undecided")
"""States in which a mentee's words answer nobody's question, so that without a cue they may still take the request back."""
_JUST_YES = 3
_FOUND = frozenset(
    [
        "found",
        "have",
        "got",
        "already",
        "gefunden",
        "habe",
        "schon",
        "encontré",
        "encontrei",
        "tengo",
        "trouvé",
        "ai",
        "déjà",
        "já",
        "helped",
        "helping",
        "helps",
    ]
)
"""Words of those who have found someone else, and ask nobody any more."""
_MOST_WORDS = 6
"""A reply with a name has so many words at most: "then Camila, please"."""


def wish(reply: Reply, reading: Reading, state: str) -> Understood:
    """Read what a mentee writes while no mentor has said yes."""
    evidence = reply.evidence
    someone = _someone(reply, reading, state)
    if someone:
        return someone
    back = tuple(one for one in evidence.firm("withdraw"))
    if back:
        sure = not evidence.has("hedge", "condition") and reply.chances.get("withdraw", 0.0) >= 0.35
        return Understood("withdraw", CERTAIN if sure else LIKELY, sentences_of(*back), language=reply.language)
    another = _another(reply, reading, state)
    if another is not None:
        tier = CERTAIN if state in _SURELY_FREE else LIKELY
        return Understood("redirect", tier, another, language=reply.language)
    if evidence.has("misread"):
        return Understood(because=sentences_of(*evidence.of("misread")), language=reply.language)
    wanted = tuple(one for one in evidence.of("help") if len(one.words.split()) > 1 or evidence.words <= 2)
    if wanted:
        sure = reply.chances.get("help", 0.0) >= 0.3
        return Understood("help", CERTAIN if sure else LIKELY, sentences_of(*wanted), language=reply.language)
    sounds = state in _NOBODY_ASKED_THEM and reply.chances.get("withdraw", 0.0) >= _SOUNDS
    if sounds and not evidence.has("yes"):
        return Understood(
            "withdraw", LIKELY, (_("It sounds as if the request is taken back."),), language=reply.language
        )
    says_yes = any(one.words != YES_SIGN for one in evidence.firm("yes"))
    thanks = evidence.of("thanks")
    if thanks and evidence.words <= 10 and not evidence.asks and not says_yes:
        return Understood("thanks", CERTAIN, sentences_of(*thanks), language=reply.language)
    signs = evidence.of("yes", "no")
    if signs:
        return Understood(
            because=(*sentences_of(*signs), _("But only the mentor can decide about a request.")),
            language=reply.language,
        )
    return Understood(because=(_("Nothing in it decides anything."),), language=reply.language)


def _another(reply: Reply, reading: Reading, state: str) -> tuple[str, ...] | None:
    """Return why a reply asks for someone else, or for whoever is free; None where it does not."""
    words = folded(reading.text)
    few = len(words.split())
    denied = any(hit.kind == "not" for clause in reading.clauses for hit in clause.hits)
    if state not in _FREE or denied or _FOUND & set(words.split()):
        return None
    if another := reply.evidence.of("another"):
        return sentences_of(*another)
    over = state in _SURELY_FREE and not reply.evidence.asks and not reply.evidence.has("thanks", "withdraw")
    if over and few <= _MOST_WORDS and any(f" {folded(one)} " in f" {words} " for one in all_phrases("anyone")):
        return (_("It asks for anyone who is free."),)
    # Whoever has read who else is free, and says yes, wants to be passed on.
    yes = reply.evidence.firm("yes") if over and few <= _JUST_YES and state != "undecided" else ()
    return sentences_of(*yes) if yes else None


def _someone(reply: Reply, reading: Reading, state: str) -> Understood | None:
    """Return who the request should go to instead: the one account or name in a short reply."""
    logins = set(reading.handles) | _named(reading, reply)
    if len(logins) != 1:
        return None
    words = folded(reading.text).split()
    if state not in _FREE or reply.evidence.has("report") or reply.evidence.firm("no") or len(words) > 3 * _MOST_WORDS:
        return None
    sure = len(words) <= _MOST_WORDS + 2 and not reply.evidence.has("hedge", "condition")
    login = logins.pop()
    return Understood(
        "redirect",
        CERTAIN if sure else LIKELY,
        (_("It names {login}.", login=f"@{login}"),),
        login=login,
        language=reply.language,
    )


def _named(reading: Reading, reply: Reply) -> set[str]:
    words = f" {folded(reading.text)} "
    return {login for name, login in reply.names.items() if name and f" {folded(name)} " in words}
