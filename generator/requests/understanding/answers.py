"""What the mentor who is asked answers: yes, no, later, a question, or someone else."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from generator.requests.understanding.days import named_day
from generator.requests.understanding.evidence import REASONS, Evidence, Sign
from generator.requests.understanding.reasons import sentences_of
from generator.requests.understanding.understood import CERTAIN, LIKELY, Understood
from generator.text.catalogue import _

ACT = {"later": 0.25, "ask": 0.3, "redirect": 0.15, "away": 0.2}
"""The least chance that the small model must give a meaning, so that the cues may act on it."""
VETO, TALK_VETO = 0.5, 0.65
"""The chance of the opposite, or of talk, from which on the small model stops a yes or no."""
SUPPORT = 0.85
"""The chance of a meaning from which on a weak cue is enough."""
TALK = 0.5
"""The chance of talk from which on a weak cue is not asked back."""
_AGAINST = {"accept": ("decline", "later", "unsure"), "decline": ("accept", "later", "unsure")}
ASK_BACK, ASK_BACK_IN_CONVERSATION = 0.5, 0.8
"""The chance of any decision from which on a reply without cues is asked back: later where the two are talking anyway."""
_DECISIONS = ("accept", "decline", "later", "redirect", "unsure")
_OPEN = ("hedge", "condition", "mentee_role", "away")
_DATE = re.compile(r"(?<![\w-])20\d\d-\d\d-\d\d(?![\w-])")
_FIRST_PERSON_AWAY = 2
_SOON_DAYS = 14
_TO_THE_MENTEE = 2
_POINTS = 14
"""A reply of so few words that names an account, and says no yes, may pass the request on."""
_PLAIN = 3
"""A reply of so few words that says yes or no needs no second opinion."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is known of a mentor's reply: the cues, the small model's chances, the text, its language and the day."""

    evidence: Evidence
    chances: Mapping[str, float]
    text: str
    language: str
    today: date | None
    names: Mapping[str, str]
    in_conversation: bool = False

    @property
    def day(self) -> date | None:
        """The day that is named, if any."""
        return (named_day(self.text, self.language, self.today) or _dated(self.text)) if self.today else None

    @property
    def is_far(self) -> bool:
        """Whether a day is named that is more than two weeks away."""
        return bool(self.today and self.day and (self.day - self.today).days > _SOON_DAYS)


def _dated(text: str) -> date | None:
    """Return a day that is written as in 2027-03-01, whatever word is before it."""
    for found in _DATE.findall(text):
        with suppress(ValueError):
            return date.fromisoformat(found)
    return None


def answer(reply: Reply) -> Understood:
    """Read a mentor's reply to a request that waits for them."""
    for read in (_away, _redirected, _stalled, _later, _plain_yes, _plain_no, _asked, _helped, _thanked):
        understood = read(reply)
        if understood:
            return understood
    return _open(reply)


def _understood(meaning: str, tier: str, reply: Reply, *signs: Sign, because: tuple[str, ...] = ()) -> Understood:
    evidence = reply.evidence
    return Understood(
        meaning=meaning,
        tier=tier,
        because=(*sentences_of(*signs), *because),
        reason=(evidence.reason or "other") if meaning == "decline" else None,
        until=reply.day if meaning in ("later", "away") else None,
        language=reply.language,
    )


def _act(meaning: str, reply: Reply, *signs: Sign) -> Understood:
    """Act, unless the small model knows such words in other meanings."""
    if reply.evidence.words <= _PLAIN and meaning in ("accept", "decline"):
        return _understood(meaning, CERTAIN, reply, *signs)
    if meaning in _AGAINST:
        chances = reply.chances
        against = sum(chances.get(one, 0.0) for one in _AGAINST[meaning])
        sure = against < VETO and chances.get("none", 0.0) + chances.get("ask", 0.0) < TALK_VETO
    else:
        sure = reply.chances.get(meaning, 0.0) >= ACT[meaning]
    if sure:
        return _understood(meaning, CERTAIN, reply, *signs)
    return _understood(
        meaning, LIKELY, reply, *signs, because=(_("But people also write this when they mean something else."),)
    )


