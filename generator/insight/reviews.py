"""What published reviews add up to for each mentor: a number once there are some, and what mentees say they were helped with."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.review import FEWEST_REVIEWS, Review

AVERAGE_REVIEWS = 5
"""A mentor's number is counted as if so many more mentees had given the community's average."""


@dataclass(frozen=True, slots=True)
class MentorReviews:
    """One mentor's published reviews, the newest first. `rating` is None before there are enough with stars.

    `helped` are ids of skills and topics with how many reviews name each, the most often named first.
    """

    reviews: tuple[Review, ...]
    starred: int = 0
    rating: float | None = None
    helped: tuple[tuple[str, int], ...] = ()


def reviews_by_mentor(reviews: Iterable[Review]) -> Mapping[str, MentorReviews]:
    """Return what there is about each mentor, by handle."""
    found: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        found[review.mentor].append(review)
    every = [one.stars for ones in found.values() for one in ones if one.stars]
    average = sum(every) / len(every) if every else 0.0
    return {handle: _added_up(ones, average) for handle, ones in sorted(found.items())}


def drawn_rating(stars: Iterable[int], average: float) -> float | None:
    """Return the mean of the stars and `AVERAGE_REVIEWS` times the average: few reviews stay close to it. None for too few.

    One very good review is luck more often than it is merit, and so is one bad one.
    """
    stars = [*stars]
    if len(stars) < FEWEST_REVIEWS:
        return None
    return (sum(stars) + AVERAGE_REVIEWS * average) / (len(stars) + AVERAGE_REVIEWS)


def _added_up(reviews: list[Review], average: float) -> MentorReviews:
    stars = [one.stars for one in reviews if one.stars]
    helped = Counter(term for one in reviews for term in dict.fromkeys(one.helped))
    return MentorReviews(
        reviews=tuple(sorted(reviews, key=lambda one: (one.at, one.number), reverse=True)),
        starred=len(stars),
        rating=drawn_rating(stars, average),
        helped=tuple(sorted(helped.items(), key=lambda one: (-one[1], one[0]))),
    )
