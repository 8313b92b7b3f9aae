"""Both ways to pair a cohort: what each promises holds on random cohorts, and on every run."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.matching.pairing.proposals import blocking_pairs
from generator.matching.pairing.prospects import Prospects
from generator.matching.pairing.solvers import SOLVERS, Pairing, best_total, paired, stable
from generator.model.cohort import Application
from generator.model.learner import Learner
from tests.unit.matching.cohorts import random_prospects

SEEDS = st.integers(0, 2**32)


def test_no_two_people_would_both_rather_have_each_other() -> None:
    """In a thousand random cohorts, the stable pairing leaves nobody who would leave for someone who wants them."""
    for seed in range(1000):
        prospects = random_prospects(seed)
        assert not list(blocking_pairs(prospects, stable(prospects))), seed


def test_a_blocking_pair_is_found() -> None:
    """Whoever is kept from a dearer mentor who would rather have them is named: the check above can fail."""
    prospects = _cohort([{0: 9000, 1: 5000}, {0: 1000, 1: 1000}], spots=(1, 1))
    assert list(blocking_pairs(prospects, {0: 1, 1: 0})) == [(0, 0)]
    assert not list(blocking_pairs(prospects, {0: 0, 1: 1}))


@pytest.mark.parametrize("seed", range(0, 300, 3))
def test_the_best_total_is_the_best_there_is(seed: int) -> None:
    """On small cohorts, no pairing that could be tried is worth more."""
    prospects = random_prospects(seed, most=6)
    pairing = best_total(prospects)
    assert sum(prospects.worth(i, j) for i, j in pairing.items() if i not in prospects.locked) == _highest(prospects)


def _highest(prospects: Prospects) -> int:
    """Try every pairing."""

    @cache
    def best_from(i: int, spots: tuple[int, ...]) -> int:
        if i == len(prospects.points):
            return 0
        without = best_from(i + 1, spots)
        taken = [
            prospects.worth(i, j) + best_from(i + 1, (*spots[:j], spots[j] - 1, *spots[j + 1 :]))
            for j in prospects.points[i]
            if spots[j]
        ]
        return max(without, *taken, 0)

    return best_from(0, prospects.spots)


@given(seed=SEEDS, solver=st.sampled_from(SOLVERS))
def test_nobody_gets_more_than_they_take_or_someone_they_cannot(seed: int, solver: str) -> None:
    """Spots are never exceeded, locks are kept, and only possible pairs are proposed."""
    prospects = random_prospects(seed)
    pairing = paired(prospects, solver)
    assert all(pairing[i] == j for i, j in prospects.locked.items())
    assert all(j in prospects.points[i] for i, j in pairing.items() if i not in prospects.locked)
    taken = Counter(j for i, j in pairing.items() if i not in prospects.locked)
    assert all(count <= prospects.spots[j] for j, count in taken.items())


@given(seed=SEEDS, solver=st.sampled_from(SOLVERS))
def test_nobody_is_left_out_beside_a_free_spot_that_fits(seed: int, solver: str) -> None:
    """Whoever has no mentor fits none who still has a spot."""
    prospects = random_prospects(seed)
    pairing = paired(prospects, solver)
    taken = Counter(j for i, j in pairing.items() if i not in prospects.locked)
    for i, row in enumerate(prospects.points):
        if i not in pairing:
            assert all(taken[j] >= prospects.spots[j] for j in row)


@given(seed=SEEDS, solver=st.sampled_from(SOLVERS))
def test_the_same_cohort_gets_the_same_pairs_in_any_order(seed: int, solver: str) -> None:
    """Runs repeat, and it is no use to be first in the file: equals are decided by a lot of the cohort's own."""
    prospects = random_prospects(seed)
    last = len(prospects.applications) - 1
    turned = Prospects(
        prospects.program,
        prospects.applications[::-1],
        prospects.mentors,
        prospects.spots,
        prospects.points[::-1],
        {last - i: j for i, j in prospects.locked.items()},
        prospects.vetoed,
    )
    assert _named(prospects, paired(prospects, solver)) == _named(turned, paired(turned, solver))


def _named(prospects: Prospects, pairing: Pairing) -> set[tuple[str, str]]:
    return {(prospects.applications[i].mentee, prospects.mentors[j]) for i, j in pairing.items()}


def test_another_cohort_draws_another_lot() -> None:
    """Between equals nobody wins in every cohort."""
    winners = set()
    for program in ("spring", "summer", "autumn", "winter", "spring-2", "summer-2"):
        prospects = _cohort([{0: 5000}, {0: 5000}], spots=(1,), program=program)
        winners.add(next(iter(stable(prospects))))
        assert stable(prospects) == best_total(prospects)
    assert winners == {0, 1}


def test_a_choice_comes_before_points() -> None:
    """In the stable pairing a mentee's first choice is dearer to them than a mentor with more points."""
    prospects = _cohort([{0: 3000, 1: 9000}], spots=(1, 1), choices=("mentor-0",))
    assert stable(prospects) == {0: 0}
    assert best_total(prospects) == {0: 1}


def _cohort(
    points: list[dict[int, int]], spots: tuple[int, ...], choices: tuple[str, ...] = (), program: str = "spring"
) -> Prospects:
    return Prospects(
        program,
        tuple(Application(f"mentee-{i}", Learner(), choices=choices) for i in range(len(points))),
        tuple(f"mentor-{j}" for j in range(len(spots))),
        spots,
        tuple(points),
        {},
        frozenset(),
    )