def _supported(meaning: str, reply: Reply, *signs: Sign) -> Understood | None:
    """Act on a weak cue where the small model has hardly a doubt, and nothing else is open."""
    if reply.chances.get(meaning, 0.0) < SUPPORT or reply.evidence.asks or reply.evidence.has("remark"):
        return None
    return _understood(meaning, CERTAIN, reply, *signs)


def _away(reply: Reply) -> Understood | None:
    evidence = reply.evidence
    away = tuple(
        one for one in evidence.firm("away") if len(one.words.split()) >= _FIRST_PERSON_AWAY or one.words.isalpha()
    )
    if not away or evidence.firm("yes") or evidence.firm("no"):
        return None
    return _act("away", reply, *away)


def _redirected(reply: Reply) -> Understood | None:
    evidence = reply.evidence
    points = evidence.of("redirect")
    no = evidence.firm("no") if evidence.turned else evidence.of("no")
    if len(evidence.handles) == 1 and not points and no and not evidence.firm("yes"):
        # "I can't, but I know @ada" is a no in any case; the name only says who is asked next.
        sure = evidence.words <= _POINTS and not evidence.has("yes", "condition", "report", "stall", "later")
        return _understood("redirect", CERTAIN if sure else LIKELY, reply, *no)
    if not evidence.handles or evidence.firm("yes"):
        return None
    if not points:
        names_one = len(evidence.handles) == 1 and evidence.words <= _POINTS and not evidence.has("yes", "report")
        return (
            _understood("redirect", LIKELY, reply, because=(_("It names {login}.", login=f"@{evidence.handles[0]}"),))
            if names_one
            else None
        )
    near = [one for one in points if "somehandle" not in one.words]
    if len(evidence.handles) == 1 and near and not evidence.has("hedge", "condition", "report"):
        if evidence.words <= _POINTS and any(len(one.words.split()) >= _PLAIN for one in near):
            return _understood("redirect", CERTAIN, reply, *points)
        return _act("redirect", reply, *points)
    return _understood("redirect", LIKELY, reply, *points)


def _stalled(reply: Reply) -> Understood | None:
    """Leave whoever wants to think first alone, unless they say what they lean to."""
    evidence = reply.evidence
    stalls = evidence.of("stall")
    if not stalls or evidence.has("yes", "no", "later", *REASONS) or evidence.handles:
        return None
    return Understood(because=sentences_of(*stalls), language=reply.language)


def _later(reply: Reply) -> Understood | None:
    evidence = reply.evidence
    later = evidence.of("later")
    if not later or evidence.has("mentee_role", "report"):
        return None
    yes, no = evidence.of("yes"), evidence.firm("no")
    soon = all(one.words.startswith(_SOON) for one in later)
    if evidence.firm("yes") and not no and (soon or not reply.day and not evidence.turned):
        return None
    if evidence.has("hedge", "condition") or not reply.day:
        return _understood("later", LIKELY, reply, *later, *yes) if (yes or not no) else None
    if no and not yes:
        return _understood("later", LIKELY, reply, *later, *no) if evidence.turned else None
    if not yes and reply.chances.get("later", 0.0) < _WAITS:
        return None
    return _act("later", reply, *yes[:1], *later)


_WAITS = 0.5
_SOON = ("start", "can start", "begin", "in the future", "from the")


def _plain_yes(reply: Reply) -> Understood | None:
    evidence = reply.evidence
    firm, weak = evidence.firm("yes"), evidence.of("yes")
    if not weak:
        return None
    against = evidence.of("no", *REASONS)
    if not against and reply.is_far:
        return _understood("later", LIKELY, reply, *(firm or weak))
    if firm and not against and not any(map(evidence.firm, _OPEN)) and not evidence.has("report"):
        return _act("accept", reply, *firm)
    if against and _last_word_is_no(evidence):
        return None
    if evidence.has("mentee_role") and not firm:
        return None
    open_ = evidence.of(*_OPEN, "report")
    if not firm and not open_ and _is_talk(reply):
        return None
    if not against and not open_ and not firm and (supported := _supported("accept", reply, *weak)):
        return supported
    return _understood("accept", LIKELY, reply, *(firm or weak), *against, *open_)


