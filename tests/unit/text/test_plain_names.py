"""Names of people stand in comments as words, whatever signs are in them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.text.markdown_escape import plain

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = st.text(
    st.sampled_from(list("@#*_`~<>[]()!|\\/:.&;=+- '\"’,\n\t1aGHwß中é\u202e\u200b")), max_size=40
) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ada Stern", "Ada Stern"),
        ("Zoë O’Neill-Ward", "Zoë O’Neill-\u2060Ward"),
        ("हिन्दी नाम", "हिन्दी नाम"),
        ("محمد علي", "محمد علي"),
        ("李小龙", "李小龙"),
        ("Tomasz (example)", "Tomasz (example)"),
        ("Dr. J. R.", "Dr. J. R."),
        ("@everyone", "everyone"),
        ("see #12", "see 12"),
        ("GH-12", "GH-\u206012"),
        ("www.evil.example", "www.\u2060evil.\u2060example"),
        ("[x](https://evil.example)", "x (https evil.\u2060example)"),
        ("- a list", "a list"),
        ("1. a list", "a list"),
        ("2) a list", "a list"),
        ("# a heading", "a heading"),
        ("***", ""),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_signs(name: str, written: str) -> None:
    """Letters of every script stay, signs that Markdown or GitHub would read fall away."""
    assert plain(name) == written


@given(HOSTILE)
def test_no_name_is_anything_but_text(name: str) -> None:
    """Alone on a line, in a sentence and in bold, a name is only text: no mention, link, reference, list or emphasis."""
    written = plain(name)
    for whole in (f"{written}, somebody asks", f"Ask {written}.", f"**{written} said yes.**"):
        tokens = _MARKDOWN.parse(whole)
        assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}, whole
        inner = {child.type for token in tokens for child in token.children or ()}
        assert inner <= {"text", "strong_open", "strong_close"}, (whole, inner)
    # What GitHub makes of bare words: mentions, references, addresses.
    assert not re.search(r"[@#<>`*_\[\]\\|~:/]|\bGH-\d|www\.\w", written)
