"""Email addresses and phone numbers in texts: what is found, and what only looks like one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.contact_details import find_email, find_phone
from tests.paths import TABLES

CASES = json.loads((TABLES / "contact-texts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["known"], ids=lambda case: case["text"])
def test_a_written_case_is_judged_as_written(case: dict[str, object]) -> None:
    """Each text of the table has contact details exactly when the table says so."""
    text = str(case["text"])
    assert case["contact"] is bool(find_email(text) or find_phone(text))


def test_cases_that_nobody_tuned_on_are_mostly_right() -> None:
    """Of the texts that were written before the detector, at least nine of ten are judged right."""
    held_out = CASES["held_out"]
    right = [case for case in held_out if case["contact"] is bool(find_email(case["text"]) or find_phone(case["text"]))]
    assert len(held_out) >= 20
    assert len(right) >= 0.9 * len(held_out)


@given(st.text(alphabet="a1 0+@().-/atdo\n", max_size=200))
def test_what_is_found_is_in_the_text(text: str) -> None:
    """Whatever the text, the search ends, and what it returns can be marked in the text."""
    for found in (find_email(text), find_phone(text)):
        assert found is None or (found and found in text)
