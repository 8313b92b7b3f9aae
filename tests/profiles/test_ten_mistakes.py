"""The promise of the checker in one file: ten different mistakes, ten problems, one run."""

from pathlib import Path

from cases import problems_of

from generator.profiles.report import as_text

CASE = Path(__file__).parents[1] / "examples" / "ten-mistakes"


def test_ten_mistakes_are_ten_problems() -> None:
    """A file with ten different mistakes gets ten problems, each at its own place and with its own help."""
    problems, count = problems_of(CASE)
    assert as_text(problems, count) == (CASE / "expected.txt").read_text(encoding="utf-8")
    assert len(problems) == 10
    assert len({problem.code for problem in problems}) == 10
    assert len({(problem.line, problem.column) for problem in problems}) == 10
