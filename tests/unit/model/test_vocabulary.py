"""The community's words: how spellings find their term, and how much of what people write is known."""

import csv

import pytest

from generator.app.check import check_root
from generator.model.vocabulary import KINDS, Term, Vocabulary, fold
from tests.paths import ROOT


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Node.js", "nodejs", True), ("front-end", "Front End", True), ("C", "C++", False), ("C", "C#", False), ("C++", "C#", False),
        ("ＰＹＴＨＯＮ", "python", True), ("Ełk", "elk", False), ("日本語", "日本語", True), ("straße", "STRASSE", True),
    ],
)  # fmt: skip
def test_folding_joins_spellings_and_keeps_languages_apart(one: str, other: str, same: bool) -> None:
    """Case, width and punctuation do not make a word another one; a plus or a sharp does."""
    assert (fold(one) == fold(other)) is same


def test_a_word_finds_its_term_by_any_spelling() -> None:
    """Ids, labels and synonyms all lead to the term, and an unknown word to nothing."""
    words = Vocabulary.of(
        (
            Term("react", "React", ("ReactJS",)),
            Term("javascript", "JavaScript", ("js",), (), ()),
            Term("vue", "Vue", (), ("javascript",)),
        )
    )
    assert [words.find(word) for word in ("reactjs", "React", "JS", "cobol")] == ["react", "react", "javascript", None]
    assert words.narrower("javascript") == ("vue",)
    assert words.label("cobol") == "cobol"


def _uses() -> list[tuple[str, int]]:
    path = ROOT / "tests" / "tables" / "real_tags.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["tag"], int(row["uses"])) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(("least", "share"), [(3, 0.95), (2, 0.85)])
def test_real_words_are_known(least: int, share: float, today) -> None:
    """Of the uses of words that people wrote at least so often, the vocabulary knows at least this share."""
    directory = check_root(ROOT, today).directory
    assert directory
    counted = [(tag, uses) for tag, uses in _uses() if uses >= least]
    known = sum(uses for tag, uses in counted if any(directory.vocabularies.of_kind(kind).find(tag) for kind in KINDS))
    assert sum(uses for _, uses in counted) > 2000
    assert known / sum(uses for _, uses in counted) >= share
