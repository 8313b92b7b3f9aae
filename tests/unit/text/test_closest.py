"""A misspelt word finds the one that was meant, and a word of its own finds none."""

import pytest

from generator.text.closest import misspelt

KNOWN = (
    "python", "react", "django", "javascript", "typescript", "accessibility", "artificialintelligence", "coaching", "automation",
    "opengl", "scipy", "stats", "compilers", "professor", "datavisualization",
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("pyhton", "python"), ("pyton", "python"), ("reactt", "react"), ("djnago", "django"), ("javasscript", "javascript"),
        ("tyepscript", "typescript"), ("accesibility", "accessibility"), ("artficialinteligence", "artificialintelligence"),
        ("compiler", "compilers"),
    ],
)  # fmt: skip
def test_slips_of_the_keyboard_are_seen(word: str, meant: str) -> None:
    """Swapped, doubled, missing and wrong letters of words that can hardly be another."""
    assert misspelt(word, KNOWN) == meant


@pytest.mark.parametrize(
    "word", ["caching", "automaton", "openal", "scapy", "stata", "processor", "virtualization", "pearl", "c", ""]
)
def test_another_word_is_no_misspelling(word: str) -> None:
    """Real words that differ from a known one by a letter are left alone."""
    assert misspelt(word, KNOWN) is None
