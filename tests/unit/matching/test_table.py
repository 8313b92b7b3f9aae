"""The table of matches that JavaScript runs too: one truth for both languages."""

import json

import pytest

from generator.matching.prepared import MatchContext
from generator.matching.ranking import explain, rank, reasons_against
from tests.paths import TABLES
from tests.unit.matching.pairs import basis_from, candidate_from, seeker_from

TABLE = json.loads((TABLES / "match.json").read_text(encoding="utf-8"))


def _basis(case: dict) -> MatchContext:
    return basis_from(
        TABLE["vocabularies"], case.get("today", TABLE["today"]), case.get("settings", {}), TABLE["languages"]
    )


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_pair_matches_as_the_table_says(case: dict) -> None:
    """Points, band, sentences, badges and reasons are those of the table; a case without reasons is let in."""
    basis = _basis(case)
    seeker, candidate = seeker_from(case["learner"], basis), candidate_from(TABLE["mentor"] | case["mentor"], basis)
    assert list(reasons_against(seeker, candidate, basis)) == case.get("reasons", [])
    match = explain(seeker, candidate, basis)
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
    basis = _basis(case)
    seeker = seeker_from(case["learner"], basis)
    candidates = [candidate_from(TABLE["mentor"] | mentor, basis) for mentor in case["mentors"]]
    for given in (candidates, candidates[::-1]):
        ranking = rank(seeker, given, basis)
        assert [candidate.mentor.github for candidate, _ in ranking.ranked] == case["ranked"]
        points = {candidate.mentor.github: score.points for candidate, score in ranking.ranked}
        assert points | case.get("points", {}) == points
        assert [one.candidate.mentor.github for one in ranking.gated] == case["gated"]
