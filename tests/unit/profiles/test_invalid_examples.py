"""The folder tests/examples/invalid is the registry of mistakes: one folder a code, one folder a case.

A case is laid over tests/examples/base and checked as a whole directory; expected.txt holds every word
that `lodestar check` then prints. To add a case, add its files and run `python -m tests.unit.profiles.write_expected`.
"""

from pathlib import Path

import pytest

from generator.profiles.codes import codes
from generator.profiles.report import as_text
from generator.profiles.rules.community import LIST_RULES
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.rules.program import PROGRAM_RULES, ROADMAP_RULES, SETTINGS_RULES, VOCABULARY_RULES
from generator.profiles.rules.story import STORY_RULES
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
    assert case.parent.name in {problem.code for problem in problems}, "is its rule in one of the tables of rules?"


def test_every_code_has_a_case() -> None:
    """No problem can be reported that the examples do not show, and no example shows an unknown one."""
    shown = {case.parent.name for case in CASES}
    assert set() == set(codes()) - shown, "add an example to tests/examples/invalid/<code>/"
    assert set() == shown - set(codes()), "add the code to EXPLANATIONS in codes.py"


def test_every_code_says_what_why_and_how() -> None:
    """Each code's explanation has a sentence on what is wrong and a paragraph on how to fix it."""
    for code, text in codes().items():
        first, _, rest = text.partition("\n\n")
        assert first.endswith("."), code
        assert len(rest) > 30, code


def test_every_rule_is_explained() -> None:
    """A rule whose code has no explanation would be missing from the reference, and no example would be asked for."""
    tables = (
        MENTOR_RULES,
        PROGRAM_RULES,
        ROADMAP_RULES,
        VOCABULARY_RULES,
        SETTINGS_RULES,
        STORY_RULES,
        *LIST_RULES.values(),
    )
    assert set() == {code for rules in tables for code, _ in rules} - set(codes()), "add it to EXPLANATIONS in codes.py"
