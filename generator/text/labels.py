"""Words for people: languages, dates, times and choices. The only importer of Babel.

Choices take their labels from the JSON Schemas, where editors and forms find the same words.
"""

import re
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.core import parse_locale
from babel.dates import format_date, get_day_names

from generator.schema import schema

_ENGLISH = Locale("en")
_DAYS = get_day_names("wide", locale=_ENGLISH)


_VAGUE = frozenset({"go", "here", "information", "more", "start", "this"})


def is_vague(label: str) -> bool:
    """Tell whether a label says nothing as the text of a link: the language Go reads there like "go"."""
    return label.casefold() in _VAGUE


@cache
def language(tag: str) -> str:
    """Name a language in English: "pt-BR" is "Brazilian Portuguese"; a tag Babel cannot name stays a tag."""
    try:
        code, territory, script, *_ = parse_locale(tag, sep="-")
    except ValueError:
        return tag
    named = _ENGLISH.languages.get("_".join(filter(None, (code, script, territory))))
    if named:
        return named
    name = _ENGLISH.languages.get(code)
    details = [_ENGLISH.scripts.get(script, script), _ENGLISH.territories.get(territory, territory)]
    written = ", ".join(detail for detail in details if detail)
    return f"{name} ({written})" if name and written else name or tag


@cache
def languages(tags: tuple[str, ...]) -> str:
    """Name several languages: "English, German"."""
    return ", ".join(map(language, tags))


@cache
def own_name(tag: str) -> str:
    """Name a language as its speakers do, or nothing where Babel does not know."""
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


@lru_cache(maxsize=4096)
def language_tag(words: str) -> str | None:
    """Return the tag of a language that is named in English, by its speakers or by its code; None for other words.

    It undoes `language`: "Brazilian Portuguese" is "pt-BR", and so are "pt_br" and "Portuguese (Brazil)".
    """
    wanted = words.strip().casefold()
    named = _tags_by_name().get(wanted) or _ALSO_CALLED.get(wanted) or _tags_by_own_name().get(wanted)
    return named or _tag_in_parts(wanted) or _tag_of_code(words.strip())


def _tag_in_parts(wanted: str) -> str | None:
    found = _IN_BRACKETS.fullmatch(wanted)
    code = _tags_by_name().get(found[1]) if found else None
    if found is None or code is None:
        return None
    details = [_details_by_name().get(detail.strip()) for detail in found[2].split(",")]
    return "-".join([code, *details]) if all(details) else None


def _tag_of_code(word: str) -> str | None:
    if not _CODE.fullmatch(word):
        return None
    try:
        code, territory, script, *_ = parse_locale(word.replace("_", "-"), sep="-")
    except ValueError:
        return None
    return "-".join(filter(None, (code, script, territory))) if code in _ENGLISH.languages else None


@cache
def _tags_by_name() -> dict[str, str]:
    return {name.casefold(): code.replace("_", "-") for code, name in sorted(_ENGLISH.languages.items(), reverse=True)}


@cache
def _tags_by_own_name() -> dict[str, str]:
    return {Locale(code).languages[code].casefold(): code for code in _WIDELY_SPOKEN}


@cache
def _details_by_name() -> dict[str, str]:
    return {name.casefold(): code for code, name in (*_ENGLISH.territories.items(), *_ENGLISH.scripts.items())}


@lru_cache(maxsize=4096)
def day(on: date) -> str:
    """Write a date: "21 November 2026"."""
    return format_date(on, "d MMMM y", locale=_ENGLISH)


@lru_cache(maxsize=4096)
def short_day(on: date, today: date) -> str:
    """Write a date in little room: "12 Dec", with the year when it is not this year."""
    return format_date(on, "d MMM" if on.year == today.year else "d MMM y", locale=_ENGLISH)


def moment(at: datetime) -> str:
    """Write a time in UTC: "21 November 2026, 02:28 UTC"."""
    return f"{day(at.date())}, {at:%H:%M} UTC"


@cache
def clock(minutes: int) -> str:
    """Write minutes since midnight as a time of day; the end of a day is 24:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@lru_cache(maxsize=1024)
def time_zone(zone: str, at: datetime) -> str:
    """Name a time zone with its distance from UTC at a moment: "Asia/Kolkata (UTC+5:30 now)"."""
    name = zone.replace("_", " ")
    try:
        offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return name
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    distance = f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return name if zone in ("UTC", "Etc/UTC") else f"{name} ({distance} now)"


def weekday(number: int) -> str:
    """Name a day of the week, 0 being Monday."""
    return _DAYS[number]


def counted(number: float, one: str, many: str) -> str:
    """Write a number with its noun: "1 place", "2 places", "1,250 places", "1.5 hours"."""
    return f"{number:,g} {one if number == 1 else many}" if number < 10_000 else f"{number:,} {many}"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Join words as in a sentence: "a, b and c"."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


@cache
def choice(field: str, value: str, of: str = "mentor") -> str:
    """Return the label of a choice; `field` is its name in the schema `of`, "style.structure" when nested.

    A choice without a label is written as its own words.
    """
    label = _labels(of, field).get(value)
    return label or value.replace("-", " ").capitalize()


@cache
def choices(field: str, values: tuple[str, ...], of: str = "mentor") -> str:
    """Return the labels of several choices: "Messaging, Video calls"."""
    return ", ".join([choice(field, value, of) for value in values])


@cache
def field_title(field: str, of: str = "mentor") -> str:
    """Return what a field of the schema `of` is called on forms and pages."""
    return _field(of, field)["title"]


@cache
def _labels(of: str, field: str) -> dict[str, str]:
    """Find the labels of a field, which stand on the field itself or on what its list holds."""
    found = _field(of, field)
    return found.get("x-labels") or found.get("items", {}).get("x-labels") or {}


def _field(of: str, path: str) -> dict:
    found = schema(of)
    for name in path.split("."):
        found = found.get("items", found)["properties"][name]
    return found
