"""How a community is doing, counted from its public requests alone. Nobody is named anywhere in it."""

from dataclasses import dataclass
from datetime import date

FEWEST = 5
"""No rate and no middle value is shown for fewer than so many; plain counts may be smaller."""

WAITS = (0, 1, 2, 4, 7, 14)
"""The last day of each span in which first answers are counted: the same day, one, two, three to four, ..."""


@dataclass(frozen=True, slots=True)
class Month:
    """The requests that were sent in one month, by what became of them so far; `first` is its first day."""

    first: date
    yes: int = 0
    no: int = 0
    unanswered: int = 0
    open: int = 0

    @property
    def sent(self) -> int:
        """All of them."""
        return self.yes + self.no + self.unanswered + self.open


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What mentees said after completed mentorships, in numbers.

    Of all `reviews`, `told` say whether they would recommend the mentor, and `recommended` that they would. `starred`
    have stars, and `satisfied` at least four of five.
    """

    reviews: int = 0
    told: int = 0
    recommended: int = 0
    starred: int = 0
    satisfied: int = 0


@dataclass(frozen=True, slots=True)
class Pulse:
    """What the requests of the last year add up to. Days are whole or parts of days.

    `sent` are all requests, `asked` those in which a mentor was notified, `answered` those whose mentor wrote anything.
    `unanswered` ended without, and `waits` counts first answers by `WAITS`, with what took longer at the end.
    `usual_wait` and `usual_match` are the middle of the days to the first answer, and from sending to the yes; None
    where fewer than `FEWEST` are known. `matched` found a mentor. Of those that are mentorships, `begun` began, `old`
    began so long ago that most people know how it goes and `lasting` of these still run or were completed.
    `completed` and `ended` have ended. `checked_in` mentorships shared news or a goal in their thread.
    `satisfaction` is what mentees said about it at the end.
    """

    since: date
    sent: int = 0
    asked: int = 0
    answered: int = 0
    unanswered: int = 0
    waits: tuple[int, ...] = (0,) * (len(WAITS) + 1)
    usual_wait: float | None = None
    matched: int = 0
    usual_match: float | None = None
    mentorships: int = 0
    begun: int = 0
    old: int = 0
    lasting: int = 0
    completed: int = 0
    ended: int = 0
    checked_in: int = 0
    months: tuple[Month, ...] = ()
    satisfaction: Satisfaction = Satisfaction()
