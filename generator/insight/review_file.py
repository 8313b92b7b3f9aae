"""Write reviews as the lines of `activity.json`, and read them back."""

from dataclasses import asdict
from datetime import date
from typing import Any

from generator.model.review import MOST_STARS, Review

_RECOMMENDS = ("", "yes", "partly", "no")
_TEXTS = ("mentee", "thanks", "words", "answer")


def review_fields(review: Review) -> dict[str, Any]:
    """Return what a review says, without what was left open."""
    stated = {name: value for name, value in asdict(review).items() if value}
    return {**stated, "at": review.at.isoformat(), **({"helped": list(review.helped)} if review.helped else {})}


def read_reviews(stored: Any) -> tuple[Review, ...]:
    """Read what `review_fields` wrote; raise TypeError or ValueError where it is something else."""
    if type(stored) is not list:
        raise TypeError
    return tuple(map(_read, stored))


def _read(stored: Any) -> Review:
    if not isinstance(stored, dict):
        raise TypeError
    stars, recommend = stored.get("stars", 0), stored.get("recommend", "")
    helped = stored.get("helped", [])
    texts = {name: stored.get(name, "") for name in _TEXTS}
    words = (stored.get("mentor"), *texts.values(), *helped)
    numbers = (stored.get("number"), stored.get("request"), stars)
    if any(type(one) is not str for one in words) or any(type(one) is not int or one < 0 for one in numbers):
        raise TypeError
    if stars > MOST_STARS or recommend not in _RECOMMENDS:
        raise ValueError
    return Review(
        number=stored["number"],
        request=stored["request"],
        mentor=stored["mentor"],
        at=date.fromisoformat(stored.get("at", "")),
        stars=stars,
        recommend=recommend,
        helped=tuple(helped),
        **texts,
    )
