"""Names of countries, in the spoken language, and the ISO 3166 codes of those that people name."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.text.catalogue import cache_by_language, english, locale

if TYPE_CHECKING:
    from babel import Locale

_ALSO_CALLED = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "great britain": "GB",
    "usa": "US", "united states of america": "US", "uae": "AE", "turkey": "TR", "czech republic": "CZ", "holland": "NL",
    "hong kong": "HK", "palestine": "PS", "ivory coast": "CI", "cape verde": "CV", "east timor": "TL", "burma": "MM",
    "bosnia": "BA", "macedonia": "MK",
}  # fmt: skip


def tz_database(*parts: str) -> Path:
    """Return where a file of the tzdata package is; `importlib.resources` would load a tenth of Python's library for it."""
    import tzdata  # type: ignore[import-untyped]  # it has one function, which we do not use

    return Path(tzdata.__path__[0]).joinpath(*parts)


@cache
def country_codes() -> tuple[str, ...]:
    """Every country of ISO 3166, from the tzdata package, so that all machines agree."""
    table = tz_database("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    return tuple(line.split("\t")[0] for line in table.splitlines() if line and not line.startswith("#"))


@cache
def zone_countries() -> dict[str, str]:
    """Return the country of each time zone that is named after a place in one."""
    return {zone: code for zone, code, _comment in zone_table()}


@cache
def zone_table() -> tuple[tuple[str, str, str], ...]:
    """Return each time zone that is named after a place, its country, and what the tz database says about it."""
    table = tz_database("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = [[*line.split("\t"), ""] for line in table.splitlines() if line and not line.startswith("#")]
    return tuple((row[2], row[0], row[3]) for row in rows)


@cache_by_language
def country(code: str) -> str:
    """Name a country: "IN" is "India"; a code nobody knows stays a code."""
    return str(locale().territories.get(code, code))


@cache_by_language
def other_names(code: str) -> tuple[str, ...]:
    """Return what else people call a country: its English name, and its name in its own languages."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    found = [english().territories.get(code, "")]
    for tag in get_official_languages(code):
        try:
            found.append(Locale.parse(tag).territories.get(code, ""))
        except (UnknownLocaleError, ValueError):
            continue
    found += [name.upper() if len(name) < 4 else name.title() for name, meant in _ALSO_CALLED.items() if meant == code]
    return tuple(dict.fromkeys(name for name in found if name and name != country(code)))


def place(code: str, city: str) -> str:
    """Name where someone lives: "Pune, India", or the country alone."""
    return f"{city}, {country(code)}" if city else country(code)


@cache_by_language
def country_code(words: str) -> str | None:
    """Return the code of a country that is named in the spoken language, in English, in its own or by its code."""
    wanted = _plain(words)
    if len(wanted) == 2 and wanted.upper() in country_codes():
        return wanted.upper()
    for names in (locale(), english()):
        if code := _codes_in(names).get(wanted):
            return code
    return _codes_by_name(locale()).get(wanted)


@cache_by_language
def names_of_countries() -> dict[str, str]:
    """Return the codes of countries by what they are called in the spoken language and in English, in small letters."""
    return {**_codes_in(english()), **_codes_in(locale())}


@cache
def _codes_in(names: "Locale") -> dict[str, str]:
    """Return the codes by their names in one language: most people use one of two, and loading all takes seconds."""
    return {**{_plain(names.territories.get(code, "")): code for code in reversed(country_codes())}, **_ALSO_CALLED}


@cache
def _codes_by_name(names: "Locale") -> dict[str, str]:
    found = dict(_ALSO_CALLED)
    for code in country_codes():
        for name in (names.territories.get(code, ""), *other_names(code)):
            found.setdefault(_plain(name), code)
    return found


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFD", words.strip().casefold().removeprefix("the "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
