"""The folder tests/examples/invalid is the registry of mistakes: one folder a code, one folder a case.

A case is laid over tests/examples/base and checked as a whole directory; expected.txt holds every word
that `lodestar check` then prints. To add a case, add its files and run `python tests/profiles/write_expected.py`.
"""

from pathlib import Path

import pytest

from generator.profiles.codes import codes
from generator.profiles.report import as_text
from tests.unit.profiles.cases import CASES, problems_of


def _name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_mistake_is_reported_word_for_word(case: Path) -> None:
    """Each mistake prints exactly the message, place and help that its case promises."""
    problems, count = problems_of(case)
    assert as_text(problems, count) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_case_shows_its_own_code(case: Path) -> None:
    """A case lies in the folder of a code that it really produces."""
    problems, _ = problems_of(case)
    assert case.parent.name in {problem.code for problem in problems}


def test_every_code_has_a_case() -> None:
    """No problem can be reported that the examples do not show, and no example shows an unknown one."""
    assert {case.parent.name for case in CASES} == set(codes())


def test_every_code_says_what_why_and_how() -> None:
    """Each code's explanation has a sentence on what is wrong and a paragraph on the cure."""
    for code, text in codes().items():
        first, _, rest = text.partition("\n\n")
        assert first.endswith("."), code
        assert len(rest) > 30, code
