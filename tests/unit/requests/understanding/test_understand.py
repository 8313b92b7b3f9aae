"""Replies in plain words, and what they mean."""

import json
from datetime import date
from time import process_time
from typing import Any

import pytest

from generator.requests.understanding.clauses import read_clauses
from generator.requests.understanding.cue_book import all_phrases, cue_books
from generator.requests.understanding.understand import understand
from generator.requests.understanding.understood import MEANINGS, TIERS
from generator.requests.understanding.visible_text import visible_text
from tests.paths import TESTS

TODAY = date(2026, 11, 21)
NAMES = {"Camila": "camila-r"}
CASES: list[dict[str, Any]] = json.loads((TESTS / "tables" / "replies.json").read_text(encoding="utf-8"))
HOSTILE = (
    "On " + "a " * 20_000,
    "> " * 20_000,
    "~~" * 20_000,
    "`" * 20_001,
    "<!--" * 10_000,
    "<del>" * 10_000,
    "[" * 10_000 + "](" * 10_000,
    "yes " * 20_000,
    "not " * 20_000 + "happy to help",
    "From: " * 5_000,
    "From: x\n" * 5_000,
    "-----\n" * 8_000,
    "@" * 20_000,
    "i can " * 10_000,
    "?" * 40_000,
    "1." * 20_000,
    "\u202e\u0000\ud83d yes",
    "́" * 20_000,
    "(" * 20_000,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['as']}: {case['text'][:50]!r}")
def test_a_reply_means_what_the_table_says(case: dict[str, Any]) -> None:
    """Every reply of the table has its meaning and tier, and the reason, day, login and command that it names."""
    understood = understand(
        case["text"],
        speaker=case["as"],
        state=case.get("state", "waiting"),
        asked=case.get("asked", ""),
        today=TODAY,
        names=NAMES,
    )
    tiers = case["tier"] if isinstance(case["tier"], list) else [case["tier"]]
    assert case["meaning"] == understood.meaning
    assert understood.tier in tiers
    assert case.get("reason") in (None, understood.reason)
    assert case.get("until") in (None, understood.until and understood.until.isoformat())
    assert case.get("login") in (None, understood.login)
    assert case.get("command") in (None, understood.command)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
@pytest.mark.parametrize("speaker", ["mentor", "mentee"])
def test_hostile_text_is_read_without_an_error(text: str, speaker: str) -> None:
    """Whatever the text, there is a meaning and a tier, and the work is bounded by how much of it is read."""
    start = process_time()
    understood = understand(text, speaker=speaker, today=TODAY)
    assert understood.meaning in MEANINGS
    assert understood.tier in TIERS
    assert process_time() - start < 20


def test_a_reply_is_always_read_the_same() -> None:
    """Reading has no memory: the same reply means the same, in any order."""
    first = [understand(case["text"], speaker=case["as"], today=TODAY) for case in CASES]
    again = [understand(case["text"], speaker=case["as"], today=TODAY) for case in reversed(CASES)]
    assert first == again[::-1]


def test_every_language_has_the_same_kinds_of_cues() -> None:
    """A further language is one file with the same kinds; none of the five lacks one."""
    assert ["en", "de", "es", "fr", "pt"] == [book.language for book in cue_books()]
    kinds = {book.language: {cue.kind for cues in book.cues.values() for cue in cues} for book in cue_books()}
    assert all(kinds["en"] == found for found in kinds.values())
    assert all(all_phrases("closing"))


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("Sure!\n\n-- \nTomasz\nSenior Engineer", "Sure!"),
        ("Gerne!\n\nViele Grüße\nTomasz", "Gerne!"),
        ("Sí, claro.\n\nEl mié, 17 jun 2026 a las 11:52, Grace (<x@example.org>) escribió:\n\n> hola", "Sí, claro."),
        ("Topo!\n\nEm qua., 9 de out. de 2026 às 23:10, Grace <x@example.org> escreveu:\n> oi", "Topo!"),
        ("Oui !\n\nLe lun. 3 nov. 2026 à 10:02, Grace <x@example.org> a écrit :\n> salut", "Oui !"),
        ("Ja!\n\nAm Mo., 3. Nov. 2026 um 10:02 Uhr schrieb Grace <x@example.org>:\n> hallo", "Ja!"),
        ("No.\n\nDe: Grace\nEnviado: lunes\nPara: Tomasz\nAsunto: Re: hola\n\nhola", "No."),
        ("**Yes**, see [this](https://example.org) and ![a picture](x.png)", "Yes, see this and"),
        ("    indented code\n\nfine", "fine"),
        ("Thanks,\nthat is a no.", "Thanks,\nthat is a no."),
    ],
)
def test_only_what_someone_wrote_now_is_left(comment: str, left: str) -> None:
    """Quotes, code, links, signatures and earlier mails are left out, in five languages; what was written stays."""
    assert left == visible_text(comment)


def test_accents_that_carry_meaning_are_kept() -> None:
    """A Spanish "sí" is a yes, and "si" before a sentence is an "if"."""
    assert read_clauses("sí").clauses[0].has("yes_word")
    assert not read_clauses("si puedes venir").clauses[0].has("yes_word")
    assert read_clauses("si puedes venir").clauses[0].has("condition")
