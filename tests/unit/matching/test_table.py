"""The table of matches that JavaScript runs too: one truth for both languages."""

import json
from collections.abc import Iterator

import pytest

from generator.matching.prepared import MatchContext
from generator.matching.ranking import explain, rank, reasons_against
from tests.paths import TABLES
from tests.unit.matching.finder import Ask, finder, question
from tests.unit.matching.pairs import match_context, prepared_mentee, prepared_mentor

TABLE = json.loads((TABLES / "match.json").read_text(encoding="utf-8"))


def _context(case: dict) -> MatchContext:
    return match_context(
        TABLE["vocabularies"], case.get("today", TABLE["today"]), case.get("settings", {}), TABLE["languages"]
    )


@pytest.fixture(scope="module")
def ask_finder() -> Iterator[Ask]:
    """The site's finder, waiting for questions."""
    with finder() as ask:
        yield ask


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_pair_matches_as_the_table_says(case: dict) -> None:
    """Points, band, sentences, badges and reasons are those of the table; a case without reasons is let in."""
    context = _context(case)
    mentee, mentor = (
        prepared_mentee(case["learner"], context),
        prepared_mentor(TABLE["mentor"] | case["mentor"], context),
    )
    assert list(reasons_against(mentee, mentor, context)) == case.get("reasons", [])
    match = explain(mentee, mentor, context)
    parts = {part.signal: [part.points, part.of, part.sentence] for part in match.parts}
    if "points" in case:
        assert match.score.points == (
            case["points"] if case["points"] is None else pytest.approx(case["points"], abs=0.001)
        )
    for name, expected in case.get("signals", {}).items():
        assert parts[name] == [
            pytest.approx(expected[0], abs=0.001),
            pytest.approx(expected[1], abs=0.001),
            expected[2],
        ]
    found = {
        "stated": match.score.stated, "band": match.score.band, "can_help_with": list(match.can_help_with),
        "not_offered": list(match.not_offered), "unstated": list(match.unstated),
    }  # fmt: skip
    assert {name: found[name] for name in found if name in case} == {name: case[name] for name in found if name in case}
    assert bool(parts) == (match.score.points is not None)


@pytest.mark.parametrize("case", TABLE["orders"], ids=lambda case: case["name"])
def test_mentors_are_ranked_as_the_table_says(case: dict) -> None:
    """The order is that of the table, whatever the order in which mentors are given."""
    context = _context(case)
    mentee = prepared_mentee(case["learner"], context)
    mentors = [prepared_mentor(TABLE["mentor"] | mentor, context) for mentor in case["mentors"]]
    for given in (mentors, mentors[::-1]):
        ranking = rank(mentee, given, context)
        assert [mentor.profile.github for mentor, _ in ranking.ranked] == case["ranked"]
        points = {mentor.profile.github: score.points for mentor, score in ranking.ranked}
        assert points | case.get("points", {}) == points
        assert [one.mentor.profile.github for one in ranking.ineligible] == case["gated"]


@pytest.mark.parametrize("case", TABLE["orders"], ids=lambda case: case["name"])
def test_the_site_ranks_as_the_table_says(case: dict, ask_finder: Ask) -> None:
    """What the site's build and its finder do together gives the table's order, points and reasons."""
    people = [TABLE["mentor"] | mentor for mentor in case["mentors"]]
    answer = ask_finder(question(case["learner"], people, _context(case)))
    assert [match["github"] for match in answer["ranked"]] == case["ranked"]
    points = {match["github"]: match["points"] for match in answer["ranked"]}
    assert points | case.get("points", {}) == points
    assert sorted(github for github, reasons in answer["reasons"].items() if reasons) == case["gated"]
