"""Suggestions for words that no vocabulary has: 200 that people wrote elsewhere, each judged by hand."""

import csv

from generator.demo.words import read_vocabularies
from generator.model.vocabulary import KINDS
from generator.moving.terms import suggest
from tests.paths import TESTS

ROWS = tuple(csv.DictReader((TESTS / "tables" / "unknown_words.tsv").open(encoding="utf-8"), delimiter="\t"))
VOCABULARIES = read_vocabularies()


def test_suggestions_are_those_that_were_judged() -> None:
    """Each word gets the suggestion that its row names, or none; a word that became known since is left out."""
    for row in ROWS:
        if not any(VOCABULARIES.of_kind(kind).find(row["word"]) for kind in KINDS):
            suggestion = suggest(row["word"], VOCABULARIES)
            assert (suggestion[1] if suggestion else "") == row["suggestion"], row["word"]


def test_hardly_any_suggestion_is_wrong() -> None:
    """Every suggestion has a verdict, and at most three in a hundred are wrong."""
    suggested = [row for row in ROWS if row["suggestion"]]
    assert len(ROWS) == 200
    assert {row["verdict"] for row in suggested} <= {"right", "wrong"}
    assert sum(row["verdict"] == "wrong" for row in suggested) <= 0.03 * len(suggested)
