"""What people wrote is shown as they meant it and can do nothing else."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.site import prose

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "\n",
                "\n\n",
                " ",
                "  \n",
                "- ",
                "1. ",
                "1) ",
                "+",
                "=",
                "===",
                "~~~",
                "#",
                "# ",
                ">",
                "*",
                "_",
                "`",
                "[a](b)",
                "&amp;",
                "<b>",
                "\\",
                "\t",
                "\u00a0",
                "\u3000",
                "C#",
                "C++",
                "it's",
                '"so"',
                "https://a.org",
                "a@b.org",
                "|",
                "!",
                ":",
                "::",
                "---",
                "Setext",
                "é",
                "😀",
                "\u200d",
                "سلام",
                "\x00",
                "\u2028",
                "\x0b",
                "\r",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)


@given(PIECES)
@example("a\n   b")
@example("one\n\n\ntwo\nthree")
def test_quick_way_is_the_thorough_way(text: str) -> None:
    """A text that is only split into paragraphs looks exactly as if it had been read as Markdown."""
    text = text.encode("utf-8", "ignore").decode()
    thorough = prose.render_markdown(text.strip()) if text.strip() else ""
    assert prose.render_prose(text) == thorough


@given(PIECES)
def test_only_known_tags_come_out(text: str) -> None:
    """Whatever is written, no tag outside the short list comes out."""
    text = text.encode("utf-8", "ignore").decode()
    tags = set(re.findall(r"<\s*/?\s*([^\s>/]+)", prose.render_prose(text)))
    assert tags <= {"p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](//evil.example)",
        "[x](http://plain.example)",
        "![x](https://tracker.example/pixel.png)",
        "<a href='https://x.example' onclick='x()'>x</a>",
        "[x](https://x.example \"a' onclick='b\")",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    """No script, picture, handler or link to anything but https survives."""
    markup = prose.render_prose(text)
    assert not re.search(r"<(script|img)|<[^>]*\son\w+\s*=|href=\"(?!https://)", markup)


def test_links_vouch_for_nothing() -> None:
    """A link in people's text tells search engines and browsers that the community does not vouch for it."""
    assert 'rel="nofollow ugc noopener"' in prose.render_prose("[my site](https://ada.example)")


@pytest.mark.parametrize("text", ["# Me", "###### Me", "Me\n==", "Me\n--"])
def test_headings_do_not_break_the_outline(text: str) -> None:
    """A heading in somebody's text is shown in bold instead of entering the page's outline."""
    assert prose.render_prose(text) == "<p><strong>Me</strong></p>"


def test_nothing_makes_nothing() -> None:
    """An empty text leaves no empty paragraph behind."""
    assert prose.render_prose(" \n ") == ""
