"""Write what someone means as they would write it: in their language, by command or in plain words, by mail or on the web."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml

_MOST_SMALL_TALK = 90
_KEYS = "abcdefghijklmnopqrstuvwxyz"


@cache
def habits() -> Mapping[str, Any]:
    """Return what habits.yml holds, every wording as one text in a tuple."""
    found: Mapping[str, Any] = _lines(yaml.safe_load(_text("habits.yml")))
    return found


@cache
def behaviour() -> Mapping[str, Any]:
    """Return what behaviour.yml holds."""
    found: Mapping[str, Any] = yaml.safe_load(_text("behaviour.yml"))
    return found


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lines(one) for key, one in value.items()}
    if isinstance(value, str):
        return tuple(line.strip().replace("\\n", "\n") for line in value.strip().splitlines())
    return value


@dataclass(frozen=True, slots=True)
class Writer:
    """How one person writes: their name, language, and whether by mail."""

    name: str
    language: str
    by_email: bool = False
    greets: bool = False
    signs: bool = False
    careless: bool = False


def writer(random: Random, name: str) -> Writer:
    """Draw how someone writes."""
    who = habits()["who_writes"]
    languages = who["languages"]
    return Writer(
        name,
        random.choices(list(languages), list(languages.values()))[0],
        random.random() < who["by_email"],
        random.random() < 2 * who["greets"],
        random.random() < 2 * who["signs"],
        random.random() < who["careless"],
    )


def command(random: Random, meaning: str, gaps: Mapping[str, str]) -> str:
    """Return a command for a meaning; nothing where there is none."""
    found = habits()["commands"].get(meaning, ())
    return random.choice(found).format_map(_Gaps(gaps)) if found else ""


def words(random: Random, meaning: str, author: Writer, gaps: Mapping[str, str], quoted: str = "") -> str:
    """Return a comment in plain words; `quoted` is what a reply by mail takes along."""
    who, language = habits()["who_writes"], author.language
    gaps = _Gaps({"name": author.name, **gaps})
    text = _one(random, habits()["words"][meaning], language).format_map(gaps)
    if author.careless and random.random() < 0.6:
        text = _careless(random, text)
    if random.random() < who["emoji"] and len(text) > 3:
        text = f"{text} {random.choice(habits()['emoji'])}"
    if random.random() < who["small_talk_first"] and meaning in ("yes", "no", "question", "later"):
        first = _one(random, habits()["words"]["stalling"], language).format_map(gaps)
        text = f"{first}\n\n{text}" if len(first) < _MOST_SMALL_TALK else text
    if author.greets and random.random() < 0.5:
        text = f"{_one(random, habits()['greetings'], language).format_map(gaps)}\n\n{text}"
    if author.signs and random.random() < 0.5:
        text = f"{text}\n\n{_one(random, habits()['closings'], language).format_map(gaps)}"
    return _as_mail(random, text, author, gaps, quoted) if author.by_email else text


def _one(random: Random, by_language: Mapping[str, tuple[str, ...]], language: str) -> str:
    return random.choice(by_language.get(language) or by_language["en"])


def _as_mail(random: Random, text: str, author: Writer, gaps: Mapping[str, str], quoted: str) -> str:
    """Add what mail programs add: a signature, the message that was answered, the footer of GitHub's mail."""
    who, mail = habits()["who_writes"], habits()["mail"]
    if random.random() < who["mail_signature"]:
        text = f"{text}\n\n{_one(random, mail['signatures'], author.language).format_map(gaps)}"
    where = random.random()
    if not quoted or where > who["quotes_below"] + who["quotes_on_top"]:
        return text
    header = _one(random, mail["quote_headers"], author.language).format_map(gaps)
    message = f"{quoted}\n\n{' '.join(mail['footer']).format_map(gaps)}"
    marked = "\n".join(f"> {line}".rstrip() for line in message.splitlines())
    if where < who["quotes_on_top"]:
        return f"{header}\n\n{marked}\n\n{text}"
    return f"{text}\n\n{header}\n\n{message if header.startswith(('From:', '----', 'Von:', 'De', '___')) else marked}"


def _careless(random: Random, text: str) -> str:
    text = text[:1].lower() + text[1:].rstrip(".")
    letters = [place for place, letter in enumerate(text) if letter in _KEYS and 0 < place < len(text) - 1]
    if len(text) < 12 or not letters or random.random() < 0.6 or "@" in text or "http" in text:
        return text
    place = random.choice(letters)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


class _Gaps(dict[str, str]):
    """Fills what a wording leaves open; what nobody said stays empty."""

    def __missing__(self, key: str) -> str:
        return ""
