"""Scripts that put no spaces between words are read alike in both languages."""

import re

from generator.ask import words
from tests.paths import ROOT

SCRIPT = ROOT / "generator" / "site" / "assets" / "search" / "tokenize.js"


def test_both_languages_know_the_same_characters() -> None:
    """The ranges of characters without spaces are those of the browser, one by one."""
    written = re.search(r"const WITHOUT_SPACES =\n(.*?);", SCRIPT.read_text(encoding="utf-8"), re.DOTALL)
    assert written
    browser = re.findall(r"\\\\u(?:\{([0-9A-F]+)\}|([0-9A-F]{4}))", written[1])
    assert [int(long or short, 16) for long, short in browser] == [ord(sign) for sign in words.UNSPACED if sign != "-"]


def test_each_such_character_is_a_word_and_what_is_left_is_joined() -> None:
    """A phrase is found inside a run, and characters that follow each other become one text again."""
    found = words.words_of("我想学Python 太郎")[1]
    assert [word.key for word in found] == ["我", "想", "学", "python", "太", "郎"]
    assert words.joined_signs(found) == ["我想学", "Python", "太郎"]
