"""Turn a sentence into the wishes of `lodestar match --ask`."""

from collections.abc import Mapping
from typing import Any

from generator.ask.asked import Asked, Heard, HeardTerm
from generator.ask.lexicon import lexicon_of
from generator.ask.read import read
from generator.model.directory import Directory
from generator.model.vocabulary import Vocabularies
from generator.text.catalogue import _
from generator.text.languages import language

_MOST = 12
"""So many skills, topics and languages a learner's file has at most."""

_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri")
_HOURS = {
    "mornings": "07:00-09:00", "lunch": "12:00-13:00", "afternoons": "13:00-17:00", "evenings": "18:00-22:00",
    "weekdays": "09:00-17:00",
}  # fmt: skip
_OPTIONS = {"goals": "goals", "languages": "languages", "formats": "formats"}
_SINGLE = {"stage": "stage", "commitment": "commitment", "zone": "timezone"}


def heard_in(sentence: str, directory: Directory) -> Asked:
    """Read a sentence with the words of a directory."""
    return read(sentence, lexicon_of(directory.vocabularies, directory.phrases))


def wishes_of(asked: Asked) -> dict[str, Any]:
    """Name what was heard as a learner's file does. What is to be avoided, or known already, is no wish."""
    wishes: dict[str, Any] = {
        "want": asked.ids("skills")[:_MOST],
        "topics": asked.ids("topics")[:_MOST],
        "windows": _windows(asked.ids("time")),
    }
    wishes |= {name: asked.ids(part)[:_MOST] for part, name in _OPTIONS.items()}
    wishes |= {name: asked.ids(part)[0] for part, name in _SINGLE.items() if asked.ids(part)}
    return {name: value for name, value in wishes.items() if value}


def _windows(times: list[str]) -> list[str]:
    days = [time.capitalize() for time in times if len(time) == 3]
    days += ["Sat", "Sun"] if "weekends" in times else []
    parts = [_HOURS[time] for time in times if time in _HOURS]
    if not days:
        return [f"{day} {part}" for day in _WEEK for part in parts][:21]
    if parts and "weekends" not in times:
        return [f"{day} {part}" for day in days for part in parts][:21]
    return [f"{day} 09:00-21:00" for day in days] + [f"{day} {part}" for day in _WEEK for part in parts][:14]


def asked_fields(asked: Asked) -> dict[str, Any]:
    """Write what was heard as other programs read it."""
    other = {
        name: asked.ids(part)
        for name, part in (
            ("domains", "domains"), ("career_paths", "career_paths"), ("known", "known"), ("stage", "stage"),
            ("time", "time"), ("timezone", "zone"), ("place", "place"), ("commitment", "commitment"),
            ("formats", "formats"),
        )
    }  # fmt: skip
    named = {part: asked.ids(part) for part in ("skills", "topics", "goals", "avoid", "languages")}
    return {**named, "other": {name: ids for name, ids in other.items() if ids}, "text": list(asked.text)}


def asked_text(asked: Asked, vocabularies: Vocabularies) -> str:
    """Say what was heard, a line for what is wanted, avoided, known, and not understood."""
    labels = [
        vocabularies.of_kind(kind).label(term)
        for kind in ("skills", "topics", "domains", "career_paths")
        for term in asked.ids(kind)
    ]
    labels += [language(code) for code in asked.ids("languages")]
    labels += [
        one.words for part in ("time", "zone", "commitment", "formats", "stage") for one in _heard_as(asked, part)
    ]
    lines = [_("We heard: {words}.", words=", ".join(dict.fromkeys(labels)))] if labels else []
    if asked.avoid:
        lines.append(_("Left out: {words}.", words=_names(asked.avoid, vocabularies)))
    if asked.known:
        lines.append(_("You know already: {words}.", words=_names(asked.known, vocabularies)))
    if asked.text:
        lines.append(_("No skill or topic is called that yet: {words}.", words=", ".join(asked.text)))
    return "".join(f"{line}\n" for line in lines or [_("We heard no skill or topic in that.")])


def _names(terms: tuple[HeardTerm, ...], vocabularies: Vocabularies) -> str:
    return ", ".join(vocabularies.of_kind(term.kind).label(term.value) for term in terms)


def _heard_as(asked: Asked, part: str) -> tuple[Heard, ...]:
    found: tuple[Heard, ...] = getattr(asked, part)
    return found


def joined_wishes(typed: Mapping[str, Any], heard: Mapping[str, Any]) -> dict[str, Any]:
    """Join what was typed as options with what was heard; an option counts where both say something.

    Free time says nothing without a time zone, so what was heard of it is then left out.
    """
    joined = {**heard, **typed}
    if "timezone" not in joined and "windows" not in typed:
        joined.pop("windows", None)
    return joined
