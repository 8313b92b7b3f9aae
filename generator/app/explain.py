"""Explain how the bot reads a reply, for `lodestar explain`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from generator.app.load import load_readable
from generator.model.errors import CallError
from generator.model.request_state import STATES
from generator.requests.understanding.names import names_of
from generator.requests.understanding.understand import understand
from generator.requests.understanding.understood import ASKED, CERTAIN, LIKELY, Understood
from generator.text.catalogue import N_, _
from generator.text.dates import day

SPEAKERS = ("mentor", "mentee", "coordinator", "other")
MEANS = {
    "accept": N_("a yes to the request"),
    "decline": N_("a no to the request"),
    "ask": N_("a question to the mentee"),
    "later": N_("a yes for later"),
    "redirect": N_("a hint to ask someone else"),
    "started": N_("the news that they have begun"),
    "active": N_("the news that it goes on"),
    "complete": N_("the news that they are done"),
    "end": N_("the wish to stop"),
    "withdraw": N_("taking the request back"),
    "thanks": N_("a thank-you"),
    "away": N_("the news that they are away for a while"),
    "help": N_("a call for a coordinator"),
    "none": N_("conversation"),
}
"""What each meaning is called."""


@dataclass(frozen=True, slots=True)
class Question:
    """A reply to be explained: its text, who writes it, and what went before."""

    text: str
    speaker: str
    state: str = "waiting"
    asked: str = ""


def explained(question: Question, today: date, names: Mapping[str, str]) -> Understood:
    """Read one reply."""
    return understand(
        question.text,
        speaker=question.speaker,
        state=question.state,
        asked=question.asked,
        today=today,
        names=names,
    )


def names_below(root: Path, today: date) -> Mapping[str, str]:
    """Return the names of the mentors of the directory at a root, none where there is no directory."""
    if not (root / "directory.yml").is_file():
        return {}
    directory, _left_out = load_readable(root, datetime.combine(today, time(), UTC))
    return names_of(directory.mentors.values())


def questions_in(lines: Iterator[str], speaker: str, state: str, asked: str) -> Iterator[Question]:
    """Read one JSON object a line: `{"text", "as"}`, with `state` and `asked` if they differ from the options."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            stored = json.loads(line)
        except ValueError:
            stored = None
        if not isinstance(stored, dict) or not isinstance(stored.get("text"), str):
            raise CallError(
                _('Line {number} is no JSON object like {{"text": "Happy to help!", "as": "mentor"}}.', number=number)
            )
        yield Question(
            stored["text"],
            _one_of(stored, "as", speaker, SPEAKERS, number),
            _one_of(stored, "state", state, STATES, number),
            _one_of(stored, "asked", asked, ("", *ASKED), number),
        )


def _one_of(stored: Mapping[str, Any], key: str, otherwise: str, choices: tuple[str, ...], number: int) -> str:
    value = stored.get(key) or otherwise
    if value not in choices or not value and key == "as":
        raise CallError(
            _(
                "Line {number}: {key} can be {choices}.",
                number=number,
                key=f'"{key}"',
                choices=", ".join(choice for choice in choices if choice),
            )
        )
    return str(value)


def as_json(understood: Understood) -> str:
    """Write what was understood on one line, as other programs read it."""
    return json.dumps(
        {
            "version": 1,
            "meaning": understood.meaning,
            "tier": understood.tier,
            "because": list(understood.because),
            "reason": understood.reason,
            "command": understood.command,
            "until": understood.until.isoformat() if understood.until else None,
            "login": understood.login,
        },
        ensure_ascii=False,
    )


def as_sentences(understood: Understood) -> str:
    """Write what was understood for people, with the reasons."""
    lines = [_headline(understood), *(f"  - {sentence}" for sentence in understood.because)]
    if understood.until:
        lines.append(_("The day: {day}.", day=day(understood.until)))
    if understood.login:
        lines.append(_("Who is meant: {login}.", login=f"@{understood.login}"))
    if understood.command and understood.meaning != "none":
        lines.append(_("The same as a command: {command}", command=understood.command))
    return "\n".join(lines) + "\n"


def _headline(understood: Understood) -> str:
    if understood.meaning == "none" and understood.command:
        return _("The bot reads this as the command {command}.", command=understood.command)
    means = _(MEANS[understood.meaning])
    if understood.tier == CERTAIN:
        return _("The bot reads this as {means}, and acts on it.", means=means)
    if understood.tier == LIKELY:
        return _("This could be {means}. The bot asks back once.", means=means)
    return _("The bot reads this as {means}, and stays quiet.", means=means)
