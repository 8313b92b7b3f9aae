"""The fixed words of the sentences about a match; `site/assets/match/choices.js` has the same."""

from collections.abc import Iterable

COMMITMENT_WORDS = {
    "15m": "~15 minutes/month",
    "30m": "~30 minutes/month",
    "1h": "~1 hour/month",
    "2h": "~2 hours/month",
}
_UNHYPHENATED = {
    "ad-hoc-qa": "ad-hoc Q&A",
    "long-term": "long-term",
    "project-focused": "project-focused",
    "one-to-many": "one-to-many",
    "near-peer": "near-peer",
    "mid": "mid-level",
}
"""Choices whose words are not simply those of their id with spaces."""


def choice(value: str) -> str:
    """Write a choice of a file inside a sentence: "project-help" is "project help"."""
    return _UNHYPHENATED.get(value) or value.replace("-", " ")


def choices(values: Iterable[str]) -> list[str]:
    """Write several choices."""
    return [choice(value) for value in values]


def number(value: float) -> str:
    """Write a number with at most two digits after the point, and without those that say nothing."""
    return f"{hundredths(value):.2f}".rstrip("0").rstrip(".")


def counted(count: int, noun: str) -> str:
    """Write a count with its noun: "1 step", "3 steps"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def hundredths(value: float) -> float:
    """Round to two digits as JavaScript can, too: a half goes up."""
    return int(value * 100 + 0.5) / 100
