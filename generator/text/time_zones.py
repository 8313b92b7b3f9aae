"""Time zones as people write them: by name, city, country, abbreviation or distance from UTC."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from generator.text.closest import misspelt
from generator.text.countries import country_code, names_of_countries, tz_database, zone_countries, zone_table

_DISTANCE = re.compile(r"(?:(?:UTC|GMT) ?)?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;/()]+\s*")
_DISTANCES = tuple(f"{sign}{hours}:{minutes}" for sign in "+-" for hours in range(15) for minutes in ("00", "30", "45"))
_FEWER_PEOPLE = 3
"""A city with so many times fewer people than its namesake isn't the one that is meant without its country."""
_JANUARY, _JULY = datetime(2026, 1, 15, 12, tzinfo=UTC), datetime(2026, 7, 15, 12, tzinfo=UTC)
"""Any year does: abbreviations and distances hardly change, and no clock is asked."""


@cache
def zone_names() -> frozenset[str]:
    """Every time zone of the tz database, from the tzdata package, so that all machines agree."""
    return frozenset(tz_database("zones").read_text(encoding="utf-8").split())


def find_zone(text: str, country: str = "") -> str | None:
    """Return the time zone that a text stands for, or None where there is none, or several with other hours."""
    found = zones_meant(text, country)
    return found[0] if found and len(set(map(_clock, found))) == 1 else None


def zones_meant(text: str, country: str = "") -> tuple[str, ...]:
    """Return every time zone that a text may stand for, those of most people first; none is "not understood".

    `country` is the ISO code of where the person lives; it settles what has several meanings.
    """
    wanted = plain(text)
    named = _by_name().get(wanted.replace(" ", "_"))
    if named:
        return (named,)
    return _within(_distance(text) or _place(wanted) or _abbreviation(wanted), country)


def near_zone(text: str) -> str | None:
    """Return the zone whose name or city was probably misspelt."""
    names = {**{name.replace("_", " "): zone for name, zone in _by_name().items()}, **_cities_of_zones()}
    near = misspelt(plain(text), list(names), any_slip=True)
    return names[near] if near else None


@cache
def zone_lookup() -> dict[str, dict[str, Any]]:
    """Return what the browser needs to read a place as a time zone: by plain name and by distance.

    `clocks` numbers the hours of each zone in January and July: zones with the same number have the same.
    `homes` are the countries of the zones that are named after places.
    """
    places = {name.lower(): _by_clock(zones) for name, zones in _by_abbreviation().items()}
    places |= {name: _country(name) for name in names_of_countries() if not name.startswith("the ")}
    places |= {name: zones_meant(name) for name in (*_cities(), *_by_last_part())}
    places |= {distance: _distance(distance) for distance in _DISTANCES}
    numbers: dict[object, int] = {}
    clocks = {zone: numbers.setdefault(_clock(zone), len(numbers)) for zone in sorted(zone_countries())}
    return {
        "places": {name: zones for name, zones in places.items() if zones},
        "clocks": clocks,
        "homes": zone_countries(),
    }


def unclear(zone: str) -> tuple[str, ...]:
    """Return the zones that people mean by a real name that seldom is what they mean: "EST" has no summer time."""
    if zone not in ("EST", "MST", "HST"):
        return ()
    return tuple(one for one in _by_clock(_by_abbreviation().get(zone, ())) if _clock(one)[0] != _clock(one)[1])


def plain(text: str) -> str:
    """Write a name in small letters without accents, with single spaces."""
    letters = unicodedata.normalize("NFD", text.strip().casefold())
    return " ".join(
        "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("_", " ").split()
    )


def _within(zones: tuple[str, ...], country: str) -> tuple[str, ...]:
    if len(zones) < 2 or not country:
        return zones
    return tuple(zone for zone in zones if zone_countries().get(zone) == country) or zones


