"""How many examples a property is tried with: few in every run, many where `make test-all` has the time."""

import os

MANY = "LODESTAR_MANY_EXAMPLES"
"""The variable that asks for many; `--exhaustive` sets it before any test is read."""


def examples(usual: int, many: int) -> int:
    """Return how many examples a property is tried with in this run."""
    return many if MANY in os.environ else usual
