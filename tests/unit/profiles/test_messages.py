"""What people read of a problem: no values of a programming language, and one explanation for each code."""

import json
import re
from copy import deepcopy
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.problem import Problem
from generator.profiles.codes import EXPLANATIONS
from generator.profiles.rules.community import LIST_RULES
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.learner import LEARNER_RULES
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.rules.program import PROGRAM_RULES, ROADMAP_RULES, SETTINGS_RULES, VOCABULARY_RULES
from generator.profiles.shape import EXPLANATIONS as KEYWORDS
from generator.profiles.source import SourceFile
from generator.profiles.validate import validate
from generator.profiles.yaml_reader import read_plain
from generator.profiles.yaml_writer import yaml_text
from generator.text.catalogue import speaking
from tests.examples import examples
from tests.fakes.pseudo_language import OPEN, Pseudo
from tests.paths import SITES
from tests.unit.profiles.cases import CASES, problems_of

PYTHON = re.compile(
    r"\{'|\{\"|\bNone\b|\bTrue\b|\bFalse\b|\bdict\b|<class|\['\w|\bstr\b|\bint\b|object at 0x|\{[a-z_]+\}"
)
"""How values and types of Python look when they slip into a sentence, and a gap that nobody filled."""
CONTEXT = RuleContext(date(2026, 11, 21))
PROFILES = [
    read_plain(path.read_text(encoding="utf-8")) for path in sorted((SITES / "example" / "mentors").glob("*.yml"))
]
VALUES = st.sampled_from(
    [None, True, False, 0, 2.5, 10**9, "", "x", "y" * 2000, [], {}, {"a": 1}, [[]], [{"title": "x"}, {"title": "x"}], [1, 1], [True, True], [None, None]]
)  # fmt: skip


def _no_python(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert not PYTHON.search(problem.message), problem.message
        assert not PYTHON.search(problem.help), problem.help


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_no_example_shows_a_value_of_python(case) -> None:
    """The messages of every code's examples are words, whatever was written."""
    _no_python(problems_of(case)[0])


@given(st.data())
@settings(max_examples=examples(usual=50, many=1000))
def test_no_mutation_shows_a_value_of_python(data: st.DataObject) -> None:
    """Whatever a field of a real profile is replaced with, the messages stay words."""
    profile = deepcopy(data.draw(st.sampled_from(PROFILES)))
    for name in data.draw(st.lists(st.sampled_from(sorted(profile)), min_size=1, max_size=4)):
        value = profile.get(name)
        if isinstance(value, list) and value and data.draw(st.booleans()):
            value.append(deepcopy(data.draw(VALUES)))
        elif isinstance(value, dict) and data.draw(st.booleans()):
            value[data.draw(st.sampled_from([*value, "x"]))] = deepcopy(data.draw(VALUES))
        else:
            profile[name] = deepcopy(data.draw(VALUES))
    content = yaml.safe_dump(json.loads(json.dumps(profile)), allow_unicode=True)
    _no_python(validate(SourceFile("mentors/ada.yml", content.encode()), "mentor", MENTOR_RULES, CONTEXT).problems)


def test_every_code_that_is_used_has_its_one_explanation() -> None:
    """Rules and the schema's keywords use only codes that are explained."""
    listed = LIST_RULES.values()
    rules = (MENTOR_RULES, LEARNER_RULES, PROGRAM_RULES, ROADMAP_RULES, VOCABULARY_RULES, SETTINGS_RULES, *listed)
    used = {code for group in rules for code, _rule in group} | {code for _keyword, code, _explain in KEYWORDS}
    assert used <= set(EXPLANATIONS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_every_message_is_in_the_catalogue(case) -> None:
    """In another language nothing of a message or its help stays English."""
    with speaking(Pseudo()):
        for problem in problems_of(case)[0]:
            assert problem.message.startswith(OPEN)
            assert problem.help.startswith(OPEN)


def test_an_example_to_paste_reads_back() -> None:
    """What a message offers to paste is YAML that means the value."""
    for value in (True, 3, "17:00", ["a, b"], {"structure": "structured"}):
        assert read_plain(yaml_text({"x": value})) == {"x": value}
