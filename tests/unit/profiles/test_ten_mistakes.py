"""The promise of the checker in one file: ten different mistakes, ten problems, one run."""

from generator.profiles.report import as_text
from tests.paths import EXAMPLES
from tests.unit.profiles.cases import problems_of

CASE = EXAMPLES / "ten-mistakes"


def test_ten_mistakes_are_ten_problems() -> None:
    """A file with ten different mistakes gets ten problems, each at its own place and with its own help."""
    problems, count = problems_of(CASE)
    assert as_text(problems, count) == (CASE / "expected.txt").read_text(encoding="utf-8")
    assert len(problems) == 10
    assert len({problem.code for problem in problems}) == 10
    assert len({(problem.line, problem.column) for problem in problems}) == 10
