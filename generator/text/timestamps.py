"""Moments as GitHub writes them, "2026-11-21T12:00:00Z": the one writer, and the one reader."""

from datetime import UTC, datetime

YEARS = range(1970, 3000)
"""Moments of other years come from broken files. In these, every sum of days that we make stays a date."""


def write_time(at: datetime) -> str:
    """Write a moment in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_time(text: str) -> datetime:
    """Read a moment, in UTC where it names no zone; raise ValueError or TypeError for anything else."""
    at = datetime.fromisoformat(text)
    if at.year not in YEARS:
        raise ValueError(f"{at:%Y-%m-%d} is in no year of ours")
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
