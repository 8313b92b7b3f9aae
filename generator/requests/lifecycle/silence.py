"""How much a mentor's silence weighs: by who was left waiting, and by the mentor's signs of life. See docs/decisions/0017."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from generator.model.directory import Days

_ENOUGH = 2
"""How many requests without an answer pause a mentor who was there lately."""
_LONGER = 3
"""How many times longer each further pause is, as long as nothing is heard of the mentor."""
_LONGEST = 365


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
        """Whether these silences, and more, pause the mentor; `confirmed` is the day in their profile."""
        return self.paused_days(confirmed, days, *more) > 0

    def paused_days(self, confirmed: date | None, days: Days, *more: Silence) -> int:
        """Return for how many days these silences, and more, pause the mentor: longer each time, 0 for not at all."""
        ends = in_order_of_time({one.number: one for one in (*self.ends, *more)}.values())
        length, over = 0, None
        for number, one in enumerate(ends, 1):
            if (over is None or one.at > over) and self._pause(ends[:number], confirmed, days):
                # Another pause begins only after the one before.
                length = min(length * _LONGER or days.pause_after_silence, _LONGEST)
                over = one.at + timedelta(days=length)
        return length

    def _pause(self, ends: Sequence[Silence], confirmed: date | None, days: Days) -> bool:
        """Whether silences pause a mentor.

        One does where there was no sign of life for long, and two do in any case. Where the mentor gave a sign of
        life lately, they must be of two people, and newcomers count for nothing: accounts are free, and someone may
        only want to see the mentor gone.
        """
        if not ends:
            return False
        changed = (_noon(one.changed) for one in ends)
        seen = [sign for sign in (self.last_sign, _noon(confirmed), *changed) if sign]
        newest = max(one.at for one in ends)
        if not seen or newest - max(seen) > timedelta(days=days.sign_of_life):
            return len(ends) >= _ENOUGH or any(not one.newcomer for one in ends)
        return len({one.mentee for one in ends if not one.newcomer}) >= _ENOUGH


def is_newcomer(created: datetime | None, took_part: bool, sent: datetime | None, days: Days) -> bool:
    """Whether a request is of someone whose account was new when they sent it, and whom no mentor had ever answered."""
    return created is not None and sent is not None and not took_part and sent - created < timedelta(days=days.newcomer)


def in_order_of_time(found: Iterable[Silence]) -> tuple[Silence, ...]:
    """Return silences in the order of time."""
    return tuple(sorted(found, key=lambda one: (one.at, one.number)))


def _noon(day: date | None) -> datetime | None:
    return datetime.combine(day, time(12), UTC) if day else None
