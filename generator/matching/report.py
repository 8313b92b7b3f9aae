"""Turn a ranking into what people and programs read: text for a terminal, and versioned JSON."""

import json
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from generator.matching.prepared import PreparedMentee
from generator.matching.ranking import OF, Ineligible, Match
from generator.model.learner import Learner
from generator.model.mentor import WEEKDAYS, Mentor, Window
from generator.text.phrases import choice, number

_WIDTH = 96


def as_json(seeker: PreparedMentee, matches: Sequence[Match], gated: Sequence[Ineligible]) -> str:
    """Write the versioned JSON that other programs read: all that is given, best first."""
    content = {
        "version": 1,
        "learner": learner_fields(seeker.learner),
        "matches": [_match_fields(match) for match in matches],
        "gated": [{"github": one.candidate.mentor.github, "reasons": list(one.reasons)} for one in gated],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _match_fields(match: Match) -> dict[str, Any]:
    return {
        "github": match.candidate.mentor.github,
        "points": match.score.points,
        "of": OF,
        "stated": match.score.stated,
        "band": match.score.band,
        "signals": [
            {"signal": part.signal, "points": part.points, "of": part.of, "sentence": part.sentence}
            for part in match.parts
        ],
        "can_help_with": list(match.can_help_with),
        "not_offered": list(match.not_offered),
    }


def learner_fields(learner: Learner) -> dict[str, Any]:
    """Write a learner in the form of a learner's file, without what is not stated."""
    fields = {
        "want": [{"skill": want.skill, "importance": want.importance} for want in learner.want],
        "topics": list(learner.topics),
        "goals": list(learner.goals),
        "stage": learner.stage,
        "style": {axis: value for axis in ("structure", "guidance") if (value := getattr(learner.style, axis))},
        "commitment": learner.commitment,
        "formats": list(learner.formats),
        "relationship_types": list(learner.relationship_types),
        "languages": list(learner.languages),
        "timezone": learner.timezone,
        "windows": [_window(window) for window in learner.windows],
        "most_important": learner.most_important,
    }
    return {name: value for name, value in fields.items() if value}


def _window(window: Window) -> str:
    start, end = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (window.start, window.end))
    return f"{WEEKDAYS[window.weekday].capitalize()} {start}-{end}"


def as_text(
    seeker: PreparedMentee,
    matches: Sequence[Match],
    more: int,
    gated: Sequence[Ineligible],
    table: Callable[[Sequence[Match]], str] | None = None,
) -> str:
    """Write a list for a terminal; `more` is how many matches are not shown, and `table` may list them otherwise."""
    lines = [*_wishes(seeker), ""]
    lines += [table(matches)] if table and matches else []
    for match in () if table else matches:
        lines += [_head(match), *_wrapped(" ".join(part.sentence for part in match.parts), "    "), ""]
    if not matches:
        lines += ["Nobody fits all of this. Leave out what matters least, or look at why:", ""]
        lines += [f"  {_name(one.candidate.mentor)}: {' '.join(one.reasons)}" for one in gated[:10]]
        lines += [""] if gated else []
    counts = [f"{more} more: --limit {len(matches) + more} shows all"] if more else []
    counts += [f"{len(gated)} not fitting: --explain LOGIN says why"] if gated else []
    return "\n".join([*lines, *([". ".join(counts) + "."] if counts else [])]).rstrip() + "\n"


def _wishes(seeker: PreparedMentee) -> list[str]:
    musts = {wanted.id for wanted in seeker.wanted if wanted.importance > 1}
    wanted = [f"{one.label} (must)" if one.id in musts else one.label for one in seeker.wanted]
    wishes = wanted + [choice(goal) for goal in seeker.learner.goals]
    if not wishes:
        return ["Say what you look for to see how well each fits: --want python, --goal career-guidance."]
    return _wrapped(f"For: {', '.join(wishes)}", "")


def _head(match: Match) -> str:
    return "  ".join([*_points(match), _name(match.candidate.mentor), *_stated(match)])


def _points(match: Match) -> list[str]:
    return [] if match.score.points is None else [f"{number(match.score.points):>5}", f"{match.score.band:<6}"]


def _name(mentor: Mentor) -> str:
    return f"{mentor.name} ({mentor.github})"


def _stated(match: Match) -> list[str]:
    partly = match.score.points is not None and match.score.stated < OF
    return [f"based on {match.score.stated} of {OF} points stated"] if partly else []


def explained_text(seeker: PreparedMentee, explained: Match | Ineligible) -> str:
    """Write everything about one mentor: each signal with its points and its reason, or why they are kept out."""
    name = _name(explained.candidate.mentor)
    if isinstance(explained, Ineligible):
        return "\n".join([f"{name} is not among the matches:", *(f"  {reason}" for reason in explained.reasons)]) + "\n"
    if explained.score.points is None:
        return "\n".join([f"{name} fits as far as anything is stated.", *_wishes(seeker)]) + "\n"
    lines = [
        "  ".join([f"{name}: {number(explained.score.points)} of {OF}, {explained.score.band}", *_stated(explained)]),
        "",
    ]
    for part in explained.parts:
        head = f"  {number(part.points):>5} of {number(part.of):<5}  {part.signal:<10}  "
        lines += textwrap.wrap(part.sentence, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
    if explained.unstated:
        lines += [
            "",
            *_wrapped(f"Not counted, because one of you does not state it: {', '.join(explained.unstated)}.", "  "),
        ]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
