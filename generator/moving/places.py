"""Read where someone lives: a country, a city, both in one text, or a time zone."""

import re

from generator.moving.draft import NOT_UNDERSTOOD, Draft
from generator.moving.texts import put_text
from generator.text.catalogue import _
from generator.text.countries import country_code, zone_countries
from generator.text.time_zones import find_zone

_STATES = re.compile(
    "A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
"""Two letters that stand for a state of the US as well as for a country, or for no country."""


def _country(draft: Draft, name: str, text: str) -> None:
    code = country_code(text)
    if code and draft.country in ("", code):
        draft.country = code
        draft.fields.setdefault("location", {})["country"] = code
    elif not find_zone(text):
        draft.lose(name, text, NOT_UNDERSTOOD)
        return
    draft.places.append(text)
    draft.carry(name, text)


def _city(draft: Draft, name: str, text: str) -> None:
    draft.places.insert(0, text)
    put_text(draft, name, "location.city", text)


def _place(draft: Draft, name: str, text: str) -> None:
    """Read a city, a country, or both, as people write where they live."""
    parts = [part.strip() for part in re.split("[,;/()]", text) if part.strip()]
    codes = ["" if _STATES.fullmatch(part.upper()) else country_code(part) or "" for part in parts]
    code = next((code for code in reversed(codes) if code), "")
    cities = [
        part for part, found in zip(parts, codes, strict=True) if not found and not _STATES.fullmatch(part.upper())
    ]
    zone = find_zone(", ".join(cities)) if cities and not code else None
    if zone and any(letter.isdigit() for letter in text):
        draft.put(name, "timezone", zone, text)
        return
    code = code or zone_countries().get(zone or "", "")
    if not code:
        draft.lose(name, text, NOT_UNDERSTOOD)
        return
    draft.country = code
    location = draft.fields.setdefault("location", {})
    location["country"] = code
    if cities:
        location.setdefault("city", cities[0][:80])
        draft.places.append(", ".join(cities))
    draft.carry(name, text, "location")


def _timezone(draft: Draft, name: str, text: str) -> None:
    zone = find_zone(text, draft.country)
    if zone is None:
        draft.lose(name, text, _("it has no single meaning as a time zone"))
    else:
        draft.put(name, "timezone", zone, text)


PLACES = {"timezone": _timezone, "country": _country, "city": _city, "place": _place}
"""What a map may name, with what reads it."""
