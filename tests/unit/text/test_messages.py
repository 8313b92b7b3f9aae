"""The template for translators is what the sources say today, and a translation of it is spoken."""

from collections.abc import Iterator
from datetime import date

import pytest
from babel.messages.pofile import read_po

from generator.adapters.translations import catalogue_of, languages
from generator.schema import schema
from generator.text.catalogue import _, locale, ngettext, speaking
from generator.text.counting import listed, mentors, number
from generator.text.dates import day, month, short_day, weekday
from generator.text.languages import language, language_tag
from generator.text.translations import read_translations
from scripts import messages

GERMAN = """
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "{name} is taking a break."
msgstr "{name} macht eine Pause."

msgid "{count} mentor"
msgid_plural "{count} mentors"
msgstr[0] "{count} Mentorin"
msgstr[1] "{count} Mentorinnen"
"""


@pytest.fixture
def german() -> Iterator[None]:
    """German is spoken, with a catalogue of two sentences."""
    with speaking(read_translations(GERMAN.encode())):
        yield


def test_the_template_is_current() -> None:
    """Whoever changes a sentence runs `make messages`, so that translators see it."""
    now = messages.written(messages.collect()).decode()
    assert messages.TEMPLATE.read_text(encoding="utf-8") == now, "run `make messages`"


def test_sentences_of_every_kind_of_source_are_found() -> None:
    """Python, templates and schemas all have their sentences in the template."""
    found = {message.id for message in messages.collect()}
    assert {
        "{name} is taking a break.",
        ("{count} mentor", "{count} mentors"),
        "Search bios too",
        schema("mentor")["properties"]["formats"]["title"],
        "Scheduled calls",
    } <= found


def test_the_settings_offer_the_languages_that_can_be_spoken() -> None:
    """directory.yml may name each language that has a file of translations, and no other."""
    assert tuple(schema("directory")["properties"]["language"]["enum"]) == languages()
    for tag in languages():
        with speaking(catalogue_of(tag)):
            assert locale().language == tag.split("-")[0]


def test_every_translation_has_the_gaps_of_its_sentence() -> None:
    """No translation loses or invents a gap, which would fail where it is said."""
    for path in messages.TEMPLATE.parent.glob("*.po"):
        with path.open("rb") as file:
            wrong = [(message.id, errors) for message in read_po(file) for errors in [list(message.check())] if errors]
        assert not wrong


@pytest.mark.usefixtures("german")
def test_a_translation_is_spoken_and_what_is_missing_stays_english() -> None:
    """A file of translations gives sentences and plurals; a sentence that it lacks is said in English."""
    assert _("{name} is taking a break.", name="Ada") == "Ada macht eine Pause."
    assert [mentors(1), mentors(1250)] == ["1 Mentorin", "1.250 Mentorinnen"]
    assert ngettext("{count} spot", "{count} spots", 2) == "2 spots"


@pytest.mark.usefixtures("german")
def test_days_numbers_and_languages_are_said_as_their_speakers_do() -> None:
    """Babel writes dates, numbers, lists, days and names of languages in the spoken language."""
    on = date(2026, 3, 29)
    assert [day(on), short_day(on, on), weekday(0), month(3)] == ["29. März 2026", "29. März", "Montag", "März"]
    assert [number(1250), number(1.5), listed(["a", "b", "c"])] == ["1.250", "1,5", "a, b und c"]
    assert language("pt-BR") == "Portugiesisch (Brasilien)"
    assert [
        language_tag(name) for name in ("Portugiesisch (Brasilien)", "Brazilian Portuguese", "German", "Deutsch")
    ] == [
        "pt-BR",
        "pt-BR",
        "de",
        "de",
    ]
