"""People's words that the bot repeats stay words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.text.markdown_escape import COLUMNS, MOST_LINES, block, code

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

NASTY = [
    "@ada-l", "@org/team", "#12", "owner/repo#1", "![x](https://evil.example/p.png)", "[x](javascript:alert(1))", "<img src=x onerror=y>",
    "<!-- hidden -->", "# heading", "### Mentor", "```", "````text", "~~~", "`", "``", "` @ada `", "|", "\\|", "a | b | @c", "> quote", "- [x] done",
    "1. one", "---", "https://evil.example", "www.evil.example", "[ref]: https://evil.example", "&lt;b&gt;", "\\", "\\`", "$x$", "\u202egnp.exe", "\u200b", "\x00", "\r", "\n",
    "\u2028", "\ud800", "\ufeff", "    indented", "\tindented", "</code>", "</pre>", "|---|", "fixes #1", "🙂", "語" * 50, "می‌خواهم",
]  # fmt: skip
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*NASTY, " ", "\n", "\n\n", "a"]), max_size=30).map("".join),
    st.text(alphabet="`~|@#\\ \n\t<>-[]()!a", max_size=120),
)
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


@given(texts)
def test_a_word_in_a_sentence_stays_one_piece_of_code(text: str) -> None:
    """Whatever somebody wrote is one line of code in the middle of a sentence, and nothing else comes of it."""
    written = code(text)
    assert "\n" not in written
    assert not UNSEEN.search(written)
    tokens = MARKDOWN.parse(f"You wrote {written} here.")
    assert ["paragraph_open", "inline", "paragraph_close"] == [token.type for token in tokens]
    assert ["text", "code_inline", "text"] == [token.type for token in tokens[1].children or ()]


@given(texts)
def test_a_word_in_a_table_stays_in_its_cell(text: str) -> None:
    """In a table a word neither opens a new cell nor leaves its own."""
    tokens = MARKDOWN.parse(f"| a | b |\n|---|---|\n| {code(text)} | two |\n")
    cells = [
        token.children or [] for token, before in zip(tokens[1:], tokens, strict=False) if before.type == "td_open"
    ]
    assert [["code_inline"], ["text"]] == [[piece.type for piece in cell] for cell in cells]


@given(texts)
def test_a_block_is_code_from_its_first_to_its_last_line(text: str) -> None:
    """Whatever somebody wrote is one block of code, and what follows it is not drawn into it."""
    written = block(text)
    tokens = MARKDOWN.parse(f"Before.\n\n{written}\n\nAfter.")
    assert ["paragraph_open", "inline", "paragraph_close", "fence", "paragraph_open", "inline", "paragraph_close"] == [
        token.type for token in tokens
    ]
    assert "text" == tokens[3].info
    assert "After." == tokens[5].content
    assert not UNSEEN.search(written)


@given(texts)
def test_a_block_fits_on_a_page(text: str) -> None:
    """A block is never wider or longer than can be read without scrolling sideways."""
    lines = block(text).split("\n")[1:-1]
    assert len(lines) <= MOST_LINES
    assert all(len(line) <= COLUMNS for line in lines)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("python", "`python`"), ("a`b", "`a'b`"), ("a|b", "`a¦b`"), ("  two\n words ", "`two words`"), ("", "`(empty)`"), ("\u202e", "`(empty)`"),
        ("abcdefghijkl", "`abcdefghi…`"), ("می‌خواهم"[:10], "`می‌خواهم`"),
    ],
)  # fmt: skip
def test_a_word_is_changed_as_little_as_possible(text: str, written: str) -> None:
    """Only what could act or would not fit is changed; joiners that Persian is written with stay."""
    assert written == code(text, 10)


def test_a_block_keeps_lines_and_indentation() -> None:
    """Lines, empty lines between paragraphs and indentation stay; many empty lines become one."""
    assert "```text\nfirst\n\n    second\n```" == block("first\r\n\n\n\n\n\tsecond  \n\n")


def test_a_long_text_is_cut_with_a_sign() -> None:
    """A text over the limit, or of very many lines, ends in an ellipsis."""
    assert block("word " * 1000).endswith("…\n```")
    assert block("line\n" * 200).endswith("\n…\n```")
    assert len(block("x" * 60_000)) < 1700


def test_wide_letters_count_twice() -> None:
    """Lines of Chinese letters are half as long, because each letter is twice as wide."""
    lines = block("語" * 200).split("\n")[1:-1]
    assert {38} == {len(line) for line in lines[:-1]}


def test_the_longest_text_is_made_harmless() -> None:
    """The longest text that an issue can hold, of whatever signs, becomes one short piece of code."""
    for text in ("`" * 65_000, "\n" * 65_000, "\u202e" * 65_000, "a b" * 20_000, "語" * 65_000):
        assert code(text).startswith("`") and len(code(text)) <= 82
        assert len(block(text)) < 5_000
