"""Turn a ranking into what people and programs read: text for a terminal, and versioned JSON."""

import json
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.matching.prepared import PreparedMentee
from generator.matching.ranking import OF, Ineligible, Match
from generator.model.learner import Learner
from generator.model.mentor import WEEKDAYS, Mentor, Window
from generator.text.catalogue import N_, _, ngettext
from generator.text.counting import rounded
from generator.text.labels import in_sentence

_WIDTH = 96


def as_json(
    mentee: PreparedMentee,
    matches: Sequence[Match],
    ineligible: Sequence[Ineligible],
    asked: dict[str, Any] | None = None,
) -> str:
    """Write the versioned JSON that other programs read: all that is given, best first.

    `asked` is what was heard in a sentence, where the mentee's goals came from one.
    """
    content = {
        "version": 1,
        "learner": learner_fields(mentee.learner),
        "matches": [_match_fields(match) for match in matches],
        "gated": [{**_who(one.mentor.profile), "reasons": list(one.reasons)} for one in ineligible],
    }
    if asked is not None:
        content["asked"] = asked
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _who(mentor: Mentor) -> dict[str, str | None]:
    return {"github": mentor.github, "handle": mentor.handle}


def _match_fields(match: Match) -> dict[str, Any]:
    return {
        **_who(match.mentor.profile),
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
    """Write a mentee in the form of a learner file, without what is not stated."""
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
    mentee: PreparedMentee,
    matches: Sequence[Match],
    more: int,
    ineligible: Sequence[Ineligible],
    table: Callable[[Sequence[Match]], str] | None = None,
) -> str:
    """Write a list for a terminal; `more` is how many matches are not shown, and `table` may list them otherwise."""
    lines = [*_wishes(mentee), ""]
    lines += [table(matches)] if table and matches else []
    for match in () if table else matches:
        lines += [_head(match), *_wrapped(" ".join(part.sentence for part in match.parts), "    "), ""]
    if not matches:
        lines += [_("No mentor fits all of this. Leave out what matters least, or see why:"), ""]
        lines += [f"  {_name(one.mentor.profile)}: {' '.join(one.reasons)}" for one in ineligible[:10]]
        lines += [""] if ineligible else []
    return "\n".join([*lines, " ".join(_others(len(matches) + more, more, len(ineligible)))]).rstrip() + "\n"


def _others(total: int, more: int, ineligible: int) -> Iterator[str]:
    if more:
        yield ngettext(
            "{count} more mentor fits: use --limit {total} to see all.",
            "{count} more mentors fit: use --limit {total} to see all.",
            more,
            total=total,
        )
    if ineligible:
        yield ngettext(
            "{count} mentor doesn't fit: use --explain LOGIN to see why.",
            "{count} mentors don't fit: use --explain LOGIN to see why.",
            ineligible,
        )


def _wishes(mentee: PreparedMentee) -> list[str]:
    musts = {wanted.id for wanted in mentee.wanted if wanted.importance > 1}
    wanted = [_("{skill} (must)", skill=one.label) if one.id in musts else one.label for one in mentee.wanted]
    wishes = wanted + [in_sentence(goal) for goal in mentee.learner.goals]
    if not wishes:
        return _wrapped(
            _("Say what you're looking for to see how well each mentor fits: --want python, --goal career-guidance."),
            "",
        )
    return _wrapped(_("Looking for: {wishes}", wishes=", ".join(wishes)), "")


def _head(match: Match) -> str:
    return "  ".join([*_points(match), _name(match.mentor.profile), *_stated(match)])


def _points(match: Match) -> list[str]:
    return [] if match.score.points is None else [f"{rounded(match.score.points):>5}", f"{_band(match):<6}"]


def _name(mentor: Mentor) -> str:
    return f"{mentor.name} ({mentor.github or mentor.handle})"


def _stated(match: Match) -> list[str]:
    partly = match.score.points is not None and match.score.stated < OF
    return [_("based on what you've both shared")] if partly else []


def explained_text(mentee: PreparedMentee, explained: Match | Ineligible) -> str:
    """Write everything about one mentor: each signal with its points and its reason, or why they are kept out."""
    name = _name(explained.mentor.profile)
    if isinstance(explained, Ineligible):
        return (
            "\n".join(
                [_("{name} isn't among the matches:", name=name), *(f"  {reason}" for reason in explained.reasons)]
            )
            + "\n"
        )
    if explained.score.points is None:
        return "\n".join([_("{name} fits, based on what you've both shared.", name=name), *_wishes(mentee)]) + "\n"
    lines = [
        "  ".join([_headline(explained, name), *_stated(explained)]),
        "",
    ]
    for part in explained.parts:
        points = _("{points} of {possible}", points=f"{rounded(part.points):>5}", possible=f"{rounded(part.of):<5}")
        head = f"  {points}  {part.signal:<10}  "
        lines += textwrap.wrap(part.sentence, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
    if explained.unstated:
        lines += [
            "",
            *_wrapped(
                _(
                    "Not counted, because you haven't both filled it in: {signals}.",
                    signals=", ".join(explained.unstated),
                ),
                "  ",
            ),
        ]
    return "\n".join(lines) + "\n"


def _headline(match: Match, name: str) -> str:
    return _(
        "{name}: {band} match, {points} of 100",
        name=name,
        band=_band(match),
        points=rounded(match.score.points or 0.0),
    )


_BANDS = {"strong": N_("strong"), "good": N_("good"), "some": N_("some"), "little": N_("weak")}


def _band(match: Match) -> str:
    return _(_BANDS[match.score.band]) if match.score.band else ""


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
