"""The catalogue says each sentence in the spoken language, and in English where nothing else is known."""

from gettext import NullTranslations

from generator.text.catalogue import _, cache_by_language, ngettext, pgettext, speaking


class _Shouting(NullTranslations):
    """A language that is English in capitals, with its gaps left as they are."""

    def gettext(self, message: str) -> str:
        """Return the sentence with every letter outside of gaps made large."""
        return "".join(
            part if part.startswith("{") else part.upper()
            for part in message.replace("{", "\0{").replace("}", "}\0").split("\0")
        )


def test_english_needs_no_catalogue() -> None:
    """Without a catalogue every sentence is said as it is written, its gaps filled and its plural chosen."""
    assert _("Nothing is missing.") == "Nothing is missing."
    assert _("{name} can help.", name="Ada {x}") == "Ada {x} can help."
    assert [ngettext("{count} spot", "{count} spots", count) for count in (0, 1, 2)] == ["0 spots", "1 spot", "2 spots"]
    assert pgettext("a state", "Open") == "Open"


def test_another_language_is_spoken_inside_its_block_only() -> None:
    """What is said changes with the language and changes back, and what people wrote never does."""
    with speaking(_Shouting()):
        assert _("{name} can help.", name="Ada") == "Ada CAN HELP."
    assert _("{name} can help.", name="Ada") == "Ada can help."


def test_what_is_remembered_is_remembered_for_each_language() -> None:
    """A cached sentence is never said in the language of whoever asked first."""
    said = cache_by_language(lambda name: _("Hello {name}", name=name))
    assert said("Ada") == "Hello Ada"
    with speaking(_Shouting()):
        assert said("Ada") == "HELLO Ada"
