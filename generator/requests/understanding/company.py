"""What one of a running pair says about their mentorship: begun, going on, done, or that they stop."""

from generator.requests.understanding.answers import Reply
from generator.requests.understanding.evidence import Sign
from generator.requests.understanding.reasons import sentences_of
from generator.requests.understanding.understood import (
    BEGAN_ASKED,
    CERTAIN,
    DONE_ASKED,
    LIKELY,
    STILL_ASKED,
    TRIAL_ASKED,
    Understood,
)
from generator.text.catalogue import _

_YES_MEANS = {BEGAN_ASKED: "started", STILL_ASKED: "active", TRIAL_ASKED: "active", DONE_ASKED: "complete"}
_NO_MEANS = {STILL_ASKED: "end", TRIAL_ASKED: "end"}
_ORDER = ("end", "complete", "started", "active", "away")
_SURE = {"end": 0.35, "complete": 0.35, "started": 0.2, "active": 0.3, "away": 0.15}
_SHORT = 8
_TALK = 0.8


def statement(reply: Reply, state: str, asked: str) -> Understood:
    """Read what mentor or mentee writes while their mentorship runs, or is about to begin."""
    evidence = reply.evidence
    answered = _answered(reply, asked)
    if answered:
        return answered
    for meaning in _ORDER:
        signs = _about(reply, meaning, state, asked)
        if signs:
            sure = _is_sure(reply, meaning, asked)
            if sure or evidence.words <= _SHORT or reply.chances.get("none", 0.0) < _TALK:
                return _understood(meaning, CERTAIN if sure else LIKELY, reply, *signs)
    wanted = tuple(one for one in evidence.of("help") if len(one.words.split()) > 1 or evidence.words <= 2)
    if wanted:
        sure = reply.chances.get("help", 0.0) >= 0.3
        return _understood("help", CERTAIN if sure else LIKELY, reply, *wanted)
    for meaning in ("end", "complete"):
        if reply.chances.get(meaning, 0.0) >= 0.6 and not evidence.has("end_partly"):
            return Understood(meaning, LIKELY, (_("It sounds as if the mentorship is over."),), language=reply.language)
    thanks = evidence.of("thanks")
    if thanks and evidence.words <= 12 and not evidence.asks:
        return _understood("thanks", CERTAIN, reply, *thanks)
    return Understood(because=(_("Nothing in it decides anything."),), language=reply.language)


def _understood(meaning: str, tier: str, reply: Reply, *signs: Sign) -> Understood:
    until = reply.day if meaning == "away" else None
    return Understood(meaning, tier, sentences_of(*signs), until=until, language=reply.language)


def _answered(reply: Reply, asked: str) -> Understood | None:
    """Read a mere yes or no by the question that it answers."""
    evidence = reply.evidence
    yes, no = evidence.firm("yes"), evidence.firm("no")
    if asked not in _YES_MEANS or evidence.has("hedge", "condition") or bool(yes) == bool(no) or evidence.asks:
        return None
    if any(evidence.has(other) for other in _ORDER if other != _YES_MEANS[asked]):
        return None
    if yes and evidence.words <= _SHORT + 4:
        return _understood(_YES_MEANS[asked], CERTAIN, reply, *yes)
    if no and asked in _NO_MEANS and evidence.words <= _SHORT:
        return _understood(_NO_MEANS[asked], LIKELY, reply, *no)
    return None


def _about(reply: Reply, meaning: str, state: str, asked: str) -> tuple[Sign, ...]:
    evidence = reply.evidence
    signs = evidence.firm(meaning)
    if meaning == "started" and (state != "accepted" or evidence.firm("no") or not signs):
        return ()
    if meaning == "active" and not (asked in (STILL_ASKED, TRIAL_ASKED) or state in ("trial", "quiet", "on-break")):
        return ()
    if meaning == "active" and evidence.has("no"):
        return ()
    if meaning in ("end", "complete") and evidence.has("end_partly"):
        return ()
    if meaning == "end" and state == "accepted" and not signs:
        return tuple(one for one in evidence.firm("no") if len(one.words.split()) > 1)
    return signs


def _is_sure(reply: Reply, meaning: str, asked: str) -> bool:
    evidence = reply.evidence
    if evidence.has("hedge", "condition", "report") or evidence.asks:
        return False
    if meaning == "active" and asked and evidence.words <= _SHORT:
        return True
    return reply.chances.get(meaning, 0.0) >= _SURE[meaning]
