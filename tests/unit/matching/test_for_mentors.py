"""The same match told to mentors: one table for both languages."""

import json

import pytest

from generator.matching.for_mentors import against, fitting_mentees, told
from tests.paths import TABLES
from tests.unit.matching.pairs import match_context, prepared_mentee, prepared_mentor

BASE = json.loads((TABLES / "match.json").read_text(encoding="utf-8"))
TABLE = json.loads((TABLES / "for-mentors.json").read_text(encoding="utf-8"))
CONTEXT = match_context(BASE["vocabularies"], BASE["today"], {}, BASE["languages"])


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_mentor_reads_what_the_table_says(case: dict) -> None:
    """Reasons and obstacles are those of the table, told to the mentor."""
    mentee = prepared_mentee(case["learner"], CONTEXT)
    mentor = prepared_mentor(BASE["mentor"] | case.get("mentor", {}), CONTEXT)
    assert list(against(mentee, mentor, CONTEXT)) == case.get("against", [])
    if "told" in case:
        assert list(told(mentee, mentor, CONTEXT)) == case["told"]


@pytest.mark.parametrize("case", TABLE["orders"], ids=lambda case: case["name"])
def test_mentees_come_in_the_order_of_the_table(case: dict) -> None:
    """Who fits best comes first, and who wants something else is left out."""
    mentor = prepared_mentor(BASE["mentor"] | case["mentor"], CONTEXT)
    mentees = [(handle, prepared_mentee(fields, CONTEXT)) for handle, fields in case["mentees"].items()]
    assert [handle for handle, _fit in fitting_mentees(mentor, mentees, CONTEXT)] == case["fitting"]
