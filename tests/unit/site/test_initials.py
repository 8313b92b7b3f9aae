"""The letters and colours that stand in for a missing photo."""

import pytest

from generator.site.initials import HUES, hue, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Lovelace", "AL"),
        ("Ada Lovelace (example)", "AL"),
        ("ada l.", "AL"),
        ("Åsa", "Å"),
        ("e\u0301ric", "É"),
        ("“Grace” Hopper", "GH"),
        ("María de la Cruz", "MC"),
        ("山田 太郎", "山田"),
        ("김철수", "김철"),
        ("محمد علي", "م"),
        ("שלום כהן", "ש"),
        ("क्षितिज शर्मा", "क्षि"),
        ("ßen", "ß"),
        ("🦊", "?"),
        ("(example)", "E"),
        ("", "?"),
    ],
)
def test_initials_suit_the_script(name: str, letters: str) -> None:
    """Names of any script get what their readers would abbreviate them to, never half a character."""
    assert initials(name) == letters


def test_a_hue_belongs_to_a_handle() -> None:
    """The same person has the same colour on every page, and it is one the style sheet knows."""
    assert {hue(handle) for handle in ("ada", "bob", "a-very-long-handle-0123456789")} <= set(range(HUES))
    assert hue("ada") == hue("ada")
