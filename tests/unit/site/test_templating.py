"""The quick ways to fill a template give what the template itself gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.templating import escaped, frame, sides, template, within


@given(st.text(), st.text())
def test_a_frame_fills_like_its_template(title: str, url: str) -> None:
    """A filled frame has the very characters that rendering its template gives, for any text."""
    assert frame("link.html", "title", "url")(title=title, url=url) == template("link.html")(title=title, url=url)


@given(st.text())
def test_sides_and_their_value_are_the_template(answer: str) -> None:
    """A value between its two sides is what the template makes of it."""
    around = sides("fact.html", "answer", question="Why?")
    assert within(around, (answer,)) == template("fact.html")(question="Why?", answer=answer)


@given(st.text())
def test_texts_are_escaped_once(text: str) -> None:
    """A text loses every character that HTML would read, and markup is left as it is."""
    assert not set("<>\"'") & set(escaped(text))
    assert escaped(Markup(escaped(text))) == escaped(text)


def test_a_forgotten_value_is_noticed() -> None:
    """A template that is not given a value fails, instead of showing a gap to readers."""
    with pytest.raises(Exception, match="words"):
        template("badge.html")(availability="open")
