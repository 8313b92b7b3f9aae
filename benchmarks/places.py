"""Turn the countries and places that people wrote into one time zone of the place."""

from functools import cache

from babel import Locale
from babel.core import get_global

NOWHERE = "Etc/UTC"
"""The zone of somebody whose place is not known."""

# Countries with several zones: the one where most of the country's people live.
_MOST_PEOPLE = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto",
    "CL": "America/Santiago", "CN": "Asia/Shanghai", "DE": "Europe/Berlin", "ES": "Europe/Madrid", "MX": "America/Mexico_City",
    "NZ": "Pacific/Auckland", "PT": "Europe/Lisbon", "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "US": "America/New_York",
}  # fmt: skip
# Spellings of the three directories that are no country's English name.
_SPELLINGS = {
    "uk": "GB", "england": "GB", "london": "GB", "watford": "GB", "manchester": "GB", "birmingham": "GB",
    "usa": "US", "ny (usa)": "US", "ma": "US", "istanbul": "TR", "turkey": "TR", "gold coast": "AU",
    "amsterdam": "NL", "the netherlands": "NL", "sofia": "BG", "tirane": "AL", "czech republic": "CZ",
}  # fmt: skip


@cache
def _country_names() -> dict[str, str]:
    territories = Locale("en").territories
    return {name.casefold(): code for code, name in territories.items() if len(code) == 2 and code.isalpha()}


def country_of(place: str | None) -> str | None:
    """Find the country code of a place as it was written, like "UK/Birmingham"; None where it names none."""
    names = _country_names() | _SPELLINGS
    for part in ((place or "").casefold(), *(part.strip() for part in (place or "").casefold().split("/"))):
        if part in names:
            return names[part]
    return None


def zone_of(country: str | None) -> str:
    """Return the time zone in which most people of a country live, or `NOWHERE`."""
    zones = get_global("territory_zones").get(country or "") or [NOWHERE]
    return _MOST_PEOPLE.get(country or "", zones[0])
