"""The names of languages, there and back."""

import pytest
from babel import Locale

from generator.text.languages import language, language_tag


def test_every_name_leads_back_to_its_language() -> None:
    """Whatever the site calls a language, a form understands."""
    tags = [code.replace("_", "-") for code in Locale("en").languages]
    assert len(tags) > 500
    assert [(tag, language(tag), tag) for tag in tags] == [
        (tag, language(tag), language_tag(language(tag))) for tag in tags
    ]


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("English", "en"), ("german", "de"), ("Deutsch", "de"), ("FRANÇAIS", "fr"), ("日本語", "ja"), ("norsk", "no"), ("no", "no"), ("pt_br", "pt-BR"),
        ("Brazilian Portuguese", "pt-BR"), ("Portuguese (Brazil)", "pt-BR"), ("Serbian (Cyrillic, Serbia)", "sr-Cyrl-RS"), ("zh-Hant", "zh-Hant"),
        ("Mandarin", "zh"), ("Farsi", "fa"), ("de-AT", "de-AT"),
        ("Elvish", None), ("", None), ("xx", None), ("English (Elvish)", None), ("en / de", None), ("x" * 5000, None), ("`en`", None), ("none", None),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_names(words: str, tag: str | None) -> None:
    """A language is known by its English name, its own name and its code; other words stand for none."""
    assert tag == language_tag(words)
