"""Names of languages, in the spoken language, and the tags of those that people name."""

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.text.catalogue import cache_by_language, english, locale

if TYPE_CHECKING:
    from babel import Locale


@cache_by_language
def language(tag: str) -> str:
    """Name a language: "pt-BR" is "Brazilian Portuguese"; a tag Babel cannot name stays a tag."""
    return _name(tag, locale())


def _name(tag: str, names: "Locale") -> str:
    from babel.core import parse_locale

    try:
        code, territory, script, *_ = parse_locale(tag, sep="-")
    except ValueError:
        return tag
    named: str | None = names.languages.get("_".join(filter(None, (code, script, territory))))
    if named:
        return named
    name = names.languages.get(code)
    details = [names.scripts.get(script, script), names.territories.get(territory, territory)]
    written = ", ".join(detail for detail in details if detail)
    return f"{name} ({written})" if name and written else name or tag


@cache_by_language
def languages(tags: tuple[str, ...]) -> str:
    """Name several languages: "English, German"."""
    return ", ".join(map(language, tags))


@cache
def own_name(tag: str) -> str:
    """Name a language as its speakers do, or nothing where Babel does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").display_name or ""
    except (UnknownLocaleError, ValueError):
        return ""


_WIDELY_SPOKEN = (
    "ar", "bg", "bn", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "ms",
    "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "yo", "zh",
)  # fmt: skip
_ALSO_CALLED = {"mandarin": "zh", "mandarin chinese": "zh", "farsi": "fa", "castilian": "es"}
_CODE = re.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_IN_BRACKETS = re.compile(r"([^()]*\S) *\(([^()]*)\)")


@cache_by_language
def language_tag(words: str) -> str | None:
    """Return the tag of a language that is named in the spoken language, in English, by its speakers or by its code.

    None for other words. It undoes `language`: "Brazilian Portuguese" is "pt-BR", and so are "pt_br" and "Portuguese (Brazil)".
    """
    wanted = words.strip().casefold()
    named = _tags_by_name(locale()).get(wanted) or _tags_by_name(english()).get(wanted)
    named = named or _ALSO_CALLED.get(wanted) or _tags_by_own_name().get(wanted)
    return named or _tag_in_parts(wanted) or _tag_of_code(words.strip())


@cache_by_language
def language_names() -> dict[str, str]:
    """Return the tags of languages by what they are called, in small letters: what `language_tag` reads, without codes."""
    return {**_tags_by_own_name(), **_ALSO_CALLED, **_tags_by_name(english()), **_tags_by_name(locale())}


@cache
def language_codes() -> tuple[str, ...]:
    """Return the codes of languages that have a name."""
    return tuple(sorted({str(code).partition("_")[0] for code in english().languages}))


def _tag_in_parts(wanted: str) -> str | None:
    found = _IN_BRACKETS.fullmatch(wanted)
    if found is None:
        return None
    for names in (locale(), english()):
        code = _tags_by_name(names).get(found[1])
        details = [_details_by_name(names).get(detail.strip()) for detail in found[2].split(",")]
        if code and all(details):
            return "-".join(filter(None, [code, *details]))
    return None


def _tag_of_code(word: str) -> str | None:
    from babel.core import parse_locale

    if not _CODE.fullmatch(word):
        return None
    try:
        code, territory, script, *_ = parse_locale(word.replace("_", "-"), sep="-")
    except ValueError:
        return None
    return "-".join(filter(None, (code, script, territory))) if code in english().languages else None


@cache
def _tags_by_name(names: "Locale") -> dict[str, str]:
    return {name.casefold(): code.replace("_", "-") for code, name in sorted(names.languages.items(), reverse=True)}


@cache
def _tags_by_own_name() -> dict[str, str]:
    from babel import Locale

    return {Locale(code).languages[code].casefold(): code for code in _WIDELY_SPOKEN}


@cache
def _details_by_name(names: "Locale") -> dict[str, str]:
    return {name.casefold(): code for code, name in (*names.territories.items(), *names.scripts.items())}
