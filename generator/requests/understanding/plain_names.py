"""Commands by their plain names: "accept", "decline no-capacity", "capacity 2", and what says the same in a sentence."""

import re
from datetime import date

from generator.requests.understanding.evidence import REASONS, Evidence
from generator.requests.understanding.reasons import sentences_of
from generator.requests.understanding.understood import CERTAIN, LIKELY, Understood
from generator.text.catalogue import _

_BOTH = ("mentor", "mentee")
_NAMES = {
    "accept": ("accept", ("mentor",)),
    "decline": ("decline", ("mentor",)),
    "waitlist": ("later", ("mentor",)),
    "interested": ("none", ("mentor", "other")),
    "withdraw": ("withdraw", ("mentee",)),
    "started": ("started", _BOTH),
    "continue": ("active", _BOTH),
    "complete": ("complete", _BOTH),
    "end": ("end", _BOTH),
    "pause": ("none", ("mentor",)),
    "resume": ("none", ("mentor",)),
    "confirm": ("none", ("mentor",)),
    "undo": ("none", ("mentor", "mentee", "coordinator")),
    "help": ("help", ("mentor", "mentee", "other")),
    "approve": ("none", ("coordinator",)),
    "close": ("none", ("coordinator",)),
}
"""The commands that are understood without their slash: what they mean, and from whom."""
_CAPACITY = re.compile(r"(?:my )?capacity(?: is| to)?[ :=]+(\d{1,2})")
_NUMBER = re.compile(r"\b(\d{1,2})\b")
_AVAILABILITY = ("undo", "pause", "resume", "capacity", "confirm")
_FEW = 14
_GREETING = 4
"""So many words above a command are a greeting or an apology, and say nothing against it."""


def plain_name(text: str, speaker: str) -> Understood | None:
    """Read a reply that is nothing but a command's name, with its argument where it has one.

    With its slash it may also be alone on the last line, below no more than a greeting.
    """
    above, _line, last = text.strip().rpartition("\n")
    if last.startswith("/") and len(above.split()) <= _GREETING and "?" not in above:
        text = last[1:]
    words = text.casefold().strip(" .!*_\"'`").removeprefix("please ").removesuffix(" please")
    name, _space, argument = words.partition(" ")
    capacity = _CAPACITY.fullmatch(words)
    if capacity and speaker == "mentor":
        return Understood("none", CERTAIN, (_named("capacity"),), command=f"/capacity {capacity[1]}", language="en")
    meaning, speakers = _NAMES.get(name, ("", ()))
    if speaker not in speakers:
        return None
    if not argument or (name == "undo" and argument in ("that", "this", "it", "please")):
        reason = "other" if name == "decline" else None
        command = None if name == "help" else f"/{name}"
        return Understood(meaning, CERTAIN, (_named(name),), reason=reason, command=command, language="en")
    if name == "decline" and argument in (*REASONS, "other"):
        return Understood(
            "decline", CERTAIN, (_named(name),), reason=argument, command=f"/decline {argument}", language="en"
        )
    return None


def _named(name: str) -> str:
    return _("It is the plain name of the command {command}.", command=f"/{name}")


def availability(evidence: Evidence, text: str, speaker: str, day: date | None, language: str) -> Understood | None:
    """Read what takes something back, and what a mentor says about new requests in general."""
    for kind in _AVAILABILITY if speaker == "mentor" else ("undo",):
        signs = tuple(one for one in evidence.firm(kind) if len(one.words.split()) > 1 or evidence.words <= 2)
        if not signs or evidence.has("report") or evidence.words > _FEW or (kind == "resume" and evidence.has("away")):
            continue
        command = f"/{kind}"
        if kind == "pause" and day:
            command = f"/pause {day.isoformat()}"
        if kind == "capacity":
            number = _NUMBER.search(text)
            command = f"/capacity {number[1]}" if number else ""
        tier = CERTAIN if command and not evidence.asks and not evidence.has("condition", "hedge") else LIKELY
        return Understood("none", tier, sentences_of(*signs), command=command or None, language=language)
    return None
