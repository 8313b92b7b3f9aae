"""How much a mentor's silence weighs: by who was left waiting, and by the mentor's signs of life. See docs/decisions/0017."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from generator.model.directory import Days

_ENOUGH = 2
"""How many requests without an answer pause a mentor."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A request that a mentor let expire, and when. `mentee` is the number of who waited.

    `newcomer` means that no mentor had ever answered them, and that their account was new. `changed` is the day on
    which the mentor had last changed their own profile, where that was lately.
    """

    number: int
    at: datetime
    mentee: int
    newcomer: bool = False
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class Silences:
    """A mentor's newest silences, oldest first, with no word of theirs since; `last_sign` is their last word before."""

    ends: tuple[Silence, ...] = ()
    last_sign: datetime | None = None

    def pauses(self, confirmed: date | None, days: Days, *more: Silence) -> bool:
        """Whether these silences, and more, pause the mentor; `confirmed` is the day in their profile.

        Two requests without an answer do. Where the mentor gave a sign of life lately, they must be of two
        people, and newcomers count for nothing: accounts are free, and someone may only want to see the mentor gone.
        """
        ends = {one.number: one for one in (*self.ends, *more)}.values()
        if len(ends) < _ENOUGH:
            return False
        changed = (_noon(one.changed) for one in ends)
        seen = [sign for sign in (self.last_sign, _noon(confirmed), *changed) if sign]
        newest = max(one.at for one in ends)
        if not seen or newest - max(seen) > timedelta(days=days.sign_of_life):
            return True
        return len({one.mentee for one in ends if not one.newcomer}) >= _ENOUGH


def is_newcomer(created: datetime | None, took_part: bool, sent: datetime | None, days: Days) -> bool:
    """Whether a request is of someone whose account was new when they sent it, and whom no mentor had ever answered."""
    return created is not None and sent is not None and not took_part and sent - created < timedelta(days=days.newcomer)


def in_order_of_time(found: Iterable[Silence]) -> tuple[Silence, ...]:
    """Return silences in the order of time."""
    return tuple(sorted(found, key=lambda one: (one.at, one.number)))


def _noon(day: date | None) -> datetime | None:
    return datetime.combine(day, time(12), UTC) if day else None
