"""Read what people write about their goals and their agreement: "Goal: first merged pull request by 1 May", "step 2 is done"."""

import re
from dataclasses import dataclass
from datetime import date

from generator.model.mentorship import CHANNELS, FREQUENCIES, GOALS, STYLES, Agreement
from generator.requests.understanding.days import named_day
from generator.requests.understanding.visible_text import visible_text
from generator.text import labels

MOST_GOALS = 20
"""Goals in one mentorship; more are no goals."""
_LISTED = re.compile(r"^ {0,3}(?:[-*+]|\d{1,2}[.)])\s+(?:\[(?P<tick>[ xX])\]\s+)?(?P<text>\S.*)$")
_HEADER = re.compile(
    r"^(?:(?:my|our|new|next|first|the)\s+){0,2}(?:goals?|ziele?|objectifs?|objetivos?|metas?)\s*(?:is to|is that|[:：])\s*",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|until|before|due|bis|avant|antes de|hasta|até)\b:?(?P<day>.{0,40})", re.IGNORECASE)
_WHAT = r"(?P<what>goals?|steps?|ziele?|schritte?|objectif|étape|objetivo|paso|passo|meta|number|no\.?|nr\.?|#)?\s*#?(?P<number>\d{1,2})"
_FINISHED = r"(?:done|finished|reached|completed?|ticked(?: off)?|achieved|check(?:ed)?|erledigt|geschafft|erreicht|fertig|fait|terminée?|atteint|hecho|terminado|feito|concluído|✅|✔️?)"
_DONE = (
    re.compile(
        rf"^(?:(?:i|we)(?:'ve| have|'m| am|'re| are)?\s+)?(?:just\s+)?{_FINISHED}(?:\s+with)?[:,]?\s+{_WHAT}[.!🎉\s]*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:my\s+|our\s+)?{_WHAT}(?:\s+(?:is|has been|ist|est|está|now|is now))?[:,]?\s+{_FINISHED}[.!🎉\s]*$",
        re.IGNORECASE,
    ),
)
_STEPS = ("step", "schritt", "étape", "paso", "passo")
_AGREED = re.compile(
    r"^(?:we(?:'ve| have)?\s+(?:both\s+)?agreed(?:\s+(?:on|to))?|(?:our\s+)?agreement|let(?:'|’)?s (?:meet|talk|speak)|(?:from now on,?\s+)?we(?:'ll| will)? (?:now )?(?:meet|talk|speak))\b[:,]?\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OFTEN = (
    ("every-two-weeks", r"every (?:two|2|other|second) weeks?|bi-?weekly|fortnightly|every fortnight|every-two-weeks|twice a month"),
    ("quarterly", r"quarterly|every (?:three|3) months|once a quarter"),
    ("monthly", r"monthly|(?:once |every |each |a |per )(?:a )?month"),
    ("weekly", r"weekly|(?:once |every |each |a |per )(?:a )?week"),
    ("as-needed", r"as[- ]needed|when(?:ever)? needed|on demand"),
)  # fmt: skip
_WAYS = (
    ("video", r"video(?: calls?)?|zoom|jitsi|google meet|teams|webcam"),
    ("audio", r"audio(?: calls?)?|(?:by |on the )phone|calls?|voice"),
    ("messaging", r"messag(?:e|es|ing)|chat|text|slack|discord|matrix|in this (?:issue|thread)|here in writing"),
    ("email", r"e-?mails?|by mail"),
    ("in-person", r"in[- ]person|face to face"),
    ("office-hours", r"office[- ]hours?"),
)
_TRIAL = re.compile(r"\b(?:(?P<none>no|without(?: a)?) trial|trial(?: of| for|:)?\s*(?P<count>\d{1,3})\s*(?P<unit>days?|weeks?|months?|d|w|m)?|(?P<first>\d{1,3})[- ](?P<span>day|week|month)s? trial)", re.IGNORECASE)  # fmt: skip
_UNIT = {"d": 1, "w": 7, "m": 30}
_TO_THE_GOALS = re.compile(
    r"\b(?:until|till|ends? (?:when|with))\b.{0,30}\b(?:goals?|done|reached|finished|complete)\b", re.IGNORECASE
)
_OPEN_END = re.compile(r"\bopen[- ]end(?:ed)?\b|\bno end(?: date)?\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|ends?(?: on)?|through)\b:?\s*(?P<day>.{4,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenGoal:
    """One goal as it is written: its words, the day by which it should be reached, and whether its box is ticked."""

    text: str
    due: date | None = None
    ticked: bool = False


def goals_in(text: str, today: date) -> tuple[WrittenGoal, ...]:
    """Read goals: each line of a list, or else the first line."""
    lines = [line for line in _HEADER.sub("", text.strip(), count=1).split("\n") if line.strip()]
    listed = [found for line in lines if (found := _LISTED.match(line))]
    if not listed:
        return tuple(_goal(line.strip(), False, today) for line in lines[:1])
    return tuple(_goal(one["text"], (one["tick"] or " ") in "xX", today) for one in listed[:MOST_GOALS])


def _goal(words: str, ticked: bool, today: date) -> WrittenGoal:
    by = list(_BY.finditer(words))
    return WrittenGoal(words, named_day(by[-1]["day"], "en", today) if by else None, ticked)


def names_goals(text: str) -> bool:
    """Whether a comment begins by calling what follows a goal: "Goal: ...", "Our goals:"."""
    first = next((line for line in visible_text(text).split("\n") if line.strip()), "")
    found = _HEADER.match(first.strip())
    return bool(found and (first.strip()[found.end() :].strip() or _has_list(text)))


def _has_list(text: str) -> bool:
    return any(_LISTED.match(line) for line in text.split("\n"))


def done_in(text: str) -> str:
    """Return what someone says is done, as `/done` understands it: "goal 2", "step 3", or nothing."""
    sentence = " ".join(visible_text(text).split())
    found = next((match for one in _DONE if (match := one.match(sentence))), None)
    if not found:
        return ""
    return f"{_kind(found['what'])} {int(found['number'])}"


def which(words: str) -> tuple[str, int] | None:
    """Read which goal or step is meant: "2", "goal 2", "step 3"."""
    found = re.fullmatch(_WHAT, words.strip(" .,:;!"), re.IGNORECASE)
    return (_kind(found["what"]), int(found["number"])) if found else None


def _kind(what: str | None) -> str:
    return "step" if what and what.casefold().startswith(_STEPS) else "goal"


def agreed_in(text: str, today: date) -> Agreement:
    """Return what a comment in plain words says was agreed; nothing where it does not say how often the two talk."""
    sentence = " ".join(visible_text(text).split())
    found = _AGREED.match(sentence)
    read = (
        read_agreement(found["rest"], today)
        if found and len(sentence.split()) <= 40 and "?" not in sentence
        else Agreement()
    )
    return read if read.frequency else Agreement()


def read_agreement(words: str, today: date) -> Agreement:
    """Read an agreement: "every two weeks by video, structured, trial 2 weeks, until 1 May"."""
    text = " ".join(words.split())
    trial = _TRIAL.search(text)
    rest = _TRIAL.sub(" ", text)
    return Agreement(
        frequency=_first(rest, _OFTEN, "cadence", tuple(FREQUENCIES)),
        channel=_first(rest, _WAYS, "channels", CHANNELS),
        style=next((one for one in STYLES if re.search(rf"\b{one}\b", rest, re.IGNORECASE)), ""),
        trial=_days(trial) if trial else None,
        until=_end(rest, today),
    )


def _first(text: str, patterns: tuple[tuple[str, str], ...], field: str, ids: tuple[str, ...]) -> str:
    found = [(match.start(), id) for id, pattern in patterns if (match := re.search(rf"\b(?:{pattern})\b", text, re.I))]
    named = [(at, id) for id in ids if (at := text.casefold().find(labels.choice(field, id).casefold())) >= 0]
    return min(found or named, default=(0, ""))[1]


def _days(trial: re.Match[str]) -> int:
    if trial["none"]:
        return 0
    unit = (trial["unit"] or trial["span"] or "d")[0].casefold()
    return min(int(trial["count"] or trial["first"]) * _UNIT[unit], 365)


def _end(text: str, today: date) -> str:
    if _OPEN_END.search(text):
        return "open"
    if _TO_THE_GOALS.search(text):
        return GOALS
    found = _UNTIL.search(text)
    day = named_day(found["day"], "en", today) if found else None
    return day.isoformat() if day else ""


def written(agreement: Agreement) -> str:
    """Write an agreement in the words that the bot remembers: ids and numbers only."""
    trial = f"trial:{agreement.trial}" if agreement.trial is not None else ""
    until = f"until:{agreement.until}" if agreement.until else ""
    named = (
        ("every", agreement.frequency),
        ("by", agreement.channel),
        ("style", agreement.style),
    )
    return " ".join(filter(None, [*(f"{name}:{value}" for name, value in named if value), trial, until]))


def remembered(words: str, before: Agreement) -> Agreement:
    """Read what `written` wrote, on top of what was agreed before."""
    values = dict(one.partition(":")[::2] for one in words.split())
    trial = values.get("trial", "")
    return Agreement(
        frequency=values.get("every") if values.get("every") in FREQUENCIES else before.frequency,  # type: ignore[arg-type]
        channel=values.get("by", before.channel),
        style=values.get("style", before.style),
        trial=int(trial) if trial.isdigit() else before.trial,
        until=_known_end(values.get("until", ""), before.until),
    )


def _known_end(until: str, before: str) -> str:
    if until in (GOALS, "open"):
        return until
    try:
        return date.fromisoformat(until).isoformat()
    except ValueError:
        return before
