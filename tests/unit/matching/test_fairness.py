"""Nobody is always on top, and nobody gains by saying less."""

from datetime import date, timedelta

from generator.matching.ranking import rank
from tests.unit.matching.pairs import match_context, prepared_mentee, prepared_mentor

PEOPLE = [
    {
        "github": f"mentor-{number}", "skills": ["python"], "languages": ["en"], "timezone": "UTC", "commitment": "1h", "capacity": 1,
        "availability": "open", "openings": 1,
    }
    for number in range(6)
]  # fmt: skip
NO_WORDS: dict[str, list[dict]] = {"skills": [], "topics": []}


def _order(on: date, wanted: str = "python", people: list[dict] = PEOPLE) -> list[str]:
    context = match_context(NO_WORDS, on.isoformat(), {}, {})
    ranking = rank(
        prepared_mentee({"want": [{"skill": wanted}]}, context),
        [prepared_mentor(one, context) for one in people],
        context,
    )
    return [mentor.profile.github for mentor, _ in ranking.ranked]


def test_equals_take_turns() -> None:
    """In a year each of six equals is first about as often as every other, and the order of a day never changes."""
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    first = [_order(day)[0] for day in days]
    assert all(35 <= first.count(one["github"]) <= 90 for one in PEOPLE)
    assert _order(days[0]) == _order(days[0], people=PEOPLE[::-1])


def test_requests_spread() -> None:
    """Somebody for whom people wait comes after equals for whom nobody waits, on every day."""
    people = [PEOPLE[0] | {"openings": 3, "pending": 1}, *PEOPLE[1:]]
    for number in range(30):
        assert _order(date(2026, 1, 1) + timedelta(days=number), people=people)[-1] == "mentor-0"
