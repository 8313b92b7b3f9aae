"""Numbers and lists inside sentences, in the spoken language. A number with its noun is `ngettext`'s work.

The nouns that nearly every page counts are here, so that translators meet each of them once.
"""

from collections.abc import Sequence

from generator.text.catalogue import cache_by_language, locale, ngettext, number

__all__ = [
    "days",
    "hours",
    "hundredths",
    "listed",
    "mentors",
    "minutes",
    "number",
    "requests",
    "rounded",
    "spots",
    "years",
]


def rounded(value: float) -> str:
    """Write a number with at most two digits after the point, and without those that say nothing."""
    return number(hundredths(value))


def hundredths(value: float) -> float:
    """Round to two digits as JavaScript can, too: a half goes up."""
    return int(value * 100 + 0.5) / 100


def listed(parts: Sequence[str]) -> str:
    """Join parts as in a sentence: "a, b and c"."""
    return _listed(tuple(parts)) if len(parts) > 1 else "".join(parts)


def either(parts: Sequence[str]) -> str:
    """Join parts that are a choice: "a, b or c"."""
    return _either(tuple(parts)) if len(parts) > 1 else "".join(parts)


@cache_by_language
def _either(parts: tuple[str, ...]) -> str:
    from babel.lists import format_list

    return format_list(parts, style="or", locale="en_GB" if locale().language == "en" else locale())


@cache_by_language
def _listed(parts: tuple[str, ...]) -> str:
    from babel.lists import format_list

    # English as in Great Britain: no comma before the last "and".
    return format_list(parts, locale="en_GB" if locale().language == "en" else locale())


def minutes(count: float) -> str:
    """Count minutes: "1 minute", "45 minutes"."""
    return ngettext("{count} minute", "{count} minutes", count)


def hours(count: float) -> str:
    """Count hours: "1 hour", "1.5 hours"."""
    return ngettext("{count} hour", "{count} hours", count)


def days(count: float) -> str:
    """Count days: "1 day", "3 days"."""
    return ngettext("{count} day", "{count} days", count)


def years(count: float) -> str:
    """Count years: "1 year", "12 years"."""
    return ngettext("{count} year", "{count} years", count)


def mentors(count: float) -> str:
    """Count mentors: "1 mentor", "1,250 mentors"."""
    return ngettext("{count} mentor", "{count} mentors", count)


def requests(count: float) -> str:
    """Count requests: "1 request", "3 requests"."""
    return ngettext("{count} request", "{count} requests", count)


def spots(count: float) -> str:
    """Count what a mentor or a program has free: "1 spot", "2 spots"."""
    return ngettext("{count} spot", "{count} spots", count)
