"""What a mentee wrote about a mentorship that was completed, after both agreed that it is shown."""

from dataclasses import dataclass
from datetime import date

MOST_STARS = 5
FEWEST_REVIEWS = 3
"""From how many reviews with stars on a mentor has a number."""


@dataclass(frozen=True, slots=True)
class Review:
    """One review, by the `number` of its issue, of the mentorship in `request`.

    `mentor` is a handle, and `mentee` a login, or empty where the mentee wants no name. `stars` are 0 where none were
    given, `recommend` is "yes", "partly", "no" or empty. `helped` are ids of skills and topics. `thanks`, `words` and
    the mentor's `answer` are plain text, as people wrote it.
    """

    number: int
    request: int
    mentor: str
    at: date
    mentee: str = ""
    stars: int = 0
    recommend: str = ""
    helped: tuple[str, ...] = ()
    thanks: str = ""
    words: str = ""
    answer: str = ""
