"""The quick ways to fill a template give what the template itself gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.templating import compile_flat_template, escaped, split_at_hole, template, wrap_all
from generator.text.catalogue import speaking
from tests.fakes.pseudo_language import Pseudo


@given(st.text(), st.text())
def test_a_flat_template_fills_like_its_template(title: str, url: str) -> None:
    """A flat template has the very characters that rendering its template gives, for any text."""
    assert compile_flat_template("link.html", "title", "url")(title=title, url=url) == template("link.html")(
        title=title, url=url
    )


@given(st.text())
def test_a_split_template_and_its_value_are_the_template(answer: str) -> None:
    """A value between the two pieces of a template is what the template makes of it."""
    around = split_at_hole("fact.html", "answer", icon="check", question="Why?")
    assert wrap_all(around, (answer,)) == template("fact.html")(icon="check", question="Why?", answer=answer)


@given(st.text())
def test_texts_are_escaped_once(text: str) -> None:
    """A text loses every character that HTML would read, and markup is left as it is."""
    assert not set("<>\"'") & set(escaped(text))
    assert escaped(Markup(escaped(text))) == escaped(text)


def test_a_forgotten_value_is_noticed() -> None:
    """A template that is not given a value fails, instead of showing a gap to readers."""
    with pytest.raises(Exception, match="words"):
        template("badge.html")(availability="open")


def test_a_template_speaks_the_language_of_the_moment() -> None:
    """A template is said in the spoken language each time, also one that was compiled before, and escapes what it is given."""
    loaded = compile_flat_template("built.html", "exact", "moment")
    english = loaded(exact="<1>", moment="now")
    with speaking(Pseudo()):
        pseudo = loaded(exact="<1>", moment="now")
        assert pseudo == template("built.html")(exact="<1>", moment="now") != english
    assert "⟦" in pseudo and "&lt;1&gt;" in pseudo
    assert loaded(exact="<1>", moment="now") == english
