"""The words around the terms, by language: what is wanted, avoided or known, times, places, and what says nothing.

Each language is one module. A phrase is written between `|`; it is compared like a sentence, without case, accents and
plural. To add a language, write a module like the others and name it in `LANGUAGES`.
"""

from functools import cache
from typing import Any

from generator.ask.cues import de, en, es, everyday, fr, places, pt
from generator.ask.words import key_of, keys_of

LANGUAGES = (en, de, es, fr, pt)


@cache
def cue_table() -> dict[str, Any]:
    """Join the languages to one table of plain texts, with every phrase as it is compared."""
    cues: dict[str, dict[str, None]] = {}
    values: dict[str, dict[str, dict[str, None]]] = {}
    for language in LANGUAGES:
        for kind, text in language.CUES.items():
            cues.setdefault(kind, {}).update(_phrases(text))
        for part, choices in language.VALUES.items():
            for value, text in choices.items():
                values.setdefault(part, {}).setdefault(value, {}).update(_phrases(text))
        for code, names in language.LANGUAGE_NAMES.items():
            spoken = "|".join(
                [f"{before} {name}" for name in names.split("|") for before in language.SPOKEN_IN.split("|")]
                + [f"{name} {after}" for name in names.split("|") for after in language.SPOKEN_BY.split("|")]
            )
            values.setdefault("languages", {}).setdefault(code, {}).update(_phrases(spoken))
    for part, choices in places.VALUES.items():
        for value, text in choices.items():
            values.setdefault(part, {}).setdefault(value, {}).update(_phrases(text))
    return {
        "cues": {kind: "|".join(phrases) for kind, phrases in cues.items()},
        "values": {
            part: {value: "|".join(phrases) for value, phrases in choices.items()} for part, choices in values.items()
        },
        "friends": {
            key_of(word): {name: text if name == "tells" else _words(text) for name, text in rule.items()}
            for word, rule in everyday.FALSE_FRIENDS.items()
        },
        "learn": _words(" ".join(language.LEARN for language in LANGUAGES)),
        "craft": _words(" ".join(language.CRAFT for language in LANGUAGES)),
        "stops": _words(" ".join(language.STOPS for language in LANGUAGES)),
        "quiet": {word: _words(text) for word, text in everyday.QUIET.items()},
        "generic": _words(everyday.GENERIC),
        "common": _words(everyday.COMMON),
        "offsets": places.OFFSETS,
        "places_after": _words(places.AFTER),
    }


def _phrases(text: str) -> dict[str, None]:
    return dict.fromkeys(" ".join(keys_of(phrase)) for phrase in text.split("|") if phrase.strip())


def _words(text: str) -> str:
    return " ".join(dict.fromkeys(key_of(word) for word in text.split()))
