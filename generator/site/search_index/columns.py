"""Write columns of small numbers as text that gzip makes very small; columns.js reads them back.

A number is one character, counted from '#': the first after the quotation mark, which JSON would
have to escape. A character a number leaves gzip nothing to do but to give frequent ones fewer bits.
"""

from collections.abc import Iterable
from itertools import chain, pairwise

FIRST = ord("#")
LARGEST = 0xD7FF - FIRST
"""The largest number with a character of its own: beyond lie halves of characters, which no text may hold."""

DIGITS = 46
"""Gaps count in this base, so that last digits and digits before them share the 92 printable characters."""


def write_numbers(numbers: Iterable[int]) -> str:
    """Write each number from 0 to `LARGEST` as one character."""
    return "".join([chr(FIRST + number) for number in numbers])


def write_positions(ascending: Iterable[int]) -> str:
    """Write ascending positions as the gaps between them, each in base `DIGITS`, its last digit told apart.

    The gap counts the positions left out, so neighbours have none: 0, 1, 2 is "###".
    """
    gaps = [after - before - 1 for before, after in pairwise(chain((-1,), ascending))]
    return "".join([_SHORT[gap] if gap < len(_SHORT) else _gap(gap) for gap in gaps])


def _gap(gap: int) -> str:
    written = chr(FIRST + gap % DIGITS)
    while gap := gap // DIGITS:
        written = chr(FIRST + DIGITS + gap % DIGITS) + written
    return written


_SHORT = tuple(_gap(gap) for gap in range(DIGITS * DIGITS))
