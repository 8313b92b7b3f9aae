"""Turn possible pairs into a pairing: the stable one, or the one with the best total. The only importer of scipy.

The stable one is deferred acceptance (Gale and Shapley 1962, with capacities as in Roth 1984), in which mentees
propose. Decision 0035 says why it is written here.
"""

from collections import Counter
from heapq import heappush, heappushpop

from generator.matching.pairing.prospects import Prospects
from generator.model.errors import CallError
from generator.text.catalogue import _

Pairing = dict[int, int]
"""The mentor of each application that has one, both by their place in the prospects. Locks are among them."""

SOLVERS = ("stable", "best-total")


def paired(prospects: Prospects, solver: str) -> Pairing:
    """Pair a cohort by one of `SOLVERS`."""
    return stable(prospects) if solver == "stable" else best_total(prospects)


def stable(prospects: Prospects) -> Pairing:
    """Pair so that nobody finds someone better who would rather have them, and as well for mentees as that allows.

    Each proposes to the dearest mentor who has not refused yet; a mentor keeps the dearest of all who proposed.
    """
    wishes = [iter(wish) for wish in prospects.wishes]
    kept: list[list[tuple[tuple[int, ...], int]]] = [[] for _mentor in prospects.mentors]
    waiting = list(range(len(wishes) - 1, -1, -1))
    while waiting:
        i = waiting.pop()
        for j in wishes[i]:
            if not prospects.spots[j] > 0:
                continue
            # The heap's first is the one whom this mentor would let go first.
            proposal = (tuple(-part for part in prospects.standing(i, j)), i)
            if len(kept[j]) < prospects.spots[j]:
                heappush(kept[j], proposal)
                break
            refused = heappushpop(kept[j], proposal)[1]
            if refused != i:
                waiting.append(refused)
                break
    return dict(prospects.locked) | {i: j for j, some in enumerate(kept) for _standing, i in some}


def best_total(prospects: Prospects) -> Pairing:
    """Pair so that the worth of all pairs together is the highest there is; the cohort's lot decides between equals."""
    try:
        import numpy
        from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]
    except ImportError:
        raise CallError(
            _("The best total needs one more package. Install it with: pip install 'lodestar-mentors[pair]'")
        ) from None
    wanted_by = Counter(j for row in prospects.points for j in row)
    spot_of = [j for j, wanted in sorted(wanted_by.items()) for _spot in range(min(prospects.spots[j], wanted))]
    first_spot = {j: column for column, j in reversed(list(enumerate(spot_of)))}
    # What is no possible pair is worth nothing, so being "paired" that way is being left out.
    worth = numpy.zeros((len(prospects.points), len(spot_of)))
    for i, row in enumerate(prospects.points):
        for j in row:
            if j in first_spot:
                columns = slice(first_spot[j], first_spot[j] + min(prospects.spots[j], wanted_by[j]))
                worth[i, columns] = prospects.worth(i, j) + _less_than_one(prospects, i, j)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    chosen = zip(rows.tolist(), columns.tolist(), strict=True)
    return dict(prospects.locked) | {i: spot_of[column] for i, column in chosen if worth[i, column]}


def _less_than_one(prospects: Prospects, i: int, j: int) -> float:
    """The lot as a fraction so small that all together make less than the least difference in worth."""
    return (1 - prospects.lot(i, j) / 2**16) / (len(prospects.points) + 1)
