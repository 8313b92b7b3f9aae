"""What is heard in a sentence: the table that both languages keep, and random sentences asked of both."""

import json
import random
import shutil
import subprocess
from dataclasses import asdict
from typing import Any

import pytest

from generator.ask.lexicon import Lexicon, index_of, lexicon_of, table_of
from generator.ask.read import read
from generator.demo.words import read_phrases, read_vocabularies
from tests.paths import ROOT, TESTS

CASES = json.loads((TESTS / "tables" / "ask.json").read_text(encoding="utf-8"))
RANDOM = 500


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The words of this repository."""
    return lexicon_of(read_vocabularies(), read_phrases())


def heard(sentence: str, lexicon: Lexicon) -> dict[str, Any]:
    """What was heard, as the table writes it: ids and values by part, without the empty parts."""
    asked = asdict(read(sentence, lexicon))
    named = {
        part: [one if isinstance(one, str) else one["value"] for one in found] for part, found in asked.items() if found
    }
    return {part: list(found) for part, found in named.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:40])
def test_a_sentence_is_heard_as_the_table_says(case: dict[str, Any], lexicon: Lexicon) -> None:
    """Each sentence of the table is heard as it says."""
    assert heard(case["sentence"], lexicon) == case["asked"]


def test_each_thing_is_heard_in_words_of_the_sentence(lexicon: Lexicon) -> None:
    """What is heard names the words it was heard in, exactly as they were typed."""
    for case in CASES:
        sentence = case["sentence"]
        for found in asdict(read(sentence, lexicon)).values():
            assert all((one if isinstance(one, str) else one["words"]) in sentence for one in found), sentence


def test_the_table_is_the_same_after_json(lexicon: Lexicon) -> None:
    """The table survives being written and read as JSON, which is how the browser gets it."""
    again = index_of(json.loads(json.dumps(table_of(read_vocabularies(), read_phrases()))))
    for case in CASES:
        assert read(case["sentence"], again) == read(case["sentence"], lexicon)


def test_a_directory_without_phrases_understands_its_labels() -> None:
    """Without files of phrases the labels and synonyms of the vocabulary are heard."""
    bare = lexicon_of(read_vocabularies(), {})
    assert heard("help me with node.js, not PHP", bare) == {"skills": ["nodejs"], "avoid": ["php"]}


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_browser_hears_the_same(lexicon: Lexicon) -> None:
    """Python and JavaScript hear the same in every sentence of the table and in hundreds of random ones."""
    draw = random.Random(20261121)
    known = [case["sentence"] for case in CASES]
    words = [word for sentence in known for word in sentence.split()]
    sentences = [*known, *(" ".join(draw.choices(words, k=draw.randint(1, 14))) for _ in range(RANDOM))]
    done = subprocess.run(
        ["node", str(ROOT / "tests/unit/js/ask-lines.mjs")],
        input="\n".join(json.dumps(line) for line in [lexicon.table, *sentences]),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    for sentence, line in zip(sentences, done.stdout.splitlines(), strict=True):
        assert json.loads(line) == json.loads(json.dumps(asdict(read(sentence, lexicon)))), sentence