def _place(wanted: str) -> tuple[str, ...]:
    """Find a city, a country, or both: "Pune, India"."""
    found = _city(wanted) or _country(wanted)
    parts = [part for part in _PARTS.split(wanted) if part]
    if found or len(parts) < 2:
        return found
    places = [_country(part) or _city(part) for part in parts]
    known = [zones for zones in places if zones]
    if len(known) < 2:
        return known[0] if known else ()
    countries = [country_code(part) for part in parts]
    home = next((code for code in countries if code), None)
    cities = [zone for part in parts for zone in _city(part, home or "")]
    return tuple(dict.fromkeys(cities)) or known[0]


def _city(wanted: str, country: str = "") -> tuple[str, ...]:
    named = _by_last_part().get(wanted)
    people = [row for row in _cities().get(wanted, ()) if not country or row[0] == country]
    if named and not (people and people[0][1] != named):
        return (named,)
    most = max((row[2] for row in people), default=0)
    return tuple(dict.fromkeys(zone for _code, zone, count in people if count * _FEWER_PEOPLE > most))


@cache
def _country(wanted: str) -> tuple[str, ...]:
    code = country_code(wanted.removeprefix("the "))
    return zones_of(code) if code else ()


@cache
def zones_of(code: str) -> tuple[str, ...]:
    """Return the zones of a country, those of most people first: one, if nearly everyone there has the same."""
    rows = [(zone, comment) for zone, owner, comment in zone_table() if owner == code]
    main = tuple(zone for zone, comment in rows if "(mainland)" in comment or comment.startswith("most of"))
    return main or _by_clock(zone for zone, _comment in rows)


def _abbreviation(wanted: str) -> tuple[str, ...]:
    return _by_clock(_by_abbreviation().get(wanted.upper(), ()))


def _distance(text: str) -> tuple[str, ...]:
    found = _DISTANCE.fullmatch(text.strip())
    if not found or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return ()
    away = timedelta(hours=int(found[2]), minutes=int(found[3] or 0)) * (1 if found[1] == "+" else -1)
    return _by_clock(zone for zone in zone_countries() if min(_clock(zone)) == away)


def _by_clock(zones: Iterable[str]) -> tuple[str, ...]:
    """Keep one zone of each clock and of each country, where most people live first."""
    kept: dict[object, str] = {}
    for zone in sorted(zones, key=lambda zone: (-_people().get(zone, 0), zone)):
        kept.setdefault((_clock(zone), zone_countries().get(zone)), zone)
    return tuple(kept.values())


@cache
def _clock(zone: str) -> tuple[timedelta, timedelta]:
    """Return how far a zone is from UTC in January and in July."""
    there = ZoneInfo(zone)
    return tuple(at.astimezone(there).utcoffset() or timedelta() for at in (_JANUARY, _JULY))  # type: ignore[return-value]


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): name for name in zone_names()}


@cache
def _by_last_part() -> dict[str, str]:
    return {plain(name.rpartition("/")[2]): name for name in sorted(zone_names(), reverse=True) if "/" in name}


@cache
def _cities_of_zones() -> dict[str, str]:
    return {plain(zone.rpartition("/")[2]): zone for zone in zone_countries()}


@cache
def _by_abbreviation() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for zone in zone_countries():
        there = ZoneInfo(zone)
        for at in (_JANUARY, _JULY):
            found.setdefault(at.astimezone(there).tzname() or "", {})[zone] = None
    return {name: tuple(zones) for name, zones in found.items() if name.isalpha()}


@cache
def _cities() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Return the large cities of each name: country, zone and thousands of people, largest first."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    text = Path(__file__).with_name("cities.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        name, code, zone, people = line.split("\t")
        found.setdefault(name, []).append((code, zone, int(people)))
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _people() -> dict[str, int]:
    """Return how many thousands live in the large cities of each zone."""
    found: dict[str, int] = {}
    for rows in _cities().values():
        for _code, zone, people in rows:
            found[zone] = found.get(zone, 0) + people
    return found