def _last_word_is_no(evidence: Evidence) -> bool:
    """Whether a no comes after every yes, as in "I'd love to, but I can't"."""
    yes, no = evidence.of("yes"), evidence.of("no", *REASONS)
    return bool(no) and (not yes or max(one.clause for one in yes) <= max(one.clause for one in no))


def _plain_no(reply: Reply) -> Understood | None:
    evidence = reply.evidence
    against = evidence.of("no", *REASONS)
    if not against:
        return None
    firm = [one for one in against if one.firm]
    later_yes = [one for one in evidence.firm("yes") if firm and one.clause > max(two.clause for two in firm)]
    open_ = evidence.of("hedge", "condition", "report", "mentee_role")
    open_ += evidence.of("turn") + (evidence.of("yes") if evidence.asks else ())
    if firm and not later_yes and not open_:
        only_field = all(any(two.words in one.words for two in evidence.of("not-my-area")) for one in firm)
        if only_field and evidence.asks and not evidence.has("process_question"):
            # "I have never done this. How does it work?" may come before a yes.
            return _understood("decline", LIKELY, reply, *firm)
        return _act("decline", reply, *firm)
    if not firm and _is_talk(reply):
        return None
    if not open_ and not evidence.of("yes") and (supported := _supported("decline", reply, *against)):
        return supported
    return _understood("decline", LIKELY, reply, *against, *open_)


def _is_talk(reply: Reply) -> bool:
    return reply.chances.get("none", 0.0) + reply.chances.get("thanks", 0.0) + reply.chances.get("ask", 0.0) >= TALK


def _asked(reply: Reply) -> Understood | None:
    evidence = reply.evidence
    if not evidence.asks or evidence.has("process_question", "report") or _calls(evidence):
        return None
    if evidence.firm("hedge") and not _is_talk(reply):
        return None
    if reply.chances.get("ask", 0.0) >= (ACT["ask"] / 2 if evidence.only_asks else ACT["ask"]):
        return _understood("ask", CERTAIN, reply, because=(_("It asks something before deciding."),))
    return None


def _calls(evidence: Evidence) -> tuple[Sign, ...]:
    """Return what calls for the team: a mentor's "that would help me decide" is said to the mentee."""
    return tuple(one for one in evidence.of("help") if len(one.words.split()) > _TO_THE_MENTEE)


def _helped(reply: Reply) -> Understood | None:
    wanted = _calls(reply.evidence)
    if not wanted:
        return None
    return _understood("help", CERTAIN if reply.chances.get("help", 0.0) >= 0.3 else LIKELY, reply, *wanted)


def _thanked(reply: Reply) -> Understood | None:
    thanks = reply.evidence.of("thanks")
    if thanks and reply.evidence.words <= 8 and not reply.evidence.asks and reply.chances.get("thanks", 0.0) >= 0.3:
        return _understood("thanks", CERTAIN, reply, *thanks)
    return None


def _open(reply: Reply) -> Understood:
    """Ask back where the small model sees a decision that no cue shows, or where something is left open."""
    evidence = reply.evidence
    decided = sum(reply.chances.get(one, 0.0) for one in _DECISIONS)
    choices = ("accept", "decline", "later") if evidence.has("later") or reply.day else ("accept", "decline")
    best = max(choices, key=lambda one: reply.chances.get(one, 0.0))
    open_ = evidence.of("hedge", "later")
    enough = ASK_BACK_IN_CONVERSATION if reply.in_conversation else ASK_BACK
    if open_ and decided >= enough / 2 and not evidence.has("process_question"):
        return _understood(best, LIKELY, reply, *open_)
    if decided >= enough and evidence.only_asks:
        # Whatever it sounds like, nothing but questions is no answer: a no to "is that a yes?" would then be one.
        return _understood("ask", CERTAIN, reply, because=(_("It asks something before deciding."),))
    if decided >= enough and not evidence.has("process_question"):
        return _understood(
            best, LIKELY, reply, because=(_("It sounds like an answer, but no phrase in it is one I know."),)
        )
    return Understood(because=(_("Nothing in it decides anything."),), language=reply.language)
