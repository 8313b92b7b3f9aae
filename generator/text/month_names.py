"""What people write for months and days of the week in a language, without case and accents."""

from functools import cache
from typing import Literal
from unicodedata import combining, normalize

_DAY_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")


@cache
def month_numbers(language: str, short: bool = True) -> dict[str, int]:
    """Return the number of each month by its names, also the short ones if wished, 1 being January."""
    from babel.dates import get_month_names

    return {
        name: number
        for width in (("wide", "abbreviated") if short else ("wide",))
        for context in _CONTEXTS
        for number, written in get_month_names(width, context, locale=language).items()
        for name in _plain(written)
    }


@cache
def weekday_numbers(language: str, short: bool = False) -> dict[str, int]:
    """Return the number of each day of the week by its full names, also the short ones if wished, 0 being Monday."""
    from babel.dates import get_day_names

    return {
        name: number
        for width in _DAY_WIDTHS[: 2 if short else 1]
        for context in _CONTEXTS
        for number, written in get_day_names(width, context, locale=language).items()
        for name in _plain(written)
    }


def _plain(name: str) -> set[str]:
    """Return how a name is compared; Portuguese leaves "-feira" out as often as not."""
    folded = "".join(one for one in normalize("NFKD", name.casefold().rstrip(".")) if not combining(one))
    return {folded.replace("-", " "), folded.split("-")[0]}
