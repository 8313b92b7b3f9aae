"""Names, labels and titles stand in comments as words, whatever signs are in them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.markdown_escape import plain
from tests.fakes.github.rendering import acts_of

HOSTILE_TEXTS = (
    "@angular/core", "closes #4321", "a/b#4321", "GH-4321", "https://evil.example", "www.evil.example", "a@evil.example", "[x](https://evil.example)",
    "![x](https://evil.example/x.png)", "<img src=//evil.example/x>", "<!-- x", "<b>", "&#64;ada", "&commat;ada", ":tada:", "$x$", "**x**", "_x_",
    "~~x~~", "`x`", "x | y", "- x", "1. x", "2) x", "+ x", "# x", "> x", "=== 1", "a\n\n# b", "a\n---", "deadbeef1", "x/y@deadbeef1", "[^1]", "[x]: //y 1",
    "\\@ada", "@\u200bada", "@\u2060ada", "/accept", "mailto:a@b.example", "xmpp:a@b.example", "ftp://evil.example",
)  # fmt: skip
"""What tries to be more than text; the attacks on comments use them too."""
texts = (
    st.text(st.sampled_from(list("@#*_`~<>[]()!|\\/:.&;=+$- '\"’,\n\t1aGHwß中é\u202e\u200b")), max_size=40)
    | st.text(max_size=40)
    | st.lists(st.sampled_from([*HOSTILE_TEXTS, " ", "x", "\n"]), max_size=4).map("".join)
)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ada Stern", "Ada Stern"),
        ("Zoë O’Neill-Ward", "Zoë O’Neill-Ward"),
        ("हिन्दी नाम", "हिन्दी नाम"),
        ("محمد علي", "محمد علي"),
        ("李小龙", "李小龙"),
        ("Tomasz (example)", "Tomasz (example)"),
        ("Dr. J. R.", "Dr. J. R."),
        ("C++", "C++"),
        ("C#", "C#"),
        ("CI/CD", "CI/CD"),
        ("Node.js", "Node.\u2060js"),
        (".NET", ".NET"),
        ("R&D", "R&#38;D"),
        ("4.5 h a week", "4.5 h a week"),
        ("@everyone", "@\u2060everyone"),
        ("see #12", "see #\u206012"),
        ("GH-12", "GH-\u206012"),
        ("www.evil.example", "www\u2060.\u2060evil.\u2060example"),
        ("[x](https://evil.example)", "&#91;x&#93;(https:\u2060//evil.\u2060example)"),
        ("- a list", "&#45; a list"),
        ("1. a list", "&#49;. a list"),
        ("# a heading", "&#35; a heading"),
        ("***", ""),
    ],
)
def test_a_name_keeps_its_letters_and_signs(name: str, written: str) -> None:
    """Letters of every script and all signs stay to be read; those that Markdown or GitHub would act on cannot act."""
    assert written == plain(name)


@given(texts)
@example("@ada")
@example("a/b#1")
def test_no_text_is_anything_but_text(name: str) -> None:
    """Alone on a line, in a list, a cell, a link and in bold, a text is only text for Markdown and for GitHub."""
    written = plain(name)
    for before, after in (("", ", someone asks"), ("Ask ", "."), ("**", " said yes.**"), ("- ", ""), ("a ", "\nb")):
        assert not acts_of(f"{before}{written}{after}") - {"strong", "list"}, f"{before}{written}{after}"
    assert {"link https://ours.example"} == acts_of(f"[{written or 'ada'}](https://ours.example)")
    assert {"table", "cells 2"} == acts_of(f"| a | b |\n|---|---|\n| {written} | 2 |")


def test_the_measure_sees_what_github_would_do() -> None:
    """Written without the escape, the hostile texts do act: the measure is not blind."""
    tame = {"&#64;ada", "[^1]", "/accept", "[x]: //y 1", "\\@ada", "x | y", "=== 1", "@\u2060ada"}
    assert not [text for text in HOSTILE_TEXTS if text not in tame and not acts_of(text.replace("\u200b", ""))]
